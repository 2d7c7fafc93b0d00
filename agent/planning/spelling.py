"""Misspelt words of English questions, corrected before a planner reads them. Names and numbers stay as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from agent.language.detection import language_of
from agent.language.english import ENGLISH
from agent.language.registry import LANGUAGES, by_code
from agent.planning.learned.training_examples import phrase_book

WORD = re.compile(r"(?<![\w-])[A-Za-z]{3,}(?![\w-])")
MIN_WORD_CHARS = 3
"""Letters from which a word is corrected."""
LONG_WORD_CHARS = 8
"""Letters from which two slips are forgiven."""
COMMON = frozenset("the and for how you all new what are was with this that from show how many much where".split())
"""Everyday words that the training examples may lack."""
LETTERS = r"[^\W\d_]{2,}"


def is_english(text: str) -> bool:
    """Whether a question is in English rather than in another language that the planners know."""
    if re.search("[\u3000-\u9fff]", text):
        return False
    if language_of(text) != ENGLISH.code:
        return False
    words = re.findall(LETTERS, text.lower())
    english = sum(word in _read(ENGLISH.code) for word in words)
    others = [language.code for language in LANGUAGES if language.spaced and language is not ENGLISH]
    return all(english >= sum(word in _read(code) for word in words) for code in others)


def corrected(text: str) -> str:
    """The text with unknown words replaced by the likeliest one a slip or two away."""
    return WORD.sub(lambda match: _corrected(match[0]), text)


@lru_cache(maxsize=4096)
def _corrected(word: str) -> str:
    known, lowered = _known(), word.lower()
    if lowered in known or lowered in _english() or len(word) < MIN_WORD_CHARS or word.isupper():
        return word
    slips = 2 if len(word) >= LONG_WORD_CHARS else 1
    near = process.extract(
        lowered, [one for one in known if abs(len(one) - len(word)) <= slips and one[0] == lowered[0]],
        scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=None,
    )  # fmt: skip
    return min(near, key=lambda one: (one[1], -known[one[0]]))[0] if near else word


@lru_cache(maxsize=16)
def _read(code: str) -> Collection[str]:
    """Known words of a language: those of its training examples or, without any, of its vocabulary."""
    language = by_code(code)
    return _words(code) if language.training_share else language.vocabulary()


@lru_cache(maxsize=4)
def _words(language: str) -> Counter[str]:
    """Words of the training examples in a language, with how often they occur there."""
    return Counter(word.lower() for word in re.findall(LETTERS, _texts(phrase_book(language))))


@lru_cache(maxsize=1)
def _known() -> dict[str, int]:
    """Words of the English training examples with how often they occur there."""
    counts = {word: count for word, count in _words("en").items() if len(word) >= MIN_WORD_CHARS}
    return dict(counts) | {word: counts.get(word, 0) + 1 for word in COMMON}


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """Words of English: those that the sentence embedding knows whole."""
    from agent.planning.learned.intents import vocabulary

    return frozenset(word for word in vocabulary() if word.isalpha() and len(word) >= MIN_WORD_CHARS)


def _texts(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(_texts(entry) for entry in value.values())
    return " ".join(_texts(entry) for entry in value) if isinstance(value, list) else ""
