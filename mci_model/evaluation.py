"""How well masks fit labels: one confusion matrix over a whole split, as the official code counts it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from mci_model.datasets import PairFolder
from mci_model.predictor import Predictor, Progress
from mci_model.settings import BUILDING, CLASS_NAMES, ROAD


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How one class was found, over all pixels; 0-1."""

    iou: float
    f1: float
    precision: float
    recall: float


@dataclass(slots=True)
class Confusion:
    """Pixels by true class (row) and predicted class (column)."""

    counts: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros((len(CLASS_NAMES),) * 2, np.int64))

    def add(self, truth: npt.NDArray[np.uint8], predicted: npt.NDArray[np.uint8], *, has_roads: bool) -> None:
        """Count one pair. Where roads are not labelled, a predicted road counts as background: it cannot be judged."""
        if not has_roads:
            predicted = np.where(predicted == ROAD, 0, predicted)
        places = truth.astype(np.int64) * len(CLASS_NAMES) + predicted
        self.counts += np.bincount(places.ravel(), minlength=self.counts.size).reshape(self.counts.shape)

    def score(self, class_id: int) -> ClassScore:
        """The scores of one class; a class that neither occurs nor is predicted scores 0."""
        hit = float(self.counts[class_id, class_id])
        predicted, true = float(self.counts[:, class_id].sum()), float(self.counts[class_id].sum())
        return ClassScore(
            iou=_ratio(hit, predicted + true - hit),
            f1=_ratio(2 * hit, predicted + true),
            precision=_ratio(hit, predicted),
            recall=_ratio(hit, true),
        )


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class PairsScore:
    """A split's result."""

    pairs: int
    building: ClassScore
    road: ClassScore | None
    """None where the split does not label roads."""
    seconds_per_pair: float


def evaluate_pairs(predictor: Predictor, folder: PairFolder, progress: Progress | None = None) -> PairsScore:
    """Predict every pair of a split and compare."""
    confusion, spent = Confusion(), 0.0
    for number, pair in enumerate(folder, start=1):
        started = time.perf_counter()
        predicted = predictor.predict(pair.before, pair.after)
        spent += time.perf_counter() - started
        confusion.add(pair.label, predicted.mask, has_roads=pair.has_roads)
        if progress:
            progress(number, len(folder))
    road = confusion.score(ROAD) if folder.has_roads else None
    return PairsScore(len(folder), confusion.score(BUILDING), road, spent / max(1, len(folder)))
