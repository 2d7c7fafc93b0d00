"""How a scene is cut into cells, and the bounding box of a cell in degrees. Knows no pixel values and no store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from mci_model.inference.windows import SIDE
from mci_model.prediction import Window
from tools.rasters.georeference import Bounds, Georeference

EDGE_POINTS = 9
"""Points along each edge of a cell that are transformed to degrees, in which straight edges bend."""


def cut(size: tuple[int, int], side: int = SIDE) -> Iterator[Window]:
    """Cells that cover (height, width) without overlap, row by row.

    None is longer than `side`, and all are of one size but for a pixel: a scene a little larger than a cell is cut in
    halves, since a sliver at its edge would be useless for searching.
    """
    for top, bottom in _evenly(size[0], side):
        for left, right in _evenly(size[1], side):
            yield Window(top, left, bottom - top, right - left)


def _evenly(extent: int, side: int) -> list[tuple[int, int]]:
    count = -(-extent // side)
    edges = [extent * number // count for number in range(count + 1)]
    return list(pairwise(edges))


def degrees(grid: Georeference) -> Bounds | None:
    """West, south, east and north of a grid on WGS 84; None where it has no position.

    West is greater than east across the 180th meridian.
    """
    steps, zeros, ones = np.linspace(0, 1, EDGE_POINTS), np.zeros(EDGE_POINTS), np.ones(EDGE_POINTS)
    columns = np.concatenate([steps, steps, zeros, ones]) * grid.width
    rows = np.concatenate([zeros, ones, steps, steps]) * grid.height
    longitudes, latitudes = grid.lonlats(columns, rows)
    if not (np.isfinite(longitudes).all() and np.isfinite(latitudes).all()):
        return None
    first = float(longitudes[0])
    offsets = (longitudes - first + 180) % 360 - 180
    west, east = (_wrapped(first + float(end)) for end in (offsets.min(), offsets.max()))
    return west, float(latitudes.min()), east, float(latitudes.max())


def middle_of(bbox: Bounds) -> tuple[float, float]:
    """Longitude and latitude of the middle of what `degrees` gives."""
    west, south, east, north = bbox
    return _wrapped(west + (east - west) % 360 / 2), (south + north) / 2


def _wrapped(longitude: float) -> float:
    """Between -180 and 180 degrees; both ends stay what they are."""
    return longitude if -180 <= longitude <= 180 else (longitude + 180) % 360 - 180
