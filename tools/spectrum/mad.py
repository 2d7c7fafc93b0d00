"""Multivariate alteration detection (MAD): change of any kind between two dates of any bands, whatever their gains.

Linear combinations of either date's bands that agree as little as possible are subtracted; under no change the sum of
their squares, in units of their variances, is chi-squared. Reweighted by the probability of no change (IR-MAD) until
the correlations stand still. Less than half of the pixels may have changed. Source: Nielsen, "The regularized
iteratively reweighted MAD method for change detection in multi- and hyperspectral data", IEEE Transactions on Image
Processing 16(2), 2007.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import eigh, solve
from scipy.stats import chi2

MAX_ROUNDS = 40
STILL = 1e-3
"""Change of every correlation between rounds below which they stand still."""
RIDGE = 1e-6
"""Of a band's variance, added to it: bands may be copies of each other."""

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alteration:
    """Change of any kind in one pair."""

    no_change: npt.NDArray[np.float32]
    """(H, W) probability of no change, 0-1; 1 where there is no data."""
    correlations: tuple[float, ...]
    """Canonical correlations of the dates, the lowest first."""
    rounds: int


def alteration(
    before: npt.NDArray[np.floating],
    after: npt.NDArray[np.floating],
    valid: npt.NDArray[np.bool_],
    *,
    reweighted: bool = True,
) -> Alteration:
    """Probability of no change for each pixel.

    Args:
        before: (bands, H, W) values in any unit.
        after: the same shape; its unit may differ.
        valid: (H, W), true where both dates hold data.
        reweighted: until the correlations stand still (IR-MAD); else one round (MAD).

    Examples:
        >>> rng = np.random.default_rng(0)
        >>> earlier = rng.normal(size=(4, 64, 64))
        >>> later = 3 * earlier + 7 + rng.normal(0, 0.1, earlier.shape)
        >>> later[:, 10:20, 10:20] += 9
        >>> seen = alteration(earlier, later, np.ones((64, 64), bool))
        >>> bool(seen.no_change[10:20, 10:20].max() < 0.01), bool(np.median(seen.no_change) > 0.3)
        (True, True)
    """
    dates = [np.asarray(date[:, valid], np.float64) for date in (before, after)]
    no_change = np.ones(valid.shape, np.float32)
    count = dates[0].shape[1]
    if count <= 2 * len(dates[0]):
        return Alteration(no_change, (), 0)
    weights, known, rounds = np.ones(count), np.full(len(dates[0]), -1.0), 0
    squares, correlations = _round(dates[0], dates[1], weights)
    while reweighted and rounds < MAX_ROUNDS and np.abs(correlations - known).max() >= STILL:
        known, rounds = correlations, rounds + 1
        squares, correlations = _round(dates[0], dates[1], chi2.sf(squares, len(correlations)))
    # Reweighting leaves out the tails of what did not change, too, so that its variance comes out too small.
    scale = max(float(np.median(squares)) / chi2.median(len(correlations)), np.finfo(float).tiny)
    no_change[valid] = chi2.sf(squares / scale, len(correlations))
    return Alteration(no_change, tuple(float(one) for one in correlations), rounds + 1)


def _round(before: Values, after: Values, weights: Values) -> tuple[Values, Values]:
    """Squared standardised alterations of each pixel, summed, and the canonical correlations."""
    bands = len(before)
    both = np.concatenate([before, after])
    both = both - np.average(both, axis=1, weights=weights)[:, None]
    deviations = np.sqrt(np.average(both**2, axis=1, weights=weights))
    both /= np.where(deviations > 0, deviations, 1)[:, None]
    spread = (both * weights) @ both.T / weights.sum()
    spread[np.diag_indices(2 * bands)] += RIDGE
    first, cross, second = spread[:bands, :bands], spread[:bands, bands:], spread[bands:, bands:]
    squared, of_before = eigh(cross @ solve(second, cross.T, assume_a="pos"), first)
    correlations = np.sqrt(np.clip(squared, 0, 1 - 1e-9))
    of_after = solve(second, cross.T @ of_before, assume_a="pos")
    lengths = np.sqrt(np.einsum("ij,ik,kj->j", of_after, second, of_after))
    of_after = np.divide(of_after, lengths, out=np.zeros_like(of_after), where=lengths > 0)
    alterations = of_before.T @ both[:bands] - of_after.T @ both[bands:]
    variances = 2 * (1 - correlations)
    return (alterations**2 / variances[:, None]).sum(axis=0), correlations
