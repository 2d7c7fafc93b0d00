"""The table by which an effect is called supported, not supported or inconclusive; docs/effect.md prints it.

Rows are gone through from the top: a check that makes an answer impossible outweighs one that speaks against the
effect, and only what passes all of them is supported. No model of language has a say in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["passed", "failed", "open"]
Verdict = Literal["supported", "not supported", "inconclusive"]
CheckName = Literal[
    "pre-period fit", "controls", "interval", "other trend", "placebo in time", "placebo in space", "leave one out",
    "controls untouched", "date of the break", "second opinion", "convex hull", "detectable effect",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One check of an effect."""

    name: CheckName
    state: State
    """`open`: it could not be made."""
    text: str
    """What was found."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a check means for the verdict."""

    check: CheckName
    passes: str
    """When it is passed."""
    failed: Verdict | None
    """Verdict where it fails; None: it is told and changes nothing."""
    open: Verdict | None
    """Verdict where it cannot be made."""


TABLE = (
    Rule("pre-period fit", "the 95 % band holds at least 85 % of the steps before the event, told one step ahead",
         "inconclusive", "inconclusive"),
    Rule("controls", "there are two controls or more; how many of equal weight they amount to is told",
         "inconclusive", "inconclusive"),
    Rule("other trend", "the interval of the local linear trend holds the effect of the local level",
         "inconclusive", "inconclusive"),
    Rule("leave one out", "without any one control the effect stays within its interval",
         "inconclusive", "inconclusive"),
    Rule("controls untouched", "no control shows an effect of its own at the event (p < 0.01)",
         "inconclusive", "inconclusive"),
    Rule("second opinion", "the interval of bsts-causalimpact overlaps ours", "inconclusive", None),
    Rule("interval", "the 95 % interval leaves out 0", "not supported", "inconclusive"),
    Rule("placebo in time", "no window before the event, as long as the real one, shows as large an effect",
         "not supported", "inconclusive"),
    Rule("date of the break", "of the breaks found without the event, one lies within three steps of it",
         "not supported", None),
    Rule("placebo in space", "no control shows as strong an effect; at 19 controls or more, p <= 0.05",
         "not supported", None),
    Rule("convex hull", "the place lies between its controls at 80 % of the steps before the event", None, None),
    Rule("detectable effect", "the effect is one that would be found in 80 of 100 cases", None, None),
)  # fmt: skip


def verdict(checks: Sequence[Check]) -> tuple[Verdict, tuple[Check, ...]]:
    """The verdict, and the checks that it rests on: those that speak against the effect, or all that were passed."""
    by_name = {check.name: check for check in checks}
    against: tuple[Verdict, ...] = ("inconclusive", "not supported")
    for wanted in against:
        reasons = tuple(by_name[rule.check] for rule in TABLE if _means(rule, by_name[rule.check]) == wanted)
        if reasons:
            return wanted, reasons
    return "supported", tuple(check for check in checks if check.state == "passed")


def _means(rule: Rule, check: Check) -> Verdict | None:
    return {"passed": None, "failed": rule.failed, "open": rule.open}[check.state]


def table() -> str:
    """The table in Markdown."""
    head = "| check | passed when | failed | could not be made |\n| --- | --- | --- | --- |"
    rows = (
        f"| {rule.check} | {rule.passes} | {rule.failed or 'told only'} | {rule.open or 'told only'} |"
        for rule in TABLE
    )
    return "\n".join([head, *rows])
