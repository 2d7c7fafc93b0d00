import pytest

from agent.planning import references
from agent.planning.plan import PastTurn, PlannedCall


@pytest.mark.parametrize(
    ("question", "tool", "arguments"),
    [
        ("Why did this change?", "explain_change", {}),
        ("What may have caused it in pair 3?", "explain_change", {"pair": "3"}),
        ("¿Por qué?", "explain_change", {}),
        ("How sure are you?", "assess_certainty", {}),
        ("What can you not see here?", "tell_limits", {}),
        ("Is there more change in the north or in the south?", "compare_areas", {"first": "north", "second": "south"}),
        ("Which half changed more, the top or the bottom one?", "compare_areas", {"first": "north", "second": "south"}),
        ("East against west: where is more change?", "compare_areas", {"first": "east", "second": "west"}),
        ("How much trust does your finding deserve?", "assess_certainty", {}),
        ("Which causes could account for it?", "explain_change", {}),
        ("What are you unable to see here?", "tell_limits", {}),
        ("How many pixels does the largest changed house cover?", "count_objects", {"object_class": "building"}),
        (
            "Did more house area change in the upper half or in the lower half?",
            "compare_areas",
            {"first": "north", "second": "south", "object_class": "building"},
        ),
        (
            "How many houses are north of the road?",
            "find_objects",
            {"object_class": "building", "direction": "north", "of": "road"},
        ),
        ("What lies east of it?", "find_objects", {"direction": "east", "of": "last"}),
        ("count what lies south-west of building 7", "find_objects", {"direction": "south-west", "of": 7}),
        ("buildings in the top left corner", "find_objects", {"object_class": "building", "within": "north-west"}),
        ("which is the smallest house", "find_objects", {"object_class": "building", "order": "smallest", "k": 1}),
        ("the three largest roads", "find_objects", {"object_class": "road", "order": "largest", "k": 3}),
        (
            "houses that were demolished in the north",
            "find_objects",
            {"object_class": "building", "within": "north", "status": "disappeared"},
        ),
        ("How many houses?", "count_objects", {"object_class": "building"}),
        ("Where is the largest building?", "count_objects", {"object_class": "building"}),
    ],
)
def test_wordings_that_name_parts_causes_and_doubts(question, tool, arguments):
    (call,) = references.plan(question) or [None]
    if call.tool == "find_objects" and "direction" in arguments:
        call = PlannedCall(call.tool, {k: v for k, v in call.arguments.items() if k in arguments})
    assert call == PlannedCall(tool, arguments)


@pytest.mark.parametrize(
    "question",
    [
        "what changed",
        "How many buildings appeared?",
        "what is left of the old houses?",
        "Show me the right image",
        "Export the map on the left",
        "What colour is the roof of the largest hall?",
        "NDVI in the north",
        "How large is the changed area in hectares?",
    ],
)
def test_other_wordings_are_left_to_the_trained_planners(question):
    assert references.plan(question) is None


def test_short_questions_lean_on_the_part_asked_for_before():
    before = PlannedCall("find_objects", {"object_class": "building", "within": "north"})
    history = [PastTurn("buildings in the north", (before,))]
    assert references.plan("and the roads?", history) == (
        PlannedCall("find_objects", {"object_class": "road", "within": "north"}),
    )
    assert references.plan("and in the south?", history) == (
        PlannedCall("find_objects", {"object_class": "building", "within": "south"}),
    )
    assert references.plan("how many roads are there in total in the whole image of this pair?", history) is None
    assert references.plan("and the roads?") is None


def test_a_class_that_was_meant_corrects_the_last_call():
    measured = PlannedCall("measure_area", {"object_class": "road", "unit": "m2"})
    history = [PastTurn("How many square metres of road changed?", (measured,))]
    meant = (PlannedCall("measure_area", {"object_class": "building", "unit": "m2"}),)
    assert references.plan("No wait, I wanted buildings.", history) == meant
    assert references.plan("I wanted buildings.", []) is None
