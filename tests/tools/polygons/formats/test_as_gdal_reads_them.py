"""Files that GDAL has written, read without it: the same shapes, attributes and CRS."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from tests.factories.polygon_files import CRS, LEFT, TOP, shapefile_parts, zipped
from tools.errors import AreaError
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import read_polygons

RING = shapely.box(0, 0, 30, 30).difference(shapely.box(5, 5, 10, 10)).difference(shapely.box(15, 15, 20, 20))
ISLAND = shapely.union_all([RING, shapely.box(6, 6, 9, 9)])
"""An island in a hole of another polygon."""
SHAPES = [shapely.box(0, 0, 10, 10), RING, ISLAND, shapely.multipolygons([shapely.box(-40, 0, -39, 1), RING.buffer(3)])]
NAMES = ["Grünstraße", "Київ", "東京", "plain"]


def drawn(crs=CRS, shapes=SHAPES):
    columns = {
        "name": NAMES,
        "number": [1, -2, 3, 2**40],
        "share": [0.25, -1e-9, np.nan, 1e12],
        "built": [True, False] * 2,
    }
    columns["day"] = ["2020-01-31", "1999-12-31", "2024-02-29", None]
    placed = [shapely.affinity.translate(shape, LEFT, TOP) for shape in shapes]
    return gpd.GeoDataFrame(columns, geometry=placed, crs=CRS).to_crs(crs)


@pytest.mark.parametrize("name", ["a.gpkg", "a.shp", "a.fgb", "a.geojson", "zipped.zip"])
@pytest.mark.parametrize("crs", [CRS, "EPSG:4326", "EPSG:27700"])
def test_shapes_attributes_and_crs_are_the_same(tmp_path, name, crs):
    table = drawn(crs)
    path = tmp_path / name
    table.to_file(tmp_path / "a.shp" if name == "zipped.zip" else path)
    if name == "zipped.zip":
        zipped(path, *shapefile_parts(tmp_path / "a.shp"))
    layer = read_polygons(PolygonSource(path))
    assert layer.crs.equals(table.crs, ignore_axis_order=True) or layer.crs.to_epsg(20) == table.crs.to_epsg()
    assert sorted(feature.number for feature in layer.features) == [1, 2, 3, 4]
    found = {feature.attributes["name"]: feature for feature in layer.features}
    assert set(found) == set(NAMES)
    for row in table.itertuples():
        feature = found[row.name]
        assert feature.shape.symmetric_difference(row.geometry).area <= 1e-6 * row.geometry.area
        assert feature.attributes["number"] == row.number
        share = feature.attributes["share"]
        assert share is None if np.isnan(row.share) else share == pytest.approx(row.share, rel=1e-9, abs=1e-12)
        assert feature.attributes["built"] == row.built
        assert feature.attributes["day"] == (row.day if isinstance(row.day, str) else None)


@pytest.mark.parametrize("name", ["z.gpkg", "z.shp", "z.fgb", "z.geojson"])
def test_heights_are_dropped(tmp_path, name):
    table = drawn()
    table.set_geometry(shapely.force_3d(table.geometry, 7.5)).to_file(tmp_path / name)
    layer = read_polygons(PolygonSource(tmp_path / name))
    assert not any(feature.shape.has_z for feature in layer.features)
    assert {round(feature.shape.area, 6) for feature in layer.features} == {round(shape.area, 6) for shape in SHAPES}


@pytest.mark.parametrize("name", ["p.gpkg", "p.shp", "p.fgb", "p.geojson"])
def test_points_and_lines_are_no_polygons(tmp_path, name):
    path = tmp_path / name
    for shape, reason in (
        (shapely.Point(LEFT, TOP), "is a point"),
        (shapely.LineString([(0, 0), (5, 5)]), "is a line"),
    ):
        gpd.GeoDataFrame({"name": ["x"]}, geometry=[shape], crs=CRS).to_file(path)
        with pytest.raises(AreaError, match=rf"{name} holds no polygon \(feature 1 {reason}, not a polygon\);"):
            read_polygons(PolygonSource(path))


@pytest.mark.parametrize("driver", ["LIBKML", "KML"])
def test_kml_of_other_programs(tmp_path, driver):
    table = drawn("EPSG:4326").rename(columns={"name": "Name"}).drop(columns=["day"])
    table.to_file(tmp_path / "a.kml", driver=driver)
    found = {
        feature.attributes["name"]: feature for feature in read_polygons(PolygonSource(tmp_path / "a.kml")).features
    }
    assert set(found) == set(NAMES)
    for row in table.itertuples():
        assert found[row.Name].shape.symmetric_difference(row.geometry).area <= 1e-6 * row.geometry.area
        assert found[row.Name].attributes["number"] == str(row.number)


@pytest.mark.parametrize("encoding", ["UTF-8", "CP1252", "CP866", None])
def test_shapefiles_tell_their_encoding(tmp_path, encoding):
    name = "Київ" if encoding == "UTF-8" else "Москва" if encoding == "CP866" else "Grünstraße"
    table = gpd.GeoDataFrame({"name": [name]}, geometry=[shapely.box(0, 0, 1, 1)], crs=CRS)
    table.to_file(tmp_path / "a.shp", encoding=encoding or "CP1252")
    if encoding is None:
        (tmp_path / "a.cpg").unlink()
    (feature,) = read_polygons(PolygonSource(tmp_path / "a.shp")).features
    assert feature.attributes["name"] == name


def test_features_of_a_spatial_index_are_all_found(tmp_path):
    boxes = [shapely.box(x, y, x + 1, y + 1) for x in range(0, 60, 2) for y in range(0, 60, 2)]
    gpd.GeoDataFrame({"place": range(len(boxes))}, geometry=boxes, crs=CRS).to_file(tmp_path / "many.fgb")
    found = read_polygons(PolygonSource(tmp_path / "many.fgb")).features
    assert sorted(feature.attributes["place"] for feature in found) == list(range(900))
    assert sum(feature.shape.area for feature in found) == pytest.approx(900)
