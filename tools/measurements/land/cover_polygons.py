"""What one kind of land lost and gained as polygons: connected pixels of one class before and one class after.

from-to raster -> outlines by code, window by window -> pieces that touch, merged -> a table with areas
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import rasterio
import shapely
from affine import Affine
from pyproj import Geod
from rasterio.features import shapes
from rasterio.windows import Window as FileWindow
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from tools.change.change_map import MIN_BAND_PIXELS
from tools.errors import UnknownFormatError
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.cover_maps import land_cover_transitions
from tools.measurements.land.from_to import Chosen, FromTo, from_to
from tools.measurements.land.land_change import Cover, classes_of
from tools.notices import notice
from tools.outputs.vectors import as_drawn
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.workspace import Workspace

LOST, GAINED = "lost", "gained"
COLUMNS = ("id", "change", "cover_before", "cover_after", "pixels", "area_m2", "longitude", "latitude")
"""`change` is lost or gained; areas are geodesic on WGS 84, or of square pixels where their size is assumed."""
LAYER = "changed_land"


@dataclass(frozen=True)
class LandPolygons:
    """The pieces of one kind of land that were lost or gained."""

    table: gpd.GeoDataFrame
    """With COLUMNS, the largest piece first; in the pair's CRS, or in pixels, rows counted downwards as negatives."""
    lost: Ground
    gained: Ground
    """Of the pieces in the table; shares are of the pixels that are known at both dates."""
    warnings: tuple[str, ...]
    """About the dates, the bands and the maps."""


def land_polygons(workspace: Workspace, pair: ImagePair, cover: Cover) -> LandPolygons:
    """The pieces of at least MIN_BAND_PIXELS that a kind of land lost and gained; pixels that touch at corners cohere.

    Raises:
        UnknownFormatError: burnt ground, which stands on no map of classes.
        MissingBandsError, LegendError, ReflectanceError, UnknownSensorError, PairError: as for `land_change`.
    """
    if cover == "burnt":
        raise UnknownFormatError(
            notice(
                "burnt-polygons",
                "Burnt ground is not written as polygons, since it is found by its burn ratio and not on a map of "
                "classes; ask where it burnt, or for a file of trees or vegetation, which tells what was lost.",
            )
        )
    found = land_cover_transitions(workspace, pair)
    names, codes = classes_of(found, cover), from_to(workspace, found)
    lost = codes.lost(names)
    pieces = list(_pieces(workspace.artefacts[found.layer].path, pair.size, lost | codes.gained(names)))
    table = _table(pieces, lost, codes, pair, workspace.settings.pixel_size_m)
    known = max(1, found.known.pixels)
    return LandPolygons(table, _ground(table, LOST, known), _ground(table, GAINED, known), found.warnings)


def _pieces(raster: Path, size: tuple[int, int], chosen: Chosen) -> Iterator[tuple[int, BaseGeometry]]:
    """Code and outline in pixels of each piece that is large enough."""
    parts: dict[int, list[BaseGeometry]] = defaultdict(list)
    with without_gdal_warnings(), rasterio.open(raster, driver="GTiff") as file:
        for window in blocks(size, LABEL_BLOCK):
            place = FileWindow(window.left, window.top, window.width, window.height)
            codes = file.read(1, window=place).astype(np.int32)
            moved = Affine.translation(window.left, window.top)
            for outline, code in shapes(codes, mask=chosen[codes], connectivity=4, transform=moved):
                parts[int(code)].append(shape(outline))
    for code, outlines in parts.items():
        yield from ((code, piece) for piece in _touching(outlines) if piece.area >= MIN_BAND_PIXELS)


def _touching(outlines: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Outlines that touch, at corners too, as one piece each."""
    first, second = shapely.STRtree(outlines).query(outlines, predicate="intersects")
    links = coo_array((np.ones(len(first), bool), (first, second)), shape=(len(outlines), len(outlines)))
    count, piece_of = connected_components(links, directed=False)
    members: list[list[BaseGeometry]] = [[] for _ in range(count)]
    for outline, piece in zip(outlines, piece_of.tolist(), strict=True):
        members[piece].append(outline)
    return [shapely.union_all(one) for one in members]


def _table(
    pieces: Sequence[tuple[int, BaseGeometry]], lost: Chosen, codes: FromTo, pair: ImagePair, pixel_m: float | None
) -> gpd.GeoDataFrame:
    ordered = sorted(pieces, key=lambda one: (-one[1].area, one[0], one[1].bounds))
    rows: list[tuple[Any, ...]] = [
        (number, LOST if lost[code] else GAINED, *codes.classes(code), round(piece.area), None, None, None)
        for number, (code, piece) in enumerate(ordered, 1)
    ]
    outlines = [piece for _, piece in ordered]
    table = as_drawn(gpd.GeoDataFrame(rows, columns=list(COLUMNS), geometry=outlines), pair.georeference)
    if pair.georeference is None:
        table["area_m2"] = table["pixels"] * pixel_m**2 if pixel_m is not None else None
    else:
        _place(table)
    table.attrs["layer"] = LAYER
    return table


def _place(table: gpd.GeoDataFrame) -> None:
    """Fill in areas on the ground, and a point in each piece."""
    degrees, geod = table.to_crs("EPSG:4326").geometry, Geod(ellps="WGS84")
    table["area_m2"] = [abs(geod.geometry_area_perimeter(one)[0]) for one in degrees]
    points = degrees.representative_point()
    table["longitude"], table["latitude"] = points.x, points.y


def _ground(table: gpd.GeoDataFrame, change: str, known: int) -> Ground:
    rows = table[table["change"] == change]
    pixels = int(rows["pixels"].sum())
    area = None if table["area_m2"].isna().any() else float(rows["area_m2"].sum())
    return Ground(pixels, pixels / known, area)
