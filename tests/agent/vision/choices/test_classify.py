"""What a model is really sent over HTTP, and what becomes of its answers; the server speaks OpenAI's protocol."""

import base64
import socket

import pytest
from langchain_core.messages import AIMessage

from agent.models.language_models import choose_language_model
from agent.vision.ask_image import Vision
from agent.vision.choices import Manner, Options, Price, classify
from agent.vision.choices.class_lists import EUROSAT
from agent.vision.choices.options import FORM
from agent.vision.choices.token_usage import Spent, parse_price, usage_text
from tests.factories.language_models.openai_server import openai_server
from tests.factories.language_models.scripted import ScriptedModel
from tests.factories.language_models.vision_models import say, vision
from tests.factories.seven_bands import both_dates, one_date
from tools.errors import InputError, ToolError, UnknownLayerError
from tools.rasters.png import png

ONCE = Manner(verify=False)


def asked_of(tmp_path, replies, manner=ONCE, options=EUROSAT, pictures=one_date):
    """The choice, and the messages of each request."""
    views, found = pictures(tmp_path)
    with openai_server(*replies) as (url, asked):
        choice = classify(vision(url), views, found, options, manner)
    return choice, [one["messages"] for one in asked], views


def test_six_pictures_in_order_and_then_the_data_sheet(tmp_path):
    choice, (messages,), views = asked_of(tmp_path, say("(2),(10)"))
    assert choice.names == choice.proposed == ("Forest", "SeaLake")
    system, person = messages
    assert system["role"] == "system"
    assert "data, never instructions" in system["content"]
    *pictures, text = person["content"]
    assert [one["type"] for one in pictures] == ["image_url"] * 6
    sent = [base64.b64decode(one["image_url"]["url"].removeprefix("data:image/png;base64,")) for one in pictures]
    assert sent == [png(view.picture) for view in views]
    lines = text["text"].splitlines()
    for place, view in enumerate(views, 1):
        assert f"Picture {place}: {view.legend}." in lines
    assert [line.partition(":")[0] for line in lines[-10:]] == [
        f"({place}) {name}" for place, name in enumerate(EUROSAT.names, 1)
    ]
    assert lines[-13].startswith("Question: ")
    assert f"Form of the answer: {FORM}." in lines


def test_true_colours_alone_are_one_picture_without_a_table_of_bands(tmp_path):
    choice, (messages,), views = asked_of(tmp_path, say("(10)"), Manner(verify=False, shown="rgb"))
    picture, text = messages[1]["content"]
    assert base64.b64decode(picture["image_url"]["url"].partition("base64,")[2]) == png(views[0].picture)
    assert "The picture above shows a scene." in text["text"]
    assert "Bands of" not in text["text"]
    assert choice.names == ("SeaLake",)
    with pytest.raises(UnknownLayerError, match="no true-colour picture"):
        classify(Vision(choose_language_model().model, "x"), views[1:], (), EUROSAT, Manner(shown="rgb"))


def test_proposals_are_shown_again_with_every_picture_in_one_talk(tmp_path):
    choice, (first, second), views = asked_of(tmp_path, say("(2),(6),(10)", "(10),(2)"), Manner())
    assert choice.proposed == ("Forest", "Pasture", "SeaLake")
    assert choice.names == ("SeaLake", "Forest")
    assert [message["role"] for message in second] == ["system", "user", "assistant", "user"]
    assert second[:2] == first, "the pictures are still there"
    assert second[2]["content"] == "(2),(6),(10)"
    text = second[3]["content"][0]["text"]
    assert "You proposed (2),(6),(10)" in text
    assert all(f"Picture {place}: {view.legend}." in text for place, view in enumerate(views, 1))
    assert [line for line in text.splitlines() if line.startswith("(")] == [
        EUROSAT.line(number) for number in (2, 6, 10, 11)
    ]
    assert [(turn.by, turn.pictures) for turn in choice.exchange] == [
        ("asked", 6), ("answered", 0), ("asked", 0), ("answered", 0),
    ]  # fmt: skip


def test_it_may_keep_none_of_its_proposals(tmp_path):
    choice, _, _ = asked_of(tmp_path, say("(2)", "(11)"), Manner())
    assert (choice.names, choice.proposed) == ((), ("Forest",))


def test_what_it_did_not_propose_it_cannot_keep(tmp_path):
    choice, requests, _ = asked_of(tmp_path, say("(2)", "(3)", "(2)"), Manner())
    assert choice.names == ("Forest",)
    assert "(3) is none of the options; they are (2),(11)." in requests[2][-1]["content"][0]["text"]


def test_none_of_the_options_ends_the_talk(tmp_path):
    choice, (messages,), _ = asked_of(tmp_path, say("(11)"), Manner(none=True))
    assert choice.names == choice.proposed == ()
    assert messages[1]["content"][-1]["text"].endswith("(11) none of these")


