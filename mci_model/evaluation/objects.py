"""Object metrics: connected components matched one to one. Knows no pair and no split."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

MATCHING_IOU = 0.5
MIN_PIXELS = 6
"""Pixels; smaller components are ignored in truth and prediction (the official code counts from six pixels)."""


@dataclass(frozen=True, slots=True)
class ObjectMatch:
    """Objects of one pair."""

    true: int
    predicted: int
    matched: int
    """Pairs of one true and one predicted object that overlap with an IoU of at least one half."""


def match_objects(truth: npt.NDArray[np.bool_], predicted: npt.NDArray[np.bool_]) -> ObjectMatch:
    """Match the 8-connected components of two masks. Above an IoU of one half a match is unique."""
    true_labels, true_sizes = _components(truth)
    predicted_labels, predicted_sizes = _components(predicted)
    both = np.stack([true_labels.ravel(), predicted_labels.ravel()], axis=1)
    overlapping, overlap = np.unique(both[(both > 0).all(axis=1)], axis=0, return_counts=True)
    union = true_sizes[overlapping[:, 0]] + predicted_sizes[overlapping[:, 1]] - overlap
    matched = int((overlap / np.maximum(union, 1) >= MATCHING_IOU).sum())
    return ObjectMatch(int((true_sizes[1:] > 0).sum()), int((predicted_sizes[1:] > 0).sum()), matched)


def _components(mask: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Each pixel's component (0: none) and the components' sizes; ignored ones have size 0 and no pixels."""
    _, labels, table, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    sizes = table[:, cv2.CC_STAT_AREA].astype(np.int64)
    sizes[sizes < MIN_PIXELS] = 0
    return np.where(sizes[labels] > 0, labels, 0), sizes


def count_objects(mask: npt.NDArray[np.bool_]) -> int:
    """How many 8-connected components of at least MIN_PIXELS a mask has."""
    return int((_components(mask)[1][1:] > 0).sum())


def object_scores(matches: list[ObjectMatch]) -> dict[str, float]:
    """Object F1 over a split, and mean absolute error and bias of the object count of a pair."""
    true, predicted, matched = (sum(getattr(m, name) for m in matches) for name in ("true", "predicted", "matched"))
    errors = np.array([m.predicted - m.true for m in matches], float)
    return {
        "f1": 2 * matched / (true + predicted) if true + predicted else 0.0,
        "true": true,
        "predicted": predicted,
        "count_error": float(np.abs(errors).mean()) if len(errors) else 0.0,
        "count_bias": float(errors.mean()) if len(errors) else 0.0,
    }
