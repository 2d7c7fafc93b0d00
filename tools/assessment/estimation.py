"""Areas and accuracies of a map from a labelled stratified sample, with standard errors. Knows no file and no place.

Olofsson et al. 2014, Remote Sensing of Environment 148, 42-57: eq. 4-11, strata being the classes of the map.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.errors import AssessmentError

Z_95 = 1.96
"""Standard errors on either side of an estimate that hold the truth in 95 % of samples, as the paper has it."""
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Estimates:
    """What a confusion matrix tells of a map; arrays are (classes,), NaN where nothing can be told."""

    adjusted: Numbers
    """Estimated share of each class, 0-1."""
    adjusted_error: Numbers
    """Standard error of that share."""
    users: Numbers
    """Of what is mapped as the class, the share that is right."""
    users_error: Numbers
    producers: Numbers
    """Of what is truly the class, the share that is mapped as it."""
    producers_error: Numbers
    overall: float
    overall_error: float


def estimate(matrix: npt.ArrayLike, weights: npt.ArrayLike) -> Estimates:
    """Areas and accuracies from a confusion matrix.

    Args:
        matrix: (classes, classes) points by class of the map (rows) and of the labels (columns).
        weights: (classes,) mapped area of each class, in any unit.

    Raises:
        AssessmentError: a class of the map that covers ground has fewer than two points.
    """
    counts, area = np.asarray(matrix, np.float64), np.asarray(weights, np.float64)
    shares, rows = area / area.sum(), counts.sum(1)
    if bool(((rows < 2) & (shares > 0)).any()):
        numbers = ", ".join(str(1 + place) for place in np.flatnonzero((rows < 2) & (shares > 0)).tolist())
        raise AssessmentError(f"Too few labelled points in class {numbers} of the map; label two or more in each.")
    parts = counts / np.maximum(rows, 1)[:, None]
    variances = shares[:, None] ** 2 * parts * (1 - parts) / np.maximum(rows - 1, 1)[:, None]
    adjusted = shares @ parts
    right = np.diag(parts)
    users, users_error = np.where(rows > 0, right, np.nan), np.sqrt(right * (1 - right) / np.maximum(rows - 1, 1))
    producers, producers_error = _producers(shares, right, variances, adjusted)
    return Estimates(
        adjusted=adjusted,
        adjusted_error=np.sqrt(variances.sum(0)),
        users=users,
        users_error=np.where(rows > 0, users_error, np.nan),
        producers=producers,
        producers_error=producers_error,
        overall=min(1.0, float(shares @ right)),  # sums of shares are rounded
        overall_error=float(np.sqrt(np.diag(variances).sum())),
    )


def _producers(shares: Numbers, right: Numbers, variances: Numbers, adjusted: Numbers) -> tuple[Numbers, Numbers]:
    """Producer's accuracies and their standard errors (eq. 7), from shares; NaN where no point is the class."""
    known = adjusted > 0
    whole = np.where(known, adjusted, 1.0)
    accuracy = np.minimum(shares * right / whole, 1.0)
    own = np.diag(variances)
    others = variances.sum(0) - own
    error = np.sqrt((1 - accuracy) ** 2 * own + accuracy**2 * others) / whole
    return np.where(known, accuracy, np.nan), np.where(known, error, np.nan)
