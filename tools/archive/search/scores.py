"""How an archive would order pairs for whole sets of questions, for evaluation. Knows no store and no network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tools.archive.search.ranking import combined, trust_in
from tools.archive.storage.words import WordIndex, tokenise, words

Floats = npt.NDArray[np.floating[Any]]


def archive_scores(questions: Sequence[str], captions: Sequence[str], similarity: Floats) -> Floats:
    """What a search orders by.

    Args:
        questions: Q sentences.
        captions: G, as the eyes generate them.
        similarity: (Q, G) cosines.

    Returns:
        (Q, G), the more the better.
    """
    index = WordIndex(tokenise(captions))
    rows = zip(questions, similarity, strict=True)
    return np.stack([combined(near, index.scores(text), trust_in(len(words(text)))) for text, near in rows])
