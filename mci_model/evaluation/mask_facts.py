"""Objects, pixels, fields and halves of a true mask, computed independently of the tools that they check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from skimage.measure import label as label_pieces
from skimage.measure import regionprops

from mci_model.settings import BUILDING, ROAD

MIN_PIXELS = 6
"""Pixels; smaller pieces are ignored, as in the official code."""
FIELDS = 3
"""Number of fields along each side of an image."""
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
    """Pieces and pixels of one mask."""

    mask: Mask
    """(H, W) class ids without the ignored pieces."""
    pieces: tuple[TruePiece, ...]
    """Largest first."""

    def of(self, classes: Iterable[int]) -> tuple[TruePiece, ...]:
        """Pieces of these classes."""
        ids = set(classes)
        return tuple(piece for piece in self.pieces if piece.class_id in ids)

    def pixels(self, classes: Iterable[int]) -> int:
        """Changed pixels."""
        return int(self._is_class(classes).sum())

    def percent(self, classes: Iterable[int]) -> float:
        """Changed pixels as a percentage of all pixels, 0-100."""
        return 100 * self.pixels(classes) / self.mask.size

    def fields(self, classes: Iterable[int]) -> Counts:
        """(3, 3) changed pixels by field, each pixel in its own field."""
        selected, counts = self._is_class(classes), np.zeros((FIELDS, FIELDS), np.int64)
        rows, columns = np.nonzero(selected)
        height, width = selected.shape
        np.add.at(counts, (_field(rows + 0.5, height), _field(columns + 0.5, width)), 1)
        return counts

    def halves(self, classes: Iterable[int], axis: int) -> tuple[int, int]:
        """Changed pixels in the top and bottom half (axis 0), or in the left and right half (axis 1)."""
        profile = self._is_class(classes).sum(axis=1 - axis)
        middle = len(profile) // 2
        # The middle row or column of an odd side belongs to neither half.
        return int(profile[:middle].sum()), int(profile[len(profile) - middle :].sum())

    def _is_class(self, classes: Iterable[int]) -> npt.NDArray[np.bool_]:
        selected: npt.NDArray[np.bool_] = np.isin(self.mask, list(classes))
        return selected


def mask_facts(mask: Mask) -> MaskFacts:
    """Measure a mask.

    Args:
        mask: (H, W) class ids.
    """
    cleaned, pieces = np.zeros_like(mask), []
    for class_id in ANY:
        labels = label_pieces(mask == class_id, connectivity=2)
        for region in regionprops(labels):
            if region.num_pixels >= MIN_PIXELS:
                cleaned[labels == region.label] = class_id
                centre = (float(coordinate) + 0.5 for coordinate in region.centroid)
                row, column = (
                    int(_field(coordinate, side)) for coordinate, side in zip(centre, mask.shape, strict=True)
                )
                pieces.append(TruePiece(class_id, int(region.num_pixels), (row, column)))
    return MaskFacts(cleaned, tuple(sorted(pieces, key=lambda piece: -piece.pixels)))


def _field(position: npt.ArrayLike, side: int) -> npt.NDArray[np.int64]:
    """The field index of a position along one side of the image."""
    field: npt.NDArray[np.int64] = np.minimum(np.asarray(position) * FIELDS // side, FIELDS - 1).astype(np.int64)
    return field
