"""The intent model and the questions that it learns from."""

import pytest

from agent.errors import PlannerError
from agent.planning.learned import intents
from agent.planning.learned.question_bank import questions


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
