"""Plans are held against accepted ones, and shares of them are what is scored."""

import json

import pytest

from agent.evaluation.planner_score import matches, score
from agent.planning.plan import PlannedCall


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
