"""The router, which is the small brain, on questions written for these tests."""

import json

import pytest

from agent.errors import PlannerError
from agent.evaluation.planner_score import matches, score
from agent.planning import clauses, lexicon
from agent.planning.learned import intents
from agent.planning.learned.question_bank import questions
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


def test_generated_questions_are_the_same_for_a_seed_and_cover_every_intent():
    here, there = (list(questions(7, 5)) for _ in range(2))
    assert here == there
    assert here != list(questions(8, 5))
    assert {intent for _, intent in here} | {"zonal_change"} == set(
        intents.load_intents().names
    )  # zones are taught by the lessons alone


def test_a_damaged_model_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(intents, "WEIGHTS", tmp_path / "intents.safetensors")
    intents.WEIGHTS.write_bytes(b"nonsense")
    intents.load_intents.cache_clear()
    with pytest.raises(PlannerError, match="install terradelta again"):
        intents.load_intents()
    intents.load_intents.cache_clear()


def test_plans_match_when_what_is_left_out_is_the_default():
    def plan(**arguments):
        return (PlannedCall("find_changes", arguments),)

    assert matches(plan(text="a new bridge", k=5), plan(text="New bridge."))
    assert not matches(plan(text="a new bridge", k=6), plan(text="new bridge"))
    assert not matches((), plan(text="x"))


def test_scores_count_what_they_say(tmp_path):
    lines = [
        {
            "id": "1",
            "style": "plain",
            "history": [],
            "question": "a",
            "accept": [[{"tool": "x", "arguments": {"k": 3}}]],
        },
        {"id": "2", "style": "plain", "history": [], "question": "b", "accept": [[]]},
        {"id": "3", "style": "typo", "history": [], "question": "c", "accept": [[{"tool": "y", "arguments": {}}]]},
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    result = score(file, lambda question, history: () if question == "b" else (PlannedCall("x", {"k": 4}),))
    assert result.questions == 3
    assert (result.tool_sequence, result.full) == pytest.approx((2 / 3, 1 / 3))
    assert result.by_style["plain"]["questions"] == 2


def test_the_development_questions_are_planned_well(planner, shared):
    result = score(shared / "data" / "planner" / "dev.jsonl", planner.plan)
    assert result.tool_sequence >= 0.90
    assert result.full >= 0.85
