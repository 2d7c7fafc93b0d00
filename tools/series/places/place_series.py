"""The mean of an index in places and zones at every date, summed up over windows in one pass over the files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from mci_model.inference.windows import shared, within
from mci_model.prediction import Window
from tools.pairs.areas import AreaOfInterest
from tools.series.series import decimal_year
from tools.series.statistics.clear_values import Times, Values

WHOLE = "whole"
"""Name of the whole place."""
MIN_CLEAR_SHARE = 0.5
"""Share of the pixels of a place that must be clear at a date: of fewer the mean is of another place."""


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """One place over time."""

    place: str
    days: tuple[str, ...]
    """ISO 8601."""
    values: tuple[float | None, ...]
    """Mean of the clear pixels at each date; None: too few of them are clear."""
    clear_share: tuple[float, ...]
    """Of the pixels of the place, 0-1, at each date."""
    pixels: int

    @property
    def years(self) -> Times:
        """(dates,) decimal years."""
        return np.array([decimal_year(day) for day in self.days])

    @property
    def row(self) -> Values:
        """(1, dates) of its values, NaN where there is none."""
        return np.array([[np.nan if value is None else value for value in self.values]], np.float32)

    @property
    def clear_dates(self) -> int:
        """How many dates have a value."""
        return sum(value is not None for value in self.values)


class PlaceTally:
    """Sums up places window by window."""

    def __init__(self, areas: Sequence[AreaOfInterest | None], names: Sequence[str], days: Sequence[str]) -> None:
        """Begin.

        Args:
            areas: the places; None: all pixels.
            names: their names.
            days: of the series, ISO 8601.
        """
        self._areas, self._names, self._days = tuple(areas), tuple(names), tuple(days)
        shape = (len(self._areas), len(self._days))
        self._sums, self._clear = np.zeros(shape), np.zeros(shape, np.int64)
        self._pixels = np.zeros(len(self._areas), np.int64)
        shapes = [area.shape for area in self._areas if area is not None]
        self._tree = shapely.STRtree(shapes)
        self._shaped = [number for number, area in enumerate(self._areas) if area is not None]

    def add(self, window: Window, values: Values) -> None:
        """Add (dates, h, w) values of a window, NaN where they are not known."""
        for number, area in enumerate(self._areas):
            if area is None:
                self._add(number, values.reshape(len(values), -1))
        box = shapely.box(window.left, window.top, window.left + window.width, window.top + window.height)
        for found in sorted(self._tree.query(box, predicate="intersects")):
            number = self._shaped[int(found)]
            area = self._areas[number]
            assert area is not None
            part = shared(window, area.box)
            if min(part.height, part.width) > 0:
                inner = within(part, window).slices
                self._add(number, values[:, inner[0], inner[1]][:, area.inside(part)])

    def _add(self, number: int, values: Values) -> None:
        known = np.isfinite(values)
        self._sums[number] += np.where(known, values, 0).sum(axis=1, dtype=np.float64)
        self._clear[number] += known.sum(axis=1)
        self._pixels[number] += values.shape[1]

    def series(self) -> tuple[PlaceSeries, ...]:
        """The places, in their order."""
        return tuple(self._one(number) for number in range(len(self._areas)))

    def _one(self, number: int) -> PlaceSeries:
        clear, pixels = self._clear[number], max(1, int(self._pixels[number]))
        values = [
            float(total / count) if count >= MIN_CLEAR_SHARE * pixels and count else None
            for total, count in zip(self._sums[number], clear, strict=True)
        ]
        shares = tuple(float(count / pixels) for count in clear)
        return PlaceSeries(self._names[number], self._days, tuple(values), shares, int(self._pixels[number]))
