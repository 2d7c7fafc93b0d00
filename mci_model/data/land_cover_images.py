"""Single-date images with a land-cover label, and pieces of ground cut from them. Knows no network.

DIR/{image,label}/NAME.*, labels: 0 unlabelled, 1 vegetation, 2 bare, 3 paved road, 4 unpaved road, 5 building, 6 water.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from mci_model.data.labelled_pairs import decode
from mci_model.errors import DatasetError
from mci_model.prediction import Pixels
from mci_model.settings import COVER_NAMES

UNLABELLED = 255
HELD_OUT_EVERY = 5
MIN_SHARE = 0.02
"""Of an image, from which ground of a kind is cut from it."""
PURE = 0.93
"""Share of a piece that must be of its kind."""
MAX_ATTEMPTS = 12
ZOOMS = (0.8, 1.6)
VEGETATION, BARE, PAVED, BUILT, WATER = range(len(COVER_NAMES))
COVER_OF = np.full(256, UNLABELLED, np.uint8)
"""Number of `COVER_NAMES` for each label."""
COVER_OF[1:7] = VEGETATION, BARE, PAVED, BARE, BUILT, WATER
ROAD_OF = np.full(256, UNLABELLED, np.uint8)
"""Whether it is a road, for each label."""
ROAD_OF[1:7] = 0, 0, 1, 1, 0, 0

Region = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CoverImage:
    """One image and its land cover."""

    pixels: Pixels
    """(H, W, 3) RGB."""
    cover: Pixels
    """(H, W) numbers of `COVER_NAMES`, UNLABELLED elsewhere."""
    road: Pixels
    """(H, W): 1 on roads, paved or not, 0 beside them, UNLABELLED elsewhere."""


class LandCoverImages:
    """Images of several folders, in memory."""

    def __init__(self, folders: Sequence[Path], *, held_out: bool = False) -> None:
        """Read four of five images, for training, or every fifth, held out for evaluation.

        Raises:
            DatasetError: a folder holds no labelled images.
        """
        self.images = [image for folder in folders for image in _read(folder, held_out=held_out)]
        self._with = [
            [row for row, image in enumerate(self.images) if (image.cover == kind).mean() > MIN_SHARE]
            for kind in range(len(COVER_NAMES))
        ]

    def piece(self, kind: int, shape: Region, rng: np.random.Generator) -> npt.NDArray[np.float32] | None:
        """Ground of a kind that fills a shape.

        Args:
            kind: number of `COVER_NAMES`.
            shape: (h, w) mask.
            rng: random generator.

        Returns:
            (h, w, 3) RGB, or None where no place was found that is of this kind all over.
        """
        for _ in range(MAX_ATTEMPTS if self._with[kind] else 0):
            image = self.images[self._with[kind][int(rng.integers(len(self._with[kind])))]]
            height, width = (int(extent / rng.uniform(*ZOOMS)) + 1 for extent in shape.shape)
            if height >= image.cover.shape[0] or width >= image.cover.shape[1]:
                continue
            top = int(rng.integers(0, image.cover.shape[0] - height))
            left = int(rng.integers(0, image.cover.shape[1] - width))
            window = (slice(top, top + height), slice(left, left + width))
            small = cv2.resize(shape.astype(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST) > 0
            if (image.cover[window][small] == kind).mean() >= PURE:
                size = (shape.shape[1], shape.shape[0])
                piece = cv2.resize(image.pixels[window], size, interpolation=cv2.INTER_LINEAR)
                return np.asarray(piece, np.float32)
        return None


def _read(folder: Path, *, held_out: bool) -> list[CoverImage]:
    labels = {path.stem: path for path in (folder / "label").glob("*")}
    paths = [path for path in sorted((folder / "image").glob("*")) if path.stem in labels]
    if not paths:
        raise DatasetError(f"{folder} holds no image and label folders with land cover.")
    chosen = [path for row, path in enumerate(paths) if (row % HELD_OUT_EVERY == 0) == held_out]
    return [_decoded(path, labels[path.stem]) for path in chosen]


def _decoded(image: Path, label: Path) -> CoverImage:
    kinds = decode(label, cv2.IMREAD_GRAYSCALE)
    return CoverImage(decode(image, cv2.IMREAD_COLOR_RGB), COVER_OF[kinds], ROAD_OF[kinds])
