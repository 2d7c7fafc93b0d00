"""FlatGeobuf as layers, read with the standard library (https://flatgeobuf.org, version 3)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from tools.notices import reason_of
from tools.polygons.coordinate_systems import from_code, from_wkt
from tools.polygons.features import Attribute, DamagedFileError, DamagedShapeError, Feature, Layer, attribute
from tools.polygons.file_content import FileContent
from tools.polygons.formats.flat_table import FlatTable
from tools.polygons.repair import MAX_DEPTH
from tools.polygons.rings import polygon

MAGIC = b"fgb\x03fgb"
START = 8
"""Bytes before the header."""
DAMAGED, CUT_SHORT = "has a damaged shape", "it is damaged or was cut short; download it again"
NODE_BYTES = 40
POLYGON, MULTIPOLYGON, COLLECTION = 3, 6, 7
CURVES = (10, 12)
PLACEHOLDERS = {2: "LINESTRING (0 0, 1 1)", 4: "MULTIPOINT (0 0)", 5: "MULTILINESTRING ((0 0, 1 1))"}
HEAD = 16
"""Bytes that a shape has at least."""
NUMBERS = "bB?hHiIqQfd"
"""Formats of the values of columns by their kind."""
STRING, BYTES = (11, 12, 13), 14


@dataclass(frozen=True, slots=True)
class _Header:
    crs: CRS | None
    kind: int
    columns: tuple[tuple[str, int], ...]
    """Names and kinds."""
    features_at: int


def layers(content: FileContent) -> Iterator[Layer]:
    """The one layer of a file.

    Raises:
        DamagedFileError: it is damaged, or too large.
    """
    data = content.read()
    try:
        header = _header(data)
    except (struct.error, ValueError, IndexError) as error:
        raise DamagedFileError(CUT_SHORT) from error
    yield Layer(content.stem, header.crs, _features(data, header))


def _header(data: bytes) -> _Header:
    (size,) = struct.unpack_from("<I", data, START)
    table = FlatTable.root(data, START + 4)
    features, node_size = table.number(8, "<Q"), table.number(9, "<H", 16)
    columns = tuple((str(attribute(column.text(0))), column.number(1, "<B")) for column in table.tables(7))
    return _Header(
        _crs(table.table(10)), table.number(2, "<B"), columns, START + 4 + size + _index_bytes(features, node_size)
    )


def _crs(told: FlatTable | None) -> CRS | None:
    if told is None:
        return None
    organization, code, wkt = told.text(0) or "EPSG", told.number(1, "<i") or told.text(5), told.text(4)
    if code:
        return from_code(f"{organization}:{code}")
    return from_wkt(wkt) if wkt else None


def _index_bytes(features: int, node_size: int) -> int:
    """Bytes of the tree of bounding boxes before the features."""
    if not features or not node_size:
        return 0
    level, nodes = features, features
    while True:  # a single feature has a root above it, too
        level = -(-level // max(2, node_size))
        nodes += level
        if level == 1:
            return nodes * NODE_BYTES


def _features(data: bytes, header: _Header) -> Iterator[Feature]:
    at, number = header.features_at, 0
    if at > len(data):
        raise DamagedFileError(CUT_SHORT)
    while at + 4 <= len(data):
        (size,) = struct.unpack_from("<I", data, at)
        if size > len(data) - at - 4:
            raise DamagedFileError(CUT_SHORT)
        number += 1
        yield _feature(number, data[at + 4 : at + 4 + size], header)
        at += 4 + size


def _feature(number: int, data: bytes, header: _Header) -> Feature:
    attributes: dict[str, Attribute] = {}
    try:
        table = FlatTable.root(data, 0)
        attributes = _attributes(table.bytes(1), header.columns)
        shape = table.table(0)
        return Feature(number, None if shape is None else _Shapes(data).shape(shape, header.kind), attributes)
    except DamagedShapeError as problem:
        return Feature(number, None, attributes, reason_of(problem))
    except (struct.error, ValueError, IndexError):
        return Feature(number, None, attributes, DAMAGED)


class _Shapes:
    """Reads the shape of one feature. Parts of it may lie at one place, so that their sum has a limit of its own."""

    def __init__(self, feature: bytes) -> None:
        self._left = 2 * len(feature)

    def shape(self, table: FlatTable, kind: int, depth: int = 0) -> BaseGeometry:
        self._take(HEAD)
        kind = table.number(6, "<B") or kind
        if kind in (MULTIPOLYGON, COLLECTION) and depth < MAX_DEPTH:
            inner = POLYGON if kind == MULTIPOLYGON else 0
            return shapely.geometrycollections([self.shape(part, inner, depth + 1) for part in table.tables(7)])
        if kind in CURVES:
            raise DamagedShapeError("has arcs in its outline; convert them to straight edges")
        return self._polygon(table) if kind == POLYGON else shapely.from_wkt(PLACEHOLDERS.get(kind, "POINT (0 0)"))

    def _polygon(self, table: FlatTable) -> BaseGeometry:
        values = np.frombuffer(table.bytes(1, 8), "<f8")
        self._take(values.nbytes)
        corners = values.reshape(-1, 2)
        bounds = [0, *(np.frombuffer(table.bytes(0, 4), "<u4").tolist() or [len(corners)])]
        rings = list(pairwise(bounds))
        if not len(corners):
            raise DamagedShapeError("has no shape")
        if any(first > last or last > len(corners) for first, last in rings):
            raise DamagedShapeError(DAMAGED)
        return polygon([corners[first:last] for first, last in rings])

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise DamagedShapeError(DAMAGED)


def _attributes(data: bytes, columns: Sequence[tuple[str, int]]) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {name: None for name, _ in columns}
    at = 0
    while at < len(data):
        (place,) = struct.unpack_from("<H", data, at)
        name, kind = columns[place]
        at += 2
        if kind in (*STRING, BYTES):
            (size,) = struct.unpack_from("<I", data, at)
            value: object = data[at + 4 : at + 4 + size].decode("utf-8", "replace") if kind in STRING else None
            at += 4 + size
        else:
            (value,) = struct.unpack_from(f"<{NUMBERS[kind]}", data, at)
            at += struct.calcsize(NUMBERS[kind])
        found[name] = attribute(value)
    return found
