"""Drawn samples of change of any kind: labelled pairs, planted ground, unchanged pairs under other light."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from mci_model.data.any_change_pairs import AnyChangeFolder, AnyChangePair
from mci_model.data.augmentation import degrade, relight, shift
from mci_model.data.hybrids import RoadImages
from mci_model.data.labelled_pairs import LabelledPair, PairFolder
from mci_model.data.land_cover_images import CoverImage, LandCoverImages
from mci_model.data.planted_ground import cast_shadows, plant_ground
from mci_model.data.road_pairs import road_window
from mci_model.prediction import Pixels

SIDE = 256
MAX_PIECES = 5
SHIFT_PX = 2.0
ENLARGED = (1.0, 1.6)
COVER_ZOOMS = (0.5, 1.5)
"""Of land-cover images of 0.4 m: from 0.8 to 0.27 m."""
OF_CHANGE, OF_BUILDINGS = 0.4, 0.15
"""Weight of unmarked pixels where labels are of some kinds of change, or of buildings alone."""


@dataclass(frozen=True)
class GroundData:
    """From what is drawn."""

    captioned: PairFolder
    """Pairs with captions; those that people call unchanged are used."""
    buildings: PairFolder
    """Pairs whose labels are of buildings alone."""
    changes: Sequence[Path]
    """Folders of pairs with labels of change of any kind."""
    cover: LandCoverImages
    views: int = 2
    """Of each labelled pair."""
    repeats: dict[str, int] = field(default_factory=dict)
    """Further views of the pairs of small folders, by name."""


@dataclass(frozen=True, slots=True)
class ChangeSample:
    """A pair of SIDE x SIDE pixels."""

    before: Pixels
    """(SIDE, SIDE, 3) RGB."""
    after: Pixels
    label: Pixels
    """(SIDE, SIDE): 1 where anything changed."""
    background: float
    """How sure it is that unmarked pixels did not change, 0-1: their weight."""


def change_samples(data: GroundData, rng: np.random.Generator) -> Iterator[ChangeSample]:
    """All samples of one drawing, in order of the data; the generator decides light, place and planted ground."""
    for folder in data.changes:
        for pair in AnyChangeFolder(folder):
            for _ in range(data.views + data.repeats.get(folder.name, 0)):
                yield _lit(*_cropped(pair, rng), OF_CHANGE, rng)
    for name in data.captioned.names:
        pair_of_people = data.captioned.read(name)
        if pair_of_people.changed is False and not pair_of_people.label.any():
            yield _unchanged(pair_of_people, data, rng)
    for row, name in enumerate(data.buildings.names):
        built = data.buildings.read(name)
        if row % 5 < 3:
            yield _lit(built.before, built.after, (built.label > 0).astype(np.uint8), OF_BUILDINGS, rng)
        else:
            date = built.before if rng.random() < 0.5 else built.after
            yield _planted(date, date, data, rng)


@dataclass(frozen=True, slots=True)
class DateSample:
    """One date of SIDE x SIDE pixels."""

    pixels: Pixels
    """(SIDE, SIDE, 3) RGB."""
    label: Pixels
    """(SIDE, SIDE) classes, UNLABELLED elsewhere."""


def cover_samples(images: Sequence[CoverImage], views: int, rng: np.random.Generator) -> Iterator[DateSample]:
    """Land cover in views of images, under other light and at other scales."""
    for image in images:
        for _ in range(views):
            yield _view(image.pixels, image.cover, rng)


def road_samples(
    roads: RoadImages, cover: Sequence[CoverImage], views: int, rng: np.random.Generator
) -> Iterator[DateSample]:
    """Roads in views of images with road masks, and of images with land cover."""
    for number in range(len(roads.files)):
        image, mask = roads.read(number)
        for _ in range(views):
            pixels, roads_here = road_window(image, mask, rng)
            pixels, label = _turned((pixels, roads_here.astype(np.uint8)), rng)
            yield DateSample(_worn(pixels, rng), label)
    for covered in cover:
        for _ in range(views):
            yield _view(covered.pixels, covered.road, rng)


def _view(pixels: Pixels, label: Pixels, rng: np.random.Generator) -> DateSample:
    side = min(int(SIDE / rng.uniform(*COVER_ZOOMS)), *label.shape)
    top, left = (int(rng.integers(0, extent - side + 1)) for extent in label.shape)
    window = (slice(top, top + side), slice(left, left + side))
    pixels, label = _turned((_resized(pixels[window]), _resized(label[window])), rng)
    return DateSample(_worn(pixels, rng), label)


def _worn(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Under other light; seldom compressed, resampled or posterised."""
    pixels = relight(pixels, rng) if rng.random() < 0.8 else pixels
    return degrade(pixels, rng) if rng.random() < 0.1 else pixels


def _unchanged(pair: LabelledPair, data: GroundData, rng: np.random.Generator) -> ChangeSample:
    """A pair that people call unchanged: as it is, or with ground planted into either date."""
    before, after = (_resized(date) for date in (pair.before, pair.after))
    kind = rng.random()
    if kind < 0.3:
        return _lit(before, after, np.zeros((SIDE, SIDE), np.uint8), 1.0, rng)
    return _planted(before, after if kind < 0.8 else before, data, rng)


def _planted(before: Pixels, after: Pixels, data: GroundData, rng: np.random.Generator) -> ChangeSample:
    planted = plant_ground(before, after, data.cover, rng, int(rng.integers(1, MAX_PIECES + 1)))
    return _lit(planted.before, planted.after, planted.label, 1.0, rng)


def _lit(before: Pixels, after: Pixels, label: Pixels, background: float, rng: np.random.Generator) -> ChangeSample:
    """Under other light and from slightly elsewhere, turned, with the dates in either order."""
    before = relight(before, rng) if rng.random() < 0.6 else before
    after = relight(after, rng) if rng.random() < 0.6 else after
    after = cast_shadows(after, rng) if rng.random() < 0.4 else after
    after = shift(after, rng, SHIFT_PX) if rng.random() < 0.6 else after
    after = degrade(after, rng) if rng.random() < 0.1 else after
    before, after, label = _turned((before, after, label), rng)
    return (
        ChangeSample(before, after, label, background)
        if rng.random() < 0.5
        else ChangeSample(after, before, label, background)
    )


def _cropped(pair: AnyChangePair, rng: np.random.Generator) -> tuple[Pixels, Pixels, Pixels]:
    height, width = pair.label.shape
    side = min(int(SIDE / rng.uniform(*ENLARGED)), height, width)
    top, left = (int(rng.integers(0, extent - side + 1)) for extent in (height, width))
    window = (slice(top, top + side), slice(left, left + side))
    return _resized(pair.before[window]), _resized(pair.after[window]), _resized(pair.label[window])


def _resized(image: Pixels) -> Pixels:
    """SIDE x SIDE pixels; labels keep their values."""
    if image.shape[:2] == (SIDE, SIDE):
        return image
    smooth = cv2.INTER_AREA if image.shape[0] > SIDE else cv2.INTER_CUBIC
    method = smooth if image.ndim == 3 else cv2.INTER_NEAREST
    return np.asarray(cv2.resize(image, (SIDE, SIDE), interpolation=method), np.uint8)


def _turned(images: tuple[Pixels, ...], rng: np.random.Generator) -> list[Pixels]:
    quarters, flipped = int(rng.integers(4)), rng.random() < 0.5
    turned = [np.rot90(image, quarters) for image in images]
    return [np.ascontiguousarray(image[:, ::-1] if flipped else image) for image in turned]
