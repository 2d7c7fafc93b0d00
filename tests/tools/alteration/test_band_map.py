"""What bands tell of change, by the ways that people take: tools, files, records. No network is ever loaded."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pytest
import rasterio

from tests.factories.ground.land import CLEARING, POND, SIDE, land_dates, land_space, write_land
from tools.catalogue.change_tools import (
    compare_areas,
    count_objects,
    describe_change,
    detect_change,
    find_objects,
    measure_area,
    zonal_change,
)
from tools.catalogue.judgement_tools import assess_certainty, tell_limits
from tools.change.change_map import MIN_BAND_PIXELS, UNKNOWN_OBJECT
from tools.errors import ResolutionError, UnknownStatusError
from tools.runs.exports import export
from tools.runs.record import read_record
from tools.runs.rerun import rerun
from tools.runs.run import finish
from tools.workspace.run_settings import RunSettings


def no_predictor():
    pytest.fail("no network is needed")


@pytest.fixture
def space(tmp_path):
    return land_space(tmp_path, CLEARING, POND, load=no_predictor)


def test_regions_are_found_measured_placed_and_named(space):
    told = detect_change(space, classes=["any"])
    clearing, pond = told.other.regions[:2]
    assert (clearing.place, clearing.before, clearing.after) == ("north-west", "trees", "bare or built-up ground")
    assert (pond.before, pond.after) == ("trees", "water")
    assert clearing.area_m2 == pytest.approx(72_000, rel=0.15)
    assert pond.area_m2 == pytest.approx(22_400, rel=0.25)
    assert min(clearing.probability, pond.probability) > 0.9
    assert min(clearing.cover_share, pond.cover_share) > 0.75
    assert told.other.seen_by == "bands"
    assert [row.object_class for row in told.classes] == ["any"]
    assert (
        told.classes[0].pixels
        == told.other.pixels
        == sum(obj.pixels for obj in space.told_change(space.pair()).objects)
    )
    assert space.artefacts[told.overlay].path.name == "change-any.png"


def test_without_a_class_all_that_can_be_told_is_told(space):
    assert detect_change(space).other == detect_change(space, classes=["any"]).other


def test_buildings_and_roads_are_not_told_of(space):
    for refused in (
        lambda: detect_change(space, classes=["building"]),
        lambda: detect_change(space, classes=["road", "any"]),
        lambda: count_objects(space, "building"),
        lambda: describe_change(space),
    ):
        with pytest.raises(ResolutionError, match="A pixel is 10 m on the ground"):
            refused()


def test_the_map_and_its_regions_are_one_thing(space):
    found = space.told_change(space.pair())
    ids = found.ids(found.whole)
    for obj in found.objects:
        assert (ids == obj.id).sum() == obj.pixels >= MIN_BAND_PIXELS
    assert found.other.objects == found.objects == found.everything
    assert found.classes_told == ("any",)
    assert set(np.unique(found.classes(found.whole))) <= {0, 3, 255}


def test_objects_of_any_class_are_counted_listed_measured_and_compared(space):
    found = find_objects(space, k=2)
    assert [one.object.cover[1] for one in found.objects] == ["bare or built-up ground", "water"]
    counted = count_objects(space, "any")
    assert counted.count == found.count
    assert f"at least {MIN_BAND_PIXELS} px" in counted.method
    assert measure_area(space, "any", "ha").value == pytest.approx(found.area_m2 / 1e4)
    assert compare_areas(space, "west", "east").more == "west"
    with pytest.raises(UnknownStatusError, match="Bands do not tell what appeared"):
        find_objects(space, status="appeared")


def test_certainty_and_limits_do_not_speak_of_the_network(space):
    sure = assess_certainty(space)
    assert (sure.seen_by, sure.mask_agrees) == ("bands", True)
    assert sure.probability > 0.9
    limits = tell_limits(space)
    assert limits.classes == ("any",)
    assert limits.smallest_pixels == MIN_BAND_PIXELS
    assert "buildings and roads one by one" in limits.unseen


def test_only_the_area_of_interest_counts(space):
    whole = space.told_change(space.pair())
    space.choose(RunSettings(area_of_interest="620000,3349200,621600,3349999@EPSG:32614"))
    part = space.told_change(space.pair())
    assert part.valid_pixels < whole.valid_pixels
    assert part.valid_area_m2 == pytest.approx(100 * part.valid_pixels, rel=0.01)
    space.choose(RunSettings(area_of_interest="620400,3348400,621600,3349000@EPSG:32614"))
    south = space.told_change(space.pair())
    assert {obj.cover[1] for obj in south.objects} <= {"water", "bare or built-up ground"}
    assert CLEARING[0][0].stop < min(obj.box[0] for obj in south.objects)
    ids = south.ids(south.whole)
    assert (ids[:90] == UNKNOWN_OBJECT).all()


def test_small_regions_can_be_left_out(space):
    space.choose(RunSettings(min_area=50_000))
    assert [obj.cover for obj in space.told_change(space.pair()).objects] == [("trees", "bare or built-up ground")]


def test_files_hold_the_regions_with_their_cover(space):
    detect_change(space)
    pair = space.pair()
    for name in ("gpkg", "geojson"):
        table = gpd.read_file(space.artefacts[export(space, pair, name).artefact].path)
        assert list(table["class"].unique()) == ["any"]
        assert list(table["cover_after"][:2]) == ["bare or built-up ground", "water"]
        assert list(table["cover_before"][:2]) == ["trees", "trees"]
        assert (table["cover_share"] > 0).all()
        assert table.geometry.is_valid.all()
    with rasterio.open(space.artefacts[export(space, pair, "geotiff").artefact].path) as file:
        assert file.tags()["MODEL"] == "IR-MAD of the bands"
        assert "WEIGHTS_SHA256" not in file.tags()
        assert file.read(1)[CLEARING[0]].mean() == pytest.approx(3, abs=0.3)


def test_a_run_is_recorded_and_made_again_alike(space, tmp_path):
    result = finish(space, space.pair())
    record = read_record(result.record)
    assert (record.model, record.weights_sha256, record.looked) == ("IR-MAD of the bands", "", True)
    assert record.named["any.objects"] == result.counts[0].count
    assert record.named["any.area_m2"] > 90_000
    assert not [name for name in record.named if name.startswith(("building", "road", "caption"))]
    assert any("Buildings and roads were not looked for" in limit for limit in record.limits)
    assert space.artefacts["1:probability"].path.is_file()
    again = rerun(result.record, tmp_path / "again", no_predictor)
    assert again.differences == ()
    html = space.artefacts[export(space, space.pair(), "html").artefact].path.read_text(encoding="utf-8")
    assert "The network says" not in html
    assert "Change of any kind" in html


def test_zones_tell_of_any_change(tmp_path):
    west = gpd.GeoSeries.from_wkt(
        ["POLYGON((620000 3348400, 620800 3348400, 620800 3350000, 620000 3350000, 620000 3348400))"], crs="EPSG:32614"
    )
    gpd.GeoDataFrame({"name": ["west"]}, geometry=west).to_file(tmp_path / "zones.gpkg")
    space = land_space(tmp_path, CLEARING, POND, load=no_predictor, settings=RunSettings(zones=tmp_path / "zones.gpkg"))
    (row,) = zonal_change(space).rows
    (cell,) = row.classes
    assert cell.object_class == "any"
    assert cell.area_m2 == pytest.approx(94_400, rel=0.2)


def test_stating_another_sensor_makes_the_map_anew(tmp_path):
    names = (None,) * 6
    files = write_land(tmp_path / "files", land_dates(CLEARING), names=names)
    space = land_space(tmp_path, CLEARING, load=no_predictor)
    space.open(*files)
    stated = "sentinel-2-l2a:B02,B03,B04,B08,B11,B12"
    space.choose(RunSettings(sensor=stated))
    right = space.told_change(space.pair())
    assert right.objects[0].cover == ("trees", "bare or built-up ground")
    space.choose(RunSettings(sensor="sentinel-2-l2a:B04,B08,B02,B03,B11,B12"))
    assert space.told_change(space.pair()).objects[0].cover != right.objects[0].cover
    assert replace(right, raster=space.told_change(space.pair()).raster) != space.told_change(space.pair())


def test_coarse_pictures_without_such_bands_are_refused_as_before(tmp_path):
    files = write_land(tmp_path / "rgb", [date[:3] for date in land_dates()], names=("red", "green", "blue"))
    space = land_space(tmp_path, load=no_predictor)
    space.open(*files)
    with pytest.raises(ResolutionError, match="A pixel is 10 m") as refused:
        detect_change(space, classes=["any"])
    assert "bands" not in str(refused.value)
    assert not space.bands_tell(space.pair())
    unknown = write_land(tmp_path / "unknown", [date[:5] for date in land_dates()], names=(None,) * 5)
    space.open(*unknown)
    with pytest.raises(ResolutionError, match=r"A pixel is 10 m.*Nothing tells for sure what is in the 5 bands"):
        detect_change(space, classes=["any"])


def test_unchanged_ground_under_other_light_has_no_region(tmp_path):
    told = detect_change(land_space(tmp_path, load=no_predictor, gain=1.2, offset=0.01, seed=3), classes=["any"])
    assert told.other.pixels < 0.003 * SIDE**2
