"""A fact that a tool returned: a number with its unit, class, sign and place."""

from __future__ import annotations

from dataclasses import dataclass

from agent.grounding.text.words import Kind, Sign

NO_STEP = -1
"""Step number of facts from questions and warnings."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that an answer may state, in base units: m2, px, m, shares as fractions."""

    step: int
    value: float
    dimension: str
    kind: Kind | None = None
    """None where it fits any class."""
    sign: Sign | None = None
    places: frozenset[str] = frozenset()
    """Where it lies; empty where unknown."""
    object_id: int | None = None
    """Number of the object that it belongs to."""
    scoped: bool = False
    """Whether it holds only for a part of what changed: one zone, one side, large objects."""
    limit: bool = False
    """Whether it is a threshold."""
    role: str = ""
    """`largest`, `smallest` or `median` among the sizes of many."""
    lead: str = ""
    """`most` or `largest` where its place is the one in which most changed, or the largest object lies."""
