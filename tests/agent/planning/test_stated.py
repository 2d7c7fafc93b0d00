"""A trained plan keeps what the question states, and is not taken where no word of the question speaks for it."""

import pytest

from agent.planning.dialogue.spelt import reading_in
from agent.planning.plan import PlannedCall
from agent.planning.stated import as_stated, is_meant

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
    assert as_stated(MEASURED, reading, ()) == (PlannedCall("measure_area", {"object_class": "any", "unit": "ft2"}),)


def test_a_distance_is_no_size():
    plan = (PlannedCall("count_objects", {"object_class": "building", "min_area": 50.0}),)
    reading = reading_in("how many houses lie within 50 m of a road?", "en")
    assert as_stated(plan, reading, ()) == (PlannedCall("count_objects", {"object_class": "building"}),)
