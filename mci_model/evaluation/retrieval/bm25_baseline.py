"""BM25 (Robertson et al. 1994) by bm25s (extra `eval`): the lexical baseline. Knows no image."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mci_model.errors import MissingPartError
from mci_model.text.vocabulary import split_words


def bm25_scores(queries: Sequence[str], documents: Sequence[str]) -> npt.NDArray[np.float32]:
    """(queries, documents) scores, 0 where no word is shared; k1 = 1.5 and b = 0.75, as bm25s has them.

    Raises:
        MissingPartError: bm25s is not installed.
    """
    try:
        import bm25s  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingPartError("The lexical baseline is scored by bm25s: pip install 'terradelta[eval]'.") from error
    index = bm25s.BM25()
    index.index([list(split_words(document)) for document in documents], show_progress=False)
    return np.stack([index.get_scores(list(split_words(query))) for query in queries]).astype(np.float32)
