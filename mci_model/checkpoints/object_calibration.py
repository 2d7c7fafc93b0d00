"""How many of the buildings that are marked are there, calibrated on pairs that the network was not trained on.

Counts get intervals as areas do (`area_calibration`): rows of houses are merged, small pieces are often none. Each
building gets the probability that it is one, from its size and the mean of its pixels (logistic: Platt 1999).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Protocol

import numpy as np
from pydantic import Field

from mci_model.checkpoints.area_calibration import conformal_factors

ADDED = 1.0
"""Objects that are added to either count, so that nothing is divided by zero."""
EDGES = (0.2, 1.5, 3.5, 6.5, 12.5)
"""Upper ends of the classes of counts; the last class has none."""
MIN_OBJECTS = 40
"""With fewer objects of either kind their probabilities are not calibrated."""
LEAST, MOST = 0.01, 0.999
"""Probabilities are kept within, so that their odds stay finite."""
REAL_FROM = 0.5
"""Share of a marked building's pixels that belong to labelled ones, from which it is one."""
DOUBTFUL_BELOW = 0.5
Factor = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Weight = Annotated[float, Field(allow_inf_nan=False)]


class Marked(Protocol):
    """A building that the network marks."""

    @property
    def pixels(self) -> int:
        """Its size."""

    @property
    def probability(self) -> float:
        """Mean over its pixels, 0-1."""


@dataclass(frozen=True, slots=True)
class MarkedObject:
    """A building that the network marks in a calibration pair."""

    pixels: int
    probability: float
    """Mean over its pixels, 0-1."""
    is_real: bool
    """Whether most of it lies on labelled buildings."""


@dataclass(frozen=True, slots=True)
class ObjectCalibration:
    """Factors of the bounds of a count, by its size; and weights of a building's size and probability."""

    level: Annotated[float, Field(gt=0, lt=1)]
    """Nominal coverage of the bounds, 0-1."""
    edges: tuple[Factor, ...]
    """Upper ends of the classes of counts but the last."""
    low: tuple[Factor, ...]
    high: tuple[Factor, ...]
    pairs: int
    """Number of calibration pairs."""
    weights: tuple[Weight, Weight, Weight] | None = None
    """Intercept, and weights of the logarithm of the pixels and of the odds; None where too few objects were marked."""

    def interval(self, count: int, expected: float | None = None) -> tuple[int, int]:
        """Fewest and most buildings that are there.

        Args:
            count: how many are marked.
            expected: sum of their probabilities to be one; None: as many as are marked.
        """
        size = float(count) if expected is None or self.weights is None else expected
        index = min(int(np.searchsorted(self.edges, size)), len(self.low) - 1, len(self.high) - 1)
        low, high = ((size + ADDED) * factor[index] - ADDED for factor in (self.low, self.high))
        return max(0, min(math.ceil(low - 1e-9), count)), max(math.floor(high + 1e-9), count)

    def real(self, pixels: int, probability: float) -> float | None:
        """Probability that a marked building is one, 0-1; None where it is not calibrated."""
        if self.weights is None:
            return None
        features = np.array([1.0, *_features(pixels, probability)])
        return float(1 / (1 + np.exp(-np.clip(features @ np.array(self.weights), -50, 50))))

    def expected(self, marked: Iterable[Marked]) -> float:
        """How many of some marked buildings are there, by the sum of their probabilities; all, if not calibrated."""
        told = [self.real(one.pixels, one.probability) for one in marked]
        return float(sum(1.0 if one is None else one for one in told))

    def doubts(self, pixels: int, probability: float) -> bool:
        """Whether a marked building is more probably none."""
        real = self.real(pixels, probability)
        return real is not None and real < DOUBTFUL_BELOW


def fit(marked: Sequence[Sequence[MarkedObject]], true: Sequence[int], level: float = 0.9) -> ObjectCalibration:
    """Calibrate counts and buildings on pairs.

    Args:
        marked: of each pair, its marked buildings.
        true: how many are labelled in the same pairs.
        level: nominal coverage of the bounds of counts.
    """
    weights = _weights([one for pair in marked for one in pair])
    alone = ObjectCalibration(level, (), (1.0,), (1.0,), len(true), weights)
    sizes = [alone.expected(pair) for pair in marked]
    edges, low, high = conformal_factors(sizes, true, level, ADDED, EDGES)
    return ObjectCalibration(level, edges, low, high, len(true), weights)


def held(calibration: ObjectCalibration, marked: Sequence[Sequence[MarkedObject]], true: Sequence[int]) -> float:
    """Share of pairs whose true count lies within the bounds."""
    bounds = [calibration.interval(len(pair), calibration.expected(pair)) for pair in marked]
    return float(np.mean([low <= count <= high for (low, high), count in zip(bounds, true, strict=True)]))


def _features(pixels: int, probability: float) -> tuple[float, float]:
    share = min(max(probability, LEAST), MOST)
    return math.log(max(pixels, 1)), math.log(share / (1 - share))


def _weights(marked: Sequence[MarkedObject]) -> tuple[float, float, float] | None:
    from sklearn.linear_model import LogisticRegression

    real = np.array([one.is_real for one in marked], bool)
    if min(real.sum(), (~real).sum()) < MIN_OBJECTS:
        return None
    model = LogisticRegression(C=1e3).fit([_features(one.pixels, one.probability) for one in marked], real)
    size, odds = model.coef_[0]
    return float(model.intercept_[0]), float(size), float(odds)
