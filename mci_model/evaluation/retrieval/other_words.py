"""Captions in other words, to see how far a text search rests on those it learnt. Knows no image and no network."""

from __future__ import annotations

import re

OTHER_WORDS = {
    "houses": "homes",
    "house": "home",
    "villas": "residences",
    "villa": "residence",
    "buildings": "structures",
    "building": "structure",
    "roads": "streets",
    "road": "street",
    "trees": "woodland",
    "woods": "woodland",
    "forest": "woodland",
    "bareland": "bare soil",
    "built": "put up",
    "constructed": "put up",
    "removed": "taken away",
    "appear": "emerge",
    "appears": "emerges",
    "appeared": "emerged",
    "many": "numerous",
    "several": "a handful of",
    "large": "sizeable",
    "small": "tiny",
}
"""Words of LEVIR-CC's captions, and what others would say."""
_WORD = re.compile(rf"\b({'|'.join(sorted(OTHER_WORDS, key=len, reverse=True))})\b")


def in_other_words(sentence: str) -> str:
    """The sentence, in lower case, with each known word replaced."""
    return _WORD.sub(lambda word: OTHER_WORDS[word[0]], sentence.strip(" .").lower())
