"""What of a cell a sentence is compared with: the change, one of its dates, or the difference between them.

A cell's row holds three vectors, one after the other: of the change, of the earlier date, of the later date. Text
connects scenes that were never trained together, as in CLOSP (arXiv 2507.10403).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np

from tools.archive.storage.embedder import ChangeEmbedder, Vectors
from tools.types import Pixels

View = Literal["change", "before", "after", "became"]
VIEWS: tuple[View, ...] = get_args(View)
"""`change`: what happened. `before`, `after`: the content of that date. `became`: how much better the sentence fits the
later date than the earlier one."""
VIEWS_PER_CELL = 3
VIEW_INDEX = {"change": 0, "before": 1, "after": 2}


def width(dimensions: int) -> int:
    """Numbers in a cell's row, for vectors of so many dimensions."""
    return VIEWS_PER_CELL * dimensions


def embed_cells(embed: ChangeEmbedder, pictures: Sequence[tuple[Pixels, Pixels]]) -> Vectors:
    """(n, 3 D) rows of pairs of pictures."""
    if not pictures:
        return np.zeros((0, width(embed.dimensions)), np.float32)
    dates = [np.stack([embed.embed_image(pair[date]) for pair in pictures]) for date in (0, 1)]
    return np.concatenate([embed.embed_pairs(pictures), *dates], axis=1).astype(np.float32)


def split_views(rows: Vectors) -> Vectors:
    """(3, n, D) of rows (n, 3 D): each view contiguous, which is much faster to read than strided rows."""
    count, numbers = rows.shape
    return np.ascontiguousarray(
        rows.reshape(count, VIEWS_PER_CELL, numbers // VIEWS_PER_CELL).swapaxes(0, 1), np.float32
    )


def join_views(views: Vectors) -> Vectors:
    """(n, 3 D) rows from the result of `split_views`."""
    _, count, dimensions = views.shape
    rows: Vectors = views.swapaxes(0, 1).reshape(count, width(dimensions))
    return rows
