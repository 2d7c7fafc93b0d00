"""Radar of a conversation's pair: once for each way of looking, within the area of interest, for the record."""

from dataclasses import replace

import pytest

from tests.factories.predictors import KnownMaskPredictor
from tests.factories.radar.images import pair
from tools.benchmarks.sample_pairs import write_sample
from tools.catalogue.land_tools import radar_change
from tools.errors import NoPhotographError, RadarError, RecordError
from tools.measurements.measured import measure_again, numbers
from tools.runs.written_files import list_written
from tools.tiles.map_layers import MapLayers
from tools.workspace.measurements import RadarKey, read_key
from tools.workspace.workspace import Workspace


@pytest.fixture
def space(tmp_path):
    workspace = Workspace(tmp_path / "out", KnownMaskPredictor)
    workspace.open(*pair(tmp_path))
    return workspace


def test_it_is_computed_once_and_asked_in_several_ways(space):
    first, again = radar_change(space), radar_change(space, "flood")
    assert first.water == again.water
    assert (first.about, again.about) == ("change", "flood")
    assert len([one for one in space.artefacts if one.kind.startswith("radar")]) == 6
    stated = radar_change(space, looks=4.4)
    assert stated.looks_stated
    assert set(stated.layers).isdisjoint(first.layers)
    assert all(space.artefacts[layer].path.is_file() for layer in (*first.layers, *stated.layers))


def test_only_the_area_of_interest_counts(space):
    whole = radar_change(space)
    space.choose(replace(space.settings, area_of_interest="500000,5299360,500640,5300000@EPSG:32633"))
    part = radar_change(space)
    assert part.changed.pixels == pytest.approx(34 * 24, rel=0.05)
    assert part.changed.pixels < whole.changed.pixels
    assert part.unknown_share == 0


def test_photographs_are_no_radar(tmp_path):
    workspace = Workspace(tmp_path / "out", KnownMaskPredictor)
    sample = write_sample(tmp_path, seed=3)
    workspace.open(sample.before, sample.after)
    with pytest.raises(RadarError, match="is not known to hold radar; give Sentinel-1 images"):
        radar_change(workspace)


def test_radar_is_no_photograph_and_leads_here(space):
    with pytest.raises(NoPhotographError, match=r"ask what changed by radar .* or run terradelta radar BEFORE AFTER"):
        space.change(space.pair())


def test_the_record_tells_how_to_compute_it_again(space):
    found, key = radar_change(space, looks=4.4), RadarKey(4.4, 0.01)
    assert read_key(str(key)) == key
    assert read_key(str(RadarKey(None, 0.05))) == RadarKey(None, 0.05)
    assert measure_again(space, space.pair(), key) == found
    told = {(one.part, one.quantity): one.value for one in numbers(found)}
    assert told["changed", "pixels"] == found.changed.pixels
    assert told["water.appeared", "area_m2"] == found.water.appeared.area_m2
    with pytest.raises(RecordError):
        read_key("radar_many-0.01")


def test_files_are_listed_and_shown_on_the_map(space):
    radar_change(space)
    holds = [one.holds for one in list_written(space).files]
    assert holds.count("a map of change by radar") == 5
    assert holds.count("a picture of change by radar") == 1
    layers = MapLayers(space, space.pair())
    assert {one.path.stem for one in layers.measured} == {"radar-direction", "radar-water"}
    assert len(layers.files) == 6
