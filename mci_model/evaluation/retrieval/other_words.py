"""Paraphrased captions: how far does a text search depend on the words it was trained on? Knows no image."""

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
"""Words of LEVIR-CC's captions and a synonym of each."""
_WORD = re.compile(rf"\b({'|'.join(sorted(OTHER_WORDS, key=len, reverse=True))})\b")


def in_other_words(sentence: str) -> str:
    """The sentence in lower case, with each listed word replaced by its synonym."""
    return _WORD.sub(lambda word: OTHER_WORDS[word[0]], sentence.strip(" .").lower())
