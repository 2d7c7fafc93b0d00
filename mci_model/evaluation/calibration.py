"""Do probabilities mean what they say? Expected calibration error over bins (Guo et al. 2017). Knows no network."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

BINS = 20


@dataclass(slots=True)
class Reliability:
    """Probabilities of a yes-no statement, gathered in bins of equal width, with how often it was true."""

    counts: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))
    said: npt.NDArray[np.float64] = field(default_factory=lambda: np.zeros(BINS))
    true: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))

    def add(self, probability: npt.ArrayLike, truth: npt.ArrayLike) -> None:
        """Count statements: their probabilities (0-1) and whether each was true, of one shape."""
        chances, facts = np.ravel(np.asarray(probability, float)), np.ravel(np.asarray(truth, bool))
        places = np.minimum((chances * BINS).astype(int), BINS - 1)
        self.counts += np.bincount(places, minlength=BINS)
        self.said += np.bincount(places, chances, minlength=BINS)
        self.true += np.bincount(places[facts], minlength=BINS)

    def error(self, *, least: float = 0.0) -> float:
        """Mean distance of probability and frequency, weighted by how many statements there were.

        Args:
            least: leave out bins that end at or below this probability, where nearly all pixels lie and are right.
        """
        chosen = (np.arange(BINS) + 1) / BINS > least
        total = self.counts[chosen].sum()
        return float(np.abs(self.said - self.true)[chosen].sum() / total) if total else 0.0