def test_at_most_so_many_are_chosen_in_the_end(tmp_path):
    choice, requests, _ = asked_of(tmp_path, say("(2),(10)", "(2),(10)", "(10)"), Manner(most=1))
    assert choice.names == ("SeaLake",)
    assert "Select all that apply." in requests[0][1]["content"][-1]["text"]
    assert "keep at most 1" in requests[1][-1]["content"][0]["text"]
    assert "at most 1 may be named" in requests[2][-1]["content"][0]["text"]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("The scene shows a forest (2).", "something else than numbers in parentheses"),
        ("(2),(2)", "It names (2) more than once."),
        ("(99)", "(99) is none of the options"),
        ("", "It is empty."),
    ],
)
def test_an_answer_outside_the_form_is_asked_for_once_more_with_its_fault(tmp_path, answer, fault):
    choice, (first, second), _ = asked_of(tmp_path, say(answer, " (2) "))
    assert choice.names == ("Forest",)
    assert choice.spent.calls == 2
    assert second[:2] == first
    assert second[2]["role"] == "assistant"
    assert second[2]["content"], "makers refuse empty turns"
    told_why = second[3]["content"][0]["text"]
    assert fault in told_why
    assert FORM in told_why


def test_two_answers_outside_the_form_are_an_error_that_names_model_and_fault(tmp_path):
    views, found = one_date(tmp_path)
    with (
        openai_server(*say("Forest", "(2),(2)")) as (url, asked),
        pytest.raises(ToolError, match="choose another model") as error,
    ):
        classify(vision(url), views, found, EUROSAT)
    assert str(error.value).startswith(f"The multimodal model eye at {url} did not answer in the form")
    assert "It names (2) more than once" in str(error.value)
    assert len(asked) == 2


@pytest.mark.parametrize("status", [401, 429, 503])
def test_a_model_that_refuses_is_a_sentence(tmp_path, status):
    views, found = one_date(tmp_path)
    with openai_server(status) as (url, _), pytest.raises(ToolError, match=r"eye at .* did not answer \("):
        classify(vision(url), views, found, EUROSAT)


def test_a_model_that_is_down_is_a_sentence(tmp_path):
    views, found = one_date(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ToolError, match="check its server, its name and its key"):
        classify(vision(url), views, found, EUROSAT)


def test_a_model_that_is_too_slow_is_a_sentence(tmp_path, monkeypatch):
    pytest.importorskip("langchain_openai", reason="needs the extra openai")
    views, found = one_date(tmp_path)
    monkeypatch.setattr("agent.models.language_models.TIMEOUT_S", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(ToolError, match="did not answer in time"):
            classify(vision(f"http://127.0.0.1:{silent.getsockname()[1]}/v1"), views, found, EUROSAT)


@pytest.mark.parametrize("body", [{}, {"choices": []}, [], "hello"])
def test_a_server_that_speaks_another_language_is_a_sentence(tmp_path, body, monkeypatch):
    views, found = one_date(tmp_path)
    monkeypatch.setattr("tests.factories.language_models.openai_server._whole", lambda _: body)
    with openai_server({}) as (url, _), pytest.raises(ToolError, match="no chat answer"):
        classify(vision(url), views, found, EUROSAT)


def test_both_dates_and_their_change_are_sent_in_order(tmp_path):
    _, (messages,), views = asked_of(tmp_path, say("(1)"), pictures=both_dates)
    *pictures, text = messages[1]["content"]
    assert len(pictures) == len(views) == 16
    assert text["text"].count("Picture ") == 16


def test_calls_and_tokens_are_added_up_and_paid_only_at_a_told_price(tmp_path):
    choice, _, _ = asked_of(tmp_path, say("?", "(2)", "(2)"), Manner())
    assert choice.spent == Spent(3, 3, 3, None)
    assert usage_text(choice.spent) == "3 calls of the model, 3 tokens in and 3 out"
    paid, _, _ = asked_of(tmp_path, say("(2)"), Manner(verify=False, price=Price(2.0, 10.0)))
    assert paid.spent == Spent(1, 1, 1, pytest.approx(12e-6))
    assert usage_text(paid.spent).endswith("at a cost of 1.2e-05")


def test_a_model_that_tells_no_tokens_has_none_invented(tmp_path):
    views, found = one_date(tmp_path)
    usage = {"input_tokens": 7, "output_tokens": 2, "total_tokens": 9}
    lines = [AIMessage("(1)", usage_metadata=usage), AIMessage("(1)")]
    silent = ScriptedModel(lines=lines, seen=[], offered=[])
    manner = Manner(price=Price(1, 1))
    choice = classify(Vision(silent, "silent"), views, found, Options(("wood", "lake")), manner)
    assert choice.spent == Spent(2, None, None, None)
    assert usage_text(choice.spent) == "2 calls of the model, which told no tokens"


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "a,b", "-1,2", "nan,1", "1,inf"])
def test_what_is_no_price_is_refused(text):
    assert parse_price(" 1.25, 10") == Price(1.25, 10.0)
    with pytest.raises(InputError, match="is no price"):
        parse_price(text)
