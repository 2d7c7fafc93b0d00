import pytest

from agent.language.registry import LANGUAGES
from agent.planning.dialogue.spelt import best_reading, language_of_turn, reading_in, reading_of
from tests.factories.questions.read_plans import turn


@pytest.mark.parametrize("slip", ["buidlings above 100 m2", "bulidings above 100 m2", "buildngs above 100 m2"])
def test_slips_are_mended_where_more_is_understood_then(slip):
    found = best_reading(slip)
    assert found.classes == ("building",)
    assert found.limits.min_area == 100.0


def test_what_is_understood_is_left_as_it_is():
    assert best_reading("how many houses?").text == "how many houses?"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("how many houses?", "en"),
        ("¿Cuántas casas?", "es"),
        ("Combien de maisons ?", "fr"),
        ("Wie viele Häuser?", "de"),
        ("有多少房屋", "zh"),
        ("schick mir das per E-Mail", "de"),
    ],
)
def test_the_language_of_a_question(question, code):
    assert language_of_turn(question).code == code


def test_a_question_without_evidence_keeps_the_language_of_the_conversation():
    earlier = turn("Combien de maisons ?", "count_objects", object_class="building")
    assert reading_of("kml", [earlier]).language == "fr"
    assert reading_of("kml").language == "en"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_a_language_by_its_code(language):
    assert reading_in("kml", language.code).language == language.code


def test_an_unknown_code_is_read_as_english():
    assert reading_in("how many houses?", "xx").classes == ("building",)
