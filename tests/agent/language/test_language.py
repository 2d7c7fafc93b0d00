"""What a language makes of its own words."""

import re

import pytest

from agent.language.english import ENGLISH
from agent.language.language import Language


@pytest.mark.parametrize(
    ("word", "value"),
    [("zero", 0), ("twelve", 12), ("twenty-one", 21), ("ninety-nine", 99), ("two-storey", None), ("ten-one", None)],
)
def test_number_words_and_their_compounds(word, value):
    assert ENGLISH.number(word) == value
    assert bool(re.fullmatch(ENGLISH.number_pattern, word)) == (value is not None)


def test_the_usual_word_of_a_count_is_the_first():
    assert [ENGLISH.spelt(count) for count in (0, 2, 12)] == ["zero", "two", "twelve"]


def test_nouns_of_a_class_are_no_signs():
    tongue = Language(code="aa", classes={"road": "road works"}, signs={"appeared": "works"})
    assert tongue.nouns("road") == ("road",)
    assert tongue.nouns("building") == ()


def test_a_vocabulary_holds_the_words_of_its_tables():
    tongue = Language(code="aa", classes={"road": "road way"}, numbers={"two": 2}, why="why")
    assert tongue.vocabulary() == {"road", "way", "two"}
