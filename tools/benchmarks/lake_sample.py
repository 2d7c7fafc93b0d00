"""A drawn pair of Sentinel-2 bands, 10 m a pixel: a lake shrinks and part of a forest burns."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.crs import CRS

from tools.benchmarks.sample_pairs import SAMPLE_CRS

SIDE, RESOLUTION_M = 300, 10.0
ORIGIN = (640_000.0, 3_390_000.0)
BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
FACTOR = 10_000
"""Stored numbers for a reflectance of 1, as Level-2A stores them."""
GROUNDS = {
    "forest": (0.03, 0.05, 0.04, 0.45, 0.15, 0.07),
    "field": (0.08, 0.10, 0.15, 0.25, 0.30, 0.25),
    "meadow": (0.04, 0.07, 0.05, 0.40, 0.22, 0.12),
    "water": (0.06, 0.05, 0.03, 0.01, 0.01, 0.01),
    "shore": (0.12, 0.15, 0.19, 0.26, 0.34, 0.30),
    "burnt": (0.05, 0.06, 0.08, 0.12, 0.25, 0.30),
}
"""Typical reflectance of each ground in BANDS."""
DAYS = ("2019-06-20", "2023-06-24")
Mask = npt.NDArray[np.bool_]


def write_lake(folder: Path, seed: int = 7) -> tuple[Path, Path]:
    """Draw both dates into a folder, named by their days; the earlier one first."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = np.random.default_rng(seed)
    rough = cv2.resize(dice.random((14, 14)), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
    patches = cv2.resize(dice.integers(0, 2, (10, 10)).astype(np.uint8), (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
    wooded = rough > 0.5
    first = np.where(wooded, "forest", np.where(patches > 0, "field", "meadow"))
    second = first.copy()
    full, left, fire = (_disc(rough, *where) for where in ((95, 190, 62), (100, 196, 44), (215, 90, 58)))
    first[full] = "water"
    second[full] = "shore"
    second[left] = "water"
    second[fire & wooded & ~full] = "burnt"
    paths = tuple(folder / f"lake_{day}.tif" for day in DAYS)
    for path, grounds in zip(paths, (first, second), strict=True):
        _write(path, grounds, dice)
    return paths[0], paths[1]


def _disc(rough: npt.NDArray[np.float64], row: int, column: int, radius: int) -> Mask:
    """A disc with an uneven rim."""
    rows, columns = np.mgrid[:SIDE, :SIDE]
    return np.asarray(np.hypot(rows - row, columns - column) < radius * (0.75 + 0.5 * rough))


def _write(path: Path, grounds: npt.NDArray[np.str_], dice: np.random.Generator) -> None:
    bands = np.zeros((len(BANDS), SIDE, SIDE))
    for name, reflectance in GROUNDS.items():
        bands[:, grounds == name] = np.array(reflectance)[:, None]
    texture = 1 + 0.02 * cv2.GaussianBlur(dice.standard_normal((SIDE, SIDE)), (0, 0), 1.2)
    stored = np.clip(bands * texture * FACTOR, 1, FACTOR).round().astype(np.uint16)
    transform = Affine(RESOLUTION_M, 0, ORIGIN[0], 0, -RESOLUTION_M, ORIGIN[1])
    shape = {"count": len(BANDS), "height": SIDE, "width": SIDE, "dtype": "uint16", "compress": "DEFLATE"}
    with rasterio.open(
        path, "w", driver="GTiff", crs=CRS.from_string(SAMPLE_CRS), transform=transform, **shape
    ) as file:
        file.write(stored)
        file.descriptions = BANDS
