"""Scores of change of any kind: planted ground that is found, regions on unchanged pairs, and AUC on labelled sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score

from mci_model.data.any_change_pairs import AnyChangePair
from mci_model.prediction import MIN_REGION_PIXELS, SLIVER_PX, Pixels

Map = npt.NDArray[np.float32]
"""(H, W), the higher the likelier changed."""
Look = Callable[[Pixels, Pixels], Map]
FOUND = 0.5
"""Share of a planted piece that must be marked so that it counts as found."""
THINNED = 4
"""Every fourth row and column enters an AUC: neighbours tell the same."""
SIZES_PX = (0, 300, 800, 2000)
"""Lower bounds of the classes of size for which recall is told."""


@dataclass(frozen=True, slots=True)
class PlantedObject:
    """A planted piece and how much of it was marked."""

    pixels: int
    marked: float
    """Share of its pixels, 0-1."""


def planted_objects(label: Pixels, marked: npt.NDArray[np.bool_]) -> list[PlantedObject]:
    """The pieces of a label (H, W) and how far each is marked."""
    count, pieces = cv2.connectedComponents(label, connectivity=8)
    regions = [pieces == number for number in range(1, count)]
    return [PlantedObject(int(region.sum()), float(marked[region].mean())) for region in regions]


def regions(changed: Map, threshold: float) -> int:
    """How many regions count at a threshold, as the tools count them."""
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (SLIVER_PX, SLIVER_PX))
    marked = cv2.morphologyEx((changed >= threshold).astype(np.uint8), cv2.MORPH_OPEN, disc)
    areas = cv2.connectedComponentsWithStats(marked, connectivity=8)[2][1:, cv2.CC_STAT_AREA]
    return int((areas >= MIN_REGION_PIXELS).sum())


def recall(objects: Sequence[PlantedObject]) -> dict[str, Any]:
    """How many pieces were found, of all and by size."""
    by_size = {}
    for low, high in zip(SIZES_PX, (*SIZES_PX[1:], np.inf), strict=True):
        of_size = [one.marked >= FOUND for one in objects if low <= one.pixels < high]
        by_size[f"from_{low}_px"] = {"objects": len(of_size), "recall": float(np.mean(of_size)) if of_size else None}
    found = [one.marked >= FOUND for one in objects]
    return {"objects": len(found), "recall": float(np.mean(found)) if found else None, "by_size": by_size}


def auc(pairs: Iterable[AnyChangePair], looks: dict[str, Look]) -> dict[str, Any]:
    """Area under the ROC curve over the pixels of a data set, for several ways to look; None where one class lacks."""
    labels: list[npt.NDArray[np.uint8]] = []
    maps: dict[str, list[Map]] = {name: [] for name in looks}
    for pair in pairs:
        labels.append(pair.label[::THINNED, ::THINNED].ravel())
        for name, look in looks.items():
            maps[name].append(look(pair.before, pair.after)[::THINNED, ::THINNED].ravel())
    if not labels or len(np.unique(truth := np.concatenate(labels))) < 2:
        return {"pairs": len(labels)} | dict.fromkeys(looks)
    scores = {name: float(roc_auc_score(truth, np.concatenate(values))) for name, values in maps.items()}
    return {"pairs": len(labels)} | scores


def plain_difference(before: Pixels, after: Pixels) -> Map:
    """The sum of the absolute differences of the bands: what any other method must surpass."""
    difference: Map = np.abs(before.astype(np.float32) - after.astype(np.float32)).sum(axis=2, dtype=np.float32)
    return difference
