"""Polygons drawn on a map as areas of interest that tools can read. Knows no screen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from tools.atomic_files import atomic_write
from tools.errors import AreaError
from tools.outputs.vectors import as_drawn, write_gpkg
from tools.pairs.areas import read_area_of_interest
from tools.pairs.pair import ImagePair
from tools.polygons.polygon_source import is_polygon_file
from tools.rasters.georeference import Georeference
from tools.tiles.view_grid import view_grid

MAX_CORNERS = 2_000
EARTH = (-180.0, -90.0, 180.0, 90.0)
Box = tuple[float, float, float, float]
"""(left, top, right, bottom) in pixels."""


def drawn_area(folder: Path, pair: ImagePair, geometry: Any) -> str:
    """A drawn polygon as text for `RunSettings.area_of_interest`: a file, or a box in pixels.

    Args:
        folder: where the file is written.
        pair: on whose map it was drawn.
        geometry: GeoJSON, from the map. Where the map shows the images' own pixels, columns and negative rows, of which
            the box around them is taken.

    Raises:
        AreaError: it is no polygon, or lies outside the images.
    """
    shape, grid = _polygon(geometry), pair.georeference
    if grid is not None and view_grid(pair).placed:
        return _checked(_in_degrees(folder, shape), pair)
    box = _box(shape, pair.size)
    return _checked(",".join(f"{side:.2f}" for side in box) if grid is None else _in_crs(folder, box, grid), pair)


def _polygon(geometry: Any) -> BaseGeometry:
    try:
        with np.errstate(all="ignore"):  # values that are not numbers are reported below
            shape = shapely.geometry.shape(geometry)
            is_polygon = shape.geom_type == "Polygon" and shapely.get_num_coordinates(shape) <= MAX_CORNERS
            is_polygon = is_polygon and shape.is_valid and shape.area > 0
    except (ShapelyError, AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise AreaError("What was drawn is no polygon; draw a rectangle or a polygon.") from error
    if not is_polygon:
        raise AreaError(
            f"What was drawn is no plain polygon of up to {MAX_CORNERS:,} corners; draw it again, no lines crossing."
        )
    return shape


def _in_degrees(folder: Path, shape: BaseGeometry) -> str:
    """A file of the polygon."""
    if not shapely.box(*EARTH).covers(shape):
        raise AreaError("What was drawn lies outside the images; draw it on them.")
    text = json.dumps(shapely.geometry.mapping(shape))
    path = folder / f"{_name(text)}.geojson"
    atomic_write(path, lambda partial: partial.write_text(text, encoding="utf-8"))
    return str(path)


def _box(shape: BaseGeometry, size: tuple[int, int]) -> Box:
    """Columns and rows, as they are counted, on the images."""
    left, low, right, high = shape.bounds
    columns, rows = np.clip([left, right], 0, size[1]), np.clip([-high, -low], 0, size[0])
    return float(columns[0]), float(rows[0]), float(columns[1]), float(rows[1])


def _in_crs(folder: Path, box: Box, grid: Georeference) -> str:
    """A file of the box, which need not be one in degrees."""
    path = folder / f"{_name(str(box))}.gpkg"
    write_gpkg(path, as_drawn(gpd.GeoDataFrame(geometry=[shapely.box(*box)]), grid))
    return str(path)


def _name(text: str) -> str:
    return f"area-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _checked(text: str, pair: ImagePair) -> str:
    """The text, checked now and not with the next answer; an unusable file is removed."""
    try:
        is_usable = np.isfinite(read_area_of_interest(text, pair).shape.area)  # half the earth has no finite area
    except (AreaError, ShapelyError):
        is_usable = False
    if not is_usable:
        if is_polygon_file(text):
            Path(text).unlink()
        raise AreaError("What was drawn lies outside the images, or is too small or too large; draw it on them.")
    return text
