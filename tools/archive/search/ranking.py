"""Ranking by vector similarity and by word scores of captions. Knows no archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Scores = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

WORD_WEIGHT = 3.0
"""Weight of the words of a one-word question, in standard deviations of the similarity.

Chosen on the val split of LEVIR-CC: words help short questions, which name an object as captions do; whole sentences
are read better by the text model, and words of generated captions would distort its ranking."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row."""

    row: int
    score: float
    """0-1, to be compared within one answer only."""


def word_weight(words: int) -> float:
    """Weight of word scores for a question of so many content words."""
    return WORD_WEIGHT / max(1, words)


def combined(similarity: Floats, word_scores: Scores | None, weight: float) -> Floats:
    """(n,) scores by which rows are ordered; arguments as for `ranked`."""
    if word_scores is None or not (most := word_scores.max(initial=0)) > 0:
        return similarity
    gained: Floats = similarity + weight * similarity.std() * word_scores / most
    return gained


def ranked(
    similarity: Scores, word_scores: Scores | None, allowed: Mask | None, k: int, weight: float = WORD_WEIGHT
) -> list[Ranked]:
    """The best `k` rows; ties by similarity, then by row.

    Args:
        similarity: (n,) of the vectors, at most 1.
        word_scores: (n,) BM25 scores, 0 where a caption holds no word; None: words do not count.
        allowed: (n,) rows that may be given; None: all.
        k: how many.
        weight: gain of the caption with the highest word score, in standard deviations of `similarity`.
    """
    rows = np.arange(len(similarity)) if allowed is None else np.flatnonzero(allowed)
    if not len(rows):
        return []
    allowed_similarity = similarity[rows].astype(np.float64)
    total = combined(allowed_similarity, None if word_scores is None else word_scores[rows], weight)
    if k < len(rows):
        chosen = np.flatnonzero(total >= np.partition(total, -k)[-k])
        rows, allowed_similarity, total = rows[chosen], allowed_similarity[chosen], total[chosen]
    order = np.lexsort((rows, -allowed_similarity, -total))[:k]
    return [Ranked(int(rows[place]), float(np.clip(total[place], 0, 1))) for place in order]
