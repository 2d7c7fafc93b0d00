"""Conversations that begin with an archive: what is meant while no pair is open, and after one was."""

import pytest

from agent.models.language_models import choose_language_model
from agent.session import Session
from mci_model import load_predictor
from tests.tools.archive.small_archive import ColourEmbedder, fill, write_pair
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

pytestmark = pytest.mark.model


@pytest.fixture
def session(tmp_path):
    embedder = ColourEmbedder()
    for colour in ("red", "blue"):
        write_pair(tmp_path / "pairs", colour, colour)
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    settings = RunSettings(archive=tmp_path / "archive")
    space = Workspace(tmp_path / "work", load_predictor, settings=settings, embedder=lambda: embedder)
    return Session(choose_language_model(), space)


def test_where_something_happened_is_searched_while_no_pair_is_open(session):
    answer = session.ask("Show me where red houses were built")
    assert [(step.tool, step.arguments) for step in answer.steps] == [
        ("find_changes", {"text": "red houses were built", "k": 5})
    ]
    assert "(1) red houses are built" in answer.text


def test_what_needs_a_pair_says_so(session):
    assert "open a before and an after image first" in session.ask("How many houses are there?").text


def test_once_a_pair_is_open_it_is_meant(session):
    session.ask("Find places where red houses were built")
    session.ask("open the first one")
    answer = session.ask("Show me where houses were built")
    assert not {"find_changes", "find_places"} & {step.tool for step in answer.steps}


def test_more_like_a_card_opens_it_first(session):
    session.ask("Find places where red houses were built")
    answer = session.ask("find more like the first one")
    assert [step.tool for step in answer.steps] == ["open_found", "find_similar"]
    assert "blue houses are built" in answer.text
