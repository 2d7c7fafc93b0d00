"""A first, coarse view of both dates for map tiles of large pairs, made of a subsampled sketch in a second or two.

It stands in for the files of `view_files.py` until those are written, which takes minutes where a pair is large.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.enums import Resampling

from tools.pairs.pair import ImagePair
from tools.rasters.cog import Warp, map_profile, write_cog
from tools.rasters.georeference import Georeference
from tools.tiles.view_grid import CRS_NAME, ViewGrid
from tools.types import DATES, Date, Pixels

COARSE_SIDE = 1024
"""Pixels a side of a coarse view at most."""
FINE_UP_TO = 2048
"""Pixels a side up to which the files themselves are written as fast, so that no coarse view is needed."""


def is_large(pair: ImagePair) -> bool:
    """Whether the view files of a pair take so long that a coarse view comes first."""
    return max(pair.size) > FINE_UP_TO


def write_coarse(folder: Path, pair: ImagePair, date: Date, grid: ViewGrid) -> Path:
    """A date as in `write_view`, subsampled; both dates are written together, once.

    Its pixels divide the grid of the map evenly, so that places in it are those of the grid times one factor a side.

    Args:
        folder: where it goes.
        pair: the pair.
        date: which of the two is wanted.
        grid: pixels of the map.

    Raises:
        RasterError: an image is damaged.
    """
    paths = {name: folder / f"coarse-{name}.tif" for name in DATES}
    if all(path.exists() for path in paths.values()):
        return paths[date]
    with pair.reading() as reader:
        sketches = reader.sketches(COARSE_SIDE)
    valid = sketches[0].valid & sketches[1].valid
    for name, sketch in zip(DATES, sketches, strict=True):
        _write(paths[name], pair, pair.stretch.to_rgb(sketch), valid, grid)
    return paths[date]


def _write(path: Path, pair: ImagePair, colours: Pixels, valid: npt.NDArray[np.bool_], grid: ViewGrid) -> None:
    height, width = valid.shape
    profile = map_profile((height, width), _coarse(pair, height, width)) | {"count": 3, "dtype": "uint8"}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        file.write(colours.transpose(2, 0, 1))
        file.write_mask(np.where(valid, 255, 0).astype(np.uint8))

    write_cog(path, profile, fill, _warp(grid), compress="JPEG", quality=85, overview_resampling="average")


def _coarse(pair: ImagePair, height: int, width: int) -> Georeference | None:
    """The georeference of the pair in so many pixels."""
    fine = pair.georeference
    if fine is None:
        return None
    step = Affine.scale(pair.size[1] / width, pair.size[0] / height)
    return Georeference(fine.crs, fine.transform @ step, height, width)


def _warp(grid: ViewGrid) -> Warp | None:
    if not grid.placed:
        return None
    factor = max(1.0, max(grid.width, grid.height) / COARSE_SIDE)
    width, height = max(1, round(grid.width / factor)), max(1, round(grid.height / factor))
    transform = grid.transform @ Affine.scale(grid.width / width, grid.height / height)
    return Warp(CRS_NAME, transform, width, height, Resampling.bilinear)
