"""Warnings and refusals of a conversation are in the language of its questions, in the text and beside it."""

import re

import numpy as np
import pytest
from langchain_core.messages import AIMessage, ToolMessage
from rasterio import Affine

from agent.loop.toolbox import run_call
from agent.models.embedded import EmbeddedModel
from agent.models.language_models import LanguageModel
from agent.planning.plan import PlannedCall
from agent.session import Session
from tests.factories.language_models.scripted import ScriptedModel, call
from tests.factories.predictors import KnownMaskPredictor
from tools.explain.certainty import ROAD_CAUTIONS
from tools.notices import Notice
from tools.workspace.workspace import Workspace

CARD = PlannedCall("inspect_pair")
SURE = PlannedCall("assess_certainty")
ROADS = PlannedCall("count_objects", {"object_class": "road"})
LACKING = PlannedCall("compute_index", {"index": "ndvi", "date": "after"})
NOBODY = PlannedCall("describe_object", {"number": 77})
QUESTIONS = {
    "en": "What are these two images, and how sure are you of the roads?",
    "de": "Was sind das für zwei Bilder, und wie sicher bist du bei den Straßen?",
    "fr": "Quelles sont ces deux images, et es-tu sûr des routes ?",
    "es": "¿Qué son estas dos imágenes, y qué tan seguro estás de las carreteras?",
    "zh": "这两幅影像是什么\uff1f道路的变化有多确定\uff1f",
}
OTHERS = [code for code in QUESTIONS if code != "en"]
TOLD = {
    "de": ("1,5 m groß", "Nur die Überlappung wird beurteilt: 75 %", "Veränderte Straßen sind die"),
    "fr": ("mesure 1,5 m au sol", "Seul le recouvrement est jugé : 75 %", "Les routes modifiées sont"),
    "es": ("mide 1,5 m en el terreno", "Solo se juzga el solape: el 75 %", "Las carreteras cambiadas son"),
    "zh": ("在地面上为 1.5 米", "第一幅影像的 75%", "变化的道路是指"),
}


@pytest.fixture
def workspace(tmp_path, write_raster):
    """A pair of pixels that are too large, shifted by a quarter, in the wrong order, with clouds and a fourth band."""
    dice = np.random.default_rng(5)
    first, second = (dice.integers(30, 160, (4, 96, 96), np.uint8) for _ in range(2))
    second[:, :40, 30:] = 250
    place = {"transform": Affine(1.5, 0, 620_000, 0, -1.5, 3_350_000)}
    moved = {"transform": Affine(1.5, 0, 620_000 + 24 * 1.5, 0, -1.5, 3_350_000)}
    paths = write_raster("2021-06-30.tif", first, **place), write_raster("2019-06-30.tif", second, **moved)
    label = np.zeros((96, 72), np.uint8)
    label[10:30, 10:30] = 1
    eyes = KnownMaskPredictor(label)
    eyes.road_caution = str(ROAD_CAUTIONS[0])
    space = Workspace(tmp_path / "work", lambda: eyes)
    space.open(*paths)
    return space


def asked(space, question, *plan):
    model = LanguageModel(EmbeddedModel(planner=lambda: lambda *_: plan), "scripted")
    return Session(model, space).ask(question)


def english_of(answer):
    """The English sentences of all warnings and refusals that the answer's results carry."""
    told = [warning for step in answer.steps for warning in getattr(step.result, "warnings", ())]
    return [text for text in (*told, *(step.error for step in answer.steps if step.error)) if text]


def test_the_pair_has_many_warnings_and_all_are_notices(workspace):
    answer = asked(workspace, QUESTIONS["en"], CARD, SURE, ROADS)
    keys = {warning.key for warning in english_of(answer) if isinstance(warning, Notice)}
    assert {"unfit-pixels", "overlap", "dates-swapped", "clouds", "roads-of-each-date"} <= keys
    assert all(isinstance(warning, Notice) for warning in english_of(answer))
    assert all(warning in answer.text for warning in english_of(answer))
    assert set(answer.warnings) <= set(english_of(answer))


