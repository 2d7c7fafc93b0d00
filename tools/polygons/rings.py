"""Rings of corners as polygons. Knows no format."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from tools.notices import notice
from tools.polygons.features import DamagedShapeError

Corners = npt.NDArray[np.float64]
"""(n, 2) x and y."""
MIN_CORNERS = 3
NO_OUTLINE = notice("no-outline", "has fewer than three corners")
NO_NUMBERS = notice("no-numbers", "has coordinates that are no numbers")
NO_PLACES = notice("no-places", "has coordinates beyond any map")
BEYOND = 1e12
HOLES_AT_ONCE, MAX_NESTINGS = 100, 5_000_000
"""Holes whose outlines are looked for at once; pairs of outlines and holes in them that are looked at in all."""


def corners(positions: object) -> Corners:
    """Positions of two or more numbers as corners.

    Raises:
        DamagedShapeError: they are none.
    """
    if not isinstance(positions, (list, tuple)):
        raise DamagedShapeError(NO_OUTLINE)
    try:
        array = np.array([position[:2] for position in positions], np.float64)
    except (TypeError, ValueError, IndexError, KeyError, OverflowError) as error:
        raise DamagedShapeError(NO_NUMBERS) from error
    if array.shape != (len(positions), 2):
        raise DamagedShapeError(NO_OUTLINE if not positions else NO_NUMBERS)
    return array


def polygon(rings: Sequence[Corners]) -> BaseGeometry:
    """A polygon from its outline and its holes; open rings are closed, holes without corners are left out.

    Raises:
        DamagedShapeError: its outline has too few corners, or a corner is no number, or far beyond the earth.
    """
    for ring in rings:
        if not (np.abs(ring) < BEYOND).all():
            raise DamagedShapeError(NO_PLACES if np.isfinite(ring).all() else NO_NUMBERS)
    whole = [ring for ring in rings if _corner_count(ring) >= MIN_CORNERS]
    if not whole or _corner_count(rings[0]) < MIN_CORNERS:
        raise DamagedShapeError(NO_OUTLINE)
    outline, *holes = (shapely.linearrings(ring) for ring in whole)
    return shapely.polygons(outline, holes or None)


def assembled(rings: Sequence[Corners]) -> BaseGeometry:
    """Polygons from rings in any order, outlines clockwise and holes the other way, as Esri's formats have them.

    Raises:
        DamagedShapeError: there is no outline, a corner is no number, or rings lie in each other too often.
    """
    shapes = np.array([polygon([ring]) for ring in rings if _corner_count(ring) >= MIN_CORNERS], object)
    if not len(shapes):
        raise DamagedShapeError(NO_OUTLINE)
    outer = ~shapely.is_ccw(shapely.get_exterior_ring(shapes))
    if not outer.any():
        return shapely.multipolygons(shapes)
    outlines, holes = shapes[outer], shapes[~outer]
    held: dict[int, list[BaseGeometry]] = {}
    alone: list[BaseGeometry] = []
    for hole, place in zip(holes, _smallest_around(holes, outlines), strict=True):
        if place is None:
            alone.append(hole)
        else:
            held.setdefault(place, []).append(shapely.get_exterior_ring(hole))
    whole = [
        shapely.polygons(shapely.get_exterior_ring(outline), held.get(place)) for place, outline in enumerate(outlines)
    ]
    return shapely.multipolygons([*whole, *alone])


def _smallest_around(holes: npt.NDArray[np.object_], outlines: npt.NDArray[np.object_]) -> list[int | None]:
    """For each hole the smallest outline around it; None where there is none."""
    tree, sizes, nestings = shapely.STRtree(outlines), shapely.area(outlines), 0
    smallest: list[int | None] = [None] * len(holes)
    for start in range(0, len(holes), HOLES_AT_ONCE):
        inner, around = tree.query(holes[start : start + HOLES_AT_ONCE], predicate="covered_by")
        nestings += len(inner)
        if nestings > MAX_NESTINGS:
            raise DamagedShapeError(notice("nested-rings", "has rings that lie in each other too often"))
        for hole, place in zip(inner.tolist(), around.tolist(), strict=True):
            best = smallest[start + hole]
            if best is None or sizes[place] < sizes[best]:
                smallest[start + hole] = place
    return smallest


def _corner_count(ring: Corners) -> int:
    """Corners without the last one, where it repeats the first."""
    return len(ring) - (len(ring) > 1 and bool((ring[0] == ring[-1]).all()))
