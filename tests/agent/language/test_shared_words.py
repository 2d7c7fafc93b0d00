"""Planner, check and evaluation of answers mean the same by a word."""

import pytest

from agent.evaluation.qa.text_answers import NOUNS, places_in, text_value
from agent.grounding.text.claims import claim
from agent.grounding.text.numbers import quantities
from agent.grounding.text.place_words import places
from agent.grounding.text.sentences import sentences
from agent.grounding.text.words import SIGNS, UNITS, UNSEEN
from agent.language.english import ENGLISH
from agent.language.language import COMPASS
from agent.language.registry import LANGUAGES, MARKS
from agent.planning import lexicon
from agent.planning.rules import directions
from mci_model.data.synthetic_scene import NUMBERS

NOUNS_OF = [(name, word) for name, line in ENGLISH.classes.items() for word in line.split()]
SIDES = [
    (side, word)
    for table in (ENGLISH.compass, ENGLISH.picture_sides)
    for side, line in table.items()
    for word in line.split()
]


def checked(text):
    sentence = next(sentences(text))
    [told] = quantities(sentence)
    return claim(told, sentence, None)


@pytest.mark.parametrize(("name", "word"), NOUNS_OF)
def test_a_noun_is_of_the_same_class_everywhere(name, word):
    assert lexicon.find(lexicon.CLASSES, word, fuzzy=False) == [name]
    if word in SIGNS:  # "construction" tells that something came, be it a house or a road
        return
    assert checked(f"7 {word} changed.").kind == name
    assert text_value(f"There are 7 changed {word}.", "number", name) == 7
    assert text_value(f"There are 7 changed {word}.", "number", next(other for other in NOUNS if other != name)) is None


@pytest.mark.parametrize(("word", "value"), ENGLISH.numbers.items())
def test_a_number_word_counts_the_same_everywhere(word, value):
    assert lexicon.number(f"the {word} largest") == value
    assert checked(f"There are {word} new houses.").quantity.values == (value,)
    assert text_value(f"There are {word} changed houses.", "number", "building") == value


def test_compounds_count_the_same_everywhere():
    assert lexicon.number("the twenty-one largest") == 21
    assert checked("There are twenty-one new houses.").quantity.values == (21,)
    assert text_value("There are twenty-one changed houses.", "number", "building") == 21


def test_captions_of_drawn_scenes_count_in_the_same_words():
    assert NUMBERS[1:] == tuple(ENGLISH.spelt(count) for count in range(1, len(NUMBERS)))


@pytest.mark.parametrize(("side", "word"), SIDES)
def test_a_side_is_the_same_everywhere(side, word):
    expected = COMPASS.get(side, side)
    assert directions.parts(f"in the {word} part") == [expected]
    assert places_in(f"in the {word} part") == [expected]
    assert places(f"in the {word} part") == (side,)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_unit_that_is_asked_for_is_known_to_the_check(language):
    for unit in language.units:
        for phrase in unit.written:
            assert (UNITS[phrase].dimension, UNITS[phrase].scale) == (unit.dimension, unit.scale)
            if unit.tool_unit and MARKS.isdisjoint(phrase):
                assert lexicon.find(lexicon.UNITS, f"7 {phrase}", fuzzy=False) == [unit.tool_unit]


@pytest.mark.parametrize("sign", ENGLISH.signs)
def test_a_sign_is_the_same_to_check_and_evaluation(sign):
    for word in ENGLISH.signs[sign].split():
        assert SIGNS[word] == sign
        assert text_value(f"7 houses {word}.", sign, "building") == 7


def test_what_the_planner_calls_unseen_is_unseen_to_the_check():
    assert {word for line in ENGLISH.land_covers.values() for word in line.split()} <= UNSEEN
