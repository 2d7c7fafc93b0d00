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
INDEX_BYTES = 10
"""That a TIFF takes for each block, even for one that is not there: its place and its length."""


def check_not_empty(path: Path, source: rasterio.DatasetReader) -> None:
    """Refuse a large file that holds next to nothing: it would take minutes to find that there is nothing to see.

    Raises:
        RasterError: it is nearly empty.
    """
    pixels, size = source.width * source.height, path.stat().st_size
    declared = pixels * source.count * np.dtype(source.dtypes[0]).itemsize
    if pixels > FREE_PIXELS and declared > MAX_PACKED * (size - INDEX_BYTES * _blocks(source)):
        raise RasterError(
            f"{shown(path)} declares {source.width} x {source.height} px in {size / 1000:,.0f} kB, so nearly all of "
            "it is empty; cut out the part that holds an image: gdal_translate -srcwin."
        )


def _blocks(source: rasterio.DatasetReader) -> int:
    """Number of blocks that a file is divided into."""
    rows, columns = source.block_shapes[0]
    count = -(-source.height // rows) * -(-source.width // columns)
    return count * source.count if source.profile.get("interleave") == "band" else count
