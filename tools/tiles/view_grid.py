"""The display grid of a pair: Web Mercator, aligned with the tiles of a zoom level.

Pairs without georeference, and those that Web Mercator cannot show as a whole, are shown on their own pixel grid.
Tile matrix sets are those of morecantile and rio-tiler.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import morecantile
from affine import Affine
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError
from rio_tiler.io.rasterio import LocalTileMatrixSet

from tools.pairs.pair import ImagePair
from tools.rasters.georeference import Georeference

MERCATOR = morecantile.tms.get("WebMercatorQuad")
CRS_NAME = "EPSG:3857"
MAX_LATITUDE = 85.0
"""Degrees of latitude beyond which Web Mercator ends."""
MAX_PIXEL_RATIO = 4.0
"""Pixels of the grid per pixel of the pair: for a rotated strip the grid becomes coarser instead of larger."""
MAX_RESOLUTION_RATIO = 8.0
"""Grid resolution over the pair's; a grid that needs coarser pixels, such as one around the world, is not used."""
TILE = 256


@dataclass(frozen=True)
class ViewGrid:
    """Grid of the pixels of a map."""

    placed: bool
    """Whether it is on Web Mercator; else it is the pair's own pixel grid, and coordinates are columns and rows."""
    width: int
    height: int
    transform: Affine
    """From pixels to metres of Web Mercator; identity for the pair's own pixels."""
    zoom: int
    """Level at which a pixel of a tile is a pixel of the grid."""
    least_zoom: int
    """Level at which a single tile holds about the whole map."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) in degrees; (left, bottom, right, top) in pixels otherwise."""
        left, top = self.transform @ (0, 0)
        right, bottom = self.transform @ (self.width, self.height)
        if not self.placed:
            return left, bottom, right, top
        to_degrees = Transformer.from_crs(CRS_NAME, "EPSG:4326", always_xy=True)
        west, south, east, north = (*to_degrees.transform(left, bottom), *to_degrees.transform(right, top))
        return float(west), float(south), float(east), float(north)

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Column and row of a position: longitude and latitude, or column and row otherwise."""
        if not self.placed:
            return x, y
        to_mercator = Transformer.from_crs("EPSG:4326", CRS_NAME, always_xy=True)
        column, row = ~self.transform @ to_mercator.transform(x, y)
        return float(column), float(row)

    def tile(self, zoom: int, column: int, row: int) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of a tile in pixels of the grid; may reach beyond it."""
        x, y = MERCATOR.matrix(self.zoom).pointOfOrigin if self.placed else (0.0, 0.0)
        first_column, first_row = ~self.transform @ (x, y)
        side = TILE * 2.0 ** (self.zoom - zoom)  # not of the matrix set, which ends at level 24
        left, top = round(first_column) + column * side, round(first_row) + row * side
        return left, top, left + side, top + side


def view_grid(pair: ImagePair) -> ViewGrid:
    """The grid for a pair."""
    placed = None if pair.georeference is None else _mercator(pair.georeference, pair.size)
    if placed is not None:
        return placed
    height, width = pair.size
    local = LocalTileMatrixSet(width=width, height=height)
    whole = {"width": width, "height": height, "transform": Affine.identity()}
    return ViewGrid(placed=False, zoom=local.maxzoom, least_zoom=local.minzoom, **whole)


def _mercator(grid: Georeference, size: tuple[int, int]) -> ViewGrid | None:
    """On Web Mercator; None where it cannot show the whole."""
    try:
        to_mercator = Transformer.from_crs(CRS.from_user_input(grid.crs), CRS_NAME, always_xy=True)
        left, bottom, right, top = to_mercator.transform_bounds(*grid.bounds, densify_pts=21)
        _, south, _, north = Transformer.from_crs(CRS_NAME, "EPSG:4326", always_xy=True).transform_bounds(
            left, bottom, right, top
        )
    except ProjError:
        return None
    if not all(map(math.isfinite, (left, bottom, right, top))) or max(abs(south), abs(north)) > MAX_LATITUDE:
        return None
    middle = grid.lonlat(size[1] / 2, size[0] / 2)[1]
    resolution_m = grid.resolution_m / math.cos(math.radians(middle))
    max_pixels = MAX_PIXEL_RATIO * max(size[0] * size[1], TILE * TILE)
    side = max(resolution_m, math.sqrt((right - left) * (top - bottom) / max_pixels))
    if side > MAX_RESOLUTION_RATIO * resolution_m:
        return None
    zoom = int(MERCATOR.zoom_for_res(side, zoom_level_strategy="auto"))
    step = float(MERCATOR.matrix(zoom).cellSize)
    x, y = MERCATOR.matrix(zoom).pointOfOrigin
    first_column, first_row = math.floor((left - x) / step), math.floor((y - top) / step)
    width, height = math.ceil((right - x) / step) - first_column, math.ceil((y - bottom) / step) - first_row
    transform = Affine(step, 0, x + first_column * step, 0, -step, y - first_row * step)
    halvings = math.ceil(math.log2(max(1, max(width, height) / TILE)))
    least = max(0, zoom - halvings)
    return ViewGrid(placed=True, width=width, height=height, transform=transform, zoom=zoom, least_zoom=least)
