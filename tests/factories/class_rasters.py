"""Class maps on disk, as a person has them."""

import numpy as np
import rasterio
from affine import Affine

from tests.factories.bands import space
from tools.rasters.gdal_warnings import without_gdal_warnings

SIDE = 48


def patches(*values, side=SIDE, dtype="uint8"):
    """Patches of 8 x 8 px, each of one of these values, all of which occur."""
    dice = np.random.default_rng(len(values))
    tiles = dice.choice(values, (side // 8, side // 8))
    tiles.ravel()[: len(values)] = values
    return np.kron(tiles, np.ones((8, 8), int)).astype(dtype)


def write(path, numbers, pixel=10.0, place=True, colours=None, **profile):
    told = {"count": 1, "height": numbers.shape[0], "width": numbers.shape[1], "dtype": numbers.dtype}
    if place:
        told |= {"crs": "EPSG:32614", "transform": Affine(pixel, 0, 620_000, 0, -pixel, 3_350_000)}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **(told | profile)) as file:
        file.write(numbers, 1)
        if colours:
            file.write_colormap(1, colours)
    return path


def pair_of_classes(tmp_path, before, after, colours=None, **wish):
    files = [
        write(tmp_path / f"cover-{year}.tif", one, colours=colours) for year, one in ((2019, before), (2021, after))
    ]
    with without_gdal_warnings():
        return space(tmp_path, files, **wish)
