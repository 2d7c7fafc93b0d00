"""Words and their ids, in the official LEVIR-MCI order. Knows no torch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mci_model.errors import WeightsError

NULL, UNKNOWN, START, END = range(4)
SPECIAL = ("<NULL>", "<UNK>", "<START>", "<END>")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that a network can generate; the id is the index."""

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.words[:4] != SPECIAL or len(set(self.words)) != len(self.words):
            raise WeightsError(f"A vocabulary begins with {', '.join(SPECIAL)} and names each word once.")

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def from_ids(cls, ids: dict[str, int]) -> Vocabulary:
        """Read the official vocab.json: {word: id} with ids 0, 1, 2, ...

        Raises:
            WeightsError: the ids have gaps or do not begin with the four special words.
        """
        if sorted(ids.values()) != list(range(len(ids))):
            raise WeightsError("The vocabulary's ids must be 0, 1, 2, ... without gaps.")
        return cls(tuple(sorted(ids, key=ids.__getitem__)))

    def encode(self, sentence: str, length: int) -> list[int]:
        """START, the words' ids and END, cut to `length` ids; unseen words become UNKNOWN."""
        index = {word: number for number, word in enumerate(self.words)}
        ids = [index.get(word, UNKNOWN) for word in split_words(sentence)]
        return [START, *ids[: length - 2], END]

    def decode(self, ids: Iterable[int]) -> str:
        """The words of `ids` joined by blanks, special ones left out except <UNK>."""
        return " ".join(self.words[i] for i in ids if i not in (NULL, START, END))


def split_words(sentence: str) -> Sequence[str]:
    """Lower-case words as LEVIR-CC counts them: '.' and '?' dropped, hyphenated words whole."""
    return re.sub(r"[.?]", " ", sentence.lower()).split()
