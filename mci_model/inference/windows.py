"""Windows over an image of any size: where they lie, how they are cut out and blended. Knows no network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window

Image = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

SIDE = 256
"""Windows have the size that the networks were trained on."""
STRIDE = 192
"""Distance between windows: each overlaps its neighbours by a quarter."""


def windows(height: int, width: int, core: Window | None = None) -> Iterator[Window]:
    """Windows of at most SIDE that cover (height, width), row by row, the last ones flush with the far edges.

    With `core`, only those that reach into it: where windows lie follows from the scene alone, not from its parts.
    """
    core = core or Window(0, 0, height, width)
    tall, wide = min(SIDE, height), min(SIDE, width)
    for top in _reaching(_starts(height), tall, core.top, core.height):
        for left in _reaching(_starts(width), wide, core.left, core.width):
            yield Window(top, left, tall, wide)


def _reaching(starts: list[int], side: int, first: int, extent: int) -> list[int]:
    return [start for start in starts if start < first + extent and start + side > first]


def reach(height: int, width: int, core: Window) -> Window:
    """What windows that reach into a core see of the scene: all that is needed to interpret it."""
    seen = list(windows(height, width, core))
    # Row by row, the first is the top left one, the last the bottom right one.
    first, last = seen[0], seen[-1]
    return Window(first.top, first.left, last.top + last.height - first.top, last.left + last.width - first.left)


def shared(window: Window, core: Window) -> Window:
    """What of a window lies in a core that it reaches into."""
    top, left = max(window.top, core.top), max(window.left, core.left)
    bottom = min(window.top + window.height, core.top + core.height)
    right = min(window.left + window.width, core.left + core.width)
    return Window(top, left, bottom - top, right - left)


def within(window: Window, outer: Window) -> Window:
    """The same pixels, counted from the corner of an outer window."""
    return Window(window.top - outer.top, window.left - outer.left, window.height, window.width)


def _starts(extent: int) -> list[int]:
    if extent <= SIDE:
        return [0]
    count = -(-(extent - SIDE) // STRIDE) + 1
    return [min(index * STRIDE, extent - SIDE) for index in range(count)]


def cut(part: Image) -> Image:
    """A window's pixels; where the image is smaller than SIDE, mirrored outwards to it."""
    missing = ((0, SIDE - part.shape[0]), (0, SIDE - part.shape[1]), (0, 0))
    return np.pad(part, missing, mode="symmetric") if any(m for _, m in missing) else part


def blend(height: int, width: int) -> npt.NDArray[np.float32]:
    """Weights (height, width) that fall towards the rim, where a window has seen least of its surroundings."""
    rows, columns = (np.minimum(np.arange(n) + 1, np.arange(n, 0, -1)).astype(np.float32) for n in (height, width))
    weights: npt.NDArray[np.float32] = np.outer(rows, columns)
    return weights
