"""Shapes of any CRS in pixels of a grid, and in which other CRS misplaced ones would lie on it. Knows no images."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from tools.errors import AreaError
from tools.notices import notice
from tools.polygons.coordinate_systems import degrees
from tools.rasters.georeference import Georeference

EDGE_PARTS = 64
"""Parts into which the longest edges are split before reprojection, since straight edges bend in another CRS."""
MAX_PARTS = 20_000_000
"""Of all edges together; beyond, parts are longer."""
FARTHEST = 1e9
"""Pixels from the grid's corner up to which a shape is drawn on it, and units of any CRS from its origin."""
BEYOND_EARTH = (400.0, 90.001)
"""Longitudes and latitudes that are none; those that run on past 180 degrees are."""
GUESSED = 500
"""Shapes that are tried in another CRS."""
NO_DEGREES = notice("no-degrees", "has coordinates that are no degrees")
UNPLACED = notice("unplaced", "cannot be projected as a whole into the images' CRS")
Shapes = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


def in_pixels(shapes: Sequence[BaseGeometry], crs: CRS, grid: Georeference) -> list[BaseGeometry | str]:
    """Each shape in pixels of a grid, x the column and y the row; or why it cannot be laid on it.

    Raises:
        AreaError: there is no way from the one CRS to the other.
    """
    array = np.array([*shapes, None], object)[:-1]  # never taken for an array of coordinates
    target, to_pixels, reached = CRS.from_user_input(grid.crs), ~grid.transform, np.ones(len(array), bool)
    if not crs.equals(target, ignore_axis_order=True):
        array, reached = _projected(array, crs, target)
    placed, is_near = _moved(array, lambda x, y: to_pixels @ (x, y))
    rows = zip(placed, reached & is_near, _is_on_earth(shapes, crs), strict=True)
    return [shape if fits else UNPLACED if on_earth else NO_DEGREES for shape, fits, on_earth in rows]


def _projected(shapes: Shapes, source: CRS, target: CRS) -> tuple[Shapes, Mask]:
    """Shapes in another CRS, their long edges split, and which of them could be projected."""
    try:
        transformer = Transformer.from_crs(source, target, always_xy=True)
        bounds = shapely.bounds(shapes)
        longest = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
        part = np.maximum(longest / EDGE_PARTS, 1e-12)
        crowding = max(1.0, float((shapely.length(shapes) / part).sum()) / MAX_PARTS)
        return _moved(shapely.segmentize(shapes, part * crowding), transformer.transform)
    except (ProjError, ShapelyError) as error:
        raise AreaError(
            f"There is no way from the CRS of the polygons ({source.name}) to that of the images ({target.name}); "
            "save the polygons in the images' CRS, for example with QGIS."
        ) from error


def _moved(shapes: Shapes, move: Callable[[Numbers, Numbers], Sequence[Numbers]]) -> tuple[Shapes, Mask]:
    """Shapes with other coordinates, and which of them have; those that would reach out of all bounds stay."""
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    with np.errstate(all="ignore"):  # coordinates that cannot be projected are infinite
        moved = np.stack(move(points[:, 0], points[:, 1]), axis=1)
        is_lost = ~(np.abs(moved) < FARTHEST).all(1)
    fits = np.ones(len(shapes), bool)
    fits[owner[is_lost]] = False
    stays = ~fits[owner]
    moved[stays] = points[stays]
    return shapely.set_coordinates(shapes.copy(), moved), fits


def _is_on_earth(shapes: Sequence[BaseGeometry], crs: CRS) -> Mask:
    """(n,) whether degrees are such; in other CRS it is always so."""
    if not crs.is_geographic:
        return np.ones(len(shapes), bool)
    bounds = np.abs(shapely.bounds(list(shapes)))
    longitude, latitude = BEYOND_EARTH
    inside: Mask = (bounds[:, ::2].max(1) <= longitude) & (bounds[:, 1::2].max(1) <= latitude)
    return inside


def on_grid(shapes: Sequence[BaseGeometry | str], size: tuple[int, int]) -> list[bool]:
    """Whether each shape in pixels shares area with a grid of (height, width)."""
    frame = shapely.box(0, 0, size[1], size[0])
    shapely.prepare(frame)
    array = np.array([None, *(None if isinstance(shape, str) else shape for shape in shapes)], object)[1:]
    found: list[bool] = (shapely.intersects(frame, array) & ~shapely.touches(frame, array)).tolist()
    return found


@dataclass(frozen=True, slots=True)
class WayOut:
    """What would bring shapes onto a grid that lie elsewhere as they were read."""

    reading: str
    """How to read them instead."""
    in_file: str
    """What to do with the file."""
    in_numbers: str
    """What to do with the numbers of a box."""


def way_out(shapes: Sequence[BaseGeometry], crs: CRS | None, grid: Georeference) -> WayOut | None:
    """How shapes would lie on a grid that do not; None where nothing is found.

    Args:
        shapes: as their file has them.
        crs: what the file says; None where it says nothing.
        grid: that of the images.
    """
    some = shapes[:GUESSED]
    turned = [shapely.transform(shape, lambda points: points[:, ::-1]) for shape in some]
    if crs is not None and _any_on(turned, crs, grid):
        order = f"write {'longitude before latitude' if crs.is_geographic else 'x before y'}"
        return WayOut("with its two coordinates swapped", f"{order} and save it again", order)
    for guess in (CRS.from_user_input(grid.crs), CRS.from_epsg(3857), degrees()):
        is_new = crs is None or not guess.equals(crs, ignore_axis_order=True)
        if is_new and _any_on(some, guess, grid):
            code = ":".join(guess.to_authority() or ())
            name = "longitude and latitude" if guess.is_geographic else f"{guess.name} ({code})" if code else guess.name
            save = "assign that CRS in QGIS and save it as a GeoPackage"
            return WayOut(f"read as {name}", save, f"write @{code or grid.crs} after the box")
    return None


def _any_on(shapes: Sequence[BaseGeometry], crs: CRS, grid: Georeference) -> bool:
    if not _is_on_earth(shapes, crs).any():
        return False
    try:
        placed = in_pixels(shapes, crs, grid)
    except AreaError:
        return False
    return any(on_grid(placed, (grid.height, grid.width)))
