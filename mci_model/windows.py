"""Windows over an image of any size: where they lie, how they are cut out and blended. Knows no network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window

Image = npt.NDArray[np.uint8]

SIDE = 256
"""Windows have the size that the networks were trained on."""
STRIDE = 192
"""Distance between windows: each overlaps its neighbours by a quarter."""


def windows(height: int, width: int) -> Iterator[Window]:
    """Windows of at most SIDE that cover (height, width), row by row, the last ones flush with the far edges."""
    for top in _starts(height):
        for left in _starts(width):
            yield Window(top, left, min(SIDE, height), min(SIDE, width))


def _starts(extent: int) -> list[int]:
    if extent <= SIDE:
        return [0]
    count = -(-(extent - SIDE) // STRIDE) + 1
    return [min(index * STRIDE, extent - SIDE) for index in range(count)]


def cut(image: Image, window: Window) -> Image:
    """The window's pixels, a small image mirrored outwards to SIDE."""
    part = image[window.slices]
    missing = ((0, SIDE - window.height), (0, SIDE - window.width), (0, 0))
    return np.pad(part, missing, mode="symmetric") if any(m for _, m in missing) else part


def blend(height: int, width: int) -> npt.NDArray[np.float32]:
    """Weights (height, width) that fall towards the rim, where a window has seen least of its surroundings."""
    rows, columns = (np.minimum(np.arange(n) + 1, np.arange(n, 0, -1)).astype(np.float32) for n in (height, width))
    weights: npt.NDArray[np.float32] = np.outer(rows, columns)
    return weights
