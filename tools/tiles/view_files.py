"""Files that map tiles are read from: both dates as a person sees them, and the numbers of the objects, as COGs.

They are made when a map is first looked at, lie beside what was found, and may be deleted at any time.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, Resampling
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.change.change_map import ChangeMap
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import Warp, map_profile, write_cog
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference
from tools.tiles.view_grid import CRS_NAME, ViewGrid
from tools.types import Date

QUICK: dict[str, object] = {"compress": None}
"""Of drafts, which are gone when the file is there."""
QUALITY = 90
"""Of JPEG; nothing is measured on these files."""


def write_view(folder: Path, pair: ImagePair, date: Date, grid: ViewGrid) -> Path:
    """A date in the colours of `pair.stretch`, transparent where either date holds no data; written once."""
    path = folder / f"view-{date}.tif"
    if path.exists():
        return path
    profile = map_profile(pair.size, pair.georeference) | QUICK | {"count": 3, "dtype": "uint8"}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        with pair.reading() as reader:
            for window in blocks(pair.size, LABEL_BLOCK):
                part = reader.read(window)
                colours = part.before if date == "before" else part.after
                file.write(colours.transpose(2, 0, 1), window=_place(window))
                # A mask, for with a fourth band GDAL makes JPEG by way of a driver (VRT) that is kept shut.
                file.write_mask(np.where(part.valid, 255, 0).astype(np.uint8), window=_place(window))

    warp = _warp(grid, Resampling.bilinear)
    write_cog(path, profile, fill, warp, compress="JPEG", quality=QUALITY, overview_resampling="average")
    return path


def write_numbers(found: ChangeMap, grid: ViewGrid) -> Path:
    """Numbers of the objects with overviews, of each map once; what is unknown is a value like others."""
    path = found.raster.with_name(f"view-{found.raster.name}")
    if path.exists():
        return path
    profile = map_profile(found.size, found.georeference) | {"count": 1, "dtype": "uint32"}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        for window in blocks(found.size, LABEL_BLOCK):
            file.write(found.ids(window), 1, window=_place(window))

    warp = _warp(grid, Resampling.nearest)
    write_cog(path, profile, fill, warp, compress="DEFLATE", overview_resampling="nearest")
    return path


def write_index_view(source: Path, size: tuple[int, int], place: Georeference | None, grid: ViewGrid) -> Path:
    """A map file of an index on the grid of the map; written again when the map file is newer."""
    path = source.with_name(f"view-{source.name}")
    if path.exists() and path.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return path
    profile = map_profile(size, place) | {"count": 1, "dtype": "float32", "nodata": float("nan")}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        with rasterio.open(source, driver="GTiff") as measured:
            for window in blocks(size, LABEL_BLOCK):
                file.write(measured.read(1, window=_place(window)), 1, window=_place(window))

    warp = _warp(grid, Resampling.bilinear)
    write_cog(path, profile, fill, warp, compress="DEFLATE", predictor="YES", overview_resampling="average")
    return path


def write_cover_view(source: Path, size: tuple[int, int], place: Georeference | None, grid: ViewGrid) -> Path:
    """A map file of land cover on the grid of the map, with its table of colours; written again when it is newer."""
    path = source.with_name(f"view-{source.name}")
    if path.exists() and path.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return path
    with without_gdal_warnings(), rasterio.open(source, driver="GTiff") as made:
        kind, colours = made.dtypes[0], made.colormap(1) if made.colorinterp[0] == ColorInterp.palette else None
    profile = map_profile(size, place) | {"count": 1, "dtype": kind, "nodata": 0}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        if colours is not None:
            file.write_colormap(1, colours)
        with rasterio.open(source, driver="GTiff") as made:
            for window in blocks(size, LABEL_BLOCK):
                file.write(made.read(1, window=_place(window)), 1, window=_place(window))

    write_cog(path, profile, fill, _warp(grid, Resampling.nearest), compress="DEFLATE", overview_resampling="nearest")
    return path


def _warp(grid: ViewGrid, resampling: Resampling) -> Warp | None:
    return Warp(CRS_NAME, grid.transform, grid.width, grid.height, resampling) if grid.placed else None


def _place(window: Window) -> FileWindow:
    return FileWindow(window.left, window.top, window.width, window.height)
