"""Block-wise iteration over a raster."""

from __future__ import annotations

from collections.abc import Iterator

from mci_model.prediction import Window

READ_BLOCK = 1024
"""Side, in pixels, of the blocks in which values are read and written."""
LABEL_BLOCK = 2048
"""Side, in pixels, of the blocks for labelling connected components; it fixes the order of sums and must not change."""


def blocks(size: tuple[int, int], side: int = READ_BLOCK) -> Iterator[Window]:
    """Windows of at most `side` pixels that cover (height, width) without overlap, row by row."""
    for top in range(0, size[0], side):
        for left in range(0, size[1], side):
            yield Window(top, left, min(side, size[0] - top), min(side, size[1] - left))
