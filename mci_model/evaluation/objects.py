"""How well changed objects are found and counted: connected pieces matched one to one. Knows no pair and no split."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

MATCHING_IOU = 0.5
MIN_PIXELS = 6
"""Specks below this are no objects, in truth and prediction alike (the official code counts from six pixels)."""


@dataclass(frozen=True, slots=True)
class ObjectMatch:
    """Objects of one pair."""

    true: int
    predicted: int
    matched: int
    """Pairs of one true and one predicted object that overlap with an IoU of at least one half."""


def match_objects(truth: npt.NDArray[np.bool_], predicted: npt.NDArray[np.bool_]) -> ObjectMatch:
    """Match the 8-connected pieces of two masks. At an IoU above one half a match is unique, so no choice arises."""
    true_of, true_sizes = _pieces(truth)
    found_of, found_sizes = _pieces(predicted)
    both = np.stack([true_of.ravel(), found_of.ravel()], axis=1)
    shared, overlap = np.unique(both[(both > 0).all(axis=1)], axis=0, return_counts=True)
    union = true_sizes[shared[:, 0]] + found_sizes[shared[:, 1]] - overlap
    matched = int((overlap / np.maximum(union, 1) >= MATCHING_IOU).sum())
    return ObjectMatch(int((true_sizes[1:] > 0).sum()), int((found_sizes[1:] > 0).sum()), matched)


def _pieces(mask: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
    """Each pixel's piece (0: none) and the pieces' sizes; specks have size 0 and no pixels."""
    _, labels, table, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    sizes = table[:, cv2.CC_STAT_AREA].astype(np.int64)
    sizes[sizes < MIN_PIXELS] = 0
    return np.where(sizes[labels] > 0, labels, 0), sizes


def object_scores(matches: list[ObjectMatch]) -> dict[str, float]:
    """Object F1 over a split, and by how many objects a pair's count is off, in the mean and on balance."""
    true, predicted, matched = (sum(getattr(m, part) for m in matches) for part in ("true", "predicted", "matched"))
    off = np.array([m.predicted - m.true for m in matches], float)
    return {
        "f1": 2 * matched / (true + predicted) if true + predicted else 0.0,
        "true": true,
        "predicted": predicted,
        "count_error": float(np.abs(off).mean()) if len(off) else 0.0,
        "count_bias": float(off.mean()) if len(off) else 0.0,
    }
