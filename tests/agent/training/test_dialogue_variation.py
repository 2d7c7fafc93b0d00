"""Variants of dialogues mean the same: numbers and sides change in questions and lines alike."""

import random
import re

import pytest

from agent.planning.parser.lines import BETWEEN, read
from agent.training.dialogue_text import Dialogue, TaughtTurn, dialogues
from agent.training.dialogue_variation import varied


def dialogue(*turns, language="en"):
    return Dialogue(language, tuple(TaughtTurn(question, tuple(lines)) for question, *lines in turns))


def seen(one, seeds=range(60)):
    return [varied(one, random.Random(seed)) for seed in seeds]


def test_numbers_change_alike_in_question_and_line():
    one = dialogue(("only above 150 m2, 80 % sure", "count building >150m2 p>80"))
    for variant in seen(one):
        turn = variant.turns[0]
        size, share = re.search(r">(\d+)m2 p>(\d+)", turn.lines[0]).groups()
        assert f"{size} m2" in turn.question.lower() or "m2" not in turn.question
        assert share in turn.question


def test_years_and_numbers_that_no_line_holds_stay():
    one = dialogue(("built since 2012, on 3 fields?", "count building new"))
    assert all("2012" in variant.turns[0].question for variant in seen(one))


def test_sides_are_turned_in_both():
    one = dialogue(("and in the north-east?", "count building new north-east"))
    sides = {(("north" in v.turns[0].question.lower()), ("north" in v.turns[0].lines[0])) for v in seen(one)}
    assert sides <= {(True, True), (False, False), (False, True), (True, False)}
    turned = [v for v in seen(one) if "south" in v.turns[0].lines[0]]
    assert turned
    assert all(re.search("s.{0,2}[outh]", v.turns[0].question.lower()) for v in turned)


def test_a_dialogue_with_other_words_for_sides_is_not_turned():
    one = dialogue(("at the top, and in the north?", "count building north"))
    assert all(variant.turns[0].lines == ("count building north",) for variant in seen(one))


def test_quoted_words_stay_as_they_are():
    one = dialogue(("Any Pools, and 7 cars?", 'unseen "Pools, and 7 cars"'))
    assert all(variant.turns[0].question == "Any Pools, and 7 cars?" for variant in seen(one))


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "zh"])
def test_every_variant_of_the_training_text_can_be_read(language):
    rng = random.Random(5)
    for one in (taught for taught in dialogues() if taught.language == language):
        for turn in varied(one, rng).turns:
            assert read(BETWEEN.join(turn.lines)) is not None, turn
