"""Areas of interest from files and boxes, in other CRS, on a pair's grid."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from affine import Affine

from mci_model.prediction import Window
from tests.tools.drawn_maps import DrawnPair
from tools.errors import AreaError
from tools.pairs.areas import AreaOfInterest, read_area_of_interest, read_zones
from tools.polygons.polygon_source import PolygonSource
from tools.rasters.georeference import Georeference

GRID = Georeference("EPSG:32633", Affine(0.5, 0, 500_000, 0, -0.5, 5_000_000), 200, 300)
PAIR = DrawnPair((200, 300), GRID)
FIELD = shapely.box(500_010, 4_999_950, 500_060, 4_999_990)
"""Rows 20 to 100, columns 20 to 120."""


@pytest.fixture
def written(tmp_path):
    def write(file, shapes, crs="EPSG:32633", **columns):
        table = gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:32633")
        table = table.to_crs(crs) if crs else table.set_crs(None, allow_override=True)
        table.to_file(tmp_path / file)
        return tmp_path / file

    return write


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.shp"])
@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326", "EPSG:3857"])
def test_files_of_any_kind_and_crs_cover_the_same_pixels(written, name, crs):
    path = written(name, [FIELD], crs, name=["north field"])
    (area,) = read_zones(PolygonSource(path), PAIR).areas
    assert area.name == "north field"
    inside = area.inside(Window(0, 0, 200, 300))
    truth = np.zeros((200, 300), bool)
    truth[20:100, 20:120] = True
    assert (inside != truth).sum() <= 4
    assert np.array_equal(area.inside(Window(50, 100, 60, 70)), inside[50:110, 100:170])


def test_several_polygons_keep_their_names_or_get_numbers(written):
    far = shapely.affinity.translate(FIELD, 10_000, 0)
    near = shapely.affinity.translate(FIELD, 20, -20)
    named = read_zones(PolygonSource(written("n.gpkg", [FIELD, far, near], code=["a", "b", "c"])), PAIR).areas
    assert [area.name for area in named] == ["a", "c"]
    plain = read_zones(PolygonSource(written("p.gpkg", [FIELD, near], kind=["x", "x"])), PAIR).areas
    assert [area.name for area in plain] == ["1", "2"]
    together = read_area_of_interest(str(written("t.gpkg", [FIELD, near])), PAIR)
    assert together.inside(Window(0, 0, 200, 300)).sum() == pytest.approx(2 * 80 * 100 - 60 * 40, abs=4)


def test_boxes_are_in_degrees_in_a_crs_or_in_pixels():
    box = read_area_of_interest("500010,4999950,500060,4999990@EPSG:32633", PAIR)
    assert box.box == Window(20, 20, 80, 100)
    left, bottom, right, top = gpd.GeoSeries([FIELD], crs="EPSG:32633").to_crs("EPSG:4326").total_bounds
    degrees = read_area_of_interest(f"{left},{bottom},{right},{top}", PAIR)
    assert degrees.shape.symmetric_difference(box.shape).area < 100
    pixels = read_area_of_interest("5,10,25,40", DrawnPair((200, 300), None))
    assert pixels == AreaOfInterest("5,10,25,40", shapely.box(5, 10, 25, 40))


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_files_that_cannot_be_used_are_named(written, tmp_path):
    (tmp_path / "broken.gpkg").write_bytes(b"no database")
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    cases = [
        (written("far.gpkg", [shapely.affinity.translate(FIELD, 90_000, 0)]), "lies in the images"),
        (written("bare.shp", [FIELD], None), "does not tell its CRS"),
        (written("points.gpkg", [shapely.Point(500_020, 4_999_970)]), "holds no polygon"),
        (tmp_path / "broken.gpkg", "cannot be read as polygons"),
        (tmp_path / "notes.txt", "of no known kind"),
        (tmp_path / "gone.geojson", "was not found"),
    ]
    for path, sentence in cases:
        with pytest.raises(AreaError, match=sentence):
            read_zones(PolygonSource(path), PAIR)
    with pytest.raises(AreaError, match="give a box in pixels"):
        read_zones(PolygonSource(written("a.gpkg", [FIELD])), DrawnPair((200, 300), None))
