"""Two rankings made one: how near the vectors are, and how much captions speak of the words. Knows no archive."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

DAMPING = 60
"""Reciprocal rank fusion adds up 1 / (60 + rank), as Cormack, Clarke and Buettcher (2009) found best."""
POOL = 1000
"""Rows whose ranks are told exactly; all others share the next one."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row."""

    row: int
    score: float
    """0-1; 1 is the first of every ranking."""


def ranked(similarity: Scores, spoken: Scores | None, allowed: Mask | None, k: int) -> list[Ranked]:
    """The best `k` rows.

    Args:
        similarity: (n,) of the vectors, the more the nearer.
        spoken: (n,) of the words, 0 where a caption holds none; None: they do not count.
        allowed: (n,) rows that may be given; None: all.
        k: how many.
    """
    kept = np.ones(len(similarity), bool) if allowed is None else allowed
    rankings = [_of(kept, similarity)]
    pool = _first(rankings[0], max(POOL, k))
    if spoken is not None:
        rankings.append(_of(kept & (spoken > 0), spoken))
        # Captions are often the same: of those, the nearest ones.
        pool = np.union1d(pool, _first(rankings[1] + 1e-3 * similarity, max(POOL, k)))
    total = sum((_reciprocal(values, pool) for values in rankings), np.zeros(len(pool)))
    total *= (DAMPING + 1) / len(rankings)
    order = np.lexsort((pool, -similarity[pool], -total))[:k]
    return [Ranked(int(pool[place]), float(total[place])) for place in order]


def _of(kept: Mask, values: Scores) -> Scores:
    """The values of what may be given; all else comes never."""
    return np.where(kept, values, np.float32(-np.inf))


def _first(values: Scores, most: int) -> Rows:
    """The rows with the greatest finite values, in no order."""
    rows = np.flatnonzero(np.isfinite(values))  # first, for parting many equal values takes long
    return rows if len(rows) <= most else rows[np.argpartition(values[rows], -most)[-most:]]


def _reciprocal(values: Scores, pool: Rows) -> npt.NDArray[np.float64]:
    """1 / (60 + rank) of each row of the pool, equal values sharing a rank; 0 where a row is not ranked."""
    best = np.sort(values[_first(values, POOL)])
    here = values[pool]
    rank = 1 + len(best) - np.searchsorted(best, here, side="right")
    return np.where(np.isfinite(here), 1 / (DAMPING + rank), 0.0)
