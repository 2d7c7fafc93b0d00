"""What of a cell a sentence is held against: the change, one of its dates, or what became true between them.

A cell's row holds three vectors, one after the other: of the change, of the earlier date, of the later date. Text is
the bridge between scenes that were never shown together, as in CLOSP (arXiv 2507.10403).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from tools.archive.storage.embedder import ChangeEmbedder, Vectors
from tools.types import Pixels

View = Literal["change", "before", "after", "became"]
VIEWS: tuple[View, ...] = get_args(View)
"""`change`: what happened. `before`, `after`: what is there at that date. `became`: how far the sentence holds more for
the later date than for the earlier one."""
KEPT = 3
PLACES = {"change": 0, "before": 1, "after": 2}


def width(dimensions: int) -> int:
    """Numbers in a cell's row, for vectors of so many dimensions."""
    return KEPT * dimensions


def embedded(embed: ChangeEmbedder, pictures: Sequence[tuple[Pixels, Pixels]]) -> Vectors:
    """(n, 3 D) rows of pairs of pictures."""
    if not pictures:
        return np.zeros((0, width(embed.dimensions)), np.float32)
    dates = [np.stack([embed.embed_image(pair[place]) for pair in pictures]) for place in (0, 1)]
    return np.concatenate([embed.embed_pairs(pictures), *dates], axis=1).astype(np.float32)


def apart(rows: Vectors) -> Vectors:
    """(3, n, D) of rows (n, 3 D): each view in one piece, which is read far faster than every third stretch of one."""
    count, numbers = rows.shape
    return np.ascontiguousarray(rows.reshape(count, KEPT, numbers // KEPT).swapaxes(0, 1), np.float32)


def together(views: Vectors) -> Vectors:
    """(n, 3 D) of what `apart` made."""
    _, count, dimensions = views.shape
    rows: Vectors = views.swapaxes(0, 1).reshape(count, width(dimensions))
    return rows
