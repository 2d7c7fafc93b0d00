"""Sums by parcel over windows: pixels and ground by code, means of values. Knows no class and no file."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.parcels.parcel_grid import Numbers, ParcelGrid

Codes = npt.NDArray[np.integer]
"""(h, w): what became what; 0 where nothing is known."""
Areas = npt.NDArray[np.float64]
"""(h, w) or (h, 1): square metres of a pixel, or 1 where they are not known."""
Values = npt.NDArray[np.float32]


class ParcelTally:
    """Adds up codes and values by parcel."""

    def __init__(self, grid: ParcelGrid, codes: int) -> None:
        """Begin with nothing, for codes from 0 to `codes` - 1."""
        self.grid = grid
        shape = (len(grid), codes)
        self.pixels = np.zeros(shape, np.int64)
        """(parcels, codes)."""
        self.areas = np.zeros(shape)
        """(parcels, codes), square metres."""
        self._sums = np.zeros(len(grid))
        self._known = np.zeros(len(grid), np.int64)

    def add(self, window: Window, codes: Codes, areas: Areas, values: Values | None = None) -> None:
        """Add a window; of `values`, (h, w), those that are NaN are left out."""
        for numbers in self.grid.numbers(window):
            self._add(numbers, codes, np.broadcast_to(areas, codes.shape), values)

    def _add(self, numbers: Numbers, codes: Codes, areas: Areas, values: Values | None) -> None:
        inside = numbers > 0
        here = numbers[inside]
        places, width = np.flatnonzero(np.bincount(here)) - 1, self.pixels.shape[1]
        rows = np.zeros(len(self.grid) + 1, np.int64)
        rows[places + 1] = np.arange(len(places))
        row_of = rows[here]
        cells = row_of * width + codes[inside]
        size = len(places) * width
        self.pixels[places] += np.bincount(cells, minlength=size).reshape(-1, width)
        self.areas[places] += np.bincount(cells, areas[inside], size).reshape(-1, width)
        if values is not None:
            told = values[inside]
            known = np.isfinite(told)
            self._known[places] += np.bincount(row_of[known], minlength=len(places))
            self._sums[places] += np.bincount(row_of[known], told[known], len(places))

    @property
    def means(self) -> npt.NDArray[np.float64]:
        """(parcels,): of the values; NaN where none is known."""
        with np.errstate(invalid="ignore"):
            return self._sums / np.where(self._known, self._known, np.nan)
