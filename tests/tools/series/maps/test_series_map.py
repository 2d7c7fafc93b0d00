"""Map files and numbers of a series: what they hold, and that windows do not change it."""

import numpy as np
import pytest
import rasterio
from shapely import box

from tests.factories.over_time.series import SIDE, cut_forest, days, ndvi_folder, seasonal
from tools.errors import MissingBandsError, RasterError
from tools.pairs.areas import AreaOfInterest
from tools.series.maps import series_map
from tools.series.maps.layers import LAYERS
from tools.series.maps.series_map import SeriesRequest, map_series, read_places
from tools.series.opening.open_series import open_series

WHEN = days(24)
AT = WHEN[12]


@pytest.fixture
def broken(tmp_path):
    """A season everywhere, and a break in the west."""
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN, break_on=AT))
    return open_series([folder], tmp_path / "scratch")


def mapped(series, tmp_path, **wish):
    paths = [tmp_path / "maps" / f"{layer.name}.tif" for layer in LAYERS]
    found = map_series(series, SeriesRequest(**wish), paths, [layer.name for layer in LAYERS])
    return found, {layer.name: rasterio.open(path) for layer, path in zip(LAYERS, paths, strict=True)}


def test_dates_and_sizes_stand_in_map_files_with_legends(broken, tmp_path):
    found, files = mapped(broken, tmp_path)
    west = np.arange(SIDE)[None].repeat(SIDE, 0) < SIDE // 2
    wanted = int(AT.replace("-", ""))
    for name in ("first_change", "largest_change", "last_change"):
        pixels = files[name].read(1)
        assert pixels.dtype == np.int32
        assert (pixels[west] == wanted).mean() > 0.95
        assert (pixels[~west] == 0).mean() > 0.95
        assert files[name].nodata == -1
        assert "0: no change; -1: unknown" in files[name].tags()["LEGEND"]
    assert np.median(files["magnitude"].read(1)[west]) == pytest.approx(-0.3, abs=0.02)
    assert (files["clear"].read(1) == 24).all()
    assert files["slope"].crs == broken.georeference.crs
    assert all(file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG" for file in files.values())
    assert found.change.changed_share == pytest.approx(0.5, abs=0.05)
    assert found.change.lower_share > 0.95
    assert found.change.most_changed[0].day == found.change.first_day == AT
    assert found.change.changed_area_m2 == pytest.approx(0.5 * SIDE**2 * 100, rel=0.1)
    assert found.change.layers == tuple(layer.name for layer in LAYERS)


def test_pixels_with_too_few_clear_dates_are_unknown(tmp_path):
    values = seasonal(WHEN, break_on=AT)
    values[3:, :6] = np.nan
    series = open_series([ndvi_folder(tmp_path / "stack", WHEN, values)], tmp_path / "scratch")
    found, files = mapped(series, tmp_path)
    assert (files["largest_change"].read(1)[:6] == -1).all()
    assert np.isnan(files["magnitude"].read(1)[:6]).all()
    assert (files["count"].read(1)[:6] == 65535).all()
    assert (files["clear"].read(1)[:6] == 3).all()
    assert found.change.known_share == pytest.approx(0.75)


def test_windows_do_not_change_what_is_found(broken, tmp_path, monkeypatch):
    whole, files = mapped(broken, tmp_path)
    before = {name: file.read(1) for name, file in files.items()}
    monkeypatch.setattr(series_map, "OUTER", 16)
    parts, files = mapped(broken, tmp_path)
    assert parts.whole.clear_share == whole.whole.clear_share
    assert parts.whole.values == pytest.approx(whole.whole.values)
    assert parts.change.changed_share == whole.change.changed_share
    assert all(np.array_equal(before[name], file.read(1), equal_nan=True) for name, file in files.items())


def test_windows_are_smaller_where_there_are_more_dates():
    class Long:
        size = (2000, 2000)
        days = tuple(map(str, range(1000)))

    windows = list(series_map._windows(Long()))
    assert max(one.height * one.width * 1000 for one in windows) <= series_map.MAX_VALUES * 1.1
    assert sum(one.height * one.width for one in windows) == 2000**2


def test_a_date_on_which_all_values_dip_is_suspect(tmp_path):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN, dip_on=WHEN[7]))
    found, _ = mapped(open_series([folder], tmp_path / "scratch"), tmp_path)
    assert found.change.suspect_dates == (WHEN[7],)
    assert found.change.changed_share < 0.05


def test_a_date_that_is_all_cloud_is_told_and_does_no_harm(tmp_path):
    folder, when = cut_forest(tmp_path / "s2", count=18, cut=9, clouds=(4,))
    found, _ = mapped(open_series([folder], tmp_path / "scratch"), tmp_path)
    assert found.change.clear_share[4] == 0
    assert f"Nothing is clear on 1 of the 18 dates ({when[4]})." in found.change.warnings
    assert found.change.most_changed[0].day == when[9]
    assert found.change.changed_share == pytest.approx(0.2, abs=0.01)


def test_few_dates_are_told_without_a_season(tmp_path):
    when = days(5, years=0.3)
    folder = ndvi_folder(tmp_path / "stack", when, seasonal(when, break_on=when[3]))
    found, _ = mapped(open_series([folder], tmp_path / "scratch"), tmp_path)
    assert "too few dates for a season" in found.change.method
    assert any("With 5 dates no season is fitted" in warning for warning in found.change.warnings)
    assert found.change.changed_share == pytest.approx(0.5, abs=0.05)


def test_only_the_area_of_interest_counts(broken, tmp_path):
    east = AreaOfInterest("east", box(SIDE // 2, 0, SIDE, SIDE))
    found, files = mapped(broken, tmp_path, area=east)
    assert found.change.changed_share < 0.05
    assert (files["clear"].read(1)[:, : SIDE // 2] == 0).all()
    assert found.whole.pixels == SIDE * SIDE // 2


def test_zones_are_summed_in_the_same_pass(broken, tmp_path):
    zones = (AreaOfInterest("west", box(0, 0, SIDE // 2, SIDE)), AreaOfInterest("east", box(SIDE // 2, 0, SIDE, SIDE)))
    found, _ = mapped(broken, tmp_path, zones=zones)
    west, east = found.zone_changes
    assert [one.day for one in west.breaks] == [AT]
    assert west.breaks[0].since_day == WHEN[11]
    assert west.breaks[0].magnitude == pytest.approx(-0.3, abs=0.02)
    assert east.breaks == ()
    alone, _ = read_places(broken, SeriesRequest(), [zones[0]], ["west"])
    assert alone[0].values == pytest.approx(found.zones[0].values)


def test_nothing_is_left_behind_where_a_date_cannot_be_read(broken, tmp_path):
    broken.scenes[5].source.path.write_bytes(b"II*\0 broken")
    with pytest.raises(RasterError, match=r"was changed after it had been opened|damaged"):
        mapped(broken, tmp_path)
    assert not list((tmp_path / "maps").glob("*")) if (tmp_path / "maps").exists() else True


def test_another_index_of_ready_values_leaves_no_files(broken, tmp_path):
    with pytest.raises(MissingBandsError):
        mapped(broken, tmp_path, index="nbr")
    assert not (tmp_path / "maps").exists()
