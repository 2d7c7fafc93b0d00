"""Patches of a class: how many, how large, how connected. The indices on which programs agree (McGarigal 2015)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Mask = npt.NDArray[np.bool_]
Connectivity = Literal[4, 8]
STRUCTURES: dict[Connectivity, npt.NDArray[np.bool_]] = {
    4: ndimage.generate_binary_structure(2, 1),
    8: ndimage.generate_binary_structure(2, 2),
}


@dataclass(frozen=True, slots=True)
class Patches:
    """The patches of one class on one date."""

    count: int
    pixels: int
    largest_share: float
    """Of the class, its largest patch, 0-1; 0 without any."""
    largest_patch_index: float
    """Of all known ground, the largest patch, percent (LPI)."""
    mean_pixels: float
    """Mean patch size."""
    weighted_mean_pixels: float
    """Mean patch size weighted by size: the patch in which a pixel of the class lies on average."""
    edges: int
    """Pixel sides between the class and other known ground."""


def patches(mask: Mask, known: Mask | None = None, connectivity: Connectivity = 8) -> Patches:
    """Patches of the true pixels of a mask.

    Args:
        mask: (h, w) where the class is.
        known: (h, w) where the ground is known; None: everywhere.
        connectivity: 4 by sides, 8 by sides and corners.
    """
    known = np.ones_like(mask) if known is None else known
    inside = mask & known
    sizes = patch_sizes(inside, connectivity)
    pixels, total = int(sizes.sum()), int(known.sum())
    largest = int(sizes.max(initial=0))
    return Patches(
        count=len(sizes),
        pixels=pixels,
        largest_share=largest / pixels if pixels else 0.0,
        largest_patch_index=100.0 * largest / total if total else 0.0,
        mean_pixels=pixels / len(sizes) if len(sizes) else 0.0,
        weighted_mean_pixels=float((sizes.astype(float) ** 2).sum() / pixels) if pixels else 0.0,
        edges=_edges(inside, known),
    )


def patch_sizes(mask: Mask, connectivity: Connectivity = 8) -> npt.NDArray[np.int64]:
    """Pixels of each patch, the largest first."""
    labels, _ = ndimage.label(mask, STRUCTURES[connectivity])
    sizes: npt.NDArray[np.int64] = np.bincount(labels.ravel())[1:]
    return np.sort(sizes)[::-1]


def _edges(inside: Mask, known: Mask) -> int:
    """Sides at which a pixel of the class meets known ground of another."""
    across = (inside[:, 1:] != inside[:, :-1]) & known[:, 1:] & known[:, :-1]
    down = (inside[1:] != inside[:-1]) & known[1:] & known[:-1]
    return int(across.sum() + down.sum())
