"""Weighted least squares of many series at once, each with its own weights and columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.series.statistics.clear_values import MAD

Reals = npt.NDArray[np.float64]
RIDGE = 1e-9
"""Added to the diagonal, relative to its mean, so that columns that a gap makes alike do no harm."""
BISQUARE = 4.685
"""Tukey's constant: residuals beyond so many standard deviations have no weight."""
ROUNDS = 3


@dataclass(frozen=True)
class Fit:
    """A fit to n series."""

    coefficients: Reals
    """(n, columns)."""
    residuals: Reals
    """(n, dates), 0 where nothing is known."""
    inverse: Reals
    """(n, columns, columns): the inverse of the normal matrix."""

    @property
    def squares(self) -> Reals:
        """(n,) the sum of squared residuals."""
        return np.asarray((self.residuals**2).sum(axis=1))


def fit(values: Reals, weights: Reals, columns: Reals) -> Fit:
    """The weighted least-squares fit.

    Args:
        values: (n, dates), 0 where nothing is known.
        weights: (n, dates), 0 where nothing is known.
        columns: (n, dates, columns).
    """
    weighted = columns * weights[..., None]
    normal = weighted.transpose(0, 2, 1) @ columns
    size = normal.shape[1]
    scale = np.trace(normal, axis1=1, axis2=2) / size
    normal = normal + (RIDGE * np.maximum(scale, 1e-12))[:, None, None] * np.eye(size)
    inverse = np.linalg.inv(normal)
    right = np.einsum("ntk,nt->nk", weighted, values)
    coefficients = (inverse @ right[..., None])[..., 0]
    residuals = values - (columns @ coefficients[..., None])[..., 0]
    return Fit(coefficients, np.where(weights > 0, residuals, 0.0), inverse)


def robust_fit(values: Reals, known: Reals, columns: Reals) -> Fit:
    """The same with Tukey's weights, so that single outliers hardly move it; `known` is 1 or 0."""
    weights = known
    found = fit(values, weights, columns)
    for _ in range(ROUNDS):
        sizes = np.where(known > 0, np.abs(found.residuals), np.nan)
        spread = MAD * np.nanmedian(sizes, axis=1)
        ratio = np.abs(found.residuals) / (BISQUARE * np.maximum(spread, 1e-9))[:, None]
        weights = known * np.where(ratio < 1, (1 - ratio**2) ** 2, 0.0)
        weights = np.where(weights.sum(axis=1, keepdims=True) > columns.shape[2], weights, known)
        found = fit(values, weights, columns)
    residuals = np.where(known > 0, values - (columns @ found.coefficients[..., None])[..., 0], 0.0)
    return Fit(found.coefficients, residuals, found.inverse)


def slope_widening(known: Reals, columns: Reals) -> Reals:
    """(n,) by how much the variance of a trend is larger where the other columns are fitted to the same values.

    The variance inflation factor of the second column among all columns but the first, times n / (n - columns beyond
    two): what is left when a season is taken off scatters less than the noise.

    Args:
        known: (n, dates), 1 for clear values, else 0.
        columns: (n, dates, columns); a level, a trend, and others.
    """
    count = known.sum(axis=1)
    times = columns[..., 1]
    mean = (times * known).sum(axis=1) / np.maximum(count, 1)
    alone = (known * (times - mean[:, None]) ** 2).sum(axis=1)
    inverse = fit(np.zeros_like(known), known, columns).inverse
    others = columns.shape[2] - 2
    return np.asarray(np.maximum(alone * inverse[:, 1, 1], 1.0) * count / np.maximum(count - others, 1))
