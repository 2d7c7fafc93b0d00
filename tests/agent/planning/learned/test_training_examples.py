"""Lessons for planners: the same for the same seed, whole, and with plans that the tools take."""

import re
from collections import Counter

import pytest

from agent.planning.learned.plan_lines import VALUES, read, write
from agent.planning.learned.training_examples import KINDS, SHARES, phrase_book, training_examples

SLOTS = {
    "class",
    "class2",
    "unit",
    "units",
    "date",
    "both",
    "index",
    "format",
    "k",
    "text",
    "pair",
    "place",
    "please",
    "area",
}


@pytest.fixture(scope="module")
def many():
    return list(training_examples(seed=5, count=3000))


def test_the_same_seed_gives_the_same_lessons(many):
    assert list(training_examples(seed=5, count=200)) == many[:200]
    assert list(training_examples(seed=6, count=200)) != many[:200]


def test_every_plan_can_be_written_and_read(many):
    for example in many:
        assert read(write(example.plan)) == example.plan
        for turn in example.history:
            assert read(write(turn.plan)) == turn.plan


def test_questions_are_whole(many):
    for example in many:
        assert example.question.strip()
        assert not re.search(r"[{}\n]", example.question)
        assert "  " not in example.question


def test_kinds_languages_and_tools_are_all_there(many):
    assert {example.kind for example in many} == set(KINDS)
    assert {example.language for example in many} == set(SHARES)
    tools = Counter(call.tool for example in many for call in example.plan)
    assert set(tools) == set(VALUES)
    assert min(tools.values()) > 60


def test_a_phrase_to_search_for_stands_in_the_question_as_it_is_in_the_plan(many):
    for example in many:
        for call in example.plan:
            if "text" in call.arguments and example.kind == "single":
                assert call.arguments["text"].lower() in example.question.lower()


def test_what_needs_no_tool_has_no_plan(many):
    assert all((example.plan == ()) == (example.kind == "none") for example in many)


@pytest.mark.parametrize("language", SHARES)
def test_phrase_files_are_complete(language):
    phrases = phrase_book(language)
    assert set(phrases["templates"]) == set(VALUES) | {"none"}
    templates = [phrases[part] for part in ("templates", "followups", "afterwards")]
    used = set(re.findall(r"\{(\w+)\}", str(templates)))
    assert used <= SLOTS
    for joint in phrases["joints"]:
        assert {"a", "b"} <= set(re.findall(r"\{(\w)\}", joint)) <= {"a", "b", "c"}
    for tool, needed in (("find_changes", "{text}"), ("compute_index", "{index}"), ("export_result", "{format}")):
        assert all(needed in template for template in phrases["templates"][tool])
