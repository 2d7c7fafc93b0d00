"""Mask metrics from one confusion matrix over a whole split, as in the official code."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mci_model.settings import CLASS_NAMES, ROAD

Counts = npt.NDArray[np.int64]
"""(classes, classes) pixels by true class (row) and predicted class (column)."""


@dataclass(frozen=True, slots=True)
class ClassScore:
    """Scores of one class over all pixels; 0-1."""

    iou: float
    f1: float
    precision: float
    recall: float


def confusion(truth: npt.NDArray[np.uint8], predicted: npt.NDArray[np.uint8], *, has_roads: bool) -> Counts:
    """Confusion matrix of one pair. Where roads are not labelled, predicted roads count as background."""
    if not has_roads:
        predicted = np.where(predicted == ROAD, 0, predicted)
    classes = len(CLASS_NAMES)
    cells = truth.astype(np.int64) * classes + predicted
    return np.bincount(cells.ravel(), minlength=classes**2).reshape(classes, classes)


def class_score(counts: Counts, class_id: int) -> ClassScore:
    """The scores of one class; a class that neither occurs nor is predicted scores 0."""
    true_positives = float(counts[class_id, class_id])
    predicted, true = float(counts[:, class_id].sum()), float(counts[class_id].sum())
    return ClassScore(
        iou=_ratio(true_positives, predicted + true - true_positives),
        f1=_ratio(2 * true_positives, predicted + true),
        precision=_ratio(true_positives, predicted),
        recall=_ratio(true_positives, true),
    )


def mean_iou(counts: Counts) -> float:
    """Mean IoU over the classes that occur or were predicted, background among them, as in the official code."""
    occurring = [c for c in range(len(counts)) if counts[c].sum() + counts[:, c].sum() > 0]
    return float(np.mean([class_score(counts, c).iou for c in occurring]))


def always(counts: Counts, class_id: int) -> ClassScore:
    """Scores of a mask that is `class_id` everywhere: the constant baseline."""
    constant = np.zeros_like(counts)
    constant[:, class_id] = counts.sum(axis=1)
    return class_score(constant, class_id)


def interval(counts: list[Counts], groups: list[str], class_id: int, repeats: int = 1000) -> dict[str, list[float]]:
    """95 % bootstrap intervals of IoU and F1, resampling whole groups (scenes), since tiles of one scene correlate.

    Args:
        counts: one matrix a pair.
        groups: the scene of each pair.
        class_id: of the class.
        repeats: number of resamples.
    """
    names = sorted(set(groups))
    group_counts = np.array([sum(c for c, g in zip(counts, groups, strict=True) if g == name) for name in names])
    rng = np.random.default_rng(0)
    resamples = [group_counts[rng.integers(len(names), size=len(names))].sum(axis=0) for _ in range(repeats)]
    scores = [class_score(counts_, class_id) for counts_ in resamples]
    return {part: np.percentile([getattr(s, part) for s in scores], (2.5, 97.5)).tolist() for part in ("iou", "f1")}


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
