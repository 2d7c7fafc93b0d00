"""Scores of an archive for whole sets of questions, for evaluation. Knows no store and no network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tools.archive.search.ranking import combined, word_weight
from tools.archive.storage.words import WordIndex, tokenise, words

Floats = npt.NDArray[np.floating[Any]]


def archive_scores(questions: Sequence[str], captions: Sequence[str], similarity: Floats) -> Floats:
    """Scores by which a search ranks.

    Args:
        questions: Q sentences.
        captions: G generated captions.
        similarity: (Q, G) cosines.

    Returns:
        (Q, G), higher is better.
    """
    index = WordIndex(tokenise(captions))
    rows = zip(questions, similarity, strict=True)
    return np.stack(
        [combined(row_similarity, index.scores(text), word_weight(len(words(text)))) for text, row_similarity in rows]
    )
