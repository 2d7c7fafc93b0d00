"""Word scores of captions for a question: BM25. Knows no vectors and no store.

Scores are those of bm25s (method "lucene") times k1 + 1, as a test holds. It is not used here because it builds an
index from lists of captions only, all anew with each segment: for 100,000 captions of eight words, 1.7 s of one core
and 34 MiB of memory, against 0.16 s and 19 MiB from the segments' arrays; a question takes both under a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

K1, B = 1.2, 0.75
"""k1 and b of BM25, as Robertson and Zaragoza (2009) recommend them."""
MAX_WORDS = 24
"""Words of a question that are looked up, the rarest ones."""
WORD = re.compile(r"[^\W_]+")
STOP_WORDS = frozenset(
    "a an and are as at be been by for from has have here in into is it its of on or that the there these this to was "
    "were which with what where when show find me all any".split()
)
"""Words without content."""


def words(text: str) -> list[str]:
    """The content words, in lower case and without the s of plurals."""
    return [_stem(word) for word in WORD.findall(text.casefold()) if word not in STOP_WORDS]


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True)
class Tokens:
    """Captions as word numbers."""

    vocabulary: tuple[str, ...]
    numbers: Numbers
    """Of the words of all captions, one caption after the other."""
    ends: Numbers
    """Offset at which each caption ends."""


def tokenise(texts: Sequence[str]) -> Tokens:
    """Captions as numbers."""
    known: dict[str, int] = {}
    rows = [[known.setdefault(word, len(known)) for word in words(text)] for text in texts]
    numbers = np.array([number for row in rows for number in row], np.int64)
    return Tokens(tuple(known), numbers, np.cumsum([len(row) for row in rows], dtype=np.int64))


def joined(parts: Sequence[Tokens]) -> Tokens:
    """Merge several sets of captions."""
    known: dict[str, int] = {}
    numbers, ends, before = [], [], 0
    for part in parts:
        table = np.array([known.setdefault(word, len(known)) for word in part.vocabulary], np.int64)
        numbers.append(table[part.numbers])
        ends.append(part.ends + before)
        before += len(part.numbers)
    nothing = np.zeros(0, np.int64)
    return Tokens(tuple(known), np.concatenate([nothing, *numbers]), np.concatenate([nothing, *ends]))


class WordIndex:
    """Inverted index of captions with BM25 weights."""

    def __init__(self, tokens: Tokens) -> None:
        """Invert captions."""
        self.count, self._number = len(tokens.ends), {word: at for at, word in enumerate(tokens.vocabulary)}
        lengths = np.diff(tokens.ends, prepend=0)
        rows = np.repeat(np.arange(self.count), lengths)
        keys, frequency = np.unique(tokens.numbers * max(1, self.count) + rows, return_counts=True)
        self._rows = keys % max(1, self.count)
        self._starts = np.searchsorted(keys, np.arange(len(self._number) + 1) * max(1, self.count))
        mean = max(1.0, float(lengths.mean())) if self.count else 1.0
        saturation = K1 * (1 - B + B * lengths[self._rows] / mean)
        self._weights = (frequency * (K1 + 1) / (frequency + saturation)).astype(np.float32)

    @cached_property
    def _rarity(self) -> npt.NDArray[np.float64]:
        documents = np.diff(self._starts)
        rarity: npt.NDArray[np.float64] = np.log(1 + (self.count - documents + 0.5) / (documents + 0.5))
        return rarity

    def scores(self, question: str) -> Scores | None:
        """(n,) score of each caption for the question's words; None where none of them occurs in any."""
        numbers = {self._number[word] for word in words(question) if word in self._number}
        if not numbers:
            return None
        scores = np.zeros(self.count, np.float32)
        for number in sorted(numbers, key=lambda number: -self._rarity[number])[:MAX_WORDS]:
            postings = slice(self._starts[number], self._starts[number + 1])
            scores[self._rows[postings]] += self._weights[postings] * np.float32(self._rarity[number])
        return scores
