"""Inserts known changes into a user's image, to measure what a network detects there. Knows no network.

One date of the image becomes a pair: itself, and a relit copy, shifted by a fraction of a pixel, with drawn roofs and
roads. Every change is known, and everything else is unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.augmentation import relight, shift
from mci_model.data.scene_renderer import OVERSAMPLING, draw_objects, label_objects
from mci_model.data.synthetic_scene import ASPHALTS, ROOFS, Building, Road, vary_colour
from mci_model.prediction import Pixels
from mci_model.settings import TRAINED_RESOLUTION_M

SizeName = Literal["small", "medium", "large"]
SIDES_M: dict[SizeName, tuple[float, float]] = {"small": (5.0, 8.0), "medium": (8.0, 14.0), "large": (14.0, 28.0)}
"""Shorter side of a planted roof, metres; the longer side is up to 1.6 times as long."""
MIN_SIDE_PX = 4.0
MAX_ATTEMPTS = 40
MIN_SPACING_PX = 6.0


@dataclass(frozen=True, slots=True)
class PlantedRoof:
    """One planted building and its size class."""

    size: SizeName
    building: Building

    def region(self, shape: tuple[int, int]) -> npt.NDArray[np.bool_]:
        """(H, W) mask of its pixels."""
        mask = np.zeros(shape, np.uint8)
        cv2.fillPoly(mask, [np.round(self.building.outline()).astype(np.int32)], 1)
        return mask > 0


@dataclass(frozen=True, slots=True)
class PlantedPair:
    """A pair whose changes are known."""

    before: Pixels
    after: Pixels
    label: Pixels
    """(H, W) class ids of the planted objects."""
    roofs: tuple[PlantedRoof, ...]


def plant(
    image: Pixels, valid: npt.NDArray[np.bool_], seed: int, each: int, resolution_m: float | None = None
) -> PlantedPair:
    """Plant up to `each` roofs of every size, and one road, into a relit copy of `image`.

    Args:
        image: (H, W, 3) uint8 RGB.
        valid: (H, W); nothing is planted where the image holds no data.
        seed: determines the result.
        each: roofs of each size, fewer where there is no room.
        resolution_m: ground size of a pixel, metres; 0.5 where it is unknown.
    """
    rng = np.random.default_rng((seed, 3))
    pixel = resolution_m or TRAINED_RESOLUTION_M
    occupied = (~valid).astype(np.uint8)
    roads = [_road(valid.shape, pixel, rng)]
    label_objects(occupied, [], roads)
    roofs = [
        roof
        for size in ("large", "medium", "small")
        for _ in range(each)
        if (roof := _roof(size, occupied, pixel, rng))
    ]
    buildings = [roof.building for roof in roofs]
    relit = shift(relight(image, rng), rng)
    height, width = valid.shape
    ground = cv2.resize(relit, (width * OVERSAMPLING, height * OVERSAMPLING), interpolation=cv2.INTER_LINEAR)
    drawn = draw_objects(ground.astype(np.float32), buildings, roads, [], float(rng.uniform(0, 360)), rng)
    after = cv2.resize(drawn, (width, height), interpolation=cv2.INTER_AREA)
    label = np.zeros(valid.shape, np.uint8)
    label_objects(label, buildings, roads)
    label[~valid] = 0
    return PlantedPair(image, np.clip(after, 0, 255).astype(np.uint8), label, tuple(roofs))


def _roof(size: SizeName, occupied: Pixels, pixel: float, rng: np.random.Generator) -> PlantedRoof | None:
    """A roof that overlaps nothing, marked in `occupied`; None when there is no room."""
    height, width = occupied.shape
    for _ in range(MAX_ATTEMPTS):
        depth = max(MIN_SIDE_PX, rng.uniform(*SIDES_M[size]) / pixel)
        length = depth * rng.uniform(1.0, 1.6)
        x, y = float(rng.uniform(0, width)), float(rng.uniform(0, height))
        colour, gabled = vary_colour(rng, ROOFS), bool(rng.random() < 0.7)
        building = Building(x, y, length, depth, float(rng.uniform(0, 180)), colour, gabled, "after")
        outline = building.outline(MIN_SPACING_PX)
        inside = outline.min() >= 0 and outline[:, 0].max() < width and outline[:, 1].max() < height
        footprint = np.zeros_like(occupied)
        cv2.fillPoly(footprint, [outline.astype(np.int32)], 1)
        if inside and not (occupied & footprint).any():
            occupied |= footprint
            return PlantedRoof(size, building)
    return None


def _road(shape: tuple[int, int], pixel: float, rng: np.random.Generator) -> Road:
    height, width = shape
    start, end = rng.uniform(0.1, 0.9, 2)
    across = np.linspace(-5, width + 5, 12)
    along = np.linspace(start, end, 12) * height
    points = np.stack([across, along], axis=1).astype(np.float32)
    return Road(points, max(3.0, float(rng.uniform(4, 7)) / pixel), vary_colour(rng, ASPHALTS), "after")
