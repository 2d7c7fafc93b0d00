"""Series with gaps, their clear values moved to the front, so that neighbours in time are neighbours in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float32]
"""(n, dates) values of n series, NaN where they are not known."""
Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
Times = npt.NDArray[np.float64]
"""(dates,) years, increasing."""
MAD = 1.4826
"""Standard deviation of a normal distribution by its median absolute deviation."""


@dataclass(frozen=True)
class ClearValues:
    """Clear values in front, gaps behind them."""

    values: Values
    """(n, dates): NaN behind the clear ones."""
    order: Counts
    """(n, dates): number of the date of each value."""
    count: Counts
    """(n,): clear dates."""

    @property
    def known(self) -> Flags:
        """(n, dates): where a value is one."""
        return np.asarray(np.arange(self.values.shape[1]) < self.count[:, None])

    def back(self, flags: Flags) -> Flags:
        """(n, dates): flags of values as flags of dates."""
        placed = np.zeros_like(flags)
        np.put_along_axis(placed, self.order, flags, axis=1)
        return placed


def clear_values(values: Values) -> ClearValues:
    """The clear values of each series in the order of their dates."""
    missing = np.isnan(values)
    order = np.argsort(missing, axis=1, kind="stable")
    return ClearValues(np.take_along_axis(values, order, axis=1), order, (~missing).sum(axis=1))


def noise(clear: ClearValues) -> npt.NDArray[np.float64]:
    """(n,) standard deviation of a single value, by the median absolute difference of neighbours; 0 of one value.

    Differences are little moved by steps and trends, and their median not by single outliers.
    """
    steps = np.abs(np.diff(clear.values, axis=1))
    steps.sort(axis=1)  # gaps are behind
    pairs = np.maximum(clear.count - 1, 0)
    rows = np.arange(len(steps))
    low, high = np.maximum((pairs - 1) // 2, 0), np.minimum(pairs // 2, max(0, steps.shape[1] - 1))
    middle = (steps[rows, low] + steps[rows, high]) / 2
    return np.asarray(np.where(pairs > 0, np.nan_to_num(middle), 0) * MAD / np.sqrt(2), np.float64)


def dips(clear: ClearValues, threshold: npt.NDArray[np.float64], *, ends: bool) -> Flags:
    """(n, dates) of values that leave the level of both neighbours by more than a threshold, and at once come back.

    Args:
        clear: the series; without their season, where there is one.
        threshold: (n,) in units of the values.
        ends: whether a first or a last value that leaves its one neighbour counts, too: nothing confirms it.
    """
    values, limit = clear.values, threshold[:, None]
    found = np.zeros(values.shape, bool)
    if values.shape[1] < 3:
        return found
    before, after = values[:, 1:-1] - values[:, :-2], values[:, 1:-1] - values[:, 2:]
    with np.errstate(invalid="ignore"):
        found[:, 1:-1] = (
            (np.minimum(np.abs(before), np.abs(after)) > limit)
            & (np.sign(before) == np.sign(after))
            & (np.abs(values[:, 2:] - values[:, :-2]) <= limit)
        )
        if ends:
            rows, last = np.arange(len(values)), np.maximum(clear.count - 1, 1)
            found[rows, last] |= (np.abs(values[rows, last] - values[rows, last - 1]) > threshold) & (clear.count > 2)
            found[:, 0] |= (np.abs(values[:, 0] - values[:, 1]) > threshold) & ~found[:, 1] & (clear.count > 2)
    return found & clear.known
