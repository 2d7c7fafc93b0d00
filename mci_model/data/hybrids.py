"""Hybrid pairs: real pairs into which real objects of other images are pasted, so that the change is known.

The idea of HySCDG (Benidir et al., CVPR 2025, arXiv 2503.15683) without diffusion: cut-outs of labelled buildings and
roads are blended into the later date; patches of bare ground are pasted as unlabelled decoys, so that seams and foreign
texture alone are not learnt as change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import LabelledPair, decode
from mci_model.errors import DatasetError
from mci_model.prediction import Pixels
from mci_model.settings import BUILDING, ROAD

Region = npt.NDArray[np.bool_]
MAX_READS = 4
MIN_ROAD_SHARE = 0.02
MARGIN_PX = 3
"""Margin of a cut-out in pixels, for its shadow and edge."""


@dataclass(frozen=True, slots=True)
class CutOut:
    """A piece of an image: pixels (H, W, 3), mask of the object, and its class (0: a decoy)."""

    pixels: Pixels
    region: Region
    class_id: int


class RoadImages:
    """Single-date images with road masks: ROOT/SET/{image,label}/NAME.*, labels 0 or 255."""

    def __init__(self, root: Path, *, held_out: bool = False) -> None:
        """Nine of ten images, for training, or every tenth, held out for evaluation."""
        self.root, self.held_out = root, held_out

    @cached_property
    def files(self) -> list[tuple[Path, Path]]:
        """Image and label files.

        Raises:
            DatasetError: the folder holds none.
        """
        labels = {(path.parent.parent, path.stem): path for path in sorted(self.root.glob("*/label/*"))}
        images = {(path.parent.parent, path.stem): path for path in sorted(self.root.glob("*/image/*"))}
        both = [(images[key], labels[key]) for key in images if key in labels]
        selected = [files for number, files in enumerate(both) if (number % 10 == 0) == self.held_out]
        if not selected:
            raise DatasetError(f"{self.root} holds no SET/image and SET/label folders with road masks.")
        return selected

    def read(self, number: int) -> tuple[Pixels, Region]:
        """Image and road mask."""
        image, label = self.files[number % len(self.files)]
        return decode(image, cv2.IMREAD_COLOR_RGB), decode(label, cv2.IMREAD_GRAYSCALE) > 127

    def draw(self, rng: np.random.Generator) -> tuple[Pixels, Region]:
        """A random image with its mask; of a few, the first with enough road."""
        for _ in range(MAX_READS):
            image, roads = self.read(int(rng.integers(len(self.files))))
            if roads.mean() > MIN_ROAD_SHARE:
                break
        return image, roads


def hybrid(
    pair: LabelledPair, donor: LabelledPair, roads: RoadImages | None, rng: np.random.Generator, scale: float = 1.0
) -> LabelledPair:
    """Paste one to four objects into the later date and the label of a pair; its captions are dropped.

    Args:
        pair: to paste into.
        donor: source of buildings and ground.
        roads: source of roads; may be None.
        rng: random generator.
        scale: factor that adapts cut-outs to the pair's ground resolution.
    """
    sources: list[Callable[[], CutOut | None]] = [lambda: cut_building(donor, rng), lambda: cut_decoy(donor, rng)]
    if roads is not None:
        sources += [lambda: _random_road(roads, rng)] * 2
    after, label = pair.after.copy(), pair.label.copy()
    for _ in range(int(rng.integers(1, 5))):
        piece = sources[rng.integers(len(sources))]()
        if piece is not None:
            paste(after, label, vary(piece, rng, scale), rng)
    return replace(pair, after=after, label=label, captions=(), composed=True)


def _random_road(roads: RoadImages, rng: np.random.Generator) -> CutOut | None:
    return cut_road(*roads.draw(rng), rng)


def cut_building(donor: LabelledPair, rng: np.random.Generator) -> CutOut | None:
    """One labelled building of the donor's later date, with its margin; None when no building has a suitable size."""
    count, pieces, table, _ = cv2.connectedComponentsWithStats((donor.label == BUILDING).astype(np.uint8))
    suitable = [n for n in range(1, count) if 40 <= table[n, cv2.CC_STAT_AREA] <= 6000]
    if not suitable:
        return None
    chosen = suitable[rng.integers(len(suitable))]
    return _cut(donor.after, pieces == chosen, BUILDING)


