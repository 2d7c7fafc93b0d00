"""A pair as images of bounded size."""

from __future__ import annotations

from tools.pairs.pair import ImagePair
from tools.types import Pixels

MAX_PICTURE = 2048
"""Pixels a side; larger scenes are shown smaller."""


def picture_step(size: tuple[int, int]) -> int:
    """Scene pixels per preview pixel, along each side."""
    return max(1, -(-max(size) // MAX_PICTURE))


def preview(pair: ImagePair) -> tuple[Pixels, Pixels]:
    """Both dates, (H, W, 3) RGB, large scenes subsampled."""
    if picture_step(pair.size) == 1:
        return pair.before, pair.after
    with pair.reading() as reader:
        before, after = reader.sketches(MAX_PICTURE)
    return pair.stretch.to_rgb(before), pair.stretch.to_rgb(after)
