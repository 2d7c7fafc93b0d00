"""Pairs of scenes of any size for measuring: drawn squares in a shuffled mosaic, written row by row. Knows no network.

Drawing is slow, so a scene holds few different squares; each is laid many times, turned and mirrored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window as FileWindow

from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.settings import TRAINED_RESOLUTION_M
from tools.atomic_files import atomic_write
from tools.benchmarks.sample_pairs import ORIGIN, SAMPLE_CRS
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.types import DATES, Pixels

SQUARE = 256
"""Pixels a side of a drawn square, and of a tile in the files."""
SQUARES = 64
"""How many different squares are drawn."""
SEED = 1
POSES = 8
"""Ways to lay a square: four turns, each mirrored or not."""
Layout = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class DrawnScene:
    """A square pair in two files."""

    side: int
    """Pixels."""
    before: Path
    after: Path


def draw_scene(folder: Path, side: int, seed: int = SEED) -> DrawnScene:
    """Write a pair of side x side px, half a metre a pixel, into a folder; what is there already is used again.

    Memory is that of the drawn squares and one row of them, whatever the side.

    Args:
        folder: made where it is missing.
        side: pixels, at least SQUARE.
        seed: of the mosaic's order.

    Raises:
        OSError: the folder cannot be written.
    """
    before, after = (folder / f"drawn-{side}-{seed}-{date}.tif" for date in DATES)
    for date, path in enumerate((before, after)):
        if not path.exists():
            atomic_write(path, lambda partial, date=date: _write(partial, side, _strips(side, seed, date)))  # type: ignore[misc]
    return DrawnScene(side, before, after)


def _layout(side: int, seed: int) -> tuple[Layout, Layout]:
    """Which square lies where, and in which pose; both (rows, columns) of squares.

    All squares come equally often, so that scenes of any side hold as much of everything; no pose of one comes again
    before all have come.
    """
    across = -(-side // SQUARE)
    shuffled = np.random.default_rng((seed, side)).permutation(across**2).reshape(across, across)
    return shuffled % SQUARES, shuffled // SQUARES % POSES


def _strips(side: int, seed: int, date: int) -> Iterator[Pixels]:
    """The scene at one date from top to bottom, (h, side, 3) RGB a row of squares."""
    for top, numbers, poses in zip(range(0, side, SQUARE), *_layout(side, seed), strict=True):
        laid = [_posed(_square(int(number))[date], int(pose)) for number, pose in zip(numbers, poses, strict=True)]
        yield np.concatenate(laid, axis=1)[: side - top, :side]


@lru_cache(SQUARES)
def _square(number: int) -> tuple[Pixels, Pixels]:
    """(SQUARE, SQUARE, 3) RGB of both dates."""
    drawn = render(compose(number, SQUARE))
    return drawn.before, drawn.after


def _posed(square: Pixels, pose: int) -> Pixels:
    turned = np.rot90(square, pose % 4)
    return turned[:, ::-1] if pose >= 4 else turned


def _write(path: Path, side: int, strips: Iterator[Pixels]) -> None:
    resolution, (left, top) = TRAINED_RESOLUTION_M, ORIGIN
    shape = {"height": side, "width": side, "count": 3, "dtype": "uint8", "photometric": "RGB"}
    place = {"crs": CRS.from_string(SAMPLE_CRS), "transform": Affine(resolution, 0, left, 0, -resolution, top)}
    tiles = {"tiled": True, "blockxsize": SQUARE, "blockysize": SQUARE, "BIGTIFF": "IF_SAFER"}
    packed = {"compress": "DEFLATE", "zlevel": 1, "num_threads": "ALL_CPUS"}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **shape, **place, **tiles, **packed) as file:
        for row, strip in enumerate(strips):
            file.write(strip.transpose(2, 0, 1), window=FileWindow(0, row * SQUARE, side, len(strip)))