def cut_road(image: Pixels, roads: Region, rng: np.random.Generator) -> CutOut | None:
    """The roads inside a band across the image: a stretch, a bend or a crossing."""
    height, width = roads.shape
    window = (_interval(height, 200, rng), _interval(width, 200, rng))
    part = roads[window]
    band = np.zeros(part.shape, np.uint8)
    ends = rng.uniform(0, 1, (2, 2)) * part.shape[::-1]
    cv2.line(band, _pixel(ends[0]), _pixel(ends[1]), 1, int(rng.integers(40, 140)))
    region = part & (band > 0)
    return _cut(image[window], region, ROAD) if region.sum() >= 150 else None


def cut_decoy(donor: LabelledPair, rng: np.random.Generator) -> CutOut | None:
    """A blob or a strip of the donor's ground where nothing is labelled."""
    region = np.zeros(donor.label.shape, np.uint8)
    height, width = donor.label.shape
    centre = _pixel(rng.uniform(0.2, 0.8, 2) * (width, height))
    size = (int(rng.integers(8, 40)), int(rng.integers(6, 24)))
    cv2.ellipse(region, centre, size, float(rng.uniform(0, 180)), 0, 360, 1, -1)
    region[donor.label > 0] = 0
    # The earlier date: its ground has none of the donor's new objects.
    return _cut(donor.before, region > 0, 0) if region.sum() >= 100 else None


def vary(piece: CutOut, rng: np.random.Generator, scale: float = 1.0) -> CutOut:
    """Rotate, flip and rescale a cut-out, by about `scale`."""
    rotations, flip, factor = int(rng.integers(0, 4)), rng.random() < 0.5, scale * float(rng.uniform(0.8, 1.25))
    pixels, region = np.rot90(piece.pixels, rotations), np.rot90(piece.region, rotations)
    if flip:
        pixels, region = pixels[:, ::-1], region[:, ::-1]
    size = (max(4, round(region.shape[1] * factor)), max(4, round(region.shape[0] * factor)))
    pixels = cv2.resize(np.ascontiguousarray(pixels), size, interpolation=cv2.INTER_LINEAR)
    region = cv2.resize(np.ascontiguousarray(region, np.uint8), size, interpolation=cv2.INTER_NEAREST)
    return CutOut(np.asarray(pixels, np.uint8), region > 0, piece.class_id)


def paste(image: Pixels, label: Pixels, piece: CutOut, rng: np.random.Generator) -> None:
    """Blend a cut-out into image and label, in place, at a random position; skipped over labelled objects."""
    height, width = label.shape
    rows, columns = min(piece.region.shape[0], height), min(piece.region.shape[1], width)
    top, left = int(rng.integers(0, height - rows + 1)), int(rng.integers(0, width - columns + 1))
    window = (slice(top, top + rows), slice(left, left + columns))
    region, pixels = piece.region[:rows, :columns], piece.pixels[:rows, :columns].astype(np.float32)
    if (label[window][_dilated(region)] > 0).any():
        return
    ground = image[window].astype(np.float32)
    pixels = _colour_matched(pixels, image, rng)
    alpha = cv2.GaussianBlur(_dilated(region).astype(np.float32), (0, 0), float(rng.uniform(0.8, 1.6)))[..., None]
    image[window] = np.clip(ground * (1 - alpha) + pixels * alpha, 0, 255).astype(np.uint8)
    label[window][region] = piece.class_id


def _cut(image: Pixels, region: Region, class_id: int) -> CutOut:
    rows, columns = np.nonzero(region)
    top, left = max(0, rows.min() - MARGIN_PX), max(0, columns.min() - MARGIN_PX)
    window = (slice(top, rows.max() + 1 + MARGIN_PX), slice(left, columns.max() + 1 + MARGIN_PX))
    return CutOut(image[window], region[window], class_id)


def _colour_matched(
    pixels: npt.NDArray[np.float32], image: Pixels, rng: np.random.Generator
) -> npt.NDArray[np.float32]:
    """Move the mean colour of a cut-out towards that of the image, as if taken on the same day."""
    offset = image.mean(axis=(0, 1)) - pixels.mean(axis=(0, 1))
    shifted: npt.NDArray[np.float32] = pixels + np.clip(offset, -40, 40) * rng.uniform(0.0, 0.7)
    return shifted.astype(np.float32)


def _dilated(region: Region) -> Region:
    return np.asarray(cv2.dilate(region.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0, bool)


def _interval(extent: int, max_length: int, rng: np.random.Generator) -> slice:
    length = min(extent, max_length)
    start = int(rng.integers(0, extent - length + 1))
    return slice(start, start + length)


def _pixel(position: npt.NDArray[np.float64]) -> tuple[int, int]:
    return int(position[0]), int(position[1])
