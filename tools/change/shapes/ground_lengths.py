"""Lengths between positions in pixels: metres along the geodesic on WGS 84, or pixels without georeference."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from pyproj import Geod
from scipy.spatial import cKDTree

from tools.change.change_map import ChangeMap
from tools.number_format import assumption
from tools.rasters.georeference import AREA_METHOD, Georeference

Points = npt.NDArray[np.float64]
"""(n, 2) columns and rows in pixels."""
WGS84 = Geod(ellps="WGS84")


def ground_method(change_map: ChangeMap) -> str:
    """How lengths and areas are brought to the ground, for the answer."""
    if change_map.georeference is not None:
        return AREA_METHOD
    if change_map.pixel_size_m is not None:
        return f"{assumption(change_map.pixel_size_m)}, since the images are not georeferenced"
    return "in pixels, since the images are not georeferenced"


def lengths(grid: Georeference | None, starts: Points, ends: Points) -> npt.NDArray[np.float64]:
    """(n,) distance of each start from its end."""
    if grid is None or not len(starts):
        apart: npt.NDArray[np.float64] = np.hypot(*(ends - starts).T)
        return apart
    from_there, to_there = _lonlat(grid, starts), _lonlat(grid, ends)
    _, _, metres = WGS84.inv(*from_there, *to_there)
    found: npt.NDArray[np.float64] = np.asarray(metres)
    return found


def nearest(grid: Georeference | None, points: Points, among: Points, rank: int = 1) -> npt.NDArray[np.float64]:
    """(n,) distance of each point from the nearest one `among` others; `rank` 2: from the second nearest.

    Which is the nearest is judged by the straight line through the earth, which orders points as the geodesic does.
    """
    tree = cKDTree(in_space(grid, among))
    _, places = tree.query(in_space(grid, points), k=[rank])
    return lengths(grid, points, among[places[:, 0]])


def in_space(grid: Georeference | None, points: Points) -> npt.NDArray[np.float64]:
    """(n, 3) metres from the centre of the earth; (n, 2) pixels without georeference."""
    if grid is None:
        return points
    longitude, latitude = (np.radians(degrees) for degrees in _lonlat(grid, points))
    normal = WGS84.a / np.sqrt(1 - WGS84.es * np.sin(latitude) ** 2)
    x, y = (normal * np.cos(latitude) * turned for turned in (np.cos(longitude), np.sin(longitude)))
    return np.stack([x, y, normal * (1 - WGS84.es) * np.sin(latitude)], axis=1)


def _lonlat(grid: Georeference, points: Points) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    return grid.lonlats(points[:, 0], points[:, 1])
