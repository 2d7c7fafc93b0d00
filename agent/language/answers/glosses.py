"""What the words of a language are in English, so that one checker reads the answers of all. Knows no language."""

from __future__ import annotations

from collections.abc import Mapping


def read_glosses(table: str) -> dict[tuple[str, ...], str]:
    """A table as a mapping.

    Args:
        table: lines `english = phrase, phrase`; the English side may be empty, for words that say nothing of their own.
            Words of a phrase are apart by blanks.

    Returns:
        The English words of each phrase, by its words in lower case.
    """
    glosses: dict[tuple[str, ...], str] = {}
    for line in table.strip().splitlines():
        english, _, phrases = line.partition("=")
        for phrase in phrases.split(","):
            if phrase.strip():
                glosses[tuple(phrase.lower().split())] = english.strip()
                glosses[tuple(phrase.lower().replace("'", " ").split())] = english.strip()  # elisions are taken apart
    return glosses


def longest(glosses: Mapping[tuple[str, ...], str]) -> int:
    """Words of the longest phrase."""
    return max(map(len, glosses), default=0)
