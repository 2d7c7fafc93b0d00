"""Prediction intervals of changed area, calibrated on pairs that the network was not trained on.

Split conformal prediction (Papadopoulos et al. 2002; Vovk et al. 2005): the ratio of true to predicted area, both with
a few pixels added to avoid division by zero, is collected by predicted size, and its outer quantiles are the interval.
It is valid, for single pairs, on images like those of the calibration.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

import numpy as np
from pydantic import Field, TypeAdapter, ValidationError

from mci_model.errors import WeightsError
from mci_model.files.json_files import first_fault

ADDED_PIXELS = 100.0
MIN_PAIRS = 40
"""Size classes with fewer pairs are merged with the next smaller one: their quantiles would be unreliable."""
EDGES = (0.5, 300.0, 1000.0, 3000.0, 8000.0)
"""Upper ends of the size classes, predicted pixels; the last class has none."""
Real = Annotated[float, Field(ge=0, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class AreaCalibration:
    """Factors of the lower and upper bounds, by predicted size."""

    level: Annotated[float, Field(gt=0, lt=1)]
    """Nominal coverage, 0-1."""
    edges: tuple[Real, ...]
    """Upper ends of the size classes but the last, predicted pixels."""
    low: tuple[Real, ...]
    high: tuple[Real, ...]
    pairs: int
    """Number of calibration pairs."""

    def interval(self, predicted: float) -> tuple[float, float]:
        """Lower and upper bound of the true area, pixels, for `predicted` pixels."""
        index = int(np.searchsorted(self.edges, predicted))
        ends = ((predicted + ADDED_PIXELS) * factor[index] - ADDED_PIXELS for factor in (self.low, self.high))
        low, high = ends
        return max(0.0, min(low, predicted)), max(high, predicted)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> AreaCalibration:
        """Read values of `to_json`.

        Raises:
            WeightsError: they are no calibration.
        """
        try:
            read = TypeAdapter(cls).validate_python(values)
        except ValidationError as error:
            raise WeightsError(f"The calibration of areas is wrong: {first_fault(error)}.") from error
        if not len(read.edges) + 1 == len(read.low) == len(read.high) or list(read.edges) != sorted(read.edges):
            raise WeightsError("The calibration of areas is wrong: it needs two factors for each class of size.")
        return read


def fit(predicted: Sequence[float], true: Sequence[float], level: float = 0.9) -> AreaCalibration:
    """Calibrate intervals on pairs.

    Args:
        predicted: predicted pixels of each pair.
        true: labelled pixels of each pair.
        level: nominal coverage.
    """
    edges, low, high = conformal_factors(predicted, true, level, ADDED_PIXELS, EDGES)
    return AreaCalibration(level, edges, low, high, len(predicted))


def conformal_factors(
    predicted: Sequence[float], true: Sequence[float], level: float, added: float, edges: Sequence[float]
) -> tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]:
    """Outer quantiles of the ratio of true to predicted sizes, both with a number added, by predicted size.

    Args:
        predicted: size of each pair.
        true: of the same pairs.
        level: nominal coverage.
        added: to either size, so that nothing is divided by zero.
        edges: upper ends of the size classes; those that would hold few pairs are merged.

    Returns:
        The edges that remain, and the lower and upper factor of each class, one more than edges.
    """
    sizes, truth = np.asarray(predicted, float), np.asarray(true, float)
    ratio = (truth + added) / (sizes + added)
    kept = _populated_edges(sizes, edges)
    classes = np.searchsorted(kept, sizes)
    low, high = [], []
    for number in range(len(kept) + 1):
        inside = np.sort(ratio[classes == number])
        low.append(_quantile(inside, (1 - level) / 2, upper=False))
        high.append(_quantile(inside, (1 + level) / 2, upper=True))
    return tuple(kept), tuple(low), tuple(high)


def coverage(calibration: AreaCalibration, predicted: Sequence[float], true: Sequence[float]) -> float:
    """Share of pairs whose true area lies in the interval."""
    ends = [calibration.interval(predicted_area) for predicted_area in predicted]
    return float(np.mean([low <= true_area <= high for (low, high), true_area in zip(ends, true, strict=True)]))


def _populated_edges(predicted_area: np.ndarray, wanted: Sequence[float]) -> list[float]:
    """The edges between size classes that hold enough pairs each."""
    edges: list[float] = []
    previous = -math.inf
    for edge in wanted:
        inside, above = (
            int(((predicted_area > previous) & (predicted_area <= edge)).sum()),
            int((predicted_area > edge).sum()),
        )
        if inside >= MIN_PAIRS and above >= MIN_PAIRS:
            edges.append(edge)
            previous = edge
    return edges


def _quantile(ordered: np.ndarray, share: float, *, upper: bool) -> float:
    """The empirical quantile, moved outwards by one place as finite samples demand; 1 where there is no sample."""
    if not len(ordered):
        return 1.0
    index = math.ceil((len(ordered) + 1) * share) - 1 if upper else math.floor((len(ordered) + 1) * share) - 1
    return float(ordered[min(max(index, 0), len(ordered) - 1)])
