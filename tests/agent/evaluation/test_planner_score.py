"""Plans are held against accepted ones, and shares of them are what is scored."""

import json

import pytest

from agent.errors import QuestionFileError
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


SOUND = '{"id": "1", "style": "a", "history": [], "question": "b", "accept": [[]]}'


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[" * 10_000, "nested more than 200 levels deep"),
        ('{"id": "1"}', "at style: Field required"),
        (SOUND.replace('"b"', "3"), "at question: Input should be a valid string"),
        (SOUND.replace("[[]]", '[[{"tool": 1}]]'), "at accept.0.0.tool: Input should be a valid string"),
        (SOUND.replace('"history": []', '"history": "x"'), "at history: Input should be a valid array"),
    ],
)
def test_a_line_that_is_no_question_is_told_by_its_number(tmp_path, line, told):
    file = tmp_path / "questions.jsonl"
    file.write_text(f"{SOUND}\n{line}\n", encoding="utf-8")
    with pytest.raises(
        QuestionFileError, match=r"^questions\.jsonl is no file of questions: line 2 cannot .*"
    ) as caught:
        score(file, lambda *_: ())
    assert told in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"\n\n", SOUND.encode("utf-16")])
def test_a_file_without_questions_is_told(tmp_path, content):
    (tmp_path / "questions.jsonl").write_bytes(content)
    with pytest.raises(QuestionFileError, match=r"^questions\.jsonl "):
        score(tmp_path / "questions.jsonl", lambda *_: ())


def test_a_byte_order_mark_and_lists_of_several_kinds_do_no_harm(tmp_path):
    accepted = SOUND.replace("[[]]", '[[{"tool": "detect_change", "arguments": {"classes": [1, "a", null]}}]]')
    (tmp_path / "questions.jsonl").write_bytes(b"\xef\xbb\xbf" + accepted.encode())
    planned = (PlannedCall("detect_change", {"classes": ["b", 2]}),)
    assert score(tmp_path / "questions.jsonl", lambda *_: planned).full == 0


def test_dialogues_are_scored_turn_by_turn_on_their_own_past(tmp_path):
    file = tmp_path / "en.txt"
    file.write_text(
        "# png\nQ: how many new houses?\nA: count building new\nALT: count building\n"
        'Q: and who owns them\nA: cannot "who owns them"\n',
        encoding="utf-8",
    )
    asked = []

    def plan(question, history):
        asked.append((question, [call.tool for turn in history for call in turn.plan]))
        return (PlannedCall("count_objects", {"object_class": "building"}),) if len(asked) == 1 else ()

    result = score(file, plan)
    assert asked == [("how many new houses?", []), ("and who owns them", ["count_objects"])]
    assert (result.full, result.refusals) == (1.0, 1.0)


def test_a_file_that_is_no_dialogue_is_refused_with_its_line(tmp_path):
    file = tmp_path / "en.txt"
    file.write_text("# png\nQ: how many?\nA: count houses\n", encoding="utf-8")
    with pytest.raises(QuestionFileError, match="line 3"):
        score(file, lambda *_: ())
