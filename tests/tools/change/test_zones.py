"""Change by zone: each pixel in its zone, each object once, and what is not known is told."""

import csv
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from agent.wording import sentence
from tests.factories.predictors import KnownMaskPredictor
from tools.catalogue.change_tools import zonal_change
from tools.errors import AreaError, NoZonesError, UnknownZonesError
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

LEFT, TOP = 620_000, 3_350_000


@pytest.fixture
def label():
    drawn = np.zeros((64, 64), np.uint8)
    drawn[4:14, 4:14] = 2  # wholly in the west
    drawn[20:30, 28:38] = 2  # four columns in the west, six in the east
    drawn[50:52, 0:64] = 1  # a road through both
    return drawn


@pytest.fixture
def space(write_raster, label, tmp_path):
    pixels = np.random.default_rng(2).integers(1, 255, (3, 64, 64), np.uint8)
    pixels[:, 60:, 2:] = 0
    files = [write_raster(f"{name}.tif", pixels.copy(), nodata=0) for name in "ab"]
    space = Workspace(tmp_path / "work", lambda: KnownMaskPredictor(label))
    space.open(*files)
    return space


def box(left, top, right, bottom):
    """In pixels of the pair, as UTM."""
    return shapely.box(LEFT + left / 2, TOP - bottom / 2, LEFT + right / 2, TOP - top / 2)


@pytest.fixture
def write_zones(tmp_path):
    def write(name="parcels.geojson", crs="EPSG:4326", **zones):
        table = gpd.GeoDataFrame({"name": list(zones)}, geometry=list(zones.values()), crs="EPSG:32614")
        table.to_crs(crs).to_file(tmp_path / name)
        return tmp_path / name

    return write


def test_pixels_count_in_their_zone_and_objects_where_most_of_them_lies(space, write_zones):
    zones = space.add_zones(write_zones(west=box(0, 0, 32, 64), east=box(32, 0, 64, 64)))
    found = zonal_change(space)
    assert found.zones == zones.id == "zones:parcels"
    west, east = found.rows
    assert (west.zone, east.zone) == ("west", "east")
    assert [(cell.object_class, cell.pixels, cell.objects) for cell in west.classes] == [
        ("building", 140, 1),
        ("road", 64, 1),
    ]
    assert [(cell.pixels, cell.objects) for cell in east.classes] == [(60, 1), (64, 0)]
    assert west.unknown_pixels == 30 * 4
    assert west.valid_pixels == 32 * 64 - 30 * 4
    assert west.classes[0].share == pytest.approx(140 / west.valid_pixels)
    assert west.classes[0].area_m2 == pytest.approx(140 * 0.25, rel=1e-3)
    assert west.inside_share == pytest.approx(1, abs=1e-4)


def test_zones_and_whole_add_up(space, write_zones):
    space.add_zones(write_zones(a=box(0, 0, 64, 17), b=box(0, 17, 64, 41), c=box(0, 41, 64, 64)))
    rows, whole = zonal_change(space).rows, space.change(space.pair())
    for place, name in enumerate(("building", "road")):
        objects = whole.of(name)
        assert sum(row.classes[place].pixels for row in rows) == sum(obj.pixels for obj in objects)
        assert sum(row.classes[place].area_m2 for row in rows) == pytest.approx(whole.ground(objects), rel=1e-9)
        assert sum(row.classes[place].objects for row in rows) == len(objects)
    assert sum(row.valid_area_m2 for row in rows) == pytest.approx(whole.valid_area_m2, rel=1e-9)


def test_zones_may_overlap_and_each_is_measured_on_its_own(space, write_zones):
    space.add_zones(write_zones(all=box(0, 0, 64, 64), corner=box(0, 0, 16, 16)))
    everything, corner = zonal_change(space).rows
    assert everything.classes[0].pixels == 200
    assert corner.classes[0].pixels == 100
    assert everything.classes[0].objects + corner.classes[0].objects == 2, "no object counts twice"


def test_of_a_zone_that_reaches_out_only_the_inner_part_is_told(space, write_zones):
    space.add_zones(write_zones(half=box(32, 0, 96, 64), gone=box(200, 0, 300, 64)))
    (half,) = zonal_change(space).rows
    assert half.inside_share == pytest.approx(0.5, abs=1e-3)


def test_only_what_counts_is_tabulated(space, write_zones):
    space.add_zones(write_zones(all=box(0, 0, 64, 64)))
    assert zonal_change(space).rows[0].classes[0].objects == 2
    space.choose(RunSettings(min_area=30))
    (row,) = zonal_change(space).rows
    assert [cell.objects for cell in row.classes] == [0, 1]
    assert "objects below 30 m²" in zonal_change(space).method


