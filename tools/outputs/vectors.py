"""Changed objects as polygons and tables: GeoPackage, GeoJSON and CSV, as GIS programs open them."""

from __future__ import annotations

import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from affine import Affine
from pyproj import Geod
from rasterio.features import shapes
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from mci_model.prediction import Window
from tools.atomic_files import atomic_write
from tools.change.change_map import UNKNOWN_OBJECT, ChangedObject, ChangeMap
from tools.csv_cells import cell
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.georeference import Georeference

COLUMNS = (
    "id",
    "class",
    "status",
    "pixels",
    "area_m2",
    "perimeter_m",
    "probability",
    "touches_edge",
    "longitude",
    "latitude",
)
"""Of every table; area and perimeter are geodesic on WGS 84, the perimeter along the edges of pixels."""
COVER_COLUMNS = ("cover_before", "cover_after", "cover_share")
"""Of tables that hold regions of other change, too: land cover at either date, and the share of the region where it is
just this; empty for buildings and roads."""


def outlines(change_map: ChangeMap) -> gpd.GeoDataFrame:
    """One row per object that counts, with COLUMNS, its outline, and COVER_COLUMNS if other change was looked for.

    Outlines are in the pair's CRS; without one, in pixels from the top left corner, rows counted downwards as negative
    numbers, as GIS programs place such images.
    """
    grid = change_map.georeference
    shape_of = _shapes(change_map)
    if change_map.other is not None:
        shape_of |= _shapes(change_map.other)
    objects = change_map.everything
    table = gpd.GeoDataFrame(
        [_row(obj) for obj in objects], columns=list(COLUMNS), geometry=[shape_of[obj.id] for obj in objects]
    )
    if change_map.other is not None:
        told = [(*(obj.cover or (None, None)), obj.cover_share) for obj in objects]
        for place, column in enumerate(COVER_COLUMNS):
            table[column] = [row[place] for row in told]
    table = as_drawn(table, grid)
    if grid is not None and len(table):
        geod = Geod(ellps="WGS84")
        table["perimeter_m"] = [geod.geometry_length(line) for line in table.to_crs("EPSG:4326").boundary]
    return table


def outline(change_map: ChangeMap, obj: ChangedObject) -> BaseGeometry:
    """The outline of one object: in degrees on WGS 84; in pixels, rows counted downwards, without georeference."""
    top, left, bottom, right = obj.box
    numbers = change_map.ids(Window(top, left, bottom - top, right - left))
    place = Affine.translation(left, top)
    here = numbers == obj.id
    polygons = shapes(here.astype(np.uint8), mask=here, connectivity=4, transform=place)
    whole = gpd.GeoDataFrame(geometry=[shapely.union_all([shape(piece) for piece, _ in polygons])])
    if change_map.georeference is None:
        return whole.geometry[0]
    return as_drawn(whole, change_map.georeference).to_crs("EPSG:4326").geometry[0]


def as_drawn(table: gpd.GeoDataFrame, grid: Georeference | None) -> gpd.GeoDataFrame:
    """A table with shapes in pixels, in the grid's CRS instead; without one, with rows counted downwards."""
    place = Affine.scale(1, -1) if grid is None else grid.transform
    shapes = table.geometry.affine_transform([place.a, place.b, place.d, place.e, place.c, place.f])
    return table.set_geometry(shapes, crs=grid and grid.crs)


def _shapes(change_map: ChangeMap) -> dict[int, BaseGeometry]:
    """The outline of each object in pixels, merged across blocks."""
    is_counted = np.zeros(change_map.last_id + 1, bool)
    is_counted[[obj.id for obj in change_map.objects]] = True
    pieces: dict[int, list[BaseGeometry]] = defaultdict(list)
    for window in blocks(change_map.size, LABEL_BLOCK):
        ids = change_map.ids(window)
        ids[ids == UNKNOWN_OBJECT] = 0
        place = Affine.translation(window.left, window.top)
        # Straight neighbours only: pieces that touch at corners become one multi-polygon, which is valid everywhere.
        for outline, number in shapes(ids.astype(np.int32), mask=is_counted[ids], connectivity=4, transform=place):
            pieces[int(number)].append(shape(outline))
    return {number: shapely.union_all(parts) for number, parts in pieces.items()}


def _row(obj: ChangedObject) -> tuple[Any, ...]:
    longitude, latitude = obj.lonlat or (None, None)
    return (
        obj.id,
        obj.object_class,
        obj.status,
        obj.pixels,
        obj.area_m2,
        None,
        obj.probability,
        obj.touches_edge,
        longitude,
        latitude,
    )


def write_gpkg(
    path: Path, table: gpd.GeoDataFrame, layer: str | None = None, geometry_type: str = "MultiPolygon"
) -> None:
    """One layer, in the table's CRS, named as is said here, by the table, or else `changed_objects`."""
    name = layer or table.attrs.get("layer", "changed_objects")

    def write(partial: Path) -> None:
        how = {"driver": "GPKG", "layer": name, "engine": "pyogrio", "geometry_type": geometry_type}
        with warnings.catch_warnings():
            # An image without georeference is an ordinary input here, not a reason to warn.
            warnings.filterwarnings("ignore", "'crs' was not provided")
            table.to_file(partial, **how)

    atomic_write(path, write)


def write_geojson(path: Path, table: gpd.GeoDataFrame) -> None:
    """In degrees on WGS 84, as RFC 7946 requires; the table must have a CRS."""
    degrees = table.to_crs("EPSG:4326")
    # The layer is named in the file: by default after the partial file, whose name differs from run to run.
    how = {"driver": "GeoJSON", "engine": "pyogrio", "layer": path.stem, "RFC7946": "YES"}
    atomic_write(path, lambda partial: degrees.to_file(partial, **how))


def write_csv(path: Path, table: gpd.GeoDataFrame) -> None:
    """The same without outlines."""
    rows = table.drop(columns="geometry").rename(columns=cell).map(cell)
    atomic_write(path, lambda partial: rows.to_csv(partial, index=False))
