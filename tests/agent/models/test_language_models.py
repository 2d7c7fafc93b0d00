"""Language models by name and by URL, against a real HTTP server with OpenAI's API on this machine."""

import json

import pytest

from agent.answer import Answer, Draft
from agent.errors import UnknownModelError
from agent.loop import graph
from agent.loop.conversation_store import Memory
from agent.models.language_models import choose_language_model
from agent.session import Session
from tests.factories.language_models.openai_server import Drip, openai_server, raw_call, tool_call

pytest.importorskip("langchain_openai", reason="needs the extra openai")


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    monkeypatch.setattr(graph, "FIRST_DELAY_S", 0.01)


COUNT = tool_call("count_objects", object_class="building")
TEMPLATE = "7 changed buildings: 7 appeared"


def test_an_openai_compatible_server_plans_and_words(workspace):
    with openai_server(COUNT, {"content": "7 houses are new."}) as (url, asked):
        language_model = choose_language_model(url)
        answer = Session(language_model, workspace).ask("How many houses are new?")
    assert answer.text == "7 houses are new. [1]"
    assert language_model.name == f"small-model at {url}"
    offered = {tool["function"]["name"]: tool["function"]["parameters"] for tool in asked[0]["tools"]}
    assert offered["count_objects"]["properties"]["object_class"]["enum"] == ["building", "road", "any"]
    assert "workspace" not in json.dumps(offered)
    assert asked[1]["messages"][-1]["role"] == "tool"


def test_sentences_come_as_they_are_written_once_they_have_passed(workspace):
    said = {"content": "7 houses are new. The largest covers 157 m2. 12 are gone. All is well."}
    with openai_server(COUNT, said, said) as (url, asked):
        events = list(Session(choose_language_model(url), workspace).follow("How many houses are new?"))
    assert asked[0]["stream"]
    drafts = [event.text for event in events if isinstance(event, Draft)]
    assert [text.strip() for text in drafts[:2]] == ["7 houses are new.", "The largest covers 157 m2."]
    assert not any("gone" in text for text in drafts), "what was not checked is not shown"
    assert events[-1].text == "7 houses are new. [1] The largest covers 157 m2. [1]"
    assert "what they were to tell is by template" in events[-1].warnings[-1]
    assert isinstance(events[-1], Answer)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_stumbles_is_asked_again(workspace, status):
    with openai_server(status, status, COUNT, {"content": "7 houses are new."}) as (url, asked):
        answer = Session(choose_language_model(url), workspace).ask("How many houses are new?")
    assert answer.text == "7 houses are new. [1]"
    assert answer.warnings == ()
    assert len(asked) == 4


@pytest.mark.model
@pytest.mark.parametrize(("status", "asked_for"), [(401, 1), (404, 1), (503, 3)])
def test_a_server_that_refuses_is_stood_in_for_and_nothing_is_lost(workspace, status, asked_for):
    with openai_server(*[status] * asked_for, COUNT, {"content": "There are 7 houses."}) as (url, asked):
        session = Session(choose_language_model(url + "#other"), workspace)
        answer = session.ask("How many buildings appeared?")
        assert len(asked) == asked_for
        assert answer.text.startswith(TEMPLATE)
        assert answer.planner == "embedded"
        assert f"other at {url} refused with status {status}" in answer.warnings[-1]
        again = session.ask("How many buildings?")
    assert (again.text, again.planner) == ("There are 7 houses. [2]", f"other at {url}")


@pytest.mark.model
def test_a_server_that_is_down_is_stood_in_for(workspace):
    with openai_server() as (url, _):
        pass
    for name in (url, url + "#m"):
        answer = Session(choose_language_model(name), workspace).ask("How many buildings appeared?")
        assert answer.text.startswith(TEMPLATE)
        assert "did not answer (" in answer.warnings[-1]
        assert "The embedded planner answered." in answer.warnings[-1]


def test_a_line_that_goes_dead_in_the_middle_is_tried_again(workspace):
    with openai_server(COUNT, Drip("7 houses are", ends=False), {"content": "7 houses are new."}) as (url, asked):
        answer = Session(choose_language_model(url), workspace).ask("How many houses are new?")
    assert answer.text == "7 houses are new. [1]"
    assert len(asked) == 3


