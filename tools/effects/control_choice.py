"""Controls chosen from the map: places elsewhere that were like a place before an event; what came after is not seen.

cells of the place's size, off by a buffer against spill-over -> those with values enough -> the likest before
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from tools.effects.regular_steps import Reals
from tools.pairs.areas import AreaOfInterest
from tools.series.places.place_series import PlaceSeries

MOST_CONTROLS = 5
MOST_CELLS = 400
"""Places that are looked at: larger images are covered by larger cells."""
SMALLEST_SIDE = 4
"""Pixels of a cell's side, below which its mean is noise."""
BUFFER_SIDES = 1.0
"""Distance from the place within which nothing is its control, in sides of a cell."""
LEAST_CORRELATION = 0.3
LEAST_SHARED = 2 / 3
"""Share of the dates of the place before the event at which a control has a value."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a place before the event."""

    name: str
    correlation: float
    distance: float
    """Root mean square of the differences, units of the index."""


def candidate_cells(place: AreaOfInterest, size: tuple[int, int]) -> tuple[AreaOfInterest, ...]:
    """Square cells about as large as a place, outside it and off by a buffer.

    Args:
        place: what they are to be controls of.
        size: (height, width) of the images in pixels.
    """
    height, width = size
    side = max(SMALLEST_SIDE, math.sqrt(place.shape.area), math.sqrt(height * width / MOST_CELLS))
    kept_off = place.shape.buffer(BUFFER_SIDES * side)
    cells = (
        (f"r{row + 1}c{column + 1}", shapely.box(column * side, row * side, (column + 1) * side, (row + 1) * side))
        for row in range(int(height / side))
        for column in range(int(width / side))
    )
    return tuple(AreaOfInterest(name, cell) for name, cell in cells if not cell.intersects(kept_off))


def beyond_buffer(place: AreaOfInterest, others: Sequence[AreaOfInterest]) -> tuple[AreaOfInterest, ...]:
    """Of given places, those that do not touch a place: what borders on it may share the event."""
    return tuple(one for one in others if not one.shape.intersects(place.shape))


def likest(place: PlaceSeries, others: Sequence[PlaceSeries], event: str) -> tuple[Likeness, ...]:
    """The others that were most like a place before an event, the likest first; dates from it on are not looked at.

    Args:
        place: the place.
        others: the same dates of other places.
        event: ISO 8601.
    """
    before = np.array([day < event for day in place.days])
    own = place.row[0].astype(np.float64)[before]
    found = [_likeness(own, other.row[0].astype(np.float64)[before], other.place) for other in others]
    kept = [one for one in found if one is not None and one.correlation >= LEAST_CORRELATION]
    return tuple(sorted(kept, key=lambda one: one.distance)[:MOST_CONTROLS])


def _likeness(own: Reals, other: Reals, name: str) -> Likeness | None:
    shared = np.isfinite(own) & np.isfinite(other)
    if shared.sum() < max(3, LEAST_SHARED * np.isfinite(own).sum()):
        return None
    one, two = own[shared], other[shared]
    if min(one.std(), two.std()) <= 1e-9:
        return None
    return Likeness(name, float(np.corrcoef(one, two)[0, 1]), float(np.sqrt(np.mean((one - two) ** 2))))
