"""Lessons for planners: the same for the same seed, whole, and with plans that the tools take."""

import re
from collections import Counter

import pytest

from agent.planning.learned.plan_lines import VALUES, read, write
from agent.planning.learned.training_examples import KINDS, SHARES, book, lessons

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
    return list(lessons(seed=5, count=3000))


def test_the_same_seed_gives_the_same_lessons(many):
    assert list(lessons(seed=5, count=200)) == many[:200]
    assert list(lessons(seed=6, count=200)) != many[:200]


def test_every_plan_can_be_written_and_read(many):
    for lesson in many:
        assert read(write(lesson.plan)) == lesson.plan
        for turn in lesson.history:
            assert read(write(turn.plan)) == turn.plan


def test_questions_are_whole(many):
    for lesson in many:
        assert lesson.question.strip()
        assert not re.search(r"[{}\n]", lesson.question)
        assert "  " not in lesson.question


def test_kinds_languages_and_tools_are_all_there(many):
    assert {lesson.kind for lesson in many} == set(KINDS)
    assert {lesson.language for lesson in many} == set(SHARES)
    tools = Counter(call.tool for lesson in many for call in lesson.plan)
    assert set(tools) == set(VALUES)
    assert min(tools.values()) > 60


def test_a_phrase_to_search_for_stands_in_the_question_as_it_is_in_the_plan(many):
    for lesson in many:
        for call in lesson.plan:
            if "text" in call.arguments and lesson.kind == "single":
                assert call.arguments["text"].lower() in lesson.question.lower()


def test_what_needs_no_tool_has_no_plan(many):
    assert all((lesson.plan == ()) == (lesson.kind == "none") for lesson in many)


@pytest.mark.parametrize("language", SHARES)
def test_phrase_files_are_complete(language):
    told = book(language)
    assert set(told["templates"]) == set(VALUES) | {"none"}
    used = set(re.findall(r"\{(\w+)\}", str(told["templates"]) + str(told["followups"]) + str(told["afterwards"])))
    assert used <= SLOTS
    for joint in told["joints"]:
        assert {"a", "b"} <= set(re.findall(r"\{(\w)\}", joint)) <= {"a", "b", "c"}
    for tool, needed in (("find_changes", "{text}"), ("compute_index", "{index}"), ("export_result", "{format}")):
        assert all(needed in template for template in told["templates"][tool])
