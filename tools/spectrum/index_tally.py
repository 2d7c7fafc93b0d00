"""Statistics of index values that arrive window by window: distribution, and the area of each class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import ReflectanceError
from tools.notices import notice
from tools.rasters.georeference import Georeference
from tools.spectrum.index_classes import IndexClasses
from tools.spectrum.index_formulas import Values

BINS, RANGE = 4000, 2.0
"""Bins and range of the histogram for percentiles: values beyond -2 to 2 are counted in its end bins."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Distribution of values."""

    mean: float
    deviation: float
    low: float
    """5th percentile, to a thousandth."""
    median: float
    high: float
    """95th percentile."""


@dataclass(frozen=True, slots=True)
class ClassArea:
    """Pixels and area of one class."""

    name: str
    pixels: int
    share: float
    """Of the known pixels, 0-1."""
    area_m2: float | None


class Tally:
    """Sums and histogram of values that arrive window by window."""

    def __init__(self) -> None:
        self.count, self._sum, self._squares = 0, 0.0, 0.0
        self._histogram = np.zeros(BINS, np.int64)

    def add(self, values: Values) -> None:
        """Add a window."""
        known = values[np.isfinite(values)].astype(np.float64)
        self.count += known.size
        self._sum += float(known.sum())
        self._squares += float((known**2).sum())
        bins = np.clip((known + RANGE) / (2 * RANGE) * BINS, 0, BINS - 1).astype(np.int64)
        self._histogram += np.bincount(bins, minlength=BINS)

    def spread(self) -> Spread:
        """The distribution of all values.

        Raises:
            ReflectanceError: there were none.
        """
        if not self.count:
            text = "No pixel is known here: all is cloud, without data, or divided by nothing; take other dates."
            raise ReflectanceError(notice("no-known-index", text))
        mean = self._sum / self.count
        deviation = max(0.0, self._squares / self.count - mean**2) ** 0.5
        low, median, high = (self._percentile(share) for share in (0.05, 0.5, 0.95))
        return Spread(mean, deviation, low, median, high)

    def _percentile(self, share: float) -> float:
        bin_number = int(np.searchsorted(np.cumsum(self._histogram), share * self.count))
        return round((min(bin_number, BINS - 1) + 0.5) / BINS * 2 * RANGE - RANGE, 3)


class ClassTally:
    """Pixels and area of classes."""

    def __init__(self, names: Sequence[str], grid: Georeference | None) -> None:
        self.names, self.grid = tuple(names), grid
        self._pixels = np.zeros(len(self.names), np.int64)
        self._areas = np.zeros(len(self.names))

    def add(self, window: Window, classes: npt.NDArray[np.int64]) -> None:
        """Add a window; class -1 where it is unknown."""
        known = classes >= 0
        self._pixels += np.bincount(classes[known], minlength=len(self.names))
        if self.grid is not None and known.any():
            areas = self.grid.part(*window).pixel_areas[known]
            self._areas += np.bincount(classes[known], areas, len(self.names))

    def table(self) -> tuple[ClassArea, ...]:
        """A row for each class."""
        total = max(1, int(self._pixels.sum()))
        return tuple(
            ClassArea(name, int(pixels), int(pixels) / total, None if self.grid is None else float(area))
            for name, pixels, area in zip(self.names, self._pixels, self._areas, strict=True)
        )


def classified(values: Values, rule: IndexClasses) -> npt.NDArray[np.int64]:
    """(h, w) class numbers; -1 where unknown."""
    classes = np.searchsorted(np.asarray(rule.limits), np.nan_to_num(values), side="right")
    return np.where(np.isfinite(values), classes, -1).astype(np.int64)
