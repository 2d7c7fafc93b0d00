"""Well-known binary as shapes: polygons and collections that hold some; no other library, so that depth has a limit."""

from __future__ import annotations

import struct

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from tools.polygons.features import DamagedShapeError
from tools.polygons.repair import MAX_DEPTH
from tools.polygons.rings import Corners, polygon

POINT, LINE, POLYGON, MULTIPOINT, MULTILINE, MULTIPOLYGON, COLLECTION = range(1, 8)
CURVES = (10, 12)
"""Polygons whose outlines have arcs."""
EMPTY = {POINT: "POINT (0 0)", LINE: "LINESTRING (0 0, 1 1)", MULTIPOINT: "MULTIPOINT (0 0)"}
DAMAGED = "has a damaged shape"


def from_wkb(data: bytes) -> BaseGeometry:
    """A shape from its well-known binary. Points and lines, which nobody measures here, keep only their kind.

    Raises:
        DamagedShapeError: it is damaged, of arcs, or nested too deeply.
    """
    try:
        return _Reader(data).shape()
    except (struct.error, ValueError) as error:
        raise DamagedShapeError(DAMAGED) from error


class _Reader:
    """Reads on from where it stands."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def shape(self, depth: int = 0) -> BaseGeometry:
        order = "<" if self._number("<", "B") == 1 else ">"
        kind, dimensions = _kind(self._number(order, "I"))
        if kind == POLYGON:
            return self._polygon(order, dimensions)
        if kind in (MULTIPOLYGON, COLLECTION) and depth < MAX_DEPTH:
            parts = [self.shape(depth + 1) for _ in range(self._count(order))]
            return shapely.geometrycollections(parts)
        if kind in (POINT, LINE) and depth:
            self._at += 8 * dimensions * (1 if kind == POINT else self._count(order))
        elif kind in (MULTIPOINT, MULTILINE) and depth:
            for _ in range(self._count(order)):
                self.shape(depth + 1)
        elif kind in CURVES:
            raise DamagedShapeError("has arcs in its outline; convert them to straight edges")
        elif kind not in range(POINT, COLLECTION):
            raise DamagedShapeError(DAMAGED)
        return shapely.from_wkt(EMPTY.get(kind, "MULTILINESTRING ((0 0, 1 1))"))

    def _polygon(self, order: str, dimensions: int) -> BaseGeometry:
        rings = [self._ring(order, dimensions) for _ in range(self._count(order))]
        if not rings:
            raise DamagedShapeError("has no shape")
        return polygon(rings)

    def _ring(self, order: str, dimensions: int) -> Corners:
        count = self._count(order)
        values = np.frombuffer(self._data, f"{order}f8", count * dimensions, self._at)
        self._at += values.nbytes
        return values.reshape(count, dimensions)[:, :2].astype(np.float64)

    def _count(self, order: str) -> int:
        """How many parts follow, which cannot be more than there are bytes left."""
        count = self._number(order, "I")
        if count > len(self._data) - self._at:
            raise DamagedShapeError(DAMAGED)
        return count

    def _number(self, order: str, code: str) -> int:
        number: int
        (number,) = struct.unpack_from(order + code, self._data, self._at)
        self._at += struct.calcsize(order + code)
        return number


def _kind(code: int) -> tuple[int, int]:
    """The kind of a shape and the numbers of a position, from ISO's codes and those of PostGIS."""
    has_z, has_m = bool(code & 0x80000000), bool(code & 0x40000000)
    thousands, kind = divmod(code & 0x0FFFFFFF, 1000)
    return kind, 2 + (has_z or thousands in (1, 3)) + (has_m or thousands in (2, 3))
