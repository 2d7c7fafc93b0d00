"""Parts, follow-ups and plain requests in languages other than English are planned by rules."""

import pytest

from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.rules import directions, references
from agent.planning.spelling import is_english

IN_NORTH = PlannedCall("find_objects", {"object_class": "building", "within": "north"})
PAST = [PastTurn("Which buildings changed in the north?", (IN_NORTH,))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("à l'est", ["east"]),
        ("dans l\u2019est de l\u2019image", ["east"]),
        ("la moitié est", ["east"]),
        ("Quelle est la surface ?", []),
        ("est-ce que tu es sûr ?", []),
        ("le nord-est", ["north-east"]),
        ("dans la moitié gauche", ["west"]),
        ("en haut à gauche", ["north-west"]),
        ("sur la route", []),
        ("casas en el noreste", ["north-east"]),
        ("al este", ["east"]),
        ("en este mapa", []),
        ("arriba a la izquierda", ["north-west"]),
        ("im Nordosten", ["north-east"]),
        ("in der nördlichen Hälfte", ["north"]),
        ("in der linken Hälfte", ["west"]),
        ("oben links", ["north-west"]),
        ("in der Mitte", ["centre"]),
        ("东北部有多少建筑", ["north-east"]),
        ("北部和南部", ["north", "south"]),
    ],
)
def test_parts_in_each_language(text, named):
    assert directions.parts(text) == named


@pytest.mark.parametrize("question", ["und im Süden?", "et au sud ?", "¿y en el sur?", "and in the south?"])
def test_a_follow_up_changes_the_part(question):
    [call] = references.plan(question, PAST)
    assert (call.tool, call.arguments) == ("find_objects", {"object_class": "building", "within": "south"})


@pytest.mark.parametrize("question", ["und die Straßen?", "et les routes ?", "¿y las carreteras?", "and the roads?"])
def test_a_follow_up_changes_the_class(question):
    [call] = references.plan(question, PAST)
    assert (call.tool, call.arguments) == ("find_objects", {"object_class": "road", "within": "north"})


@pytest.mark.parametrize(
    ("question", "tool", "arguments"),
    [
        ("Was hat sich verändert?", "describe_change", {}),
        ("Zeig die Veränderungen an den Straßen", "detect_change", {"classes": ["road"]}),
        ("Welche Fläche haben die Straßen in Hektar?", "measure_area", {"object_class": "road", "unit": "ha"}),
        ("Exportiere als Tabelle", "export_result", {"format": "csv"}),
        ("Wie hat sich der NDVI verändert?", "compare_index", {"index": "ndvi"}),
        ("NDVI vorher", "compute_index", {"index": "ndvi", "date": "before"}),
        ("Warum?", "explain_change", {}),
        ("Wie sicher bist du?", "assess_certainty", {}),
        ("Was siehst du nicht?", "tell_limits", {}),
        (
            "Welche Häuser sind im Norden verschwunden?", "find_objects",
            {"object_class": "building", "within": "north", "status": "disappeared"},
        ),
        ("Die drei größten Gebäude", "find_objects", {"object_class": "building", "order": "largest", "k": 3}),
        ("Vergleiche Norden und Süden", "compare_areas", {"first": "north", "second": "south"}),
        ("¿Estás seguro?", "assess_certainty", {}),
        ("Tu es sûr ?", "assess_certainty", {}),
        ("有把握吗", "assess_certainty", {}),
    ],
)  # fmt: skip
def test_plain_requests(question, tool, arguments):
    [call] = references.plan(question)
    assert (call.tool, {name: call.arguments.get(name) for name in arguments}) == (tool, arguments)


def test_german_is_not_spelt_as_english():
    assert not is_english("Was siehst du nicht?")
    assert is_english("What can you not see?")
