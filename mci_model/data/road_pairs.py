"""Pairs with known road changes, made of one image with a road mask.

On the earlier date some roads are covered with ground of the same image, so that the later date is unmodified and shows
a real road in its surroundings. Unlabelled strips are covered on either date as decoys, so that seams alone are not
learnt as change.
"""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import LabelledPair
from mci_model.prediction import Pixels
from mci_model.settings import ROAD

Region = npt.NDArray[np.bool_]
Kind = TypeVar("Kind", bound=np.generic)
SIDE = 256
MAX_WINDOWS = 6
MIN_ROAD_SHARE = 0.02
"""Minimal share of road pixels in a window."""
CANDIDATE_SHIFTS = 12
"""Number of candidate offsets of the covering ground; the one with the fewest roads is used."""


def road_pair(image: Pixels, roads: Region, rng: np.random.Generator) -> LabelledPair:
    """A pair of 256 x 256 pixels, fully labelled: roads that appeared, and decoys.

    Args:
        image: (H, W, 3) RGB with sides of at least 140 pixels.
        roads: (H, W) road mask.
        rng: random generator.
    """
    image, roads = road_window(image, roads, rng)
    before, after = image.copy(), image.copy()
    label = np.zeros(roads.shape, np.uint8)
    if rng.random() < 0.85:
        erased = roads & _stretch(roads, rng) if rng.random() < 0.8 else roads
        label[cover(before, erased, roads, rng)] = ROAD
    for _ in range(int(rng.integers(0, 4))):
        # Strips only: anything wider would hide whole buildings, which are not labelled.
        decoy = _band(roads.shape, rng, (4, 12))
        cover(before if rng.random() < 0.5 else after, decoy & ~_dilated(roads, 9), roads, rng)
    return LabelledPair("roads", before, after, label, has_roads=True, composed=True)


def cover(image: Pixels, region: Region, roads: Region, rng: np.random.Generator) -> Region:
    """Cover a region with ground from elsewhere in the image, in place; return where no road is left."""
    if not region.any():
        return region
    dilated = _dilated(region, 5)
    shifts = [(int(dy), int(dx)) for dy, dx in rng.integers(-90, 91, (CANDIDATE_SHIFTS, 2))]
    best = min(shifts, key=lambda offset: int((_shifted(roads, offset) & dilated).sum()))
    alpha = cv2.GaussianBlur(dilated.astype(np.float32), (0, 0), float(rng.uniform(0.8, 1.8)))[..., None]
    blended = image * (1 - alpha) + _shifted(image, best) * alpha
    image[:] = np.clip(blended, 0, 255).astype(np.uint8)
    hidden: Region = region & ~_shifted(roads, best)
    return hidden


def _shifted(image: npt.NDArray[Kind], offset: tuple[int, int]) -> npt.NDArray[Kind]:
    """The image shifted by rows and columns, reflected at its edges."""
    padded = np.pad(image, [(90, 90), (90, 90)] + [(0, 0)] * (image.ndim - 2), mode="reflect")
    height, width = image.shape[:2]
    return padded[90 + offset[0] : 90 + offset[0] + height, 90 + offset[1] : 90 + offset[1] + width]


def road_window(image: Pixels, roads: Region, rng: np.random.Generator) -> tuple[Pixels, Region]:
    """A square part of the image, where possible with roads, enlarged to about the half-metre pixels of the tiles."""
    side = int(rng.integers(140, min(300, *roads.shape) + 1))
    for _ in range(MAX_WINDOWS):
        top, left = (int(rng.integers(0, extent - side + 1)) for extent in roads.shape)
        window = (slice(top, top + side), slice(left, left + side))
        if roads[window].mean() > MIN_ROAD_SHARE:
            break
    larger = cv2.resize(image[window], (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    mask = cv2.resize(roads[window].astype(np.uint8), (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
    return np.asarray(larger, np.uint8), mask > 0


def _stretch(roads: Region, rng: np.random.Generator) -> Region:
    """A broad strip around a random road pixel; its roads are a stretch, a bend or a crossing."""
    pixels = np.argwhere(roads)
    part = np.zeros(roads.shape, np.uint8)
    if len(pixels):
        row, column = pixels[rng.integers(len(pixels))].tolist()
        angle, radius = rng.uniform(0, np.pi), float(rng.uniform(30, 200))
        offset = (int(radius * np.cos(angle)), int(radius * np.sin(angle)))
        ends = ((column - offset[0], row - offset[1]), (column + offset[0], row + offset[1]))
        cv2.line(part, *ends, 1, int(rng.integers(40, 160)))
    return np.asarray(part > 0, bool)


def _band(shape: tuple[int, ...], rng: np.random.Generator, widths: tuple[int, int]) -> Region:
    """A strip across the image."""
    band = np.zeros(shape, np.uint8)
    ends = (rng.uniform(0, 1, (2, 2)) * shape[::-1]).astype(int).tolist()
    cv2.line(band, ends[0], ends[1], 1, int(rng.integers(*widths)))
    return np.asarray(band > 0, bool)


def _dilated(region: Region, size: int) -> Region:
    return np.asarray(cv2.dilate(region.astype(np.uint8), np.ones((size, size), np.uint8)) > 0, bool)
