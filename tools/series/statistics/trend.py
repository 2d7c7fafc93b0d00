"""Trends of many series with gaps and uneven dates: Theil and Sen's slope, and the test of Mann and Kendall.

Sen, P. K. (1968), Journal of the American Statistical Association 63, 1379-1389; Kendall, M. G. (1975), Rank
Correlation Methods, with the variance of tied values; limits of the slope after Gilbert, R. O. (1987), chapter 16.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import erfc, ndtri

from tools.series.statistics.clear_values import ClearValues, Times, Values, clear_values

Reals = npt.NDArray[np.float64]
CHUNK = 1 << 20
"""Pairs of dates, of all series together, that are looked at in one go."""
MIN_VALUES = 3
"""Clear values below which no slope is told."""


@dataclass(frozen=True)
class Trends:
    """Trends of n series; NaN where too few values are clear."""

    slope: Reals
    """(n,) units a year."""
    low: Reals
    """(n,) lower limit of the slope at the level asked for."""
    high: Reals
    p_value: Reals
    """(n,) two-sided probability of such ranks without a trend, of values that do not depend on each other."""
    score: Reals
    """(n,) Kendall's S: pairs that rise less pairs that fall."""
    variance: Reals
    """(n,) of S without a trend."""


def trends(values: Values, years: Times, level: float = 0.95, widening: Reals | None = None) -> Trends:
    """The trends of series.

    Args:
        values: (n, dates), NaN where they are not known.
        years: (dates,) increasing.
        level: of the limits of the slope, 0-1.
        widening: (n,) by how much the variance of a slope is larger than that of values from which no season was
            taken off; None: 1.
    """
    clear = clear_values(values)
    wider = np.ones(len(values)) if widening is None else widening
    pairs = max(1, values.shape[1] * (values.shape[1] - 1) // 2)
    rows = max(1, CHUNK // pairs)
    found = np.full((6, len(values)), np.nan)
    for start in range(0, len(values), rows):
        part = slice(start, start + rows)
        chunk = ClearValues(clear.values[part], clear.order[part], clear.count[part])
        found[:, part] = _of_chunk(chunk, years, float(ndtri((1 + level) / 2)), wider[part])
    return Trends(*found)


def _of_chunk(clear: ClearValues, years: Times, quantile: float, wider: Reals) -> Reals:
    """(6, n) of the fields of `Trends`."""
    most = int(clear.count.max(initial=0))
    if most < MIN_VALUES:
        return np.full((6, len(clear.values)), np.nan)
    values = clear.values[:, :most]
    times = years[clear.order[:, :most]].astype(np.float32)
    first, second = np.triu_indices(most, 1)
    slopes = np.ascontiguousarray(values[:, second] - values[:, first])
    score: Reals = np.asarray(np.nansum(np.sign(slopes), axis=1, dtype=np.float64))
    with np.errstate(invalid="ignore", divide="ignore"):
        slopes /= times[:, second] - times[:, first]
    slopes.sort(axis=1)  # those with a gap are NaN, which come last
    n = clear.count.astype(np.float64)
    variance: Reals = (n * (n - 1) * (2 * n + 5) - _ties(values)) / 18
    pairs = n * (n - 1) / 2
    widened: Reals = np.asarray(np.maximum(variance, 0) * wider)
    reach = quantile * np.sqrt(widened)
    told = np.stack(
        [
            _at(slopes, (pairs - 1) / 2, pairs),
            _at(slopes, (pairs - reach) / 2 - 1, pairs),
            _at(slopes, (pairs + reach) / 2, pairs),
            _p_value(score, widened),
            score,
            variance,
        ]
    )
    return np.where(clear.count >= MIN_VALUES, told, np.nan)


def _at(sorted_slopes: Values, place: Reals, pairs: Reals) -> Reals:
    """(n,) values at fractional places of sorted ones, of which the first `pairs` count."""
    place = np.clip(place, 0, np.maximum(pairs - 1, 0))
    below = np.floor(place).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(pairs - 1, 0).astype(np.int64))
    rows = np.arange(len(sorted_slopes))
    low, high = sorted_slopes[rows, below].astype(np.float64), sorted_slopes[rows, above].astype(np.float64)
    return np.asarray(low + (high - low) * (place - below))


def _ties(values: Values) -> Reals:
    """(n,) the sum of t (t - 1) (2 t + 5) over groups of t equal values."""
    ordered = np.sort(values, axis=1)
    run, total = np.ones(len(values)), np.zeros(len(values))
    for place in range(1, ordered.shape[1]):
        equal = ordered[:, place] == ordered[:, place - 1]
        longer = np.where(equal, run + 1, 1.0)
        total += np.where(equal, _of_run(longer) - _of_run(run), 0.0)
        run = longer
    return total


def _of_run(length: Reals) -> Reals:
    return length * (length - 1) * (2 * length + 5)


def _p_value(score: Reals, variance: Reals) -> Reals:
    """Two-sided, with the continuity correction; 1 where all values are equal."""
    with np.errstate(invalid="ignore", divide="ignore"):
        z = (np.abs(score) - 1) / np.sqrt(variance)
    return np.asarray(np.where((variance > 0) & (score != 0), erfc(np.maximum(z, 0) / np.sqrt(2)), 1.0))
