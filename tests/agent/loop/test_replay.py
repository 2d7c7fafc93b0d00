import json
from dataclasses import replace

import pytest

from agent.loop.replay import replay
from agent.models.language_models import choose_language_model
from agent.session import Session

pytestmark = pytest.mark.model


def test_a_record_gives_the_same_answer_again(workspace):
    answer = Session(choose_language_model(), workspace).ask("How many buildings appeared, and how large are they?")
    again = replay(workspace, json.loads(json.dumps(answer.record)))
    assert again.text == answer.text
    assert again.differences == ()


def test_what_differs_is_told(workspace):
    record = Session(choose_language_model(), workspace).ask("How many buildings appeared?").record
    workspace.choose(replace(workspace.settings, min_area=200.0))
    (difference,) = replay(workspace, record).differences
    assert difference == "Call 1, count_objects, returns something else now."


def test_a_refusal_is_repeated(workspace):
    record = Session(choose_language_model(), workspace).ask("count the buildings in pair 9").record
    again = replay(workspace, record)
    assert (again.text, again.differences) == (record["answer"], ())
