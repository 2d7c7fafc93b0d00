"""Two judgements made one: how near the vectors are, and how much captions speak of the words. Knows no archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Scores = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

TRUST = 3.0
"""What the words of a question of one word count, in standard deviations of the vectors' nearness.

Chosen on the val split of LEVIR-CC: words help short questions, which name a thing that captions name, too; whole
sentences are read better by the text model, and generated captions would only lead away from what it finds."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row."""

    row: int
    score: float
    """0-1, to be compared within one answer only."""


def trust_in(words: int) -> float:
    """What captions count for a question of so many words that tell something."""
    return TRUST / max(1, words)


def combined(similarity: Floats, spoken: Scores | None, trust: float) -> Floats:
    """(n,) by which rows are ordered; arguments as for `ranked`."""
    if spoken is None or not (most := spoken.max(initial=0)) > 0:
        return similarity
    gained: Floats = similarity + trust * similarity.std() * spoken / most
    return gained


def ranked(
    similarity: Scores, spoken: Scores | None, allowed: Mask | None, k: int, trust: float = TRUST
) -> list[Ranked]:
    """The best `k` rows; of equal ones the nearer, then the earlier.

    Args:
        similarity: (n,) of the vectors, the more the nearer, at most 1.
        spoken: (n,) of the words, 0 where a caption holds none; None: they do not count.
        allowed: (n,) rows that may be given; None: all.
        k: how many.
        trust: what the caption that speaks most of the words gains, in standard deviations of `similarity`.
    """
    rows = np.arange(len(similarity)) if allowed is None else np.flatnonzero(allowed)
    if not len(rows):
        return []
    near = similarity[rows].astype(np.float64)
    total = combined(near, None if spoken is None else spoken[rows], trust)
    if k < len(rows):
        chosen = np.flatnonzero(total >= np.partition(total, -k)[-k])
        rows, near, total = rows[chosen], near[chosen], total[chosen]
    order = np.lexsort((rows, -near, -total))[:k]
    return [Ranked(int(rows[place]), float(np.clip(total[place], 0, 1))) for place in order]
