"""From images to areas and maps: truth of drawn floods, minimum mapping unit, windows, dates, legends."""

import numpy as np
import pytest
import rasterio

from tests.factories.radar.images import SIDE, flooded, ground, pair, power
from tools.benchmarks.radar.radar_scenes import speckled, write_flood, write_radar, write_series
from tools.errors import RadarError
from tools.radar import change_pixels
from tools.radar.map_change import RadarTest, radar_change
from tools.radar.radar_change import MAP_FILES


def layer(folder, name):
    with rasterio.open(folder / MAP_FILES[name]) as file:
        return file.read(1)


@pytest.fixture(scope="module")
def flood(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flood")
    drawn = write_flood(folder)
    return drawn, radar_change([drawn.before, drawn.after], folder / "out"), folder / "out"


def test_a_drawn_flood_is_measured_within_two_percent(flood):
    drawn, found, _ = flood
    assert found.water.appeared.pixels == pytest.approx(drawn.flooded.sum(), rel=0.02)
    assert found.water.before.pixels == pytest.approx(drawn.water.sum(), rel=0.02)
    assert found.water.after.pixels == pytest.approx((drawn.water | drawn.flooded).sum(), rel=0.02)
    assert found.brighter.pixels == pytest.approx(drawn.harvested.sum(), rel=0.12)
    assert found.water.appeared.area_m2 == pytest.approx(100 * found.water.appeared.pixels, rel=0.002)
    assert found.looks == pytest.approx(4.4, rel=0.06)
    assert found.warnings == ()


def test_the_maps_lie_where_the_truth_does(flood):
    drawn, _, folder = flood
    new = layer(folder, "water") == 3
    assert (new & drawn.flooded).sum() / (new | drawn.flooded).sum() > 0.97
    assert not (new & drawn.harvested).any(), "a harvest is no flood"


def test_maps_are_cloud_optimised_with_legends(flood):
    drawn, _, folder = flood
    with rasterio.open(folder / MAP_FILES["direction"]) as file, rasterio.open(drawn.before) as image:
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert file.tags()["CLASSES"].startswith("1 no change found, 2 brighter, 3 darker")
        assert file.colormap(1)[3] == (0, 114, 178, 255)
        assert (file.transform, file.crs, file.shape) == (image.transform, image.crs, image.shape)


def test_parts_of_the_whole_add_up(flood):
    _, found, folder = flood
    assert found.changed.pixels == found.brighter.pixels + found.darker.pixels + found.mixed.pixels
    assert found.changed.pixels == sum(one.ground.pixels for one in found.intervals)
    assert found.changed.pixels == (layer(folder, "direction") > 1).sum() == (layer(folder, "count") > 0).sum()
    assert ((layer(folder, "last_change") == 20210713) == (layer(folder, "direction") > 1)).all()


@pytest.mark.parametrize("side", [64, 48])
def test_results_do_not_depend_on_windows(tmp_path, monkeypatch, side):
    files = pair(tmp_path)
    whole = radar_change(files, tmp_path / "whole")
    monkeypatch.setattr(change_pixels, "SIDE", side)
    monkeypatch.setattr(change_pixels, "LABEL_BLOCK", 50)
    parted = radar_change(files, tmp_path / "parted")
    for name in ("direction", "first_change", "count", "water"):
        assert np.array_equal(layer(tmp_path / "whole", name), layer(tmp_path / "parted", name)), name
    assert whole.changed.pixels == parted.changed.pixels


def test_dates_of_first_and_last_change(tmp_path):
    files = []
    for number in range(1, 7):
        decibels = ground()
        if number >= 3:
            decibels[:, :60, :] -= 10  # once
        if 3 <= number < 5:
            decibels[:, 70:, :] -= 12  # and back
        files.append(
            write_radar(tmp_path / f"radar_2021-07-0{number}.tif", speckled(decibels, np.random.default_rng(number)))
        )
    found = radar_change(files, tmp_path / "out")
    first, last, count = (layer(tmp_path / "out", name) for name in ("first_change", "last_change", "count"))
    assert (first[5:55] == 20210703).mean() > 0.9
    assert (last[5:55] == 20210703).mean() > 0.9
    assert (count[75:123] == 2).mean() > 0.85
    assert (last[75:123] == 20210705).mean() > 0.85
    assert found.method.startswith("sequential omnibus")


def test_days_that_are_unknown_are_numbered(tmp_path):
    files = [
        write_radar(tmp_path / f"{name}.tif", power(seed, of))
        for name, seed, of in (("a", 1, ground()), ("b", 2, flooded()))
    ]
    found = radar_change(files, tmp_path / "out")
    assert set(np.unique(layer(tmp_path / "out", "first_change"))) == {0, 2}
    assert (found.intervals[0].before, found.intervals[0].after) == ("1", "2")
    assert any("number of the date" in warning for warning in found.warnings)


@pytest.mark.parametrize(("min_area", "pixels"), [(None, 20), (2000.0, 20), (100_000.0, 1000), (0.0, 1)])
def test_the_minimum_mapping_unit(tmp_path, min_area, pixels):
    files = pair(tmp_path, flooded(rows=slice(30, 50), columns=slice(40, 60)))
    found = radar_change(files, tmp_path / "out", RadarTest(min_area=min_area))
    assert found.min_pixels == pytest.approx(pixels, abs=1)
    assert (found.changed.pixels > 300) == (pixels < 400)


def test_unchanged_ground_is_mapped_as_such(tmp_path):
    found = radar_change(pair(tmp_path, ground()), tmp_path / "out")
    assert found.changed.pixels == 0
    assert found.flagged_share == pytest.approx(0.01, abs=0.004)
    assert found.water.after.pixels == 0


def test_digital_numbers_tell_change_and_no_water(tmp_path):
    files = [
        write_radar(tmp_path / f"s1_2021-07-0{day}.tif", (1000 * np.sqrt(power(day, of))).astype(np.uint16))
        for day, of in ((1, ground()), (2, flooded()))
    ]
    found = radar_change(files, tmp_path / "out")
    assert found.darker.pixels == pytest.approx(60 * 70, rel=0.03)
    assert found.water is None
    assert "water" not in dict(found.maps)
    assert any("is not calibrated" in warning for warning in found.warnings)


def test_dry_sand_and_a_calm_lake_that_stay_are_no_flood(tmp_path):
    files = [write_radar(tmp_path / f"radar_2021-07-0{day}.tif", power(day, flooded())) for day in (1, 2)]
    found = radar_change(files, tmp_path / "out")
    assert found.water.appeared.pixels == 0
    assert found.water.before.pixels == pytest.approx(60 * 70, rel=0.03)


def test_a_field_that_gets_darker_but_not_like_water_is_no_flood(tmp_path):
    decibels = ground() + 6
    decibels[:, 30:90, 40:110] -= 10
    files = [
        write_radar(tmp_path / f"radar_2021-07-0{day}.tif", power(day, of))
        for day, of in ((1, ground() + 6), (2, decibels))
    ]
    found = radar_change(files, tmp_path / "out")
    assert found.darker.pixels > 3500
    assert found.water.appeared.pixels == 0


def test_nothing_stays_where_nothing_is_known(tmp_path):
    files = []
    for day, part in ((1, slice(0, 64)), (2, slice(64, SIDE))):
        values = power(day)
        values[:, part] = 0
        files.append(write_radar(tmp_path / f"radar_2021-07-0{day}.tif", values))
    with pytest.raises(RadarError, match="state them"):
        radar_change(files, tmp_path / "out")
    with pytest.raises(RadarError, match="No pixel of this ground is known at all dates"):
        radar_change(files, tmp_path / "out", RadarTest(looks=4.4))
    assert list((tmp_path / "out").iterdir()) == []


def test_a_flood_that_came_and_went_is_water_in_between(tmp_path):
    write_series(tmp_path / "series")
    drawn = write_flood(tmp_path)
    found = radar_change([tmp_path / "series"], tmp_path / "out")
    assert found.water.passed.pixels == pytest.approx(drawn.flooded.sum(), rel=0.04)
    assert found.water.appeared.pixels < 0.01 * drawn.flooded.sum()
    assert found.water.after.pixels == pytest.approx(drawn.water.sum(), rel=0.05)
    shares = [one.ground.pixels / found.changed.pixels for one in found.intervals]
    assert shares[1] > 0.95
    assert len(found.dates) == 6
