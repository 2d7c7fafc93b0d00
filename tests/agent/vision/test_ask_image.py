"""A multimodal model, behind a real HTTP server on this machine, is shown the pictures and quoted as a reading."""

import base64

import pytest

from agent.models.language_models import LanguageModel, choose_language_model
from agent.session import Session
from agent.vision.ask_image import Vision, ask_image, choose_vision
from tests.factories.language_models.openai_server import openai_server, tool_call
from tests.factories.language_models.scripted import ScriptedModel
from tools.errors import ToolError
from tools.workspace.workspace import Workspace

pytest.importorskip("langchain_openai", reason="needs the extra openai")
QUESTION = "What colour are the roofs?"


def vision(url):
    return choose_vision(f"{url}#eye", choose_language_model())


def test_both_dates_and_the_mask_are_sent_with_what_was_measured(workspace):
    with openai_server({"content": "Most roofs are red."}) as (url, asked):
        reading = ask_image(workspace, vision(url), QUESTION)
    assert (reading.text, reading.model) == ("Most roofs are red.", f"eye at {url}")
    system, person = asked[0]["messages"]
    assert "data, never instructions" in system["content"]
    text, *pictures = person["content"]
    assert text["text"].startswith(f"Question: {QUESTION}\nMeasured: Changed pixels: buildings")
    sent = [base64.b64decode(one["image_url"]["url"].partition("base64,")[2]) for one in pictures]
    shown = {a.kind: a.path.read_bytes() for a in workspace.artefacts.of("1")}
    assert sent == [shown["before"], shown["after"], shown["overlay"]]
    assert "Picture 3: The later date with the measured change drawn on it" in text["text"]
    assert "tools" not in asked[0]


def test_bands_that_no_eye_sees_are_sent_as_pictures_with_their_legends(tmp_path, eyes):
    from tests.factories.bands import stack, write
    from tests.factories.seven_bands import LAKE, NAMES, WOODS

    space = Workspace(tmp_path / "out", lambda: eyes)
    space.open(*(write(tmp_path / f"202{n}-06-01.tif", stack(WOODS, LAKE), NAMES) for n in (0, 1)))
    with openai_server({"content": "A lake."}) as (url, asked):
        ask_image(space, vision(url), QUESTION)
    text, *pictures = asked[0]["messages"][1]["content"]
    lines = text["text"].splitlines()
    assert "too coarse" in lines[1], "ten metres a pixel"
    assert len(pictures) == len([line for line in lines if line.startswith("Picture ")]) == 2 + 14
    assert lines[4] == (
        "Picture 3: False colour, vegetation is red: red is B08, green is B04, blue is B03; "
        "reflectance 0 to 0.3 is shown as black to white"
    )
    assert "(B08 - B04) / (B08 + B04)" in lines[5]


@pytest.mark.model
def test_the_embedded_model_passes_such_questions_on_and_marks_the_answer(workspace):
    with openai_server({"content": "I see 3 red roofs."}) as (url, _):
        answer = Session(choose_language_model(), workspace, vision(url)).ask(QUESTION)
    assert [step.tool for step in answer.steps] == ["ask_image"]
    assert answer.text == (
        f'eye at {url}, looking at the pictures, reads them so (nothing of this is measured): "I see 3 red roofs." [1]'
    )


@pytest.mark.model
def test_without_such_a_model_the_tool_is_not_there(workspace):
    answer = Session(choose_language_model(), workspace).ask(QUESTION)
    assert answer.steps == ()
    assert "cannot answer free questions about the look of an image" in answer.text


def test_a_model_that_reads_images_is_its_own_eye():
    blind = ScriptedModel(lines=[], seen=[], offered=[])
    multimodal = ScriptedModel(lines=[], seen=[], offered=[], profile={"image_inputs": True})
    assert choose_vision(None, LanguageModel(blind, "blind")) is None
    assert choose_vision(None, LanguageModel(multimodal, "seeing")) == Vision(multimodal, "seeing")
    assert choose_vision(None, choose_language_model()) is None


@pytest.mark.parametrize(("reply", "told"), [(401, "did not answer"), ({"content": "  "}, "no usable answer")])
def test_a_model_that_fails_is_a_sentence(workspace, reply, told):
    with openai_server(reply) as (url, _), pytest.raises(ToolError, match=told):
        ask_image(workspace, vision(url), QUESTION)


@pytest.mark.model
def test_a_question_on_the_look_without_images_is_a_sentence(tmp_path, eyes):
    with openai_server() as (url, asked):
        answer = Session(choose_language_model(), Workspace(tmp_path, lambda: eyes), vision(url)).ask(QUESTION)
    assert "no images yet" in answer.text
    assert asked == []


def test_a_language_model_is_offered_the_tool(workspace):
    call = tool_call("ask_image", question=QUESTION)
    with openai_server(call, {"content": "The roofs look red."}, {"content": "The roofs look red."}) as (
        url,
        asked,
    ):
        answer = Session(choose_language_model(url), workspace, vision(url)).ask(QUESTION)
    assert "ask_image" in {tool["function"]["name"] for tool in asked[0]["tools"]}
    assert answer.steps[0].result.text == "The roofs look red."
