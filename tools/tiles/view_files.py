"""Files that map tiles are read from: both dates in display colours, and the ids of the objects, as COGs.

They are written when a map is first opened, beside the change map, and may be deleted at any time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import ColorInterp, Resampling
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.change.change_map import ChangeMap
from tools.errors import RoomError
from tools.pairs.pair import ImagePair
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import Warp, map_profile, write_cog
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference
from tools.tiles.view_grid import CRS_NAME, ViewGrid
from tools.types import Date

DRAFT: dict[str, object] = {"compress": None}
"""Profile of intermediate files, which are removed at the end."""
JPEG_QUALITY = 90
"""Of JPEG; nothing is measured on these files."""
DRAFT_BYTES = 4
"""Of a pixel of an intermediate file: three colours and a mask."""


def view_path(folder: Path, date: Date) -> Path:
    """Where `write_view` keeps a date; what lies there is whole."""
    return folder / f"view-{date}.tif"


def write_view(folder: Path, pair: ImagePair, date: Date, grid: ViewGrid, room: int | None = None) -> Path:
    """A date in the colours of `pair.stretch`, transparent where either date holds no data; written once.

    Args:
        folder: where it goes.
        pair: the pair.
        date: which of the two.
        grid: pixels of the map.
        room: bytes that may be taken meanwhile; None: as many as the disk has.

    Raises:
        RasterError: an image is damaged.
        RoomError: it would take more room than there is; nothing was written.
    """
    path = view_path(folder, date)
    if path.exists():
        return path
    _check_room(folder, pair, grid, room)
    profile = map_profile(pair.size, pair.georeference) | DRAFT | {"count": 3, "dtype": "uint8"}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        with pair.reading() as reader:
            for window in blocks(pair.size, LABEL_BLOCK):
                part = reader.read(window)
                colours = part.before if date == "before" else part.after
                file.write(colours.transpose(2, 0, 1), window=_file_window(window))
                # A mask, because for JPEG with a fourth band GDAL needs a driver (VRT) that is disabled.
                file.write_mask(np.where(part.valid, 255, 0).astype(np.uint8), window=_file_window(window))

    warp = _warp(grid, Resampling.bilinear)
    write_cog(path, profile, fill, warp, compress="JPEG", quality=JPEG_QUALITY, overview_resampling="average")
    return path


def write_numbers(change_map: ChangeMap, grid: ViewGrid) -> Path:
    """Object ids with overviews, once per map; no data is a value like others."""
    path = change_map.raster.with_name(f"view-{change_map.raster.name}")
    if path.exists():
        return path
    profile = map_profile(change_map.size, change_map.georeference) | {"count": 1, "dtype": "uint32"}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        for window in blocks(change_map.size, LABEL_BLOCK):
            file.write(change_map.ids(window), 1, window=_file_window(window))

    warp = _warp(grid, Resampling.nearest)
    write_cog(path, profile, fill, warp, compress="DEFLATE", overview_resampling="nearest")
    return path


def write_index_view(source: Path, size: tuple[int, int], georeference: Georeference | None, grid: ViewGrid) -> Path:
    """A map file of an index on the grid of the map; written again when the map file is newer."""
    path = source.with_name(f"view-{source.name}")
    if path.exists() and path.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return path
    profile = map_profile(size, georeference) | {"count": 1, "dtype": "float32", "nodata": float("nan")}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        with rasterio.open(source, driver="GTiff") as measured:
            for window in blocks(size, LABEL_BLOCK):
                file.write(measured.read(1, window=_file_window(window)), 1, window=_file_window(window))

    warp = _warp(grid, Resampling.bilinear)
    write_cog(path, profile, fill, warp, compress="DEFLATE", predictor="YES", overview_resampling="average")
    return path


def write_cover_view(source: Path, size: tuple[int, int], georeference: Georeference | None, grid: ViewGrid) -> Path:
    """A map file of land cover on the grid of the map, with its table of colours; written again when it is newer."""
    path = source.with_name(f"view-{source.name}")
    if path.exists() and path.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return path
    with without_gdal_warnings(), rasterio.open(source, driver="GTiff") as cover:
        kind, colours = cover.dtypes[0], cover.colormap(1) if cover.colorinterp[0] == ColorInterp.palette else None
    profile = map_profile(size, georeference) | {"count": 1, "dtype": kind, "nodata": 0}

    def fill(file: rasterio.io.DatasetWriter) -> None:
        if colours is not None:
            file.write_colormap(1, colours)
        with rasterio.open(source, driver="GTiff") as cover:
            for window in blocks(size, LABEL_BLOCK):
                file.write(cover.read(1, window=_file_window(window)), 1, window=_file_window(window))

    write_cog(path, profile, fill, _warp(grid, Resampling.nearest), compress="DEFLATE", overview_resampling="nearest")
    return path


def _check_room(folder: Path, pair: ImagePair, grid: ViewGrid, room: int | None) -> None:
    """Check that drafts on the pair's grid and on the map's fit, before any is written."""
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    left = free if room is None else min(room, free)
    needed = DRAFT_BYTES * (pair.size[0] * pair.size[1] + grid.width * grid.height)
    if needed > left:
        raise RoomError(
            f"The map of {pair.size[1]} x {pair.size[0]} px would take {needed / 1e6:,.0f} MB for a while, and "
            f"{max(0, left) / 1e6:,.0f} MB are left; open a smaller part of the images, or free some room."
        )


def _warp(grid: ViewGrid, resampling: Resampling) -> Warp | None:
    return Warp(CRS_NAME, grid.transform, grid.width, grid.height, resampling) if grid.placed else None


def _file_window(window: Window) -> FileWindow:
    return FileWindow(window.left, window.top, window.width, window.height)