@pytest.mark.model
def test_a_line_that_goes_dead_again_and_again_is_stood_in_for(workspace):
    with openai_server(COUNT, *[Drip("7 houses are", ends=False)] * 3) as (url, _):
        answer = Session(choose_language_model(url), workspace).ask("How many houses are new?")
    assert answer.text.startswith(TEMPLATE)
    assert answer.warnings[-1].endswith("the embedded planner answered.")


@pytest.mark.model
def test_a_slow_stream_is_cut_off(workspace):
    with openai_server(COUNT, Drip("word " * 200, pause=0.05)) as (url, _):
        answer = Session(choose_language_model(url), workspace, seconds=0.6).ask("How many buildings appeared?")
    assert answer.text.startswith(TEMPLATE)
    assert "took too long" in answer.warnings[-1]


@pytest.mark.parametrize("arguments", ["{", "[]", '"building"', '{"object_class": NaN}', "{}", "x" * 10_000])
def test_malformed_arguments_do_no_harm(workspace, arguments):
    with openai_server(raw_call("count_objects", arguments), *[{"content": "Sorry."}] * 3) as (url, _):
        answer = Session(choose_language_model(url), workspace).ask("How many buildings appeared?")
    assert (answer.text, answer.warnings) == ("Sorry.", ())
    stored = Memory(workspace.folder).load()
    assert [stored.messages[0].text, stored.messages[-1].text] == ["How many buildings appeared?", "Sorry."]


def test_a_text_of_ten_megabytes_is_not_shown(workspace):
    with openai_server(COUNT, {"content": "many words " * 900_000}, {"content": "7 houses are new."}) as (url, _):
        answer = Session(choose_language_model(url), workspace).ask("How many houses are new?")
    assert answer.text == "7 houses are new. [1]"


def test_an_answer_that_lies_is_asked_for_once_more(workspace):
    lie, truth = {"content": "12 houses are new."}, {"content": "7 houses are new."}
    with openai_server(COUNT, lie, truth) as (url, asked):
        answer = Session(choose_language_model(url), workspace).ask("How many houses are new?")
    assert answer.text == "7 houses are new. [1]"
    assert "12" in asked[2]["messages"][-1]["content"]
    with openai_server(COUNT, lie, lie) as (url, asked):
        answer = Session(choose_language_model(url), workspace).ask("How many houses are new?")
    assert answer.text.startswith(TEMPLATE)
    assert "is by template" in answer.warnings[-1]
    assert len(asked) == 3


def test_a_long_conversation_is_shown_in_short(workspace):
    turns = 7
    replies = [reply for _ in range(turns) for reply in (COUNT, {"content": "7 houses are new."})]
    with openai_server(*replies) as (url, asked):
        session = Session(choose_language_model(url), workspace)
        for number in range(turns):
            session.ask(f"How many houses are new? This is question {'abcdefg'[number]}.")
    told = asked[-1]["messages"]
    assert sum(message["role"] == "tool" for message in told) == graph.WHOLE_TURNS
    assert sum(message["role"] == "user" for message in told) == turns
    assert told[1]["content"].endswith("question a.")
    assert told[2]["content"] == "7 houses are new. [1]"


@pytest.mark.parametrize("name", ["gpt-4.1", "mystery:model", "openai:"])
def test_names_that_name_nothing_are_told_the_way_out(name):
    with pytest.raises(UnknownModelError, match="names no language model here; use openai:MODEL"):
        choose_language_model(name)


def test_a_url_that_is_no_model_server_is_told_apart():
    with (
        openai_server(models={"hello": "world"}) as (url, _),
        pytest.raises(UnknownModelError, match="lists no models"),
    ):
        choose_language_model(url)


def test_a_missing_key_and_a_missing_extra_are_told_apart(monkeypatch):
    with pytest.raises(UnknownModelError, match="Set its key"):
        choose_language_model("openai:gpt-4.1")
    import sys

    monkeypatch.setitem(sys.modules, "langchain_anthropic", None)
    with pytest.raises(UnknownModelError, match=r"pip install 'terradelta\[anthropic\]'"):
        choose_language_model("anthropic:claude")


def test_nothing_chosen_is_the_embedded_model():
    assert choose_language_model().embedded
    assert choose_language_model("embedded").name == "embedded"
