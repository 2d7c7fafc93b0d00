"""Shapefiles as layers: outlines of the .shp with the rows of the .dbf and the CRS of the .prj beside it."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from tools.notices import reason_of
from tools.polygons.coordinate_systems import MAX_WKT, from_wkt
from tools.polygons.features import Attribute, DamagedFileError, DamagedShapeError, Feature, Layer
from tools.polygons.file_content import FileContent
from tools.polygons.formats.dbf import read_rows
from tools.polygons.rings import assembled

HEADER, RECORD_HEADER, POLYGON_HEADER = 100, 8, 44
NULL, POLYGONS = 0, (5, 15, 25)
POINTS, LINES, SURFACES = (1, 8, 11, 18, 21, 28), (3, 13, 23), 31
DAMAGED = "has a damaged shape"


def layers(content: FileContent) -> Iterator[Layer]:
    """The one layer of a file.

    Raises:
        DamagedFileError: it is damaged, or too large.
    """
    data = content.read()
    if len(data) < HEADER:
        raise DamagedFileError("it was cut short; copy it again with all files of the same name")
    table, encoding, crs = (content.beside(ending) for ending in (".dbf", ".cpg", ".prj"))
    encoded_as = encoding.read(MAX_WKT).decode("ascii", "replace").strip() if encoding else ""
    rows = read_rows(table.read(), encoded_as) if table else []
    yield Layer(content.stem, _crs(crs), _features(data, _starts(data, content.beside(".shx")), rows))


def _crs(file: FileContent | None) -> CRS | None:
    text = file.read(MAX_WKT).decode("utf-8", "replace").strip("\ufeff\0 \r\n\t") if file else ""
    return from_wkt(text) if text else None


def _starts(data: bytes, index: FileContent | None) -> Iterator[int]:
    """Where the records begin: from the index, since space may be left between them; else each behind the last."""
    entries = index.read()[HEADER:] if index else b""
    if entries and len(entries) % RECORD_HEADER == 0:
        yield from (np.frombuffer(entries, ">i4")[::2].astype(np.int64) * 2).tolist()
        return
    at = HEADER
    while at + RECORD_HEADER <= len(data):
        yield at
        at += RECORD_HEADER + max(0, struct.unpack_from(">i", data, at + 4)[0]) * 2


def _features(data: bytes, starts: Iterator[int], rows: Sequence[Mapping[str, Attribute] | None]) -> Iterator[Feature]:
    for number, start in enumerate(starts, 1):
        attributes = rows[number - 1] if number <= len(rows) else {}
        if attributes is None:  # its row is marked as deleted
            continue
        try:
            yield Feature(number, _shape(data, start), attributes)
        except DamagedShapeError as problem:
            yield Feature(number, None, attributes, reason_of(problem))


def _shape(data: bytes, start: int) -> BaseGeometry:
    try:
        (words,) = struct.unpack_from(">i", data, start + 4)
        record = data[start + RECORD_HEADER : start + RECORD_HEADER + max(0, words) * 2]
        (kind,) = struct.unpack_from("<i", record)
        if kind in POLYGONS:
            return _polygon(record)
    except (struct.error, ValueError) as error:
        raise DamagedShapeError(DAMAGED) from error
    if kind in POINTS:
        return shapely.Point(0, 0)
    if kind == NULL:
        raise DamagedShapeError("has no shape")
    raise DamagedShapeError(
        "is a line, not a polygon"
        if kind in LINES
        else "is a surface in space, not a polygon"
        if kind == SURFACES
        else DAMAGED
    )


def _polygon(record: bytes) -> BaseGeometry:
    parts, points = struct.unpack_from("<ii", record, POLYGON_HEADER - 8)
    firsts = np.frombuffer(record, "<i4", _checked(parts), POLYGON_HEADER)
    corners = np.frombuffer(record, "<f8", 2 * _checked(points), POLYGON_HEADER + 4 * parts).reshape(-1, 2)
    rings = list(pairwise([*firsts.tolist(), points]))
    if not rings or any(not 0 <= first <= last <= points for first, last in rings):
        raise DamagedShapeError(DAMAGED)
    return assembled([corners[first:last] for first, last in rings])


def _checked(count: int) -> int:
    if count < 0:
        raise DamagedShapeError(DAMAGED)
    return count
