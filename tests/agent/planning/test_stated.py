"""A trained plan keeps what the question states, and is not taken where no word of the question speaks for it."""

import pytest

from agent.planning.dialogue.spelt import reading_in, reading_of
from agent.planning.parser.lines import read
from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.stated import as_stated, drops, is_formulaic, is_meant, revives, takes_whole

MEASURED = (PlannedCall("measure_area", {"object_class": "any", "unit": "m2"}),)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("Is it pretty?", "en"),
        ("Would your mother approve?", "en"),
        ("¿Te gusta bailar salsa?", "es"),
        ("Gehst du gern spazieren?", "de"),
    ],
)
def test_a_guess_at_what_was_not_understood_is_not_meant(question, code):
    assert not is_meant(MEASURED, reading_in(question, code))


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("How much changed in the north?", "en"),
        ("What area has been redeveloped?", "en"),
        ("Wie viele Häuser sind neu?", "de"),
        ("面积有多大？", "zh"),  # noqa: RUF001
    ],
)
def test_a_plan_that_a_word_speaks_for_is_meant(question, code):
    assert is_meant(MEASURED, reading_in(question, code))


def test_the_unit_of_the_question_holds():
    reading = reading_in("what is their combined footprint in square feet?", "en")
    assert as_stated(MEASURED, reading, ()) == (
        PlannedCall("measure_area", {"object_class": "building", "unit": "ft2"}),
    )


def test_a_measure_is_of_the_class_that_is_named():
    assert as_stated(MEASURED, reading_in("how many houses, and what do they cover?", "en"), ()) == (
        PlannedCall("measure_area", {"object_class": "building", "unit": "m2"}),
    )


@pytest.mark.parametrize(
    ("question", "whole"), [("ok, the whole image now", True), ("the north of the whole image", False)]
)
def test_the_whole_image_is_asked_for(question, whole):
    assert takes_whole(reading_in(question, "en")) == whole


def test_a_distance_is_no_size():
    plan = (PlannedCall("count_objects", {"object_class": "building", "min_area": 50.0}),)
    reading = reading_in("how many houses lie within 50 m of a road?", "en")
    assert as_stated(plan, reading, ()) == (PlannedCall("count_objects", {"object_class": "building"}),)


@pytest.mark.parametrize(
    ("question", "arguments", "dropped"),
    [
        ("leave out anything under 50 m2", {"min_area": 50.0}, False),
        ("leave out anything under 50 m2", {"max_area": 50.0}, True),
        ("only those at least 80 % sure", {"min_probability": 0.8}, False),
        ("only those at least 80 % sure", {}, True),
        ("how large is building 3?", {}, True),
        ("is that more than 2 ha?", {}, False),
    ],
)
def test_a_plan_drops_no_limit_and_no_object_that_is_stated(question, arguments, dropped):
    plan = (PlannedCall("count_objects", {"object_class": "building", **arguments}),)
    assert drops(plan, reading_in(question, "en")) == dropped


def test_an_object_that_is_told_by_its_number_is_not_dropped():
    plan = (PlannedCall("describe_object", {"number": 3}),)
    assert not drops(plan, reading_in("how large is building 3?", "en"))


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("buildings in total in 2018?", "cover before"),
        ("forget the roads. only buildings above 100 m2", "length building >100m2"),
        ("only count those over 200 sqm", "area building percent >200m2"),
        ("only include the big ones, over 150 m2", "export pdf building >150m2"),
        ("which of em is nearest to the middle of the pic", "area building centre"),
        ("where does the biggest changed house lie?", "where building"),
        ("how many new houses in the north?", "count building new"),
        ("they declared 14 new houses, does that match?", "list building new k:14"),
    ],
)
def test_what_cannot_be_meant_is_not_believed(question, lines):
    assert drops(read(lines), reading_of(question, ()))


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("how many hectares of houses?", "area building ha"),
        ("land cover of the first image", "cover before"),
        ("the houses over 150 m2 as csv", "export csv building >150m2"),
        ("which house is closest to the road?", "list building by:nearest of:road k:1"),
        ("who owns number 4?", 'cannot "who owns number 4"'),
        ("how many buildings are new and what area do they cover?", "count building new ; area building new"),
        ("how many new houses in the north?", "count building new north-east"),
        ("where is the damage worst?", "where building"),
    ],
)
def test_what_may_be_meant_is_believed(question, lines):
    assert not drops(read(lines), reading_of(question, ()))


@pytest.mark.parametrize(
    ("question", "is_one"),
    [
        ("drop the filter", True),
        ("never mind", True),
        ("is that more than the roads?", True),
        ("drop the filter and list the roads", False),
        ("how many houses?", False),
    ],
)
def test_set_phrases_stand_alone(question, is_one):
    assert is_formulaic(reading_of(question, ())) == is_one


def test_a_limit_that_was_dropped_is_not_revived():
    undone, asked = PastTurn("drop the filter", read("list building")), "so how many are they?"
    assert revives(read("count building <150m2"), reading_of(asked, [undone]), [undone])
    assert not revives(read("count building"), reading_of(asked, [undone]), [undone])
    limited = "and those above 50 m2?"
    assert not revives(read("count building >50m2"), reading_of(limited, [undone]), [undone])
    listed = PastTurn("list those below 150 m2", read("list building <150m2"))
    assert not revives(read("count building <150m2"), reading_of(asked, [listed]), [listed])
