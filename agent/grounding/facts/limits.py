"""Facts of what objects had to be like: sizes, probabilities and distances that leave others out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.grounding.facts.fact import Fact
from agent.grounding.text.words import AREA, COUNT, ID, LENGTH, PIXELS, SHARE
from tools.change.change_map import ObjectFilter
from tools.change.shapes.nearness import Nearness

DIMENSIONS = {
    "min_area": (AREA, PIXELS),
    "max_area": (AREA, PIXELS),
    "min_probability": (SHARE,),
    "max_probability": (SHARE,),
    "max_distance": (LENGTH, PIXELS),
    "min_distance": (LENGTH, PIXELS),
}
"""On the ground or in pixels, whichever an image counts in."""
NARROWING = frozenset(DIMENSIONS)
"""Arguments that leave objects out, so that the result is not of all."""


def limit(name: str, value: float, about: Fact) -> Iterator[Fact]:
    """The facts of one limit."""
    for dimension in DIMENSIONS[name]:
        yield replace(about, value=value, dimension=dimension, kind=None, limit=True)


def of_limits(limits: ObjectFilter | Nearness, about: Fact) -> Iterator[Fact]:
    """The facts of all limits of a result."""
    for field in dataclasses.fields(limits):
        value = getattr(limits, field.name)
        if field.name in DIMENSIONS and value is not None:
            yield from limit(field.name, value, about)
        elif isinstance(value, int):
            yield replace(about, value=float(value), dimension=ID)


def of_bounds(values: Sequence[int | None], about: Fact) -> Iterator[Fact]:
    """Between which numbers a count lies, and how many of it are probably none: no counts by themselves."""
    known = (value for value in values if value is not None)
    yield from (replace(about, value=float(one), dimension=COUNT, scoped=True, role="unsure") for one in known)
