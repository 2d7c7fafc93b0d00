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

from tools.alteration.moments import Moments, Values

MAX_ROUNDS = 40
STILL = 1e-3
"""Change of every correlation between rounds below which they stand still."""
RIDGE = 1e-6
"""Of a band's variance, added to it: bands may be copies of each other."""
MIN_SCALE = 1e-3
"""Least scale of the squares: where hardly any pixel differs at all, rounding is no change."""
PIECE = 2**16
"""Pixels whose moments are added at once; fixed, so that sums always come in one order."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """Change of any kind in one pair."""

    no_change: npt.NDArray[np.float32]
    """(H, W) probability of no change, 0-1; 1 where there is no data."""
    correlations: tuple[float, ...]
    """Canonical correlations of the dates, the lowest first."""
    rounds: int


@dataclass(frozen=True)
class AlterationModel:
    """The combinations of bands of a pair, with which any of its pixels is judged by itself."""

    of_before: Values
    """(bands, combinations) factors of the earlier date's bands, in units of the combinations' deviations."""
    of_after: Values
    """The same for the later date."""
    constant: Values
    """(combinations,): what the difference is in the mean."""
    correlations: Values
    """(combinations,): canonical correlations, the lowest first."""
    rounds: int
    scale: float
    """Median of the squares over that of chi-squared: reweighting leaves out the tails of what did not change, too."""

    def combined(self, before: npt.NDArray[np.floating], after: npt.NDArray[np.floating]) -> tuple[Values, Values]:
        """Both dates' combinations, whose differences have deviation 1 and mean 0 where nothing changed.

        Band by band, so that a pixel's value depends on no other pixel of its block.

        Args:
            before: (bands, ...) values.
            after: the same shape.

        Returns:
            (combinations, ...) of either date.
        """
        count, shape = len(self.constant), before.shape[1:]
        first: Values = np.zeros((count, *shape))
        second: Values = np.zeros((count, *shape))
        second += self.constant.reshape(-1, *(1 for _ in shape))
        for place in range(count):
            for band in range(len(before)):
                first[place] += self.of_before[band, place] * before[band].astype(np.float64)
                second[place] += self.of_after[band, place] * after[band].astype(np.float64)
        return first, second

    def squares(self, before: npt.NDArray[np.floating], after: npt.NDArray[np.floating]) -> Values:
        """Squared alterations, summed: chi-squared with a degree of freedom a band where nothing changed."""
        first, second = self.combined(before, after)
        return squared_distance(first, second) / self.scale

    def noise(self, deviation: float) -> float:
        """Mean of the squares where nothing differs but by noise of this deviation in every band of either date."""
        factors = float((self.of_before**2).sum() + (self.of_after**2).sum())
        return deviation**2 * factors / self.scale


def squared_distance(first: Values, second: Values) -> Values:
    """Sum of the squared differences of (combinations, ...) arrays, added in one order."""
    summed: Values = np.zeros(first.shape[1:])
    for one, other in zip(first, second, strict=True):
        summed += (one - other) ** 2
    return summed


def fitted(before: Values, after: Values, *, reweighted: bool = True, rescaled: bool = False) -> AlterationModel:
    """The combinations of bands under which the dates agree where nothing changed.

    Args:
        before: (bands, pixels).
        after: the same shape.
        reweighted: until the correlations stand still (IR-MAD); else one round (MAD).
        rescaled: weigh by squares whose median is that of chi-squared, in every round. Else the weights may gather
            round by round on a few pixels that agree best, such as still water or saturated roofs.
    """
    bands = len(before)
    weights, known = np.ones(before.shape[1]), np.full(bands, -1.0)
    model = _round(before, after, weights, 1)
    while reweighted and model.rounds <= MAX_ROUNDS and np.abs(model.correlations - known).max() >= STILL:
        known, squares = model.correlations, model.squares(before, after)
        squares *= 1.0 if rescaled else model.scale
        model = _round(before, after, chi2.sf(squares, bands), model.rounds + 1)
    return model


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
    first, second = (np.asarray(date[:, valid], np.float64) for date in (before, after))
    no_change = np.ones(valid.shape, np.float32)
    if first.shape[1] <= 2 * len(first):
        return Alteration(no_change, (), 0)
    model = fitted(first, second, reweighted=reweighted)
    no_change[valid] = chi2.sf(model.squares(first, second), len(first))
    return Alteration(no_change, tuple(float(one) for one in model.correlations), model.rounds)


def _round(before: Values, after: Values, weights: Values, number: int) -> AlterationModel:
    """The combinations by pixels of these weights."""
    bands, moments = len(before), Moments(2 * len(before))
    for start in range(0, before.shape[1], PIECE):
        piece = slice(start, start + PIECE)
        moments.add(np.concatenate([before[:, piece], after[:, piece]]), weights[piece])
    deviations = np.sqrt(np.diag(moments.covariance))
    deviations = np.where(deviations > 0, deviations, 1)
    spread = moments.covariance / np.outer(deviations, deviations)
    spread[np.diag_indices(2 * bands)] += RIDGE
    first, cross, second = spread[:bands, :bands], spread[:bands, bands:], spread[bands:, bands:]
    squared, of_before = eigh(cross @ solve(second, cross.T, assume_a="pos"), first)
    correlations = np.sqrt(np.clip(squared, 0, 1 - 1e-9))
    of_after = solve(second, cross.T @ of_before, assume_a="pos")
    lengths = np.sqrt(np.einsum("ij,ik,kj->j", of_after, second, of_after))
    of_after = np.divide(of_after, lengths, out=np.zeros_like(of_after), where=lengths > 0)
    units = np.sqrt(2 * (1 - correlations))
    factors = [of_before / deviations[:bands, None] / units, of_after / deviations[bands:, None] / units]
    constant = factors[0].T @ moments.mean[:bands] - factors[1].T @ moments.mean[bands:]
    bare = AlterationModel(factors[0], factors[1], constant, correlations, number, 1.0)
    median = float(np.median(bare.squares(before, after))) / float(chi2.median(bands))
    return AlterationModel(factors[0], factors[1], constant, correlations, number, max(median, MIN_SCALE))
