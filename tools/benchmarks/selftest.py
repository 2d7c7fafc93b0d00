"""Self-test of the network on a pair: known changes are planted into both dates and detected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from skimage.measure import label as connected

from mci_model.data.planting import SIDES_M, PlantedPair, SizeName, plant
from mci_model.settings import BUILDING, ROAD
from tools.change.change_map import MIN_PIXELS
from tools.pairs.pair import ImagePair

if TYPE_CHECKING:
    from mci_model import Predictor

FOUND_SHARE = 0.5
"""A planted roof counts as found when at least this share of its pixels is marked as building."""
PIXELS_PER_ROOF = 10_000
"""Pixels per planted roof, so that they do not touch."""


@dataclass(frozen=True, slots=True)
class SizeRecall:
    """Planted roofs of one size."""

    size: str
    sides_m: tuple[float, float]
    """Shorter side of the roofs, metres (with half a metre a pixel where the images tell no resolution)."""
    planted: int
    found: int
    recall: float | None
    """Share of them that was detected; None when none was planted."""


@dataclass(frozen=True, slots=True)
class SelfTest:
    """Recall of planted changes, and false alarms."""

    pair: str
    sizes: tuple[SizeRecall, ...]
    road_recall: float | None
    """Share of planted road pixels that were marked as road."""
    false_alarms: int
    """Objects of either class that touch nothing planted."""
    false_alarm_rate: float
    false_alarm_unit: Literal["per km2", "per Mpx"]
    repeats: int


def selftest(
    pair: ImagePair, predictor: Predictor, repeats: int = 2, progress: Callable[[int, int], None] | None = None
) -> SelfTest:
    """Plant into both dates, `repeats` times each, and predict.

    Apart from the planted objects both images are one date in two lights, so every other detection is a false alarm.
    Real differences of season are not in this test; judge those on the pair itself.
    """
    resolution = pair.georeference.resolution_m if pair.georeference else None
    each = max(1, int(pair.valid.sum()) // PIXELS_PER_ROOF // len(SIDES_M))
    tallies: dict[SizeName, list[bool]] = {size: [] for size in SIDES_M}
    roads, alarms, rounds = [], 0, 2 * repeats
    for number in range(rounds):
        image = (pair.before, pair.after)[number % 2]
        planted = plant(image, pair.valid, number, each, resolution)
        prediction = predictor.predict(planted.before, planted.after)
        mask = np.where(pair.valid, prediction.mask, 0)
        for roof in planted.roofs:
            tallies[roof.size].append(bool((mask[roof.region(mask.shape)] == BUILDING).mean() >= FOUND_SHARE))
        if (planted.label == ROAD).any():
            roads.append(float((mask[planted.label == ROAD] == ROAD).mean()))
        alarms += false_alarms(mask, planted)
        if progress:
            progress(number + 1, rounds)
    sizes = tuple(_recall(size, hits) for size, hits in tallies.items())
    tested_area = rounds * (
        float(pair.georeference.pixel_areas[pair.valid].sum()) / 1e6 if pair.georeference else pair.valid.sum() / 1e6
    )
    road = float(np.mean(roads)) if roads else None
    return SelfTest(
        pair.id, sizes, road, alarms, alarms / tested_area, "per km2" if pair.georeference else "per Mpx", rounds
    )


def _recall(size: SizeName, hits: list[bool]) -> SizeRecall:
    return SizeRecall(size, SIDES_M[size], len(hits), sum(hits), sum(hits) / len(hits) if hits else None)


def false_alarms(mask: np.ndarray, planted: PlantedPair) -> int:
    """Objects in the mask that touch nothing planted."""
    pieces = connected(mask > 0, connectivity=2)
    sizes = np.bincount(pieces.ravel())
    touching = set(np.unique(pieces[planted.label > 0]).tolist())
    return sum(1 for number in range(1, len(sizes)) if sizes[number] >= MIN_PIXELS and number not in touching)
