"""What is fitted to a series beside its steps: a level, a trend, and the season as harmonics of a year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.series.statistics.clear_values import Times

MIN_DATES, MIN_YEARS = 12, 1.0
"""Dates, and years between the first and the last, from which on a season is fitted; below is too little of it."""
TWO_HARMONICS_FROM = 20
"""Clear dates from which on the season may have two harmonics, which four numbers more have to be fitted for."""
LEVEL, TREND = 0, 1
"""Columns of a design."""


@dataclass(frozen=True)
class Design:
    """The columns that are fitted to each series."""

    columns: npt.NDArray[np.float64]
    """(dates, columns): level, years from the middle, then cosine and sine of each harmonic."""
    harmonics: int
    """Of a year; 0: no season is fitted."""

    @property
    def min_clear(self) -> int:
        """Clear dates below which nothing is told."""
        return int(self.columns.shape[1]) + 4

    @property
    def season(self) -> npt.NDArray[np.float64]:
        """(dates, columns) of the season alone."""
        return self.columns[:, TREND + 1 :]


def design(years: Times, typical_clear: float) -> Design:
    """The design for series of these dates.

    Args:
        years: (dates,) increasing, of the calendar, so that whole numbers are turns of the year.
        typical_clear: how many dates are clear in most places.
    """
    fits = len(years) >= MIN_DATES and years[-1] - years[0] >= MIN_YEARS
    harmonics = (2 if typical_clear >= TWO_HARMONICS_FROM else 1) if fits else 0
    columns = [np.ones_like(years), years - years.mean()]
    for number in range(1, harmonics + 1):
        columns += [np.cos(2 * np.pi * number * years), np.sin(2 * np.pi * number * years)]
    return Design(np.stack(columns, axis=1), harmonics)
