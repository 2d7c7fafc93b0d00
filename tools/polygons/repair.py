"""The polygonal part of a shape, made valid. Knows no file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from tools.notices import notice
from tools.polygons.features import DamagedShapeError
from tools.polygons.rings import Corners

POLYGONAL = ("Polygon", "MultiPolygon")
COLLECTION = "GeometryCollection"
MAX_DEPTH = 16
"""Levels of collections in collections."""
MAX_REPAIRED = 500_000
"""Corners up to which an invalid polygon is repaired."""
MAX_MEETINGS, MAX_NEAR, NEAR_PER_EDGE = 100_000, 1_000_000, 10
"""Pairs of edges that meet, at most, where outlines are cut at each other; and pairs whose boxes do, and so many more
for each edge."""
UNSEEN = 20_000
"""Corners up to which a polygon is checked without a look at how its edges lie."""
AT_ONCE, FASTER = 2_000_000, 16
"""Pairs that are looked at in one go; how many times more edges where they lie far from each other."""
TANGLED = notice("tangled", "crosses itself too often to be repaired")
KINDS = {"Point": "a point", "MultiPoint": "points", "LineString": "a line", "LinearRing": "a line"}
KINDS |= {"MultiLineString": "lines"}
"""What is no polygon, in words."""


def polygonal_part(shape: BaseGeometry) -> BaseGeometry:
    """Polygons of a shape, in two dimensions and valid: spikes cut off, crossings resolved, lines and points left out.

    Raises:
        DamagedShapeError: nothing polygonal is in it, or it cannot be repaired.
    """
    parts = _polygons(shapely.force_2d(shape))
    try:
        sound = [piece for part in parts for piece in ([part] if _is_sound(part) else _repaired(part))]
        return sound[0] if len(sound) == 1 else _joined(sound)
    except ShapelyError as error:
        raise DamagedShapeError(notice("beyond-repair", "cannot be repaired")) from error


def _is_sound(shape: BaseGeometry) -> bool:
    """Whether a polygon is valid. That of a tangle with many corners would take minutes to find out."""
    if shapely.get_num_coordinates(shape) > UNSEEN and meet_too_often([shape]):
        raise DamagedShapeError(TANGLED)
    return bool(shapely.is_valid(shape))


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
    name = KINDS.get(kind, "of a kind without area")
    return notice("no-polygon", "is {name}, not a polygon", name=name, kind=kind if kind in KINDS else "other")


def _repaired(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons that an invalid one becomes."""
    if shapely.get_num_coordinates(shape) > MAX_REPAIRED:
        raise DamagedShapeError(
            notice("too-many-corners", "is invalid and has more than {most:,} corners", most=MAX_REPAIRED)
        )
    if meet_too_often([shape]):
        raise DamagedShapeError(TANGLED)
    parts = shapely.get_parts([shapely.make_valid(shape, method="structure", keep_collapsed=False)])
    sound = [part for part in parts if part.geom_type in POLYGONAL and part.area > 0]
    if not sound:
        raise DamagedShapeError(notice("no-area", "encloses no area"))
    return sound


def meet_too_often(shapes: Sequence[BaseGeometry]) -> bool:
    """Whether so many pairs of edges meet that cutting the outlines at each other would take minutes and memory."""
    starts, ends = _edges(shapes)
    lines = shapely.linestrings(np.stack([starts, ends], axis=1))
    tree, least = shapely.STRtree(lines), max(1, AT_ONCE // max(1, len(lines)))
    near = meetings = first = 0
    step = least
    while first < len(lines):
        one, other = tree.query(lines[first : first + step])
        pairs = np.stack([one + first, other])[:, one + first < other]
        near += pairs.shape[1]
        if near > MAX_NEAR + NEAR_PER_EDGE * len(lines):
            return True
        meetings += int((shapely.intersects(*lines[pairs]) & ~_share_an_end(starts, ends, pairs)).sum())
        if meetings > MAX_MEETINGS:
            return True
        first, step = first + step, min(2 * step, FASTER * least)
    return False


def _share_an_end(starts: Corners, ends: Corners, pairs: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """(n,) whether two edges have a corner in common, as neighbours have."""
    one, other = pairs
    shared = np.zeros(len(one), bool)
    for here in (starts[one], ends[one]):
        for there in (starts[other], ends[other]):
            shared |= (here == there).all(1)
    return shared


def _edges(shapes: Sequence[BaseGeometry]) -> tuple[Corners, Corners]:
    """(n, 2) where all edges start and where they end."""
    rings = shapely.get_rings(shapely.get_parts(list(shapes)))
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    one_ring = ring[1:] == ring[:-1]
    return corners[:-1][one_ring], corners[1:][one_ring]
