"""Object metrics: labelled and predicted objects matched one to one. Knows no pair and no split."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.checkpoints.object_calibration import REAL_FROM, MarkedObject
from mci_model.inference.instances import Instances, building_instances
from mci_model.prediction import Prediction
from mci_model.settings import BUILDING

MATCHING_IOU = 0.5
MIN_PIXELS = 6
"""Pixels; smaller components are ignored in truth and prediction (the official code counts from six pixels)."""

CLOSE_COUNT, CLOSE_SHARE = 1, 0.15
"""A count is close if it is off by one object, or by this share of the true ones."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ObjectMatch:
    """Objects of one pair."""

    true: int
    predicted: int
    matched: int
    """Pairs of one true and one predicted object that overlap with an IoU of at least one half."""


def match_objects(truth: Mask, predicted: Instances) -> ObjectMatch:
    """Match the 8-connected components of a label with predicted objects. Above an IoU of one half a match is unique.

    Args:
        truth: (H, W).
        predicted: (H, W) numbers of objects, 0 elsewhere.
    """
    true_labels, true_sizes = _components(truth)
    predicted_labels, predicted_sizes = _large(predicted)
    both = np.stack([true_labels.ravel(), predicted_labels.ravel()], axis=1)
    overlapping, overlap = np.unique(both[(both > 0).all(axis=1)], axis=0, return_counts=True)
    union = true_sizes[overlapping[:, 0]] + predicted_sizes[overlapping[:, 1]] - overlap
    matched = int((overlap / np.maximum(union, 1) >= MATCHING_IOU).sum())
    return ObjectMatch(int((true_sizes[1:] > 0).sum()), int((predicted_sizes[1:] > 0).sum()), matched)


def marked_objects(truth: Mask, predicted: Instances, probability: npt.NDArray[np.float32]) -> list[MarkedObject]:
    """Every predicted object, and whether most of it is labelled.

    Args:
        truth: (H, W).
        predicted: (H, W) numbers of objects, 0 elsewhere.
        probability: (H, W) of the class, 0-1.
    """
    labels, sizes = _large(predicted)
    sums = [np.bincount(labels.ravel(), layer.ravel(), len(sizes)) for layer in (probability, truth)]
    return [
        MarkedObject(int(size), float(mean_of / size), bool(labelled / size >= REAL_FROM))
        for size, mean_of, labelled in zip(sizes, *sums, strict=True)
        if size
    ]


def buildings(prediction: Prediction) -> Instances:
    """(H, W) numbers of the buildings of a prediction, told apart as in use."""
    return building_instances(prediction.mask == BUILDING, prediction.probabilities[BUILDING])


def _components(mask: Mask) -> tuple[Instances, npt.NDArray[np.int64]]:
    return _large(cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[1])


def _large(labels: Instances) -> tuple[Instances, npt.NDArray[np.int64]]:
    """Each pixel's object (0: none) and the objects' sizes; ignored ones have size 0 and no pixels."""
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    sizes[sizes < MIN_PIXELS] = 0
    return np.where(sizes[labels] > 0, labels, 0), sizes


def count_objects(objects: Instances) -> int:
    """How many objects of at least MIN_PIXELS there are."""
    return int((_large(objects)[1] > 0).sum())


def object_scores(matches: list[ObjectMatch]) -> dict[str, float]:
    """Object F1 over a split; mean absolute error, bias and share of close ones of the object counts of its pairs."""
    true, predicted, matched = (sum(getattr(m, name) for m in matches) for name in ("true", "predicted", "matched"))
    errors = np.array([m.predicted - m.true for m in matches], float)
    close = [abs(m.predicted - m.true) <= max(CLOSE_COUNT, CLOSE_SHARE * m.true) for m in matches if m.true]
    return {
        "f1": 2 * matched / (true + predicted) if true + predicted else 0.0,
        "true": true,
        "predicted": predicted,
        "count_error": float(np.abs(errors).mean()) if len(errors) else 0.0,
        "count_bias": float(errors.mean()) if len(errors) else 0.0,
        "count_close": float(np.mean(close)) if close else 0.0,
    }
