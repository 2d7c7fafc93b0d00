"""Changes over time in a conversation: once each, with charts, zones, periods, and two dates as a pair."""

import pytest

from tests.factories.bands import PLACE
from tests.factories.over_time.series import SIDE, cut_forest, days, ndvi_folder, seasonal, write_ndvi, zones_file
from tests.factories.predictors import no_predictor
from tools.errors import (
    NoPairError,
    NoSeriesError,
    NoZonesError,
    UnknownDateError,
    UnknownZonesError,
)
from tools.measurements.series_changes import (
    chosen_index,
    compare_periods,
    series_change,
    series_chart,
    series_zones,
)
from tools.rasters.georeference import Georeference
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

WHEN = days(24)
AT = WHEN[12]


@pytest.fixture
def folder(tmp_path):
    return ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN, break_on=AT))


@pytest.fixture
def space(tmp_path, folder):
    made = Workspace(tmp_path / "out", no_predictor, settings=RunSettings(zones=zones_file(tmp_path / "zones.geojson")))
    made.open_series([folder])
    return made


def test_maps_are_made_once_and_known_by_their_ids(space):
    found = series_change(space)
    assert series_change(space, "NDVI") is found
    assert found.change.layers[0] == "series:ndvi-maps.png"
    assert all(layer in space.artefacts and space.artefacts[layer].path.is_file() for layer in found.change.layers)
    assert series_change(space, since=WHEN[6]) is not found


def test_a_part_of_the_dates_has_maps_of_its_own(space):
    found = series_change(space, until=WHEN[11])
    assert found.change.days == tuple(WHEN[:12])
    assert found.change.changed_share < 0.05
    assert f"series:ndvi-{WHEN[11]}-count.tif" in found.change.layers


def test_zones_that_changed_first_come_first(space):
    found = series_zones(space)
    assert [row.place for row in found.rows] == ["west", "east"]
    assert found.rows[0].breaks[0].day == AT
    assert found.rows[1].breaks == ()
    assert space.artefacts[found.table].path.read_text(encoding="utf-8").startswith("place,date,value,clear_share")


def test_charts_are_of_the_whole_of_a_zone_or_of_a_position(space):
    whole, zone = series_chart(space), series_chart(space, zone="WEST")
    assert (whole.place, zone.place) == ("whole", "west")
    assert zone.changes.breaks[0].magnitude < whole.changes.breaks[0].magnitude < 0
    longitude, latitude = Georeference("EPSG:32614", PLACE, SIDE, SIDE).lonlat(2.5, 2.5)
    point = series_chart(space, longitude=longitude, latitude=latitude)
    assert point.changes.breaks[0].day == AT
    assert all(space.artefacts[one.chart].path.suffix == ".png" for one in (whole, zone, point))
    with pytest.raises(UnknownZonesError, match="There is no zone 'north'; there is west, east"):
        series_chart(space, zone="north")
    with pytest.raises(UnknownZonesError, match="lies outside the images"):
        series_chart(space, longitude=0, latitude=0)


def test_periods_are_compared_without_their_season(space):
    found = compare_periods(space, (WHEN[0], WHEN[11]), (WHEN[12], WHEN[23]))
    assert found.difference == pytest.approx(-0.15, abs=0.02)
    assert found.low < found.difference < found.high < 0
    assert found.sure
    assert (found.first.since, found.second.until) == (WHEN[0], WHEN[23])
    same = compare_periods(space, (WHEN[0], WHEN[5]), (WHEN[6], WHEN[11]), zone="east")
    assert not same.sure
    with pytest.raises(UnknownDateError, match="Only 0 clear dates lie from 2030 to 2031"):
        compare_periods(space, ("2030", "2031"), (WHEN[12], WHEN[23]))


def test_two_dates_of_a_series_are_a_pair_like_any_other(tmp_path):
    folder, when = cut_forest(tmp_path / "s2")
    space = Workspace(tmp_path / "out", no_predictor)
    space.open_series([folder])
    pair = space.pair()
    assert [source.date for source in pair.sources] == [when[0], when[-1]]
    chosen = space.open_dates(when[3], when[12])
    assert space.current == chosen.id
    assert [source.date for source in chosen.sources] == [when[3], when[12]]
    assert space.open_dates(when[3], when[12]).id == chosen.id
    with pytest.raises(UnknownDateError, match="are nearest to"):
        space.open_dates(when[3], when[3])


def test_an_empty_date_is_not_taken_for_one_of_a_pair(tmp_path):
    values = seasonal(WHEN)
    values[0] = float("nan")
    space = Workspace(tmp_path / "out", no_predictor)
    space.open_series([ndvi_folder(tmp_path / "stack", WHEN, values)])
    assert space.open_dates(WHEN[0], WHEN[-1]).sources[0].date == WHEN[1]


def test_bands_of_one_file_are_written_as_files_for_a_pair(tmp_path):
    path = write_ndvi(tmp_path / "ndvi_stack.tif", seasonal(WHEN, break_on=AT), names=tuple(WHEN))
    space = Workspace(tmp_path / "out", no_predictor)
    space.open_series([path])
    pair = space.open_dates(WHEN[0], WHEN[-1])
    assert [source.date for source in pair.sources] == [WHEN[0], WHEN[-1]]
    assert [source.bands for source in pair.sources] == [1, 1]
    assert series_change(space).change.changed_share == pytest.approx(0.5, abs=0.05)


def test_without_a_series_nothing_is_told_of_time(tmp_path):
    space = Workspace(tmp_path / "out", no_predictor)
    with pytest.raises(NoSeriesError, match="need three dates or more; open a series"):
        series_change(space)
    with pytest.raises(NoPairError):
        space.pair()


def test_zones_must_have_been_given(tmp_path, folder):
    space = Workspace(tmp_path / "out", no_predictor)
    space.open_series([folder])
    with pytest.raises(NoZonesError):
        series_zones(space)


def test_the_index_is_what_the_files_hold_where_none_is_named(tmp_path, space):
    assert chosen_index(space.over_time.series, None) == "ndvi"
    assert chosen_index(space.over_time.series, " NBR ") == "nbr"
    other = tmp_path / "nbr"
    other.mkdir()
    for day, one in zip(WHEN[:4], seasonal(WHEN[:4]), strict=True):
        write_ndvi(other / f"nbr_{day}.tif", one, names=("NBR",))
    space.open_series([other])
    assert series_change(space).change.index == "nbr"


def test_other_settings_compute_anew(space):
    first = series_change(space)
    space.choose(RunSettings(area_of_interest=f"{PLACE.c},{PLACE.f - 240},{PLACE.c + 120},{PLACE.f}@EPSG:32614"))
    again = series_change(space)
    assert again is not first
    assert again.change.changed_share > 0.9
