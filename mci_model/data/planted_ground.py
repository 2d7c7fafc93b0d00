"""Plants real ground into one date of a pair: clearings, ponds, fields whose place is known. Knows no network.

As in `hybrids`, pieces are cut from other images; light and shadow that are no change are cast on either date.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.land_cover_images import BARE, PAVED, VEGETATION, WATER, LandCoverImages
from mci_model.prediction import Pixels

KINDS = (VEGETATION, BARE, BARE, WATER, WATER, PAVED)
"""Drawn with equal chance: soil and water are what users ask for."""
AREAS_PX = (150.0, 6000.0)
CORNERS = 14
MIN_COLOUR, MIN_TEXTURE = 18.0, 12.0
"""Grey levels by which planted ground differs from what was there, in mean colour or in texture."""
TONED = 0.35
"""How far at most the colour of a piece is drawn towards that of its new surroundings."""
SPACING_PX = 9

Region = npt.NDArray[np.bool_]
Picture = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PlantedGround:
    """A pair with planted ground."""

    before: Pixels
    """(H, W, 3) RGB."""
    after: Pixels
    label: Pixels
    """(H, W): 1 where ground was planted into either date."""


def plant_ground(
    before: Pixels, after: Pixels, images: LandCoverImages, rng: np.random.Generator, count: int
) -> PlantedGround:
    """Plant up to `count` pieces of ground, each into one date; pieces that would not be seen are left out.

    Args:
        before: (H, W, 3) RGB with sides of at least 200 pixels.
        after: the same shape; nothing else should have changed.
        images: from which ground is cut.
        rng: random generator.
        count: of pieces.
    """
    dates = [before.astype(np.float32), after.astype(np.float32)]
    label = np.zeros(before.shape[:2], np.uint8)
    for _ in range(count):
        region = _shape(rng, _drawn_area(rng), min(label.shape))
        place = _place(rng, region, label.shape)
        near = cv2.dilate(label[place], np.ones((SPACING_PX, SPACING_PX), np.uint8)) > 0
        piece = images.piece(KINDS[int(rng.integers(len(KINDS)))], region, rng)
        if piece is None or (near & region).any():
            continue
        picture = dates[int(rng.integers(2))]
        piece -= (piece[region].mean(0) - picture.mean((0, 1))) * np.float32(rng.uniform(0, TONED))
        if _differs(piece[region], picture[place][region]):
            alpha = cv2.GaussianBlur(region.astype(np.float32), (0, 0), float(rng.uniform(0.6, 2)))[..., None]
            picture[place] = picture[place] * (1 - alpha) + piece * alpha
            label[place][region] = 1
    seen = [np.clip(picture, 0, 255).astype(np.uint8) for picture in dates]
    return PlantedGround(seen[0], seen[1], label)


def cast_shadows(image: Pixels, rng: np.random.Generator) -> Pixels:
    """Darken or lighten a few soft patches, as clouds and other sun do; that is no change of the ground."""
    light = np.ones(image.shape[:2], np.float32)
    for _ in range(int(rng.integers(1, 4))):
        region, patch = _shape(rng, _drawn_area(rng), min(light.shape)), np.zeros_like(light)
        patch[_place(rng, region, light.shape)] = region
        light *= 1 + cv2.GaussianBlur(patch, (0, 0), float(rng.uniform(1, 8))) * np.float32(rng.uniform(-0.5, 0.25))
    return np.asarray(np.clip(image * light[..., None], 0, 255), np.uint8)


def _drawn_area(rng: np.random.Generator) -> float:
    return float(np.exp(rng.uniform(*np.log(AREAS_PX))))


def _shape(rng: np.random.Generator, area: float, longest: int) -> Region:
    """A field with straight sides, or a blob, of about this area in pixels, in a square of at most `longest`."""
    side = min(int(np.ceil(np.sqrt(area) * 2.2)), longest)
    canvas, middle, stretch = np.zeros((side, side), np.uint8), side / 2, float(rng.uniform(1, 2))
    if rng.random() < 1 / 3:
        length = float(np.sqrt(area * stretch))
        corners = cv2.boxPoints(((middle, middle), (length, area / length), float(rng.uniform(0, 180))))
    else:
        angles = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
        radii = np.sqrt(area / np.pi) * np.clip(rng.normal(1, 0.18, CORNERS), 0.55, 1.5)
        wide, high = radii * np.cos(angles) * np.sqrt(stretch), radii * np.sin(angles) / np.sqrt(stretch)
        corners = np.stack([middle + wide, middle + high], axis=1)
    cv2.fillPoly(canvas, [np.asarray(corners, np.int32)], 1)
    if rng.random() < 0.5:
        return np.asarray(cv2.GaussianBlur(canvas.astype(np.float32), (0, 0), 3) > 0.5, bool)
    return canvas > 0


def _place(rng: np.random.Generator, region: Region, size: tuple[int, ...]) -> tuple[slice, slice]:
    top, left = (int(rng.integers(0, whole - part + 1)) for whole, part in zip(size, region.shape, strict=True))
    return slice(top, top + region.shape[0]), slice(left, left + region.shape[1])


def _differs(piece: Picture, there: Picture) -> bool:
    colour = np.abs(piece.mean(0) - there.mean(0)).max()
    return bool(colour >= MIN_COLOUR or abs(piece.std() - there.std()) >= MIN_TEXTURE)
