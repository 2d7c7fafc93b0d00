"""GeoJSON in its dialects: as lines, with a byte-order mark, with CRS of old, and Esri's JSON."""

import json

import pytest

from tests.factories.polygon_files import CRS, EAST, WEST, feature, geojson, on_ground, polygon, reprojected
from tools.errors import AreaError
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import read_polygons
from tools.polygons.rings import NO_NUMBERS, NO_OUTLINE

AREA = 64 * 128
EMPTY = '{"type": "FeatureCollection", "features": [], "crs": %s}'
NAMED = '{"type": "name", "properties": {"name": "%s"}}'


def read(path):
    return read_polygons(PolygonSource(path))


def written(tmp_path, tree, encoding="utf-8", name="a.geojson"):
    path = tmp_path / name
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree), encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_any_unicode_is_read(tmp_path, encoding):
    layer = read(written(tmp_path, json.dumps(feature(polygon(WEST), name="Київ"), ensure_ascii=False), encoding))
    assert layer.features[0].attributes == {"name": "Київ"}


@pytest.mark.parametrize("separator", ["\n", "\n\x1e", "\r\n"])
def test_lines_of_features_are_read(tmp_path, separator):
    text = separator.join(json.dumps(feature(polygon(ring), name=name)) for ring, name in ((WEST, "w"), (EAST, "e")))
    assert [one.attributes["name"] for one in read(written(tmp_path, text)).features] == ["w", "e"]


@pytest.mark.parametrize(
    "told",
    [
        {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32614"}},
        {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG:6.6:32614"}},
        {"type": "name", "properties": {"name": "EPSG:32614"}},
        {"type": "name", "properties": {"name": "http://www.opengis.net/def/crs/EPSG/0/32614"}},
        {"type": "EPSG", "properties": {"code": 32614}},
    ],
)
def test_a_crs_is_known_by_any_of_its_names(tmp_path, told):
    tree = {"type": "FeatureCollection", "crs": told, "features": [feature(polygon(WEST))]}
    assert read(written(tmp_path, tree)).crs.to_epsg() == 32614


@pytest.mark.parametrize("told", [None, "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326"])
def test_degrees_are_longitude_and_latitude(tmp_path, told):
    ring = reprojected(on_ground(WEST), "EPSG:4326")
    layer = read(geojson(tmp_path / "a.geojson", feature({"type": "Polygon", "coordinates": [ring]}), crs=told))
    assert layer.crs.is_geographic
    assert layer.features[0].shape.bounds[0] == pytest.approx(min(x for x, _ in ring))


def test_esri_json_is_read(tmp_path):
    hole = on_ground(((10, 10), (20, 10), (20, 20), (10, 20)))[::-1]  # counter-clockwise, rows count downwards
    tree = {
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": 102100, "latestWkid": 32614},
        "features": [
            {"attributes": {"OBJECTID": 7}, "geometry": {"rings": [hole, on_ground(WEST)]}},
            {"geometry": {"x": 1}},
        ],
    }
    layer = read(written(tmp_path, tree, name="a.json"))
    assert layer.crs.equals(CRS)
    assert (layer.features[0].shape.area, layer.features[0].attributes) == (AREA - 100, {"OBJECTID": 7})
    assert layer.features[1].problem == "is not a polygon"


def test_open_rings_are_closed_and_ids_are_attributes(tmp_path):
    tree = {
        "type": "Feature",
        "id": 12,
        "properties": None,
        "geometry": {"type": "Polygon", "coordinates": [on_ground(WEST)[:-1]]},
    }
    (found,) = read(written(tmp_path, tree)).features
    assert (found.shape.area, found.attributes) == (AREA, {"id": 12})


@pytest.mark.parametrize(
    ("geometry", "problem"),
    [
        (None, "has no shape"),
        ({"type": "Polygon", "coordinates": []}, NO_OUTLINE),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}, NO_OUTLINE),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [1, float("nan")], [1, 1]]]},
            NO_NUMBERS,
        ),
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [1, float("inf")], [1, 1]]]},
            NO_NUMBERS,
        ),
        ({"type": "Polygon", "coordinates": [[[0, 0], [10**400, 1], [1, 1]]]}, NO_NUMBERS),
        ({"type": "Polygon", "coordinates": [[[0, 0], {}, [1, 1]]]}, NO_NUMBERS),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1], [1, 1]]]}, NO_NUMBERS),
        ({"type": "Polygon", "coordinates": {"a": 1}}, NO_OUTLINE),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [2, 2], [0, 0]]]}, "encloses no area"),
        ({"type": "Circle", "coordinates": [0, 0]}, "has a shape of no kind that GeoJSON knows"),
        ([], "has a shape of no kind that GeoJSON knows"),
        ({"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]]]}, "is lines, not a polygon"),
    ],
)
def test_features_without_a_polygon_say_why(tmp_path, geometry, problem):
    path = geojson(tmp_path / "a.geojson", feature(geometry), feature(polygon(WEST)))
    first, second = read(path).features
    assert (first.shape, first.problem, second.number, second.problem) == (None, problem, 2, "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "it is no JSON, or was cut short"),
        ('{"type": "FeatureCollection", "features": [', "it is no JSON, or was cut short"),
        ("{}", "it is JSON, but no GeoJSON"),
        ("[1, 2]", "it is JSON, but no GeoJSON"),
        ('{"type": "FeatureCollection"}', "its list of features is missing"),
        ('{"type": "Topology", "objects": {}}', "it is TopoJSON; convert it with"),
        ('{"a": ' * 5_000 + "1" + "}" * 5_000, "it is nested too deeply"),
        (EMPTY % (NAMED % "EPSG:1"), "'EPSG:1' is not known"),
        (EMPTY % 5, "its CRS is a link or of another unusual kind, which is not followed"),
        (EMPTY % (NAMED % "+proj=longlat"), "by a code such as EPSG:32633"),
        ('{"type": "FeatureCollection", "features": [1, null, []]}', r"holds no polygon \(feature 1 is no feature\)"),
        ("", "it is of no known kind; give GeoJSON"),
    ],
)
def test_other_json_is_refused_in_one_sentence(tmp_path, text, sentence):
    with pytest.raises(AreaError, match=sentence) as refused:
        read(written(tmp_path, text))
    assert str(refused.value).startswith("a.geojson ")
    assert str(refused.value).endswith(".")
