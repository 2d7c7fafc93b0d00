"""From squared alterations to a probability of change that holds for the scene at hand: its quiet half tells the rest.

Chi-squared is what squares of one pixel follow under no change of Gaussian bands. Real scenes have heavier tails:
haze and season differ everywhere. So the width is taken from the scene: cube roots of gamma variables are nearly normal
(Wilson and Hilferty 1931, PNAS 17), and the lower half of them holds hardly any change. How
many more pixels there are than this normal explains is the probability of change (local false discovery rate with an
empirical null, Efron 2004, Journal of the American Statistical Association 99).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import norm
from sklearn.isotonic import isotonic_regression

from tools.alteration.mad import squared_distance
from tools.alteration.moments import Values

BELOW = float(norm.cdf(-1))
"""Share of a normal below its mean less a deviation."""
BINS = np.linspace(-4.0, 12.0, 161)
"""Deviations from the middle of no change between which pixels are counted."""
MIN_WIDTH = 0.02
"""Least deviation of the cube roots, which lie about 1: of drawn scenes whose pixels are all alike."""

UNDECIDED = 0.49
"""Most that is told where the dates differ by no more than noise."""


@dataclass(frozen=True)
class Calibration:
    """How probable change is where the smoothed cube root of the squares has a value."""

    middle: float
    width: float
    """Deviation of the values of what did not change."""
    floor: float
    """What noise alone reaches; below it change is never likely."""
    changed: Values
    """(bins,) probability of change at the middle of each of BINS, rising."""

    def probability(self, roots: Values, own: Values) -> npt.NDArray[np.float32]:
        """Probability of change, 0-1.

        Args:
            roots: as `smoothed_roots` gives them, in any shape.
            own: cube roots of the pixels by themselves: the rim of what changed is smoothed up, but quiet by itself.
        """
        places = (BINS[1:] + BINS[:-1]) / 2
        told = np.interp((roots - self.middle) / self.width, places, self.changed)
        if self.floor > 0:
            quiet = np.minimum(told, UNDECIDED) * np.clip(roots / self.floor, 0, 1)
            told = np.where(roots > self.floor, told, quiet)
        at_rim = own <= self.middle + self.width
        return np.where(at_rim, np.minimum(told, UNDECIDED), told).astype(np.float32)


def calibrated(roots: Values, noise: float) -> Calibration:
    """The calibration by the values of a scene, or of a sample of it.

    Args:
        roots: (pixels,) as `smoothed_roots` gives them, more than none.
        noise: mean of the squares where the dates differ by the noise of their sensors alone.
    """
    middle = float(np.median(roots))
    width = max(middle - float(np.quantile(roots, BELOW)), MIN_WIDTH)
    deviations = np.clip((roots - middle) / width, BINS[0], BINS[-1])
    counts = np.histogram(deviations, BINS)[0].astype(np.float64)
    explained = np.diff(norm.cdf(BINS)) * len(roots)
    # Below the middle nothing counts as change, whatever the shape of the quiet half.
    beyond = np.where(BINS[1:] <= 0, 0.0, 1 - np.minimum(1.0, explained / np.maximum(counts, 1)))
    rising = isotonic_regression(beyond, sample_weight=np.maximum(counts, 1), y_min=0, y_max=1)
    return Calibration(middle, width, float(np.cbrt(noise)), np.asarray(rising, np.float64))


def least_squares(first: Values, second: Values, valid: npt.NDArray[np.bool_]) -> Values:
    """Squared distance of the dates, the least over shifts of half a pixel of either: edges that moved are no change.

    Local co-registration adjustment (Theiler and Wohlberg 2012, IEEE Transactions on Geoscience and Remote Sensing 50).

    Args:
        first: (combinations, H, W) as `AlterationModel.combined` gives them.
        second: the same of the later date.
        valid: (H, W); the others lend nothing to their neighbours.

    Returns:
        (H, W), NaN where it is not valid.
    """
    here = [np.where(valid, date, np.nan) for date in (first, second)]
    least = squared_distance(*here)
    for shifted, other in ((here[0], here[1]), (here[1], here[0])):
        for moved in _half_shifts(shifted):
            least = np.fmin(least, squared_distance(moved, other))
    return np.where(valid, least, np.nan)


def _half_shifts(image: Values) -> Iterator[Values]:
    """An image, (combinations, H, W), seen from half a pixel aside in each of eight directions."""
    height, width = image.shape[1:]
    padded = np.pad(image, ((0, 0), (1, 1), (1, 1)), constant_values=np.nan)

    def moved(down: int, right: int) -> Values:
        return padded[:, 1 + down : 1 + down + height, 1 + right : 1 + right + width]

    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            if down and right:
                yield (image + moved(down, 0) + moved(0, right) + moved(down, right)) / 4
            elif down or right:
                yield (image + moved(down, right)) / 2


def smoothed_roots(own: Values, valid: npt.NDArray[np.bool_]) -> Values:
    """Cube roots, each the mean of its valid 3 x 3 neighbours: single pixels are noise.

    Neighbours are added one by one in one order, so that a pixel's value does not depend on its block.

    Args:
        own: (H, W) cube roots of the squares.
        valid: (H, W); the others count nowhere, and get 0.
    """
    roots, weights = np.pad(np.where(valid, own, 0.0), 1), np.pad(valid.astype(np.float64), 1)
    height, width = own.shape
    summed, counted = np.zeros((2, height, width))
    for down in range(3):
        for right in range(3):
            here = np.s_[down : down + height, right : right + width]
            summed += roots[here]
            counted += weights[here]
    return np.where(valid, summed / np.maximum(counted, 1), 0.0)
