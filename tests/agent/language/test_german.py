"""German words are read where they mean one thing in all languages."""

import pytest

from agent.language.german import GERMAN
from agent.planning import lexicon


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        (lexicon.CLASSES, "die Häuser und Straßen", ["building", "road"]),
        (lexicon.UNITS, "in Quadratmetern", ["m2"]),
        (lexicon.DATES, "auf dem früheren Bild", ["before"]),
        (lexicon.DATES, "nachher", ["after"]),
        (lexicon.FORMATS, "als Tabelle", ["csv"]),
        (lexicon.INDICES, "der Schnee", ["ndsi"]),
        (lexicon.LAND_COVERS, "der Wald", ["ndvi"]),
    ],
)
def test_german_words_are_found(table, text, found):
    assert lexicon.find(table, text, fuzzy=False) == found


def test_counts_in_words():
    assert lexicon.number("die fünf größten") == 5


@pytest.mark.parametrize("word", ["die", "war", "rot", "was", "see", "tier", "hut", "brand", "boot", "weg"])
def test_what_means_something_else_in_english_is_left_out(word):
    assert word not in GERMAN.vocabulary()
