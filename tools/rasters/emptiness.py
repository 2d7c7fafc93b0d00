"""Files that declare far more pixels than their bytes can hold: nearly all of a sparse file is nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio

from tools.errors import RasterError
from tools.rasters.gdal_errors import shown

MAX_PACKED = 1_100
"""Bytes of pixels for each byte of a file: Deflate packs no image tighter than 1,032 to 1."""
FREE_PIXELS = 25_000_000
"""Up to so many a file may be as empty as it likes."""
SAMPLED = 16
"""Blocks along each side that are asked for."""
MIN_PRESENT = 0.01
"""Share of the sampled blocks that a large file must hold."""


def check_not_empty(path: Path, source: rasterio.DatasetReader) -> None:
    """Refuse a large file that holds next to nothing: it would take minutes to find that there is nothing to see.

    Raises:
        RasterError: it is nearly empty.
    """
    pixels, size = source.width * source.height, path.stat().st_size
    declared = pixels * source.count * np.dtype(source.dtypes[0]).itemsize
    if pixels > FREE_PIXELS and (declared > MAX_PACKED * size or _present(source) < MIN_PRESENT):
        raise RasterError(
            f"{shown(path)} declares {source.width} x {source.height} px in {size / 1000:,.0f} kB, so nearly all of "
            "it is empty; cut out the part that holds an image: gdal_translate -srcwin."
        )


def _present(source: rasterio.DatasetReader) -> float:
    """Share, 0-1, of evenly spread blocks of a GeoTIFF that are in the file; other formats hold all."""
    if source.driver != "GTiff":
        return 1.0
    height, width = source.block_shapes[0]
    sides = (-(-source.width // width), -(-source.height // height))
    columns, rows = (np.unique(np.linspace(0, side - 1, SAMPLED).astype(int)) for side in sides)
    there = [
        source.get_tag_item(f"BLOCK_OFFSET_{column}_{row}", "TIFF", bidx=1) is not None
        for row in rows
        for column in columns
    ]
    return float(np.mean(there))
