"""The router, which plans without a language model, on questions written for these tests."""

import pytest

from agent.evaluation.planner_score import score
from agent.planning import clauses, lexicon
from agent.planning.learned import intents
from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.router import Router


@pytest.fixture(scope="module")
def planner():
    return Router(intents.load_intents())


def told(plan):
    return [(call.tool, call.arguments) for call in plan]


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("What has changed?", [("describe_change", {})]),
        (
            "How many buildings appeared, and how large are they?",
            [
                ("count_objects", {"object_class": "building"}),
                ("measure_area", {"object_class": "building", "unit": "m2"}),
            ],
        ),
        ("Show me where it changed.", [("detect_change", {})]),
        ("What are these images?", [("inspect_pair", {})]),
        ("how many raods were built in pair 4", [("count_objects", {"pair": "4", "object_class": "road"})]),
        (
            "count the houses and streets",
            [("count_objects", {"object_class": "building"}), ("count_objects", {"object_class": "road"})],
        ),
        (
            "number of houses larger than 50 square metres",
            [("count_objects", {"object_class": "building", "min_area": 50.0})],
        ),
        ("good morning", []),
        ("who won the football match yesterday?", []),
    ],
)
def test_common_questions_get_their_plan(planner, question, plan):
    assert told(planner.plan(question)) == plan


COUNTED = PastTurn("count buildings", (PlannedCall("count_objects", {"object_class": "building", "pair": "2"}),))
MEASURED = PastTurn("area", (PlannedCall("measure_area", {"object_class": "road", "unit": "m2"}),))


@pytest.mark.parametrize(
    ("question", "before", "plan"),
    [
        ("and the roads?", COUNTED, [("count_objects", {"object_class": "road", "pair": "2"})]),
        ("in hectares", MEASURED, [("measure_area", {"object_class": "road", "unit": "ha"})]),
        ("what about pair 3", COUNTED, [("count_objects", {"object_class": "building", "pair": "3"})]),
    ],
)
def test_short_questions_lean_on_the_last_one(planner, question, before, plan):
    assert told(planner.plan(question, [before])) == plan


def test_the_same_question_gets_the_same_plan(planner):
    assert planner.plan("where are the new houses") == planner.plan("where are the new houses")


def test_quoted_text_is_never_cut():
    assert clauses.split("find 'houses and then roads'", lambda piece: "x") == ["find 'houses and then roads'"]


@pytest.mark.parametrize(
    ("word", "found"), [("bildings", ["building"]), ("raods", ["road"]), ("there", []), ("house", ["building"])]
)
def test_misspelt_words_are_found_and_ordinary_ones_left(word, found):
    assert lexicon.find(lexicon.CLASSES, word) == found


def test_the_development_questions_are_planned_well(planner, shared):
    result = score(shared / "data" / "planner" / "dev.jsonl", planner.plan)
    assert result.tool_sequence >= 0.90
    assert result.full >= 0.85
