"""Class and filters of a question in the light of earlier ones."""

from dataclasses import replace

import pytest

from agent.planning.dialogue.topic import Topic
from agent.planning.dialogue.wishes import wish_of
from agent.reading.reading import read
from tests.factories.questions.read_plans import COUNTED, LIMITED, turn

SURE = turn("only sure ones", "count_objects", object_class="building", min_probability=0.8)
NORTH = turn("in the north?", "count_objects", object_class="building", within="north")


def wish(question, *history):
    return wish_of(read(question), Topic.of(history))


@pytest.mark.parametrize("question", ["Same but 0.95", "no, 0.95 not 0.8"])
def test_another_probability_takes_the_place_of_the_one_in_force(question):
    assert wish(question, SURE) == {"object_class": "building", "min_probability": 0.95}


def test_another_class_keeps_the_place_and_drops_the_size():
    assert wish("and the roads?", NORTH) == {"object_class": "road", "within": "north"}
    assert wish("and the roads?", LIMITED) == {"object_class": "road"}


@pytest.mark.parametrize("question", ["drop the probability filter", "without the filter", "no filters"])
def test_a_filter_that_is_dropped_is_gone(question):
    assert wish(question, SURE) == {"object_class": "building"}


def test_a_size_that_is_denied_is_gone():
    assert "min_area" not in wish("no not the 100 ones", LIMITED)


def test_the_class_spoken_of_goes_on():
    assert wish("how many under 100 m2?", COUNTED) == {"object_class": "building", "max_area": 100.0}


def test_the_largest_after_none_of_a_status_is_one_of_the_others():
    gone = turn("any demolished?", "count_objects", object_class="building", status="disappeared")
    none = replace(gone, found_none=True)
    assert wish("which is the largest?", gone) == {"object_class": "building", "status": "disappeared"}
    assert wish("which is the largest?", none) == {"object_class": "building"}
    assert wish("so zero houses?", none) == {"object_class": "building", "status": "disappeared"}


def test_what_a_share_was_asked_of_limits_no_further_question():
    shared = turn("which share?", "measure_objects", object_class="building", statistic="share", min_area=200.0)
    asked = {"object_class": "building", "within": "north"}
    assert wish("how many houses are in the north?", shared) == asked
    assert wish("and in the north?", shared) == asked | {"min_area": 200.0}
