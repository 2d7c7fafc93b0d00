"""GeoJSON and Esri's JSON as layers, read with the standard library. Links in them are never followed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from tools.notices import reason_of
from tools.polygons.coordinate_systems import WAY_OUT, degrees, from_code, from_wkt
from tools.polygons.features import Attribute, DamagedFileError, DamagedShapeError, Feature, Layer, attribute
from tools.polygons.file_content import MAX_TEXT_BYTES, FileContent
from tools.polygons.repair import MAX_DEPTH
from tools.polygons.rings import NO_OUTLINE, assembled, corners, polygon

NOT_POLYGONS = ("Point", "MultiPoint", "LineString", "MultiLineString")
RECORD_SEPARATOR = "\x1e"
CONVERT = "convert it with `ogr2ogr areas.gpkg FILE`"


def layers(content: FileContent) -> Iterator[Layer]:
    """The one layer of a file.

    Raises:
        DamagedFileError: it is no JSON, or JSON of another kind.
    """
    tree = _parsed(content.read(MAX_TEXT_BYTES))
    kind = tree.get("type")
    if isinstance(tree.get("features"), list) and kind != "FeatureCollection":
        yield Layer(content.stem, _esri_crs(tree), _esri_features(tree["features"]))
    elif kind == "Topology":
        raise DamagedFileError(f"it is TopoJSON; {CONVERT}")
    else:
        yield Layer(content.stem, _crs(tree), _features(tree))


def _parsed(data: bytes) -> dict[str, Any]:
    """The object in a file; of lines with an object each, one that holds them all."""
    try:
        text = data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
        try:
            tree = json.loads(text)
        except json.JSONDecodeError:
            lines = (line.strip(f"{RECORD_SEPARATOR} \r\t") for line in text.split("\n"))
            tree = {"type": "FeatureCollection", "features": [json.loads(line) for line in lines if line]}
    except RecursionError as error:
        raise DamagedFileError("it is nested too deeply for GeoJSON") from error
    except ValueError as error:
        raise DamagedFileError("it is no JSON, or was cut short; save or download it again") from error
    if not isinstance(tree, dict):
        raise DamagedFileError("it is JSON, but no GeoJSON")
    return tree


def _crs(tree: Mapping[str, Any]) -> CRS:
    """Degrees, but for files of the time before RFC 7946 that name another CRS."""
    told = tree.get("crs")
    if told is None:
        return degrees()
    properties = told.get("properties") if isinstance(told, dict) else None
    if not isinstance(properties, dict) or told.get("type") not in ("name", "EPSG"):
        raise DamagedFileError(f"its CRS is a link or of another unusual kind, which is not followed; {WAY_OUT}")
    return from_code(properties.get("name") if told["type"] == "name" else f"EPSG:{properties.get('code')}")


def _features(tree: Mapping[str, Any]) -> Iterator[Feature]:
    kind = tree.get("type")
    if kind == "FeatureCollection":
        listed = tree.get("features")
        if not isinstance(listed, list):
            raise DamagedFileError("its list of features is missing")
    elif kind == "Feature" or "coordinates" in tree or "geometries" in tree:
        listed = [tree]
    else:
        raise DamagedFileError("it is JSON, but no GeoJSON")
    for number, feature in enumerate(listed, 1):
        yield _feature(number, feature)


def _feature(number: int, feature: Any) -> Feature:
    if not isinstance(feature, dict):
        return Feature(number, None, {}, "is no feature")
    is_bare = feature.get("type") != "Feature"
    given = {} if is_bare else feature.get("properties")
    attributes = {"id": attribute(feature["id"])} if not is_bare and feature.get("id") is not None else {}
    attributes |= _attributes(given)
    try:
        return Feature(number, _shape(feature if is_bare else feature.get("geometry")), attributes)
    except DamagedShapeError as problem:
        return Feature(number, None, attributes, reason_of(problem))


def _attributes(given: Any) -> dict[str, Attribute]:
    return {str(attribute(name)): attribute(value) for name, value in given.items()} if isinstance(given, dict) else {}


def _shape(geometry: Any, depth: int = 0) -> BaseGeometry:
    if geometry is None:
        raise DamagedShapeError("has no shape")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection" and depth < MAX_DEPTH:
        return _collection(_listed(geometry.get("geometries")), depth)
    if kind in NOT_POLYGONS:
        return shapely.from_wkt(f"{kind.upper()} EMPTY") if not geometry.get("coordinates") else _placeholder(kind)
    if kind == "Polygon":
        return _polygon(geometry.get("coordinates"))
    if kind == "MultiPolygon":
        return shapely.multipolygons([_polygon(rings) for rings in _listed(geometry.get("coordinates"))])
    raise DamagedShapeError("has a shape of no kind that GeoJSON knows")


def _placeholder(kind: str) -> BaseGeometry:
    """A shape of a kind that is left out anyway, so that its coordinates do not matter."""
    texts = {"Point": "POINT (0 0)", "MultiPoint": "MULTIPOINT (0 0)", "LineString": "LINESTRING (0 0, 1 1)"}
    return shapely.from_wkt(texts.get(kind, "MULTILINESTRING ((0 0, 1 1))"))


def _collection(geometries: Sequence[Any], depth: int) -> BaseGeometry:
    return shapely.geometrycollections([_shape(one, depth + 1) for one in geometries])


def _polygon(rings: Any) -> BaseGeometry:
    return polygon([corners(ring) for ring in _listed(rings)])


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise DamagedShapeError(NO_OUTLINE)
    return value


def _esri_crs(tree: Mapping[str, Any]) -> CRS | None:
    told = tree.get("spatialReference")
    if not isinstance(told, dict):
        return None
    if isinstance(told.get("wkt"), str):
        return from_wkt(told["wkt"])
    return from_code(f"EPSG:{_esri_code(told)}")


def _esri_code(told: Mapping[str, Any]) -> object:
    code = told.get("latestWkid", told.get("wkid"))
    return 3857 if code == 102100 else code  # Esri's own number of Web Mercator


def _esri_features(listed: Sequence[Any]) -> Iterator[Feature]:
    for number, feature in enumerate(listed, 1):
        fields = feature if isinstance(feature, dict) else {}
        attributes, geometry = _attributes(fields.get("attributes")), fields.get("geometry")
        rings = geometry.get("rings") if isinstance(geometry, dict) else None
        if rings is None:
            yield Feature(number, None, attributes, "is not a polygon")
            continue
        try:
            yield Feature(number, assembled([corners(ring) for ring in _listed(rings)]), attributes)
        except DamagedShapeError as problem:
            yield Feature(number, None, attributes, reason_of(problem))
