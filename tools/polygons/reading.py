"""Polygons of a file of any kind: the kind told by content, the layer chosen, shapes made valid, errors made ours."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import shapely
from pyproj import CRS
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from tools.errors import AreaError
from tools.notices import reason_of
from tools.polygons.features import MAX_CORNERS, MAX_FEATURES, Attribute, DamagedFileError, DamagedShapeError, Layer
from tools.polygons.file_content import FileContent, OnDisk, members
from tools.polygons.formats import flatgeobuf, geojson, geopackage, geoparquet, kml, shapefile
from tools.polygons.polygon_source import ENDINGS, KINDS, PolygonSource
from tools.polygons.repair import polygonal_part

MAX_TOLD = 12
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
BEGINNINGS: tuple[tuple[bytes, Callable[[FileContent], Iterator[Layer]]], ...] = (
    (b"SQLite format 3\0", geopackage.layers),
    (b"\x00\x00\x27\x0a", shapefile.layers),
    (flatgeobuf.MAGIC[:3], flatgeobuf.layers),
    (geoparquet.MAGIC, geoparquet.layers),
    (b"{", geojson.layers),
    (b"[", geojson.layers),
    (b"\x1e", geojson.layers),
    (b"<", kml.layers),
)
"""How files of each kind begin, blanks and byte-order marks aside."""


@dataclass(frozen=True, slots=True)
class FilePolygon:
    """A feature of a file as a valid polygon, or why it is none."""

    number: int
    """In its layer of the file, from 1."""
    shape: BaseGeometry | None
    attributes: Mapping[str, Attribute]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PolygonLayer:
    """The features of a layer that holds polygons."""

    name: str
    crs: CRS | None
    features: tuple[FilePolygon, ...]
    is_only_one: bool = True
    """Whether no other layer of the file was passed over."""


def read_polygons(source: PolygonSource) -> PolygonLayer:
    """The layer of a file that holds polygons, or the one that the source names.

    Raises:
        AreaError: the file cannot be read or holds no polygon, or several layers do and none was chosen.
    """
    name = source.path.name
    try:
        if not source.path.is_file():
            raise AreaError(f"{name} was not found; check the path and the spelling.")
        with_polygons, others = _sorted(source)
    except (DamagedFileError, ShapelyError) as error:
        raise AreaError(f"{name} cannot be read as polygons: {error}.") from error
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise AreaError(f"{name} cannot be read: {reason}; check the path and its permissions.") from error
    if len(with_polygons) > 1:
        listed = _list([layer.name for layer in with_polygons])
        example = f"'{name}|layer={with_polygons[0].name}'"
        raise AreaError(f"{name} holds polygons in several layers: {listed}; choose one, for example {example}.")
    if not with_polygons:
        raise _none_of(source, others)
    return with_polygons[0]


def _sorted(source: PolygonSource) -> tuple[list[PolygonLayer], list[PolygonLayer]]:
    """Layers with polygons, and the others; those that were not asked for are not read."""
    with_polygons: list[PolygonLayer] = []
    others: list[PolygonLayer] = []
    left = MAX_FEATURES
    for layer in layers_of(OnDisk(source.path)):
        if source.layer is not None and layer.name.lower() != source.layer.lower():
            others.append(PolygonLayer(layer.name, layer.crs, ()))
            continue
        features = _read(layer, left)
        left -= len(features)
        has_polygons = any(feature.shape is not None for feature in features)
        (with_polygons if has_polygons else others).append(PolygonLayer(layer.name, layer.crs, features))
    return with_polygons, others


def _none_of(source: PolygonSource, layers: list[PolygonLayer]) -> AreaError:
    """Why no layer is left."""
    name, wanted = source.path.name, source.layer
    if wanted is not None and all(layer.name.lower() != wanted.lower() for layer in layers):
        return AreaError(f"{name} has no layer {wanted!r}; it has {_list([layer.name for layer in layers]) or 'none'}.")
    problems = {feature.problem: feature.number for layer in reversed(layers) for feature in reversed(layer.features)}
    reasons = "; ".join(f"feature {number} {problem}" for problem, number in list(problems.items())[-3:][::-1])
    return AreaError(f"{name} holds no polygon{f' ({reasons})' if reasons else ''}; draw one and save it again.")


def _list(names: list[str]) -> str:
    """Names with commas, the first ones of many."""
    rest = len(names) - MAX_TOLD
    return ", ".join(names[:MAX_TOLD]) + (f" and {rest} more" if rest > 0 else "")


def layers_of(content: FileContent) -> Iterator[Layer]:
    """The layers of a file, read as what it is; features are read while they are asked for.

    Raises:
        DamagedFileError: it is of no known kind, or damaged.
    """
    head = content.head()
    if head[:2] == b"PK" and content.path is not None:
        yield from _in_archive(content)
        return
    for mark in BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    starts = head, head.lstrip(b" \t\r\n\0")
    read = next((read for beginning, read in BEGINNINGS if any(one.startswith(beginning) for one in starts)), None)
    if read is None:
        raise DamagedFileError(f"it is of no known kind; give {KINDS}")
    yield from read(content)


def _in_archive(content: FileContent) -> Iterator[Layer]:
    """The layers of the polygon files in an archive; where there are several files, with the name of each."""
    assert content.path is not None
    try:
        archive = zipfile.ZipFile(content.path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DamagedFileError("the archive is damaged; pack or download it again") from error
    with archive:
        found = [one for one in members(archive) if one.member.filename.lower().endswith(ENDINGS)]
        unclear = (".json", ".zip")
        files = [one for one in found if not one.member.filename.lower().endswith(unclear)] or found
        if not files:
            raise DamagedFileError(f"the archive holds no {KINDS}")
        for file in files:
            for layer in layers_of(file):
                is_alone = len(files) == 1 or layer.name == file.stem
                yield layer if is_alone else Layer(f"{file.stem}/{layer.name}", layer.crs, layer.features)


def _read(layer: Layer, most: int) -> tuple[FilePolygon, ...]:
    """The features of a layer; no more than `most`."""
    features: list[FilePolygon] = []
    corners = 0
    for feature in layer.features:
        if len(features) >= most or corners > MAX_CORNERS:
            limit = f"{MAX_FEATURES:,} features or {MAX_CORNERS:,} corners"
            raise DamagedFileError(f"it holds more than {limit}; save the part around the images")
        problem, shape = feature.problem, None
        if feature.shape is not None:
            corners += int(shapely.get_num_coordinates(feature.shape))
            try:
                shape, problem = polygonal_part(feature.shape), ""
            except DamagedShapeError as error:
                problem = reason_of(error)
        features.append(FilePolygon(feature.number, shape, feature.attributes, problem))
    return tuple(features)
