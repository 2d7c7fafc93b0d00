"""Photographs without a place on earth, written with one, so that areas can be told in square metres."""

from __future__ import annotations

from pathlib import Path

import rasterio
from affine import Affine
from rasterio.crs import CRS

from mci_model.settings import TRAINED_RESOLUTION_M
from tools.benchmarks.sample_pairs import ORIGIN, SAMPLE_CRS
from tools.rasters.opener import open_source


def with_place(image: Path, folder: Path) -> Path:
    """Write an image as a GeoTIFF in `folder`, on empty ground with the pixel size of the training data.

    Raises:
        RasterError: the image cannot be read.
        OSError: the folder cannot be written.
    """
    target = folder / f"{image.stem}-{image.parent.name}.tif"
    grid = Affine(TRAINED_RESOLUTION_M, 0, ORIGIN[0], 0, -TRAINED_RESOLUTION_M, ORIGIN[1])
    with open_source(image).reading() as source:
        pixels = source.read()
        profile = {"count": source.count, "dtype": source.dtypes[0], "height": source.height, "width": source.width}
        with rasterio.open(
            target, "w", driver="GTiff", crs=CRS.from_string(SAMPLE_CRS), transform=grid, compress="DEFLATE", **profile
        ) as file:
            file.write(pixels)
    return target
