"""What the guards ask of clauses, claims and facts."""

from __future__ import annotations

from collections.abc import Sequence

from agent.grounding.checks import Passage
from agent.grounding.facts.fact import Fact
from agent.grounding.support import speaks_of
from agent.grounding.text.claims import Claim
from agent.grounding.text.sentences import Token
from agent.grounding.text.words import (
    KINDS,
    SIGNS,
    Kind,
    Sign,
)


def words_of(clause: Sequence[Token]) -> list[str]:
    """Its words, in lower case."""
    return [token.text for token in clause]


def kind_of(clause: Sequence[Token]) -> Kind | None:
    """The first class that it names."""
    return next((KINDS[token.text] for token in clause if token.text in KINDS), None)


def sign_of(words: Sequence[str]) -> Sign | None:
    """The one sign that words tell; None where they tell none, or both."""
    signs = {SIGNS[word] for word in words if word in SIGNS}
    return next(iter(signs)) if len(signs) == 1 else None


def facts_of(passage: Passage, dimension: str, kind: Kind | None) -> list[Fact]:
    """Facts of a dimension that may be stated of a class."""
    return [
        one for one in passage.library.facts if one.dimension == dimension and speaks_of(kind, one) and not one.limit
    ]


def holds(claim: Claim, value: float, *, denied: bool) -> bool:
    """Whether a number, with its bound, holds of a value; `denied` where it is said of none."""
    wanted = claim.quantity.values[0]
    bound = {"over": "under", "under": "over"}.get(claim.quantity.bound, "") if denied else claim.quantity.bound
    if bound == "over":
        return value >= wanted - claim.quantity.readings[0].slack * denied
    if bound == "under":
        return value <= wanted + claim.quantity.readings[0].slack * denied
    return abs(value - wanted) <= claim.quantity.readings[0].slack