def test_the_table_opens_in_other_programs(space, write_zones):
    space.add_zones(write_zones(west=box(0, 0, 32, 64), east=box(32, 0, 64, 64)))
    found = zonal_change(space)
    lines = space.artefacts[found.table].path.read_text(encoding="utf-8").splitlines()
    assert lines[0].split(",")[:2] == ["zone", "valid_area_m2"]
    assert len(lines) == 3
    table = gpd.read_file(space.artefacts["1:zones-parcels.gpkg"].path, layer="zones")
    assert table.crs.to_epsg() == 32614
    assert list(table["building_pixels"]) == [140, 60]
    assert table.geometry[0].area == pytest.approx(16 * 32, rel=1e-4)


def test_two_sets_of_zones_are_told_apart(space, write_zones):
    space.add_zones(write_zones("one.gpkg", a=box(0, 0, 64, 64)))
    space.add_zones(write_zones("two.gpkg", b=box(0, 0, 16, 16)))
    assert zonal_change(space).rows[0].zone == "b", "those given last"
    assert zonal_change(space, zones="zones:one").rows[0].zone == "a"
    tables = {zonal_change(space).table, zonal_change(space, zones="zones:one").table}
    assert len(tables) == 2
    with pytest.raises(UnknownZonesError, match="zones:one, zones:two"):
        zonal_change(space, zones="zones:three")


def test_without_zones_there_is_no_table(space):
    with pytest.raises(NoZonesError, match="--zones"):
        zonal_change(space)


def test_zones_elsewhere_are_no_zones_of_this_pair(space, write_zones):
    space.add_zones(write_zones(far=box(9000, 0, 9100, 64)))
    with pytest.raises(AreaError, match=r"No polygon of parcels\.geojson lies in the images"):
        zonal_change(space)


def test_pictures_without_a_place_cannot_be_cut_by_polygons(tmp_path, write_zones, label):
    import cv2

    for name in "ab":
        cv2.imwrite(str(tmp_path / f"{name}.png"), np.ones((64, 64, 3), np.uint8))
    space = Workspace(tmp_path / "work", lambda: KnownMaskPredictor(label))
    space.open(tmp_path / "a.png", tmp_path / "b.png")
    space.add_zones(write_zones(all=box(0, 0, 64, 64)))
    with pytest.raises(AreaError, match="not georeferenced"):
        zonal_change(space)


def test_attributes_go_into_the_table_and_names_are_no_formulas(space, tmp_path):
    rows = {"name": ["=1+1", "@b"], "Zone": ["x", "-2+3"], "people": [5, None], "mixed": ["7", 7.5], "inside": [1, 2]}
    shapes = [box(0, 0, 32, 64), box(32, 0, 64, 64)]
    gpd.GeoDataFrame(rows, geometry=shapes, crs="EPSG:32614").to_file(tmp_path / "p.geojson")
    space.add_zones(tmp_path / "p.geojson")
    found = zonal_change(space)
    assert [row.zone for row in found.rows] == ["=1+1", "@b"]
    assert found.rows[1].attributes["Zone"] == "-2+3"
    with space.artefacts[found.table].path.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["zone"], first["name"], first["Zone_given"], first["inside_given"]) == ("'=1+1", "'=1+1", "x", "1")
    assert (second["zone"], second["Zone_given"], second["people"]) == ("'@b", "'-2+3", "")
    table = gpd.read_file(space.artefacts["1:zones-p.gpkg"].path, layer="zones")
    assert list(table["name"]) == ["=1+1", "@b"], "a map file is no spreadsheet"
    assert table["people"][0] == 5


def test_what_is_left_out_is_told_with_the_zones(space, tmp_path):
    shapes = [shapely.Point(LEFT + 1, TOP - 1), box(0, 0, 64, 64), box(900, 0, 990, 64)]
    gpd.GeoDataFrame({"name": ["well", "all", "far"]}, geometry=shapes, crs="EPSG:32614").to_file(tmp_path / "p.gpkg")
    space.add_zones(tmp_path / "p.gpkg")
    found = zonal_change(space)
    assert [row.zone for row in found.rows] == ["all"]
    assert found.warnings == (
        "The zone well of p.gpkg is left out: it is a point, not a polygon.",
        "The zone far of p.gpkg is left out: it lies outside the images.",
    )
    assert sentence(found).endswith("it lies outside the images.")


def test_zones_of_a_layer_have_a_table_of_their_own(space, tmp_path):
    for layer, shape in (("a", box(0, 0, 64, 64)), ("b", box(0, 0, 16, 16))):
        table = gpd.GeoDataFrame({"name": [layer]}, geometry=[shape], crs="EPSG:32614")
        table.to_file(tmp_path / "p.gpkg", layer=layer, driver="GPKG")
    for layer in ("a", "b"):
        zones = space.add_zones(Path(f"{tmp_path}/p.gpkg|layer={layer}"))
        assert (zones.id, zones.path) == (f"zones:p-{layer}", tmp_path / "p.gpkg")
        assert [row.zone for row in zonal_change(space, zones=zones.id).rows] == [layer]
    assert (space.folder / "pair1" / "zones-p-b.csv").is_file()
