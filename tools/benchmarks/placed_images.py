"""Photographs without a place on earth, written with one, so that areas can be told in square metres."""

from __future__ import annotations

from pathlib import Path

import rasterio
from affine import Affine
from rasterio.crs import CRS

from mci_model.settings import TRAINED_RESOLUTION_M
from tools.benchmarks.sample_pairs import ORIGIN, SAMPLE_CRS
from tools.rasters.opener import open_source


def with_place(image: Path, folder: Path, side_m: float = TRAINED_RESOLUTION_M) -> Path:
    """Write an image as a GeoTIFF in `folder`, with UTM coordinates; one that has a place is left as it is.

    Args:
        image: photograph or bands.
        folder: where the file goes.
        side_m: ground size of a pixel, metres; that of the training data where it is left out.

    Raises:
        RasterError: the image cannot be read.
        OSError: the folder cannot be written.
    """
    target = folder / f"{image.stem}-{image.parent.name}.tif"
    grid = Affine(side_m, 0, ORIGIN[0], 0, -side_m, ORIGIN[1])
    raster = open_source(image)
    if raster.georeference is not None:
        return image
    with raster.reading() as source:
        pixels = source.read()
        profile = {"count": source.count, "dtype": source.dtypes[0], "height": source.height, "width": source.width}
        with rasterio.open(
            target, "w", driver="GTiff", crs=CRS.from_string(SAMPLE_CRS), transform=grid, compress="DEFLATE", **profile
        ) as file:
            file.write(pixels)
            file.update_tags(**source.tags())
            for band, name in enumerate(source.descriptions, 1):
                file.set_band_description(band, name or "")
    return target
