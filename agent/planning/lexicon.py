"""The words in which people name classes, units, dates, formats and indices, in all languages. Knows no plan."""

from __future__ import annotations

import re

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from agent.language import registry
from agent.language.english import ENGLISH

CLASSES = registry.words_of_all(lambda language: language.classes)
UNITS = registry.words_of_all(registry.tool_units)
DATES = registry.words_of_all(lambda language: language.dates)
FORMATS = registry.words_of_all(lambda language: language.formats)
INDICES = registry.words_of_all(lambda language: language.indices)
LAND_COVERS = registry.words_of_all(lambda language: language.land_covers)
"""Nouns of what is neither building nor road, with the index that measures it where there is one, else `nothing`."""
APART = registry.unit_phrases()
UNSPACED = registry.unspaced()
ORDINARY = frozenset(ENGLISH.ordinary.split())
FOREIGN = registry.only_in_others(ENGLISH)
"""Only English words are looked for when a word is misspelt: in other languages too many lie near an English one."""


def spaced(text: str) -> str:
    """The text with blanks around the known words of languages that write none."""
    return text if UNSPACED is None else UNSPACED.sub(r" \g<0> ", text)


def words(text: str) -> list[str]:
    """Lower-case words; `square metres` becomes one word, and a known word stands alone where no blank parts it."""
    joined = re.sub(r"\b(square|sq\.?)\s+(kilo)?(m(?:et(?:er|re)s?)?)\b", r"square-\2metres", text.lower())
    joined = re.sub(r"\bsq\.\s*", "sq ", joined)
    joined = APART.sub(lambda match: match[0].replace(" ", "-"), joined)
    joined = joined.replace("built up", "built-up").replace("geo tiff", "geotiff").replace("geo json", "geojson")
    return re.findall(r"%|[\w²'-]+", spaced(joined))


def find(table: dict[str, str], text: str, *, fuzzy: bool = True) -> list[str]:
    """Keys of `table` whose words occur in `text`, in the text's order; misspelt ones too unless `fuzzy` is off."""
    index = {word: key for key, line in table.items() for word in line.split()}
    keys: list[str] = []
    for word in words(text):
        key = index.get(word) or (_misspelt(word, index) if fuzzy else None)
        if key and key not in keys:
            keys.append(key)
    return keys


def _misspelt(word: str, index: dict[str, str]) -> str | None:
    if len(word) < 5 or word in ORDINARY or word in FOREIGN:
        return None
    long_words = [known for known in index if len(known) >= 4 and known[0] == word[0] and known not in FOREIGN]
    slips = 1 if len(word) < 8 else 2
    match = process.extractOne(word, long_words, scorer=DamerauLevenshtein.distance, score_cutoff=slips)
    return index[match[0]] if match else None


def number(text: str) -> int | None:
    """The first count in `text`, in digits or in words."""
    for word in words(text):
        if word.isdigit():
            return int(word)
        if (value := registry.number_in_any(word)) is not None:
            return value
    return None
