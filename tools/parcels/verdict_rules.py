"""Rules that a person sets for parcels, such as `vegetation lost > 30 %`: read from words, and held against a share.

A share is known within limits; where the limit of the rule lies between these, the verdict is left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast, get_args

from tools.errors import StatementError
from tools.notices import notice

Verdict = Literal["yes", "no", "open", "unknown"]
"""Open: the limits of what is known lie on both sides of the rule's."""
Way = Literal["lost", "gained", "changed"]
Kind = Literal["water", "trees", "vegetation", "snow", "bare", "building", "road", "any"]
KINDS: tuple[Kind, ...] = get_args(Kind)
EXAMPLE = "vegetation lost > 30 %"
RULE = re.compile(
    r"^\s*(?P<kind>[a-z]+)\s+(?P<way>lost|gained|changed)\s+(?:on\s+)?"
    r"(?P<side>over|above|more than|at least|>=?|under|below|less than|at most|<=?)\s*(?P<share>\d+(?:\.\d+)?)\s*%\s*$",
    re.IGNORECASE,
)
UPWARD = ("over", "above", "more than", "at least", ">", ">=")


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """What a parcel must have lost or gained to be told of."""

    kind: str
    way: Way
    above: bool
    """Whether more than the limit is asked for; else less."""
    limit_share: float
    """Of the known pixels of the parcel, 0-1."""
    words: str
    """As the person wrote it."""

    def verdict(self, low: float, high: float) -> Verdict:
        """Whether it holds for a share between two limits, 0-1."""
        if low > self.limit_share:
            return "yes" if self.above else "no"
        if high <= self.limit_share:
            return "no" if self.above else "yes"
        return "open"


def read_rule(text: str) -> VerdictRule:
    """The rule that a person wrote.

    Raises:
        StatementError: it is none.
    """
    found = RULE.match(text)
    if found is None or found["kind"].lower() not in KINDS:
        raise StatementError(
            notice(
                "no-parcel-rule",
                "{rule} is no rule for parcels; write what was lost, gained or changed and on how much, such as "
                "{example}; known are {kinds}.",
                rule=repr(text[:60]),
                example=repr(EXAMPLE),
                kinds=", ".join(KINDS),
            )
        )
    share = float(found["share"]) / 100
    if not 0 <= share <= 1:
        text = "A share of {share} % is none; write one from 0 to 100."
        raise StatementError(notice("no-parcel-share", text, share=found["share"]))
    way = cast("Way", found["way"].lower())
    return VerdictRule(found["kind"].lower(), way, found["side"].lower() in UPWARD, share, " ".join(text.split()))
