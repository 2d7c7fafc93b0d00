"""Pairs in which roads are known to have changed, made of one image with a road mask.

On the earlier date some of the roads are covered with ground of the same image, so the later date is untouched and
shows a real road in its real surroundings. Strips of other ground are covered on either date as well, with
no label: a seam by itself means nothing.
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
WINDOWS = 6
MIN_ROADS = 0.02
"""Share of a window that shows roads, from which it is worth taking."""
SHIFTS = 12
"""Places to take covering ground from, of which the one with the fewest roads is taken."""


def road_pair(image: Pixels, roads: Region, rng: np.random.Generator) -> LabelledPair:
    """A pair of 256 x 256 pixels, fully labelled: roads that appeared, and decoys.

    Args:
        image: (H, W, 3) RGB with sides of at least 140 pixels.
        roads: (H, W), where it shows roads.
        rng: the dice.
    """
    image, roads = _window(image, roads, rng)
    before, after = image.copy(), image.copy()
    label = np.zeros(roads.shape, np.uint8)
    if rng.random() < 0.85:
        erased = roads & _stretch(roads, rng) if rng.random() < 0.8 else roads
        label[cover(before, erased, roads, rng)] = ROAD
    for _ in range(int(rng.integers(0, 4))):
        # Strips only: anything wider would hide whole buildings, of which the label knows nothing.
        decoy = _band(roads.shape, rng, (4, 12))
        cover(before if rng.random() < 0.5 else after, decoy & ~_grown(roads, 9), roads, rng)
    return LabelledPair("roads", before, after, label, has_roads=True, composed=True)


def cover(image: Pixels, region: Region, roads: Region, rng: np.random.Generator) -> Region:
    """Cover a region with ground from elsewhere in the image, in place; which of it no longer shows a road."""
    if not region.any():
        return region
    spread = _grown(region, 5)
    shifts = [(int(dy), int(dx)) for dy, dx in rng.integers(-90, 91, (SHIFTS, 2))]
    best = min(shifts, key=lambda by: int((_moved(roads, by) & spread).sum()))
    softness = cv2.GaussianBlur(spread.astype(np.float32), (0, 0), float(rng.uniform(0.8, 1.8)))[..., None]
    filled = image * (1 - softness) + _moved(image, best) * softness
    image[:] = np.clip(filled, 0, 255).astype(np.uint8)
    hidden: Region = region & ~_moved(roads, best)
    return hidden


def _moved(image: npt.NDArray[Kind], by: tuple[int, int]) -> npt.NDArray[Kind]:
    """The image rolled by rows and columns, mirrored rather than wrapped at its edges."""
    padded = np.pad(image, [(90, 90), (90, 90)] + [(0, 0)] * (image.ndim - 2), mode="reflect")
    height, width = image.shape[:2]
    return padded[90 + by[0] : 90 + by[0] + height, 90 + by[1] : 90 + by[1] + width]


def _window(image: Pixels, roads: Region, rng: np.random.Generator) -> tuple[Pixels, Region]:
    """A square part of the image, where possible with roads, enlarged to about the half-metre pixels of the tiles."""
    side = int(rng.integers(140, min(300, *roads.shape) + 1))
    for _ in range(WINDOWS):
        top, left = (int(rng.integers(0, extent - side + 1)) for extent in roads.shape)
        window = (slice(top, top + side), slice(left, left + side))
        if roads[window].mean() > MIN_ROADS:
            break
    larger = cv2.resize(image[window], (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    mask = cv2.resize(roads[window].astype(np.uint8), (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
    return np.asarray(larger, np.uint8), mask > 0


def _stretch(roads: Region, rng: np.random.Generator) -> Region:
    """A broad strip about some pixel of a road: what of the roads it meets is a stretch, a bend or a crossing."""
    places = np.argwhere(roads)
    part = np.zeros(roads.shape, np.uint8)
    if len(places):
        row, column = places[rng.integers(len(places))].tolist()
        turn, reach = rng.uniform(0, np.pi), float(rng.uniform(30, 200))
        by = (int(reach * np.cos(turn)), int(reach * np.sin(turn)))
        ends = ((column - by[0], row - by[1]), (column + by[0], row + by[1]))
        cv2.line(part, *ends, 1, int(rng.integers(40, 160)))
    return np.asarray(part > 0, bool)


def _band(shape: tuple[int, ...], rng: np.random.Generator, widths: tuple[int, int]) -> Region:
    """A strip across the picture."""
    band = np.zeros(shape, np.uint8)
    ends = (rng.uniform(0, 1, (2, 2)) * shape[::-1]).astype(int).tolist()
    cv2.line(band, ends[0], ends[1], 1, int(rng.integers(*widths)))
    return np.asarray(band > 0, bool)


def _grown(region: Region, by: int) -> Region:
    return np.asarray(cv2.dilate(region.astype(np.uint8), np.ones((by, by), np.uint8)) > 0, bool)
