"""How far a changed area may be from the truth: intervals learnt from pairs that the network was not trained on.

Split conformal prediction (Papadopoulos et al. 2002; Vovk et al. 2005): the ratio of true to predicted area, both with
a few pixels added so that nothing is divided by nothing, is gathered by predicted size, and its outer quantiles are
the interval. It holds for images like those it was learnt from, taken pair by pair.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

ADDED_PIXELS = 100.0
MIN_PAIRS = 40
"""Size classes with fewer pairs are merged with the next smaller one: their quantiles would mean little."""
EDGES = (0.5, 300.0, 1000.0, 3000.0, 8000.0)
"""Upper ends of the size classes, predicted pixels; the last class has none."""


@dataclass(frozen=True, slots=True)
class AreaCalibration:
    """Factors for the lower and the upper end, by predicted size."""

    level: float
    """Share of pairs whose true area the interval should hold, 0-1."""
    edges: tuple[float, ...]
    """Upper ends of the size classes but the last, predicted pixels."""
    low: tuple[float, ...]
    high: tuple[float, ...]
    pairs: int
    """How many pairs it was learnt from."""

    def interval(self, predicted: float) -> tuple[float, float]:
        """Lower and upper end of the true area, pixels, when `predicted` pixels were marked."""
        place = int(np.searchsorted(self.edges, predicted))
        ends = ((predicted + ADDED_PIXELS) * factor[place] - ADDED_PIXELS for factor in (self.low, self.high))
        low, high = ends
        return max(0.0, min(low, predicted)), max(high, predicted)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> AreaCalibration:
        """Read what `to_json` gave."""
        read: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
        return cls(**read)


def fit(predicted: Sequence[float], true: Sequence[float], level: float = 0.9) -> AreaCalibration:
    """Learn intervals from pairs.

    Args:
        predicted: marked pixels, one number a pair.
        true: labelled pixels, likewise.
        level: share of pairs to hold.
    """
    marked, real = np.asarray(predicted, float), np.asarray(true, float)
    ratio = (real + ADDED_PIXELS) / (marked + ADDED_PIXELS)
    edges = _populated(marked)
    classes = np.searchsorted(edges, marked)
    low, high = [], []
    for number in range(len(edges) + 1):
        inside = np.sort(ratio[classes == number])
        low.append(_quantile(inside, (1 - level) / 2, upper=False))
        high.append(_quantile(inside, (1 + level) / 2, upper=True))
    return AreaCalibration(level, tuple(edges), tuple(low), tuple(high), len(marked))


def coverage(calibration: AreaCalibration, predicted: Sequence[float], true: Sequence[float]) -> float:
    """Share of pairs whose true area lies in its interval."""
    ends = [calibration.interval(marked) for marked in predicted]
    return float(np.mean([low <= real <= high for (low, high), real in zip(ends, true, strict=True)]))


def _populated(marked: np.ndarray) -> list[float]:
    """The edges between size classes that hold enough pairs each."""
    edges: list[float] = []
    previous = -math.inf
    for edge in EDGES:
        inside, beyond = int(((marked > previous) & (marked <= edge)).sum()), int((marked > edge).sum())
        if inside >= MIN_PAIRS and beyond >= MIN_PAIRS:
            edges.append(edge)
            previous = edge
    return edges


def _quantile(ordered: np.ndarray, share: float, *, upper: bool) -> float:
    """The empirical quantile, moved outwards by one place as finite samples demand; 1 where there is no sample."""
    if not len(ordered):
        return 1.0
    place = math.ceil((len(ordered) + 1) * share) - 1 if upper else math.floor((len(ordered) + 1) * share) - 1
    return float(ordered[min(max(place, 0), len(ordered) - 1)])
