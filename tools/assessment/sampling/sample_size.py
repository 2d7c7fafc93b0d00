"""How many points a stratified sample needs, and how many of them each stratum gets. Knows no map.

Cochran 1977, eq. 5.25, as Olofsson et al. 2014 (Remote Sensing of Environment 148, eq. 13) use it for maps.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tools.errors import AssessmentError

EXPECTED_COMMON, EXPECTED_RARE = 0.9, 0.7
"""User's accuracy expected of the largest class, and of the others, where no one states another."""
LEAST_POINTS = 2
"""Of a stratum: one point has no variance."""


def sample_size(weights: Sequence[float], expected: Sequence[float], standard_error: float, pixels: int) -> int:
    """Points for an overall accuracy of this standard error.

    Args:
        weights: share of each stratum, which sum to one.
        expected: user's accuracy of each, 0-1.
        standard_error: wished, of the overall accuracy, 0-1.
        pixels: of the whole map.

    Raises:
        AssessmentError: the standard error is none.
    """
    if not 0 < standard_error < 0.5:
        raise AssessmentError(
            f"A standard error of {standard_error:g} is none that a sample can have; give a share such as 0.01."
        )
    shares, accuracies = np.asarray(weights, np.float64), np.asarray(expected, np.float64)
    deviations = np.sqrt(accuracies * (1 - accuracies))
    wished = standard_error**2 + float((shares * deviations**2).sum()) / pixels
    return max(1, math.ceil(float((shares * deviations).sum()) ** 2 / wished - 1e-9))


def allocation(total: int, pixels: Sequence[int], least: int) -> tuple[int, ...]:
    """Points of each stratum: by its size, but no fewer than `least`, and no more than it has pixels.

    Strata that would get fewer are given `least`, and the others share what is left by their sizes (Olofsson et al.
    2014, 5.1.2). Where the least of all together are more than `total`, the sample grows.
    """
    sizes = np.asarray(pixels, np.int64)
    floor = np.minimum(max(least, LEAST_POINTS), sizes)
    raised = np.zeros(len(sizes), bool)
    while True:
        left = max(0, total - int(floor[raised].sum()))
        shares = np.where(raised, 0, sizes) * (left / max(1, int(sizes[~raised].sum())))
        short = ~raised & (shares < floor)
        if not short.any():
            break
        raised |= short
    points = np.where(raised, floor, np.minimum(_rounded(shares), sizes))
    return tuple(int(count) for count in points)


def _rounded(shares: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Whole numbers with the same sum, by largest remainders."""
    whole = np.floor(shares + 1e-9).astype(np.int64)
    missing = round(float(shares.sum())) - int(whole.sum())
    largest = np.argsort(whole - shares, kind="stable")[: max(0, missing)]
    whole[largest] += 1
    return whole
