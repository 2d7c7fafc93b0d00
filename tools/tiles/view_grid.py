"""The grid on which a map on a screen shows a pair: Web Mercator, aligned with the tiles of a zoom level.

Pairs without a place on earth, and places that Web Mercator cannot show whole, are shown on the grid of their own
pixels. Tile matrix sets are those of morecantile and rio-tiler.
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
NORTHMOST = 85.0
"""Degrees of latitude beyond which Web Mercator ends."""
WIDEST = 4.0
"""Times as many pixels as the pair has: of a strip that lies askew no more are shown, but larger ones."""
COARSEST = 8.0
"""Times as long as a side of the pair's pixels; a grid that needs more, such as one around the world, is not taken."""
TILE = 256


@dataclass(frozen=True)
class ViewGrid:
    """Where the pixels of a map lie."""

    placed: bool
    """On Web Mercator; else they are the pair's own, and places are columns and rows."""
    width: int
    height: int
    transform: Affine
    """Of pixels to metres of Web Mercator; nothing at all for the pair's own pixels."""
    zoom: int
    """Level at which a pixel of a tile is one of the grid."""
    least_zoom: int
    """Level at which a single tile is about the whole."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(west, south, east, north) in degrees; (left, bottom, right, top) in pixels where nothing is placed."""
        left, top = self.transform @ (0, 0)
        right, bottom = self.transform @ (self.width, self.height)
        if not self.placed:
            return left, bottom, right, top
        back = Transformer.from_crs(CRS_NAME, "EPSG:4326", always_xy=True)
        west, south, east, north = (*back.transform(left, bottom), *back.transform(right, top))
        return float(west), float(south), float(east), float(north)

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """Column and row of a place: longitude and latitude, or column and row where nothing is placed."""
        if not self.placed:
            return x, y
        forth = Transformer.from_crs("EPSG:4326", CRS_NAME, always_xy=True)
        column, row = ~self.transform @ forth.transform(x, y)
        return float(column), float(row)

    def tile(self, zoom: int, column: int, row: int) -> tuple[float, float, float, float]:
        """(left, top, right, bottom) of a tile in pixels of the grid; may reach beyond it."""
        x, y = MERCATOR.matrix(self.zoom).pointOfOrigin if self.placed else (0.0, 0.0)
        first, above = ~self.transform @ (x, y)
        side = TILE * 2.0 ** (self.zoom - zoom)  # not of the matrix set, which ends at level 24
        left, top = round(first) + column * side, round(above) + row * side
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
        forth = Transformer.from_crs(CRS.from_user_input(grid.crs), CRS_NAME, always_xy=True)
        left, bottom, right, top = forth.transform_bounds(*grid.bounds, densify_pts=21)
        _, south, _, north = Transformer.from_crs(CRS_NAME, "EPSG:4326", always_xy=True).transform_bounds(
            left, bottom, right, top
        )
    except ProjError:
        return None
    if not all(map(math.isfinite, (left, bottom, right, top))) or max(abs(south), abs(north)) > NORTHMOST:
        return None
    middle = grid.lonlat(size[1] / 2, size[0] / 2)[1]
    own = grid.resolution_m / math.cos(math.radians(middle))
    most = WIDEST * max(size[0] * size[1], TILE * TILE)
    side = max(own, math.sqrt((right - left) * (top - bottom) / most))
    if side > COARSEST * own:
        return None
    zoom = int(MERCATOR.zoom_for_res(side, zoom_level_strategy="auto"))
    step = float(MERCATOR.matrix(zoom).cellSize)
    x, y = MERCATOR.matrix(zoom).pointOfOrigin
    first, above = math.floor((left - x) / step), math.floor((y - top) / step)
    width, height = math.ceil((right - x) / step) - first, math.ceil((y - bottom) / step) - above
    transform = Affine(step, 0, x + first * step, 0, -step, y - above * step)
    halvings = math.ceil(math.log2(max(1, max(width, height) / TILE)))
    least = max(0, zoom - halvings)
    return ViewGrid(placed=True, width=width, height=height, transform=transform, zoom=zoom, least_zoom=least)
