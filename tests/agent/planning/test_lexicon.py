"""The words of the lexicon reach all that can be asked for."""

import pytest

from agent.planning import lexicon
from tools.runs.format_registry import asked


def test_every_export_format_has_words():
    assert set(lexicon.FORMATS) == set(asked())
    assert all(words.split() for words in lexicon.FORMATS.values())


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("in acres", "acre"), ("the acreage", "acre"), ("in square feet", "ft2"), ("in sq ft", "ft2"),
        ("in sq. ft", "ft2"), ("in sqft", "ft2"), ("in ft²", "ft2"), ("in square miles", "mi2"), ("in sq mi", "mi2"),
    ],
)  # fmt: skip
def test_units_of_america_are_known(words, unit):
    assert lexicon.find(lexicon.UNITS, f"How large is it {words}?") == [unit]
