"""What a true mask says in numbers: pieces, pixels, fields and halves. Shares no code with the tools it is to check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from skimage.measure import label as label_pieces
from skimage.measure import regionprops

from mci_model.settings import BUILDING, ROAD

MIN_PIXELS = 6
"""Smaller pieces are specks and count nowhere, as in the official code."""
FIELDS = 3
"""Fields of an image along each side."""
ANY = (ROAD, BUILDING)
"""Both classes of change."""

Mask = npt.NDArray[np.uint8]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TruePiece:
    """One connected piece of a class."""

    class_id: int
    pixels: int
    field: tuple[int, int]
    """(row, column) of the field of the image in which its centre lies, each 0-2."""


@dataclass(frozen=True, slots=True)
class MaskFacts:
    """Numbers of one mask."""

    mask: Mask
    """(H, W) class ids without specks."""
    pieces: tuple[TruePiece, ...]
    """The largest first."""

    def of(self, classes: Iterable[int]) -> tuple[TruePiece, ...]:
        """Pieces of these classes."""
        wanted = set(classes)
        return tuple(piece for piece in self.pieces if piece.class_id in wanted)

    def pixels(self, classes: Iterable[int]) -> int:
        """Changed pixels."""
        return int(self._chosen(classes).sum())

    def percent(self, classes: Iterable[int]) -> float:
        """Changed pixels of all pixels, 0-100."""
        return 100 * self.pixels(classes) / self.mask.size

    def fields(self, classes: Iterable[int]) -> Counts:
        """(3, 3) changed pixels by field; each pixel counts where it lies itself."""
        chosen, found = self._chosen(classes), np.zeros((FIELDS, FIELDS), np.int64)
        rows, columns = np.nonzero(chosen)
        height, width = chosen.shape
        np.add.at(found, (_field(rows + 0.5, height), _field(columns + 0.5, width)), 1)
        return found

    def halves(self, classes: Iterable[int], axis: int) -> tuple[int, int]:
        """Changed pixels in the top and bottom half (axis 0), or in the left and right half (axis 1)."""
        along = self._chosen(classes).sum(axis=1 - axis)
        middle = len(along) // 2
        # The row or column in the middle of an odd side belongs to neither half.
        return int(along[:middle].sum()), int(along[len(along) - middle :].sum())

    def _chosen(self, classes: Iterable[int]) -> npt.NDArray[np.bool_]:
        chosen: npt.NDArray[np.bool_] = np.isin(self.mask, list(classes))
        return chosen


def mask_facts(mask: Mask) -> MaskFacts:
    """Count a mask.

    Args:
        mask: (H, W) class ids.
    """
    kept, pieces = np.zeros_like(mask), []
    for class_id in ANY:
        numbers = label_pieces(mask == class_id, connectivity=2)
        for region in regionprops(numbers):
            if region.num_pixels >= MIN_PIXELS:
                kept[numbers == region.label] = class_id
                centre = (float(at) + 0.5 for at in region.centroid)
                row, column = (int(_field(at, side)) for at, side in zip(centre, mask.shape, strict=True))
                pieces.append(TruePiece(class_id, int(region.num_pixels), (row, column)))
    return MaskFacts(kept, tuple(sorted(pieces, key=lambda piece: -piece.pixels)))


def _field(place: npt.ArrayLike, side: int) -> npt.NDArray[np.int64]:
    """The field of a place along one side of the image."""
    field: npt.NDArray[np.int64] = np.minimum(np.asarray(place) * FIELDS // side, FIELDS - 1).astype(np.int64)
    return field
