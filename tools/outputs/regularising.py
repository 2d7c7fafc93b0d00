"""Outlines of buildings drawn as buildings are built: straight walls and right angles. Knows no pixels.

The measured numbers stay those of the pixels; only the drawn outline changes. By buildingregulariser.
"""

from __future__ import annotations

import math
import warnings

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import CRS

from tools.rasters.georeference import Georeference

LIKE = 0.7
"""Intersection over union with the outline along the pixels, below which that one is kept."""
SIMPLIFIED, PARALLEL = 2.5, 3.0
"""Pixels by which a wall may leave the outline, and within which two parallel walls become one: less leaves stairs."""


def regularised(table: gpd.GeoDataFrame, grid: Georeference | None) -> gpd.GeoDataFrame:
    """The same table with regular outlines of buildings, in the same CRS, and a column that tells which they are.

    Args:
        table: as by `tools.outputs.vectors.outlines`.
        grid: of the pair; None where outlines are in pixels.
    """
    houses = table[table["class"] == "building"].set_index("id").geometry
    drawn = table.assign(regularised=False)
    if houses.empty:
        return drawn
    flat, side = _flat(houses, grid)
    straight = _straight(flat, side)
    like = _likeness(straight, flat) >= LIKE
    chosen = straight.where(like, flat)
    drawn.loc[table["class"] == "building", "regularised"] = like.to_numpy()
    drawn.loc[table["class"] == "building", "geometry"] = (
        chosen.to_numpy() if table.crs is None else chosen.to_crs(table.crs).to_numpy()
    )
    return drawn


def _flat(houses: gpd.GeoSeries, grid: Georeference | None) -> tuple[gpd.GeoSeries, float]:
    """Outlines on a plane where right angles are right, and the side of a pixel there."""
    if grid is None:
        return houses, 1.0
    if CRS.from_user_input(houses.crs).is_projected:
        return houses, math.sqrt(abs(grid.transform.determinant))
    return houses.to_crs(houses.estimate_utm_crs()), grid.resolution_m


def _straight(flat: gpd.GeoSeries, side: float) -> gpd.GeoSeries:
    """Regular outlines by id; none where the library found none."""
    from buildingregulariser import regularize_geodataframe

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="buildingregulariser")  # what it gives up on keeps its outline here
        pieces = regularize_geodataframe(
            gpd.GeoDataFrame({"id": flat.index}, geometry=flat.to_numpy(), crs=flat.crs),
            simplify_tolerance=SIMPLIFIED * side,
            parallel_threshold=PARALLEL * side,
            allow_45_degree=False,
            allow_circles=False,
            num_cores=1,
            include_metadata=True,
        )
    pieces = pieces[pieces["iou"] > 0]
    whole = pieces.set_geometry(pieces.geometry.make_valid()).dissolve("id").geometry.reindex(flat.index)
    return whole.where(whole.geom_type.isin(["Polygon", "MultiPolygon"]))


def _likeness(one: gpd.GeoSeries, other: gpd.GeoSeries) -> pd.Series:
    """Intersection over union, 0 where one is missing."""
    first, second = one.to_numpy(), other.to_numpy()
    both, either = shapely.intersection(first, second), shapely.union(first, second)
    return pd.Series(shapely.area(both) / shapely.area(either), index=other.index).fillna(0.0)
