"""Windows over an image of any size: where they lie, how they are cut out and blended. Knows no network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window

Image = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

SIDE = 256
"""Pixels; the size of images that the networks were trained on."""
STRIDE = 192
"""Pixels between the starts of neighbouring windows, which overlap by a quarter."""


def windows(height: int, width: int, core: Window | None = None) -> Iterator[Window]:
    """Windows of at most SIDE that cover (height, width), row by row, the last ones flush with the far edges.

    With `core`, only those that overlap it: the grid of windows depends on the scene alone, not on its parts.
    """
    core = core or Window(0, 0, height, width)
    tall, wide = min(SIDE, height), min(SIDE, width)
    for top in _overlapping(_starts(height), tall, core.top, core.height):
        for left in _overlapping(_starts(width), wide, core.left, core.width):
            yield Window(top, left, tall, wide)


def _overlapping(starts: list[int], side: int, first: int, extent: int) -> list[int]:
    return [start for start in starts if start < first + extent and start + side > first]


def reach(height: int, width: int, core: Window) -> Window:
    """The bounding box of the windows that overlap a core: the pixels needed to interpret it."""
    overlapping = list(windows(height, width, core))
    # Row by row, the first is the top left one, the last the bottom right one.
    first, last = overlapping[0], overlapping[-1]
    return Window(first.top, first.left, last.top + last.height - first.top, last.left + last.width - first.left)


def shared(window: Window, core: Window) -> Window:
    """The intersection of a window and a core that it overlaps."""
    top, left = max(window.top, core.top), max(window.left, core.left)
    bottom = min(window.top + window.height, core.top + core.height)
    right = min(window.left + window.width, core.left + core.width)
    return Window(top, left, bottom - top, right - left)


def within(window: Window, outer: Window) -> Window:
    """The window in the pixel coordinates of an outer window."""
    return Window(window.top - outer.top, window.left - outer.left, window.height, window.width)


def _starts(extent: int) -> list[int]:
    if extent <= SIDE:
        return [0]
    count = -(-(extent - SIDE) // STRIDE) + 1
    return [min(index * STRIDE, extent - SIDE) for index in range(count)]


def cut(part: Image) -> Image:
    """A window's pixels, mirrored outwards to SIDE where the image is smaller."""
    missing = ((0, SIDE - part.shape[0]), (0, SIDE - part.shape[1]), (0, 0))
    return np.pad(part, missing, mode="symmetric") if any(m for _, m in missing) else part


def blend(height: int, width: int) -> npt.NDArray[np.float32]:
    """Weights (height, width) that fall towards the border, where a window has the least context."""
    rows, columns = (np.minimum(np.arange(n) + 1, np.arange(n, 0, -1)).astype(np.float32) for n in (height, width))
    weights: npt.NDArray[np.float32] = np.outer(rows, columns)
    return weights
