"""How fast a map with many changed objects answers: a tile of a class, and the area of interest from its file."""

from __future__ import annotations

import json
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.crs import CRS

from mci_model.settings import BUILDING, TRAINED_RESOLUTION_M
from tools.benchmarks.sample_pairs import ORIGIN, SAMPLE_CRS
from tools.pairs.pair import ImagePair
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.tiles.map_layers import MapLayers
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor

CELL, HOUSE = 8, 4
"""Pixels from one square house to the next, and along its side."""
CORNERS = 2_000
"""Of the polygon in the file of the area of interest."""
REPEATS = 30
Mask = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class MapSpeed:
    """Medians for a pair with so many changed objects."""

    objects: int
    class_tile_ms: float
    """A tile of the layer of buildings, from the check for a change map to the PNG."""
    area_of_interest_ms: float
    """The area of interest on the pair's grid; its file holds a polygon of CORNERS corners."""


def benchmark_map(objects: int, predictor: Callable[[Mask], ChangePredictor]) -> MapSpeed:
    """Measure a map of `objects` square houses that appeared.

    Args:
        objects: how many.
        predictor: makes a predictor of a mask, (H, W) class ids.
    """
    with tempfile.TemporaryDirectory(prefix="terradelta-bench-") as name:
        folder, mask = Path(name), _houses(objects)
        before, after = (_blank(folder / f"{date}.tif", mask.shape[0]) for date in ("before", "after"))
        network = predictor(mask)
        workspace = Workspace(folder / "work", lambda: network)
        pair = workspace.open(before, after)
        found = len(workspace.change(pair).objects)
        tile = _median_ms(_tile(workspace, pair))
        workspace.choose(replace(workspace.settings, area_of_interest=str(_circle(folder, pair))))
        return MapSpeed(found, tile, _median_ms(lambda: workspace.area_of_interest(pair)))


def _houses(count: int) -> Mask:
    """(side, side) class ids."""
    across = math.ceil(math.sqrt(count))
    mask = np.zeros((across * CELL, across * CELL), np.uint8)
    for number in range(count):
        top, left = (CELL * place for place in divmod(number, across))
        mask[top : top + HOUSE, left : left + HOUSE] = BUILDING
    return mask


def _blank(path: Path, side: int) -> Path:
    """A black picture, half a metre a pixel."""
    step, (left, top) = TRAINED_RESOLUTION_M, ORIGIN
    shape = {"height": side, "width": side, "count": 3, "dtype": "uint8", "photometric": "RGB"}
    place = {"crs": CRS.from_string(SAMPLE_CRS), "transform": Affine(step, 0, left, 0, -step, top)}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **shape, **place) as file:
        file.write(np.zeros((3, side, side), np.uint8))
    return path


def _tile(workspace: Workspace, pair: ImagePair) -> Callable[[], object]:
    """What is done for a tile in the middle of the map, as a page asks for it."""
    layers = MapLayers(workspace, pair)
    west, south, east, north = layers.grid.bounds
    zoom = layers.grid.zoom
    column, row = _tile_at((west + east) / 2, (south + north) / 2, zoom)

    def read() -> object:
        assert workspace.known_change(pair) is not None
        return layers.tile("building", zoom, column, row)

    return read


def _tile_at(longitude: float, latitude: float, zoom: int) -> tuple[int, int]:
    across = 2**zoom
    down = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return int((longitude + 180) / 360 * across), int(down * across)


def _circle(folder: Path, pair: ImagePair) -> Path:
    """A file of a polygon within the pair."""
    assert pair.georeference is not None
    side = pair.size[0]
    corners = [pair.georeference.lonlat(column, row) for column, row in _around(side / 2, 0.4 * side)]
    path = folder / "area.geojson"
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [[*corners, corners[0]]]}), encoding="utf-8")
    return path


def _around(middle: float, radius: float) -> Iterator[tuple[float, float]]:
    for number in range(CORNERS):
        angle = 2 * math.pi * number / CORNERS
        yield middle + radius * math.cos(angle), middle + radius * math.sin(angle)


def _median_ms(work: Callable[[], object]) -> float:
    """Milliseconds of work that was done once before; of this thread's own time, which other programs spoil less."""
    work()
    spent = list[float]()
    for _ in range(REPEATS):
        started = time.thread_time()
        work()
        spent.append(time.thread_time() - started)
    return 1000 * statistics.median(spent)
