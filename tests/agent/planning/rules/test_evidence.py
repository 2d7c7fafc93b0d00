"""Questions on areas without a map's errors and on the accuracy of a map, by their wording."""

import pytest

from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import PlannedCall
from agent.planning.rules.evidence import plan, with_adjusted

OF_BUILDINGS = {"assessed_class": "building"}


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("What is the error-adjusted area?", {}),
        ("What is the error-adjusted area of the buildings?", OF_BUILDINGS),
        ("adjusted area of new buildings, please", OF_BUILDINGS),
        ("What are the user's and producer's accuracies?", {}),
        ("Show me the confusion matrix", {}),
        ("Wie groß ist die um Fehler bereinigte Fläche der Gebäude?", OF_BUILDINGS),
        ("Wie hoch ist die Nutzergenauigkeit?", {}),
        ("¿Cuál es el área corregida de los edificios?", OF_BUILDINGS),
        ("¿Y la exactitud del productor?", {}),
        ("Quelle est la surface corrigée des bâtiments ?", OF_BUILDINGS),
        ("建筑物扣除误差后的面积是多少?", OF_BUILDINGS),
        ("用户精度是多少?", {}),
    ],
)
def test_adjusted_areas_are_asked_for_whatever_is_open(question, arguments):
    (call,) = plan(reading_of(question, []), is_assessed=False)
    assert (call.tool, call.arguments) == ("adjusted_areas", arguments)


@pytest.mark.parametrize(
    "question",
    [
        "How accurate is this map?", "What is the overall accuracy?", "How good are these areas?",
        "Wie genau ist diese Karte?", "Quelle est la précision de cette carte ?",
        "¿Cuál es la exactitud del mapa?", "这张地图的精度是多少?",
    ],
)  # fmt: skip
def test_the_accuracy_of_a_map_is_that_of_its_assessment_where_one_is_open(question):
    reading = reading_of(question, [])
    assert plan(reading, is_assessed=False) is None
    assert plan(reading, is_assessed=True) == (PlannedCall("adjusted_areas", {}),)


@pytest.mark.parametrize(
    "question",
    ["How many buildings appeared?", "How sure are you?", "How large is the area?", "Correct, and the roads?",
     "Which area changed most?", "Is that accurate?", "Export the corrected file"],
)  # fmt: skip
def test_other_questions_are_left_to_the_planner(question):
    assert plan(reading_of(question, []), is_assessed=True) is None


def test_an_area_is_told_beside_the_adjusted_one_of_the_same_class():
    area = PlannedCall("measure_area", {"object_class": "building", "unit": "m2"})
    beside = PlannedCall("adjusted_areas", OF_BUILDINGS)
    assert with_adjusted((area,), ("unchanged", "building")) == (area, beside)
    assert with_adjusted((area, area), ("building",)) == (area, area, beside)
    assert with_adjusted((area,), ("trees", "water")) == (area,)
    assert with_adjusted((area,), ()) == (area,)
    limited = PlannedCall("measure_area", area.arguments | {"min_area": 50})
    assert with_adjusted((limited,), ("building",)) == (limited,)


def test_all_classes_are_told_beside_those_of_the_assessed_map():
    change, cover = PlannedCall("detect_change", {}), PlannedCall("land_cover_transitions", {})
    adjusted = PlannedCall("adjusted_areas", {})
    assert with_adjusted((change,), ("unchanged", "building")) == (change, adjusted)
    assert with_adjusted((change,), ("trees", "water")) == (change,)
    assert with_adjusted((cover,), ("trees", "water")) == (cover, adjusted)
    assert with_adjusted((cover,), ("unchanged", "building")) == (cover,)
    assert with_adjusted((cover, adjusted), ("trees",)) == (cover, adjusted)


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("Where was the programme most effective?", {}),
        ("Which villages did it help most?", {}),
        ("where did the program work", {}),
        ("Are there heterogeneous treatment effects?", {}),
        ("Where was it most effective? outcome=forest_kept, treatment=programme",
         {"outcome": "forest_kept", "treatment": "programme"}),
        ("Wo war das Programm am wirksamsten?", {}),
        ("¿Dónde fue más eficaz el programa?", {}),
        ("Où le programme a-t-il été le plus efficace ?", {}),
        ("该项目在哪里最有效?", {}),
    ],
)  # fmt: skip
def test_where_a_programme_worked_is_asked_of_the_zones(question, arguments):
    (call,) = plan(reading_of(question, []), is_assessed=False)
    assert (call.tool, call.arguments) == ("effect_by_zone", arguments)


@pytest.mark.parametrize(
    "question", ["Where did most buildings appear?", "Which zones changed most?", "Where is the largest building?"]
)
def test_where_something_changed_is_not(question):
    assert plan(reading_of(question, []), is_assessed=True) is None
