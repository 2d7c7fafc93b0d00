"""What a session gives besides answers: objects as a table, change as arrays, and an end."""

import geopandas as gpd
import pytest

from agent.errors import SessionClosedError
from agent.models.language_models import LanguageModel
from agent.session import Session
from tests.factories.language_models.scripted import ScriptedModel
from tools.errors import NoPairError, UnknownPairError
from tools.runs.exports import write
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


def opened(workspace, **settings):
    return Session(LanguageModel(ScriptedModel(lines=[], seen=[], offered=[]), "scripted"), workspace, **settings)


def test_objects_are_those_of_the_geopackage(workspace, sample):
    session = opened(workspace)
    table, written = session.objects(), gpd.read_file(write(workspace, workspace.pair(), "gpkg").path)
    assert list(table.columns) == list(written.columns)
    assert table.crs == written.crs
    assert list(table["id"]) == list(written["id"])
    assert table["area_m2"].to_list() == pytest.approx(written["area_m2"].to_list())
    assert table.geometry.area.sum() == pytest.approx(written.geometry.area.sum())
    assert (table["class"] == "building").sum() == sample.truth["buildings_appeared"]


def test_the_table_is_the_callers_own(workspace):
    session = opened(workspace)
    session.objects()["pixels"] = 0
    assert (session.objects()["pixels"] > 0).all()


def test_only_what_counts_is_in_table_and_map(workspace):
    session = opened(workspace)
    every = session.objects()["area_m2"]
    workspace.choose(RunSettings(min_area=float(every.median())))
    kept = session.objects()
    assert 0 < len(kept) < len(every)
    assert (session.change_map().classes == 2).sum() == kept.loc[kept["class"] == "building", "pixels"].sum()


def test_the_map_of_a_window_or_of_another_pair(workspace, sample):
    session = opened(workspace)
    workspace.open(sample.before, sample.after)
    assert session.change_map().pair == "2"
    assert session.change_map("1", (0, 10, 20, 30)).classes.shape == (20, 30)
    with pytest.raises(UnknownPairError, match="There is no pair '9'"):
        session.objects("9")


def test_without_images_it_is_said(tmp_path, eyes):
    session = opened(Workspace(tmp_path, lambda: eyes))
    with pytest.raises(NoPairError, match="There are no images yet"):
        session.change_map()


@pytest.mark.parametrize("temporary", [True, False])
def test_closing_removes_a_temporary_folder_only(workspace, temporary):
    with opened(workspace, temporary=temporary) as session:
        session.objects()
        assert workspace.folder.is_dir()
    assert workspace.folder.exists() is not temporary


@pytest.mark.parametrize("use", [lambda s: s.ask("What?"), lambda s: s.objects(), lambda s: s.change_map()])
def test_a_closed_session_says_so(workspace, use):
    session = opened(workspace)
    session.close()
    with pytest.raises(SessionClosedError, match="This session was closed; open the images again"):
        use(session)
