"""Expected calibration error over bins (Guo et al. 2017). Knows no network."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

BINS = 20


@dataclass(slots=True)
class Reliability:
    """Probabilities of a binary event in bins of equal width, with the frequency of the event."""

    counts: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))
    predicted: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(BINS))
    true: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))

    def add(self, probability: npt.ArrayLike, truth: npt.ArrayLike) -> None:
        """Add predictions: probabilities (0-1) and whether each event occurred, of one shape."""
        probabilities, occurred = np.ravel(np.asarray(probability, float)), np.ravel(np.asarray(truth, bool))
        bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
        self.counts += np.bincount(bins, minlength=BINS)
        self.predicted += np.bincount(bins, probabilities, minlength=BINS)
        self.true += np.bincount(bins[occurred], minlength=BINS)

    def error(self, *, least: float = 0.0) -> float:
        """Mean absolute difference of probability and frequency, weighted by the number of predictions.

        Args:
            least: leave out bins that end at or below this probability, where nearly all pixels lie and are correct.
        """
        chosen = (np.arange(BINS) + 1) / BINS > least
        total = self.counts[chosen].sum()
        return float(np.abs(self.predicted - self.true)[chosen].sum() / total) if total else 0.0
