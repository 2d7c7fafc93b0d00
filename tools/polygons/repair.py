"""The polygonal part of a shape, made valid. Knows no file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from tools.polygons.features import DamagedShapeError
from tools.polygons.rings import NO_NUMBERS

POLYGONAL = ("Polygon", "MultiPolygon")
COLLECTION = "GeometryCollection"
MAX_DEPTH = 16
"""Levels of collections in collections."""
MAX_REPAIRED = 500_000
"""Corners up to which an invalid polygon is repaired."""
MAX_MEETINGS, AT_ONCE = 2_000_000, 20_000_000
"""Pairs of edges that may meet, at most, where outlines are cut at each other; pairs that are looked at in one go."""
TANGLED = "crosses itself too often to be repaired"


def polygonal_part(shape: BaseGeometry) -> BaseGeometry:
    """Polygons of a shape, in two dimensions and valid: spikes cut off, crossings resolved, lines and points left out.

    Raises:
        DamagedShapeError: nothing polygonal is in it, or it cannot be repaired.
    """
    parts = _polygons(shapely.force_2d(shape))
    if not np.isfinite(shapely.get_coordinates(parts)).all():
        raise DamagedShapeError(NO_NUMBERS)
    try:
        sound = [piece for part in parts for piece in ([part] if shapely.is_valid(part) else _repaired(part))]
        return sound[0] if len(sound) == 1 else _joined(sound)
    except ShapelyError as error:
        raise DamagedShapeError("cannot be repaired") from error


def _polygons(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons of a shape; of a collection those of its parts."""
    parts = np.array([shape], object)
    for _ in range(MAX_DEPTH):
        if all(part.geom_type != COLLECTION for part in parts):
            break
        parts = shapely.get_parts(parts)
    polygons = [part for part in parts if part.geom_type in POLYGONAL and not part.is_empty]
    if not polygons:
        raise DamagedShapeError("has no shape" if shape.is_empty else _kind(parts[0].geom_type))
    return list(shapely.get_parts(polygons))


def _joined(parts: Sequence[BaseGeometry]) -> BaseGeometry:
    """Valid polygons as one shape; where they overlap, their union."""
    whole = shapely.multipolygons(list(shapely.get_parts(parts)))
    if shapely.is_valid(whole):
        return whole
    if meet_too_often(parts):
        raise DamagedShapeError(TANGLED)
    return shapely.union_all(parts)


def _kind(kind: str) -> str:
    names = {"Point": "a point", "MultiPoint": "points", "LineString": "a line", "LinearRing": "a line"}
    name = names.get(kind, "lines" if kind == "MultiLineString" else "of a kind without area")
    return f"is {name}, not a polygon"


def _repaired(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons that an invalid one becomes."""
    if shapely.get_num_coordinates(shape) > MAX_REPAIRED:
        raise DamagedShapeError(f"is invalid and has more than {MAX_REPAIRED:,} corners")
    if meet_too_often([shape]):
        raise DamagedShapeError(TANGLED)
    parts = shapely.get_parts(shapely.get_parts([shapely.make_valid(shape)]))
    sound = [part for part in parts if part.geom_type in POLYGONAL and part.area > 0]
    if not sound:
        raise DamagedShapeError("encloses no area")
    return sound


def meet_too_often(shapes: Sequence[BaseGeometry]) -> bool:
    """Whether so many pairs of edges may meet that cutting the outlines at each other would take minutes and memory."""
    boxes = _edge_boxes(shapes)
    tree, meetings, step = shapely.STRtree(boxes), 0, max(1, AT_ONCE // max(1, len(boxes)))
    for start in range(0, len(boxes), step):
        meetings += tree.query(boxes[start : start + step]).shape[1]
        # Each pair is found twice, each edge meets itself and its two neighbours.
        if meetings > 2 * MAX_MEETINGS + 3 * len(boxes):
            return True
    return False


def _edge_boxes(shapes: Sequence[BaseGeometry]) -> npt.NDArray[np.object_]:
    """(n,) bounding boxes of all edges."""
    rings = shapely.get_rings(shapely.get_parts(list(shapes)))
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    one_ring = ring[1:] == ring[:-1]
    low = np.minimum(corners[1:], corners[:-1])[one_ring]
    high = np.maximum(corners[1:], corners[:-1])[one_ring]
    boxes: npt.NDArray[np.object_] = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    return boxes
