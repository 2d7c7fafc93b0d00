"""Parcels a second beside rasterstats, which reads them one by one, and seconds and memory of a whole answer."""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import geopandas as gpd
import numpy as np
import rasterio
import shapely
from affine import Affine
from rasterio.windows import Window as FileWindow

from mci_model.change_predictor import ChangePredictor
from tools.benchmarks.series.series_benchmark import peak_memory
from tools.errors import InputError
from tools.measurements.parcels.parcel_change import ParcelWish, parcel_change
from tools.parcels.parcel_grid import ParcelGrid
from tools.parcels.parcel_tally import ParcelTally
from tools.rasters.blocks import blocks
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

PIXEL_M = 10.0
CRS = "EPSG:32633"
PLACE = Affine(PIXEL_M, 0, 400_000, 0, -PIXEL_M, 5_700_000)
CODES = (10, 30, 40, 60)
"""Trees, grass, crops and bare ground of WorldCover."""
GAP_PX = 0.3
LOOPED = 1000
"""Parcels that rasterstats reads, of which the speed is told."""


@dataclass(frozen=True, slots=True)
class ParcelSpeed:
    """Speeds on one core, and a whole answer."""

    parcels: int
    side: int
    """Pixels of a side of the scene."""
    parcels_per_second: float
    """Pixels of each class in each parcel, shapes in memory, map read from its file."""
    rasterstats_per_second: float | None
    """zonal_stats(categorical=True) of the same map; None: it is not installed."""
    times_faster: float | None
    answer_seconds: float
    """Files read, land cover compared, parcels measured, table, map files and picture written."""
    answer_memory_mb: float
    """Largest memory of the process, MiB."""


def benchmark_parcels(parcels: int, side: int, seed: int = 0) -> ParcelSpeed:
    """Measure on a drawn scene of two class maps and about so many parcels."""
    with tempfile.TemporaryDirectory(prefix="terradelta-") as name:
        folder = Path(name)
        shapes = drawn_parcels(parcels, side, seed)
        maps = [write_classes(folder / f"map-{year}.tif", side, seed + year) for year in (2020, 2021)]
        table = gpd.GeoDataFrame({"id": [f"P{number}" for number in range(len(shapes))]}, geometry=shapes)
        ground = table.geometry.affine_transform([PLACE.a, PLACE.b, PLACE.d, PLACE.e, PLACE.c, PLACE.f])
        table = table.set_geometry(ground, crs=CRS)
        table.to_file(folder / "parcels.gpkg", engine="pyogrio")
        ours = len(shapes) / _seconds(shapes, maps[1], side)
        theirs = _rasterstats(table.iloc[:LOOPED], maps[1])
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
            seconds, memory = other.submit(_answer, folder, maps).result()
    return ParcelSpeed(len(shapes), side, ours, theirs, None if theirs is None else ours / theirs, seconds, memory)


def drawn_parcels(count: int, side: int, seed: int) -> list[shapely.Polygon]:
    """A lattice of about so many parcels with bent corners, in pixels, that cover a square scene."""
    rows = max(1, round(count**0.5))
    corners = np.stack(np.meshgrid(*[np.linspace(0, side, rows + 1)] * 2), axis=-1)
    inner = corners[1:-1, 1:-1]
    inner += np.random.default_rng(seed).uniform(-0.2, 0.2, inner.shape) * side / rows
    around = [corners[:-1, :-1], corners[:-1, 1:], corners[1:, 1:], corners[1:, :-1]]
    rings = np.stack(around, axis=2).reshape(-1, 4, 2)
    return list(shapely.buffer(shapely.polygons(rings), -GAP_PX, join_style="mitre"))


def write_classes(path: Path, side: int, seed: int) -> Path:
    """A class map of patches of 16 px, window by window."""
    profile = {"driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "uint8", "nodata": 0}
    profile |= {"tiled": True, "compress": "DEFLATE", "crs": CRS, "transform": PLACE}
    random = np.random.default_rng(seed)
    with rasterio.open(path, "w", **profile) as file:
        for window in blocks((side, side)):
            shape = -(-window.height // 16), -(-window.width // 16)
            patches = random.choice(np.array(CODES, np.uint8), shape).repeat(16, 0).repeat(16, 1)
            place = FileWindow(window.left, window.top, window.width, window.height)
            file.write(patches[: window.height, : window.width], 1, window=place)
    return path


def _seconds(shapes: list[shapely.Polygon], path: Path, side: int) -> float:
    started = time.perf_counter()
    tally = ParcelTally(ParcelGrid(shapes), 1 + max(CODES))
    with rasterio.open(path) as file:
        for window in blocks((side, side)):
            codes = file.read(1, window=FileWindow(window.left, window.top, window.width, window.height))
            tally.add(window, codes, np.ones((1, 1)))
    return time.perf_counter() - started


def _rasterstats(table: gpd.GeoDataFrame, path: Path) -> float | None:
    """Parcels a second."""
    try:
        from rasterstats import zonal_stats
    except ImportError:
        return None
    started = time.perf_counter()
    zonal_stats(table, str(path), categorical=True, boundless=False)
    return len(table) / (time.perf_counter() - started)


def _answer(folder: Path, maps: list[Path]) -> tuple[float, float]:
    """Seconds, and MiB of memory at most, of the answer on two class maps."""
    started = time.perf_counter()
    settings = RunSettings(zones=folder / "parcels.gpkg", zone_id="id", legend="worldcover")
    workspace = Workspace(folder / "out", _no_network, settings=settings)
    parcel_change(workspace, workspace.open(*maps), ParcelWish("trees", "lost", "trees lost > 30 %"))
    return time.perf_counter() - started, peak_memory()


def _no_network() -> ChangePredictor:
    raise InputError("Class maps are compared without the network.")
