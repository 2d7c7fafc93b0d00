"""A language model's plans, asked for through a real HTTP server on this machine."""

import pytest

from agent.evaluation.model_plans import MAX_ROUNDS, model_planner
from agent.models.language_models import choose_language_model
from agent.planning.plan import PastTurn, PlannedCall
from tests.factories.language_models.openai_server import openai_server, tool_call
from tools.catalogue import CATALOGUE

pytest.importorskip("langchain_openai", reason="needs the extra openai")


def test_calls_are_collected_until_there_are_no_more():
    replies = (tool_call("inspect_pair"), tool_call("count_objects", object_class="road"), {"content": "Done."})
    history = [PastTurn("what changed?", (PlannedCall("describe_change"),))]
    with openai_server(*replies) as (url, asked):
        plan = model_planner(choose_language_model(url))("look, then count roads", history)
    assert plan == (PlannedCall("inspect_pair"), PlannedCall("count_objects", {"object_class": "road"}))
    assert [tool["function"]["name"] for tool in asked[0]["tools"]] == [one.__name__ for one in CATALOGUE]
    assert [message["role"] for message in asked[0]["messages"]] == [
        "system", "user", "assistant", "tool", "assistant", "user",
    ]  # fmt: skip


def test_a_model_that_never_stops_is_stopped():
    with openai_server(*[tool_call("inspect_pair")] * 20) as (url, asked):
        plan = model_planner(choose_language_model(url))("what are these?", [])
    assert len(plan) == len(asked) == MAX_ROUNDS
