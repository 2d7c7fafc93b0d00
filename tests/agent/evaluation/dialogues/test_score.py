"""Whole dialogues on a sample pair, with a planner that counts buildings whatever it is asked."""

import json
import shutil

import pytest

from agent.change_agent import ChangeAgent
from agent.evaluation.dialogues.dialogue_file import Turn
from agent.evaluation.dialogues.score import DialogueScore, Judged, judge, score
from agent.models.embedded import EmbeddedModel
from agent.models.language_models import LanguageModel
from agent.planning.plan import PlannedCall

ASKED = Turn("?", (r"\b22\b",), (), ("road",))


@pytest.mark.parametrize(
    ("answer", "measured", "judgement"),
    [
        ("22 buildings.", True, "right"),
        ("12 buildings.", True, "wrong"),
        ("I cannot tell.", False, "evasive"),
        ("No tool tells that.", False, "evasive"),
        ("No puedo decirlo.", False, "evasive"),
        ("无法回答。", False, "evasive"),
        ("I cannot tell, but 12 buildings.", True, "wrong"),
        ("I cannot tell of a road.", False, "wrong"),
        ("Hello.", False, "wrong"),
    ],
)
def test_an_answer_that_only_says_that_it_cannot_is_evasive(answer, measured, judgement):
    assert judge(ASKED, answer, measured=measured) == judgement


def test_shares_are_of_all_turns_and_right_ones_by_dialogue():
    told = [("a", "right"), ("a", "wrong"), ("b", "right"), ("b", "evasive")]
    judged = tuple(Judged(name, "?", "!", judgement, ()) for name, judgement in told)
    assert DialogueScore(judged).report() == {
        "turns": 4,
        "right": 0.5,
        "wrong": 0.25,
        "evasive": 0.25,
        "by_dialogue": {"a": 0.5, "b": 0.5},
    }


@pytest.fixture
def agent(eyes):
    plan = (PlannedCall("count_objects", {"object_class": "building"}),)
    made = ChangeAgent(LanguageModel(EmbeddedModel(planner=lambda: lambda question, history: plan), "scripted"))
    made.predictor = lambda: eyes
    return made


def test_dialogues_are_held_turn_by_turn(tmp_path, sample, agent):
    for name, file in (("a.tif", sample.before), ("b.tif", sample.after)):
        shutil.copy(file, tmp_path / name)
    count = sample.truth["buildings_appeared"]
    turns = [
        {"user": "how many?", "must": [rf"\b{count} changed building"], "any": [], "never": [], "note": ""},
        {"user": "and roads?", "must": ["road"], "any": [], "never": [], "note": ""},
    ]
    line = {"id": "one", "pair": {"before": "a.tif", "after": "b.tif", "place": "utm"}, "turns": turns}
    (tmp_path / "d.jsonl").write_text(json.dumps(line), encoding="utf-8")
    seen = []
    result = score(tmp_path / "d.jsonl", agent, lambda done, of: seen.append((done, of)))
    assert [one.judgement for one in result.judged] == ["right", "wrong"]
    assert [one.question for one in result.judged] == ["how many?", "and roads?"]
    assert result.judged[0].calls == ("count_objects({'object_class': 'building'})",)
    assert seen == [(1, 1)]
