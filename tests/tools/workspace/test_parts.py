"""What a workspace keeps: one change map a pair, area and filter, and polygon files that are read once."""

import json
import os
from dataclasses import replace

import pytest

import tools.workspace.polygon_files
from tools.errors import AreaError, UnknownPairError
from tools.measurements.zonal import zonal_change
from tools.workspace.workspace import Workspace


@pytest.fixture
def reads(monkeypatch):
    """Names of the polygon files that were read."""
    read, names = tools.workspace.polygon_files, []
    area, zones = read.read_area_of_interest, read.read_zones
    monkeypatch.setattr(read, "read_area_of_interest", lambda text, pair: names.append(text) or area(text, pair))
    monkeypatch.setattr(read, "read_zones", lambda source, pair: names.append(source.path.name) or zones(source, pair))
    return names


def part_of(workspace, path, share, stamp):
    """A file of the left part of the pair, changed at a time of its own."""
    grid = workspace.pair().georeference
    width, height = share * grid.width, grid.height
    corners = [grid.lonlat(*place) for place in ((0, 0), (width, 0), (width, height), (0, height), (0, 0))]
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [corners]}), encoding="utf-8")
    os.utime(path, (stamp, stamp))
    return path


def test_a_change_map_is_the_same_one_until_something_else_counts(workspace):
    pair = workspace.pair()
    assert workspace.known_change(pair) is None
    found = workspace.change(pair)
    assert workspace.change(pair) is workspace.known_change(pair) is found
    workspace.choose(replace(workspace.settings, min_area=120.0))
    fewer = workspace.change(pair)
    assert len(fewer.objects) < len(found.objects)
    assert workspace.change(pair) is workspace.known_change(pair) is fewer
    workspace.choose(replace(workspace.settings, min_area=None))
    assert workspace.change(pair).objects == found.objects


def test_an_area_of_interest_is_read_once_until_its_file_changes(workspace, eyes, tmp_path, reads):
    path = part_of(workspace, tmp_path / "area.geojson", 1.0, 1_000)
    pair = workspace.pair()
    workspace.choose(replace(workspace.settings, area_of_interest=str(path)))
    whole = workspace.area_of_interest(pair)
    found = workspace.change(pair)
    assert workspace.area_of_interest(pair) is whole
    assert reads == [str(path)]
    part_of(workspace, path, 0.5, 2_000)
    half = workspace.area_of_interest(pair)
    assert reads == [str(path)] * 2
    assert half.shape.area == pytest.approx(whole.shape.area / 2)
    cut = workspace.change(pair)
    assert cut.valid_pixels == pytest.approx(found.valid_pixels / 2, rel=0.02)
    assert cut.raster != found.raster


def test_files_of_the_old_polygon_go_with_it(workspace, tmp_path):
    path = part_of(workspace, tmp_path / "area.geojson", 1.0, 1_000)
    pair = workspace.pair()
    workspace.choose(replace(workspace.settings, area_of_interest=str(path)))
    workspace.focus.note(pair.id, 3)
    lines = len(workspace.outlines(pair))
    part_of(workspace, path, 0.3, 2_000)
    assert len(workspace.outlines(pair)) < lines
    assert workspace.focus.of(pair.id) is None


def test_of_a_polygon_file_that_is_gone_stands_what_was_read(workspace, tmp_path, reads):
    path = part_of(workspace, tmp_path / "area.geojson", 0.5, 1_000)
    workspace.choose(replace(workspace.settings, area_of_interest=str(path)))
    half = workspace.area_of_interest(workspace.pair())
    path.unlink()
    assert workspace.area_of_interest(workspace.pair()) is half
    assert len(reads) == 1


def test_a_polygon_file_that_was_spoilt_is_told_and_nothing_is_known(workspace, tmp_path):
    path = part_of(workspace, tmp_path / "area.geojson", 0.5, 1_000)
    pair = workspace.pair()
    workspace.choose(replace(workspace.settings, area_of_interest=str(path)))
    workspace.change(pair)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(AreaError, match=r"area\.geojson"):
        workspace.change(pair)
    assert workspace.known_change(pair) is None


def test_zones_are_read_once_until_their_file_changes(workspace, tmp_path, reads):
    path = part_of(workspace, tmp_path / "parcels.geojson", 0.5, 1_000)
    zones = workspace.add_zones(path).id
    for _ in range(2):
        zonal_change(workspace, workspace.pair(), zones)
    assert reads == ["parcels.geojson"]
    part_of(workspace, path, 0.7, 2_000)
    zonal_change(workspace, workspace.pair(), zones)
    assert reads == ["parcels.geojson"] * 2


def test_a_box_is_read_once_for_each_pair(tmp_path, sample, eyes, reads):
    space = Workspace(tmp_path / "two", lambda: eyes)
    first, second = (space.open(sample.before, sample.after) for _ in range(2))
    west, south, east, north = first.georeference.bounds
    box = f"{west},{south},{east},{north}@EPSG:32614"
    space.choose(replace(space.settings, area_of_interest=box))
    for pair in (first, second, first, second):
        assert space.area_of_interest(pair).name == box
    assert reads == [box] * 2


def test_the_current_pair_is_selected_by_name_alone(tmp_path, sample, eyes):
    space = Workspace(tmp_path / "two", lambda: eyes)
    first, second = (space.open(sample.before, sample.after) for _ in range(2))
    assert (space.current, len(space.pairs), tuple(space.pairs)) == ("2", 2, (first, second))
    assert space.pairs.select("1") is first is space.pair()
    with pytest.raises(UnknownPairError, match=r"'7'.*there is 1, 2"):
        space.pairs.select("7")
    assert space.current == "1"
    with pytest.raises(AttributeError):
        space.current = "2"