@pytest.mark.parametrize("code", OTHERS)
def test_no_warning_remains_in_english(workspace, code):
    answer = asked(workspace, QUESTIONS[code], CARD, SURE, ROADS)
    warned = english_of(answer)
    assert len(warned) >= 8
    for text in (answer.text, *answer.warnings):
        assert [warning for warning in warned if warning in text] == []
        assert re.findall(r"\b(?:the|and|are|which|ground)\b", text) == []
    assert len(answer.warnings) >= 4
    for told in TOLD[code]:
        assert told in answer.text
        assert any(told in warning.replace("\u00a0", " ") for warning in answer.warnings)


@pytest.mark.parametrize("code", OTHERS)
def test_each_warning_is_told_once(workspace, code):
    answer = asked(workspace, QUESTIONS[code], CARD, SURE)
    assert answer.text.count(TOLD[code][0]) == 1


def test_warnings_told_before_in_another_language_are_not_told_again(workspace):
    model = LanguageModel(EmbeddedModel(planner=lambda: lambda *_: (CARD,)), "scripted")
    session = Session(model, workspace)
    assert "reliable from 0.3 to 1.0 m" in session.ask(QUESTIONS["en"]).text
    again = session.ask(QUESTIONS["de"])
    assert "1,5 m groß" not in again.text
    assert any("1,5 m groß" in warning for warning in again.warnings)


@pytest.mark.parametrize(
    ("code", "lacking", "nobody"),
    [
        ("de", "NDVI braucht nahes Infrarot", "Ein Objekt 77 gibt es in diesem Paar nicht"),
        ("fr", "Pour NDVI, il faut le proche infrarouge", "Il n\u2019y a pas d\u2019objet 77 dans cette paire"),
        ("es", "Para NDVI hace falta el infrarrojo cercano", "No hay ningún objeto 77 en este par"),
        ("zh", "NDVI 需要近红外", "这对影像中没有对象 77"),
    ],
)
def test_refusals_are_told_in_the_language(sample, eyes, tmp_path, code, lacking, nobody):
    space = Workspace(tmp_path / "work", lambda: eyes)
    space.open(sample.before, sample.after)
    answer = asked(space, QUESTIONS[code], LACKING, NOBODY)
    assert lacking in answer.text
    assert nobody in answer.text
    assert [error for error in english_of(answer) if error in answer.text] == []
    first, second = answer.steps
    assert first.error == (
        "NDVI needs Near-Infrared (NIR), which the after image has not; possible here: vari, ngrdi, gli."
    )
    assert second.to_json()["result"] == {"error": str(second.error)}


def test_a_refusal_that_holds_more_than_plain_text_is_told_as_it_was_made_plain(sample, eyes, tmp_path):
    space = Workspace(tmp_path / "work", lambda: eyes)
    space.open(sample.before, sample.after)
    (step,) = asked(space, QUESTIONS["de"], PlannedCall("inspect_pair", {"pair": "a\u202eb"})).steps
    assert step.error == "There is no pair 'a\\u202eb' in this conversation; there is 1."
    assert isinstance(step.error, Notice)
    (step,) = asked(space, QUESTIONS["de"], PlannedCall("inspect_pair", {"pair": "x" * 600})).steps
    assert not isinstance(step.error, Notice)
    assert step.error.endswith("…")


def test_a_single_call_keeps_its_notice(workspace):
    step = run_call(workspace, "inspect_pair", {"pair": "7"}, 1)
    assert isinstance(step.error, Notice)
    assert step.error.key == "no-pair"


def test_a_language_model_reads_english_and_its_answer_has_warnings_in_the_language(workspace):
    roads = "1 geänderte Straße."
    model = ScriptedModel(lines=[call("count_objects", object_class="road"), AIMessage(roads), AIMessage(roads)],
                          seen=[], offered=[])  # fmt: skip
    answer = Session(LanguageModel(model, "scripted"), workspace).ask(QUESTIONS["de"])
    read = [message.content for messages in model.seen for message in messages if isinstance(message, ToolMessage)]
    assert read
    assert not any("Veränderte" in content for content in read)
    assert any("Veränderte Straßen sind die" in warning for warning in answer.warnings)
    assert not any(str(ROAD_CAUTIONS[0]) in warning for warning in answer.warnings)
