"""A drawn town of four houses that come and go over the years, and a predictor that sees their roofs."""

import numpy as np
import rasterio
from affine import Affine

from tests.factories.predictors import RoofPredictor
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.workspace import Workspace

SIDE, GROUND, ROOF = 128, 90, 240
HOUSES = {"a": (10, 10), "b": (10, 60), "c": (60, 10), "d": (60, 60)}
STANDING = {2012: "a", 2014: "abc", 2016: "bcd", 2018: "bd"}


def drawn(names, seed):
    noise = np.random.default_rng(seed).integers(-8, 8, (SIDE, SIDE, 1))
    image = np.full((SIDE, SIDE, 3), GROUND, np.int64) + noise
    for name in names:
        top, left = HOUSES[name]
        image[top : top + 20, left : left + 24] = ROOF
    return image.astype(np.uint8)


def write(path, image, transform):
    profile = {"width": SIDE, "height": SIDE, "count": 3, "dtype": "uint8", "crs": "EPSG:32614"}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", transform=transform, **profile) as file:
        file.write(np.moveaxis(image, -1, 0))
    return path


def open_town(folder, standing=STANDING, metres=0.5):
    """A workspace with the series of a town: for each year the houses that stand."""
    place = Affine(metres, 0, 600_000, 0, -metres, 3_400_000)
    files = [write(folder / f"town_{year}-06-01.tif", drawn(names, year), place) for year, names in standing.items()]
    space = Workspace(folder / "work", RoofPredictor)
    space.open_series(files)
    return space
