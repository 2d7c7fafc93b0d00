"""Weighted mean and covariance of many bands, added up piece by piece, so that a scene need not be held at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]


class Moments:
    """The moments of all pixels added so far; pieces may be of any size.

    After Chan, Golub and LeVeque 1983 (The American Statistician 37): means and scatters of pieces are joined, no sums
    of squares of raw values, which would cancel.

    Examples:
        >>> moments = Moments(1)
        >>> moments.add(np.array([[1.0, 2.0]]), np.ones(2))
        >>> moments.add(np.array([[6.0]]), np.ones(1))
        >>> float(moments.mean[0]), round(float(moments.covariance[0, 0]), 3)
        (3.0, 4.667)
    """

    def __init__(self, bands: int) -> None:
        """Hold no pixel yet."""
        self.weight = 0.0
        self.mean: Values = np.zeros(bands)
        self._scatter: Values = np.zeros((bands, bands))

    def add(self, values: Values, weights: Values) -> None:
        """Add pixels.

        Args:
            values: (bands, pixels).
            weights: (pixels,), not negative.
        """
        weight = float(weights.sum())
        if weight <= 0:
            return
        mean = values @ weights / weight
        centred = values - mean[:, None]
        whole, apart = self.weight + weight, mean - self.mean
        self._scatter += (centred * weights) @ centred.T + np.outer(apart, apart) * (self.weight * weight / whole)
        self.mean = self.mean + apart * (weight / whole)
        self.weight = whole

    @property
    def covariance(self) -> Values:
        """(bands, bands); zeros where no pixel weighs anything."""
        return self._scatter / self.weight if self.weight else self._scatter
