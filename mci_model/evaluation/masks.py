"""How well masks fit labels: one confusion matrix over a whole split, as the official code counts it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mci_model.settings import CLASS_NAMES, ROAD

Counts = npt.NDArray[np.int64]
"""(classes, classes) pixels by true class (row) and predicted class (column)."""


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How one class was found, over all pixels; 0-1."""

    iou: float
    f1: float
    precision: float
    recall: float


def confusion(truth: npt.NDArray[np.uint8], predicted: npt.NDArray[np.uint8], *, has_roads: bool) -> Counts:
    """Count one pair. Where roads are not labelled, a predicted road counts as background: it cannot be judged."""
    if not has_roads:
        predicted = np.where(predicted == ROAD, 0, predicted)
    classes = len(CLASS_NAMES)
    places = truth.astype(np.int64) * classes + predicted
    return np.bincount(places.ravel(), minlength=classes**2).reshape(classes, classes)


def class_score(counts: Counts, class_id: int) -> ClassScore:
    """The scores of one class; a class that neither occurs nor is predicted scores 0."""
    hit = float(counts[class_id, class_id])
    predicted, true = float(counts[:, class_id].sum()), float(counts[class_id].sum())
    return ClassScore(
        iou=_ratio(hit, predicted + true - hit),
        f1=_ratio(2 * hit, predicted + true),
        precision=_ratio(hit, predicted),
        recall=_ratio(hit, true),
    )


def mean_iou(counts: Counts) -> float:
    """Mean IoU over the classes that occur or were predicted, background among them, as the official code has it."""
    occurring = [c for c in range(len(counts)) if counts[c].sum() + counts[:, c].sum() > 0]
    return float(np.mean([class_score(counts, c).iou for c in occurring]))


def always(counts: Counts, class_id: int) -> ClassScore:
    """What a mask that says `class_id` everywhere would score: the constant answer to compare with."""
    constant = np.zeros_like(counts)
    constant[:, class_id] = counts.sum(axis=1)
    return class_score(constant, class_id)


def interval(counts: list[Counts], groups: list[str], class_id: int, repeats: int = 1000) -> dict[str, list[float]]:
    """95 % bootstrap intervals of IoU and F1, drawing whole groups (scenes), since tiles of one scene are alike.

    Args:
        counts: one matrix a pair.
        groups: the scene of each pair.
        class_id: which class.
        repeats: how many resamples.
    """
    names = sorted(set(groups))
    of_group = np.array([sum(c for c, g in zip(counts, groups, strict=True) if g == name) for name in names])
    dice = np.random.default_rng(0)
    drawn = [of_group[dice.integers(len(names), size=len(names))].sum(axis=0) for _ in range(repeats)]
    scores = [class_score(one, class_id) for one in drawn]
    return {part: np.percentile([getattr(s, part) for s in scores], (2.5, 97.5)).tolist() for part in ("iou", "f1")}


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
