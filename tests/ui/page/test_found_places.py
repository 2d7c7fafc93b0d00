"""What the map is told of places that were found, with and without a pair open."""

import pytest

from agent.change_agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.tools.archive.small_archive import ColourEmbedder, fill, write_pair
from tools.catalogue.archive_tools import find_changes, open_found
from tools.workspace.run_settings import RunSettings
from ui.page.map_values import Basemap
from ui.page.map_view import map_view
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors


@pytest.fixture
def embedder():
    return ColourEmbedder()


@pytest.fixture
def visitor(tmp_path, embedder):
    agent = ChangeAgent(choose_language_model())
    agent.predictor, agent.embedder = lambda: embedder.predictor, lambda: embedder
    everyone = Visitors(agent, Quota(), settings=RunSettings(archive=tmp_path / "archive"))
    yield everyone.enter("one")
    everyone.close()


def test_places_are_shown_before_any_pair_is_open(visitor, tmp_path, embedder):
    for number, colour in enumerate(("red", "blue")):
        write_pair(tmp_path / "pairs", colour, colour, days=("2019-05-01", ""), corner=(5e5 + 1e4 * number, 59e5))
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    space = visitor.session.workspace
    find_changes(space, "blue")
    view = map_view(visitor, Basemap("https://x/{z}/{x}/{y}", "me"))
    assert (view.pair, view.layers) == ("", ())
    assert view.basemap.attribution == "me"
    assert [one.number for one in view.found] == [1, 2]
    assert view.found[0].days == "2019-05-01 to day unknown"
    assert view.found[0].picture.startswith("found/")
    west, _, east, _ = view.bounds
    assert all(west <= one.bbox[0] < one.bbox[2] <= east for one in view.found)
    open_found(space, 1)
    view = map_view(visitor)
    assert view.pair == space.current
    assert view.words.endswith("2 found places are marked.")
    number, corners = view.opened
    assert number == 1
    assert corners == pytest.approx(view.found[0].bbox, abs=1e-7)


def test_across_the_180th_meridian_places_lie_in_one_piece(visitor, tmp_path, embedder):
    write_pair(tmp_path / "pairs", "red", "red", metres=0.00001, crs="EPSG:4326", corner=(179.9998, 10.0))
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    find_changes(visitor.session.workspace, "red")
    west, _, east, _ = map_view(visitor).found[0].bbox
    assert west < 180 < east


def test_without_a_place_on_earth_the_part_is_framed_in_pixels(visitor, tmp_path, embedder):
    write_pair(tmp_path / "pairs", "red", "red", crs=None)
    fill(tmp_path / "archive", tmp_path / "pairs", embedder)
    space = visitor.session.workspace
    find_changes(space, "red")
    assert map_view(visitor) is None
    open_found(space, 1)
    view = map_view(visitor)
    assert view.found == ()
    assert view.opened == (1, (0, 0, 64, 64))
