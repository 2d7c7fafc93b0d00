"""Values in units of results as facts, in the dimensions in which numbers of answers are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.grounding.facts.fact import Fact
from agent.grounding.text.words import AREA, COUNT, LENGTH, PIXELS, RATE, SHARE
from tools.change.statistics.object_statistics import METRES
from tools.change.summary import SQUARE_METRES

SCALES: dict[str, tuple[float, str]] = {
    "percent": (0.01, SHARE),
    "px": (1.0, PIXELS),
    "length_px": (1.0, PIXELS),
    "per_year": (1.0, COUNT),
    "per_mpx": (1.0, RATE),
    **{unit: (scale, AREA) for unit, scale in SQUARE_METRES.items()},
    **{unit: (scale, LENGTH) for unit, scale in METRES.items()},
    **{f"per_{unit}": (SQUARE_METRES["km2"] / scale, RATE) for unit, scale in SQUARE_METRES.items()},
}
"""Of the units of results: in what their numbers are compared with those of an answer, and by which factor."""


def with_unit(value: float | None, interval: Sequence[float], unit: str, about: Fact, role: str) -> Iterator[Fact]:
    """The facts of a value in a unit, and of numbers beside it in the same."""
    scale, dimension = SCALES.get(unit, (1.0, unit))
    if value is not None:
        yield replace(about, value=value * scale, dimension=dimension, role=role or about.role)
    for end in interval:
        yield replace(about, value=end * scale, dimension=dimension, scoped=True)
