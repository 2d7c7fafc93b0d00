"""Regularised outlines of buildings, with straight walls and right angles, by buildingregulariser. Knows no pixels.

Measured areas stay those of the pixels; only the outline changes.
"""

from __future__ import annotations

import math
import warnings

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import CRS

from tools.rasters.georeference import Georeference

MIN_IOU = 0.7
"""Intersection over union with the outline along the pixels, below which the latter is kept."""
SIMPLIFY_PX, PARALLEL_PX = 2.5, 3.0
"""Tolerances in pixels of simplifying walls and of merging parallel walls; smaller values leave staircases."""


def regularised(table: gpd.GeoDataFrame, grid: Georeference | None) -> gpd.GeoDataFrame:
    """The same table with regular outlines of buildings, in the same CRS, and a column `regularised`.

    Args:
        table: as by `tools.outputs.vectors.outlines`.
        grid: of the pair; None where outlines are in pixels.
    """
    buildings = table[table["class"] == "building"].set_index("id").geometry
    with_outlines = table.assign(regularised=False)
    if buildings.empty:
        return with_outlines
    projected, side = _projected(buildings, grid)
    regular = _regularise(projected, side)
    similar = _iou(regular, projected) >= MIN_IOU
    outlines = regular.where(similar, projected)
    with_outlines.loc[table["class"] == "building", "regularised"] = similar.to_numpy()
    with_outlines.loc[table["class"] == "building", "geometry"] = (
        outlines.to_numpy() if table.crs is None else outlines.to_crs(table.crs).to_numpy()
    )
    return with_outlines


def _projected(buildings: gpd.GeoSeries, grid: Georeference | None) -> tuple[gpd.GeoSeries, float]:
    """Outlines in a projected CRS, in which right angles hold, and the side of a pixel there."""
    if grid is None:
        return buildings, 1.0
    if CRS.from_user_input(buildings.crs).is_projected:
        return buildings, math.sqrt(abs(grid.transform.determinant))
    return buildings.to_crs(buildings.estimate_utm_crs()), grid.resolution_m


def _regularise(projected: gpd.GeoSeries, side: float) -> gpd.GeoSeries:
    """Regular outlines by id; none where the library found none."""
    from buildingregulariser import regularize_geodataframe

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="buildingregulariser")  # where it fails the old outline stays
        pieces = regularize_geodataframe(
            gpd.GeoDataFrame({"id": projected.index}, geometry=projected.to_numpy(), crs=projected.crs),
            simplify_tolerance=SIMPLIFY_PX * side,
            parallel_threshold=PARALLEL_PX * side,
            allow_45_degree=False,
            allow_circles=False,
            num_cores=1,
            include_metadata=True,
        )
    pieces = pieces[pieces["iou"] > 0]
    whole = pieces.set_geometry(pieces.geometry.make_valid()).dissolve("id").geometry.reindex(projected.index)
    return whole.where(whole.geom_type.isin(["Polygon", "MultiPolygon"]))


def _iou(one: gpd.GeoSeries, other: gpd.GeoSeries) -> pd.Series:
    """Intersection over union, 0 where one is missing."""
    first, second = one.to_numpy(), other.to_numpy()
    both, either = shapely.intersection(first, second), shapely.union(first, second)
    return pd.Series(shapely.area(both) / shapely.area(either), index=other.index).fillna(0.0)
