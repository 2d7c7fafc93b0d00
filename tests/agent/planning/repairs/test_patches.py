"""Pieces of land in the place of land as a whole, or of all objects."""

import pytest

from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import DECLINE, PastTurn, PlannedCall
from agent.planning.planner import best_reading
from agent.planning.repairs.patches import with_patches

FOREST = PastTurn("How much forest was lost?", (PlannedCall("land_change", {"cover": "trees", "way": "lost"}),))
PIECES = PastTurn(
    "List the patches over 1 ha", (PlannedCall("find_patches", {"cover": "trees", "min_area": 10_000.0}),)
)
ANY = PlannedCall("count_objects", {"object_class": "any", "min_area": 5_000.0})


def planned(question, *history, plan=(ANY,)):
    return with_patches(plan, reading_of(question, history), history, best_reading)


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("I mean only patches bigger than half a hectare", {"min_area": 5_000.0}),
        ("Where are the five largest?", {"k": 5}),
        ("show me the biggest clearing", {"k": 1}),
        ("In one piece or scattered?", {}),
        ("list them, the biggest first", {"k": 10}),
        ("Zeig mir die größte Lichtung", {"k": 1}),
        ("nur Flächen über 1 ha", {"min_area": 10_000.0}),
        ("La plus grande parcelle ?", {"k": 1}),
        ("¿Cuál es el claro más grande?", {"k": 1}),
        ("最大的图斑在哪里", {"k": 1}),
    ],
)
def test_after_land_pieces_of_it_are_meant(question, arguments):
    (call,) = planned(question, FOREST)
    assert (call.tool, call.arguments) == ("find_patches", {"cover": "trees", **arguments})


@pytest.mark.parametrize(
    ("question", "arguments"),
    [
        ("and the second one?", {"k": 1, "rank": 2, "min_area": 10_000.0}),
        ("which of them lie in the north?", {"within": "north", "min_area": 10_000.0}),
        ("take it down to 0.1 ha", {"min_area": 1_000.0, "unit": "ha"}),
        ("in acres please", {"unit": "acre", "min_area": 10_000.0}),
        ("the five largest of the whole image", {"k": 5}),
    ],
)
def test_what_was_asked_of_pieces_stays_in_force(question, arguments):
    (call,) = planned(question, PIECES)
    assert (call.tool, call.arguments | {"k": arguments.get("k")}) == (
        "find_patches", {"cover": "trees", **arguments, "k": arguments.get("k")},
    )  # fmt: skip


def test_land_that_is_named_needs_no_earlier_turn():
    (call,) = planned("give me the biggest flooded patch, its area and centre point")
    assert (call.tool, call.arguments) == ("find_patches", {"cover": "water", "way": "gained", "k": 1})


@pytest.mark.parametrize(
    "question",
    [
        "How many houses are larger than 50 m2?",
        "Why did it change?",
        "Export the patches as a shapefile",
        "Anything else that changed over 1 ha?",
        "Is that true?",
        "How sure are you?",
        "how much of it in the north?",
    ],
)
def test_other_questions_stay_as_they_are_planned(question):
    assert planned(question, FOREST) == (ANY,)


def test_how_much_there_is_may_be_asked_beside():
    balance = PlannedCall("land_change", {"cover": "bare"})
    plan = planned("How much more bare ground is there, and where is the largest patch?", plan=(balance,))
    assert [call.tool for call in plan] == ["land_change", "find_patches"]


def test_a_centre_point_is_no_part_of_the_image():
    plan = (
        PlannedCall("land_change", {"cover": "water"}),
        PlannedCall("land_change", {"cover": "water", "within": "centre"}),
    )
    found = planned("give me the biggest flooded patch, its area and centre point", plan=plan)
    assert [call.arguments.get("within") for call in found] == [None, None]


def test_what_is_declined_of_pieces_is_answered():
    declined = PlannedCall(DECLINE, {"kind": "cannot", "text": "the biggest patch"})
    assert [call.tool for call in planned("Show me the biggest patch", FOREST, plan=(declined,))] == ["find_patches"]


def test_what_the_largest_became_is_of_the_land_spoken_of():
    (call,) = planned("What has become of the largest patch, is it bare ground?", FOREST)
    assert call.arguments["cover"] == "trees"
