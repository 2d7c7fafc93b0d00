"""What `import terradelta` gives, and that opened pairs leave no temporary folder behind."""

import tempfile
from importlib.metadata import version
from typing import get_type_hints

import pytest

import terradelta
from agent.errors import SessionClosedError
from tools.catalogue import CATALOGUE
from tools.errors import RasterError


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where temporary folders are made during the test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_every_public_name_is_there_and_no_other_is():
    assert {name for name in terradelta.__all__ if getattr(terradelta, name, None) is None} == set()
    assert set(terradelta.__all__) <= set(dir(terradelta))
    assert terradelta.__version__ == version("terradelta")
    with pytest.raises(AttributeError, match="module 'terradelta' has no attribute 'close'"):
        terradelta.close  # noqa: B018 - it is asked for


def test_names_are_those_of_the_floors():
    from agent import Answer, ChangeAgent, Session
    from mci_model import load_predictor

    assert (terradelta.Answer, terradelta.ChangeAgent, terradelta.Session) == (Answer, ChangeAgent, Session)
    assert terradelta.load_predictor is load_predictor


def test_results_name_the_type_that_each_tool_returns():
    from terradelta import results

    assert {getattr(results, name) for name in results.__all__} == {
        get_type_hints(function)["return"] for function in CATALOGUE
    }


def test_a_pair_is_open_within_the_block_and_its_temporary_folder_gone_after_it(temporary, sample):
    with terradelta.open(sample.before, sample.after) as session:
        objects = session.objects()
        assert list(temporary.glob("terradelta-*")) == [session.workspace.folder]
        assert list(session.workspace.folder.rglob("objects.tif"))
    assert list(temporary.glob("terradelta-*")) == []
    assert len(objects) > 0
    with pytest.raises(SessionClosedError, match="This session was closed; open the images again"):
        session.ask("What has changed?")
    session.close()  # once more does no harm


def test_a_folder_of_the_users_is_kept(tmp_path, sample):
    kept = tmp_path / "results"
    with terradelta.open(sample.before, sample.after, folder=kept) as session:
        session.objects()
    assert list(kept.rglob("objects.tif"))


def test_what_cannot_be_opened_leaves_no_folder(temporary, sample):
    with pytest.raises(RasterError, match=r"missing\.tif"):
        terradelta.open(sample.before, temporary / "missing.tif")
    assert list(temporary.glob("terradelta-*")) == []


def test_settings_reach_the_pair(tmp_path, sample):
    settings = terradelta.RunSettings(min_area=100.0)
    with terradelta.open(sample.before, sample.after, folder=tmp_path, settings=settings) as session:
        assert session.workspace.settings == settings
        assert (session.objects()["area_m2"] >= 100.0).all()
