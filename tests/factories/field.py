"""Rasters as the field has them, drawn small: two grounds side by side, written as archives and cameras write them."""

import numpy as np
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp

from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

SIDE = 64
FOREST = {"A": 0.02, "B": 0.03, "G": 0.05, "Y": 0.05, "R": 0.035, "RE": 0.12, "N": 0.21, "N2": 0.22, "S1": 0.09}
FOREST |= {"S2": 0.04, "X": 0.3}
BARE = {"A": 0.07, "B": 0.08, "G": 0.11, "Y": 0.13, "R": 0.15, "RE": 0.18, "N": 0.20, "N2": 0.21, "S1": 0.22}
BARE |= {"S2": 0.18, "X": 0.25}
NDVI_FOREST, NDVI_BARE = (0.21 - 0.035) / (0.21 + 0.035), (0.20 - 0.15) / (0.20 + 0.15)
RGB = (ColorInterp.red, ColorInterp.green, ColorInterp.blue)
BEFORE, AFTER = "2019-07-01", "2021-07-03"


def grounds(order, right, seed=0):
    """(bands, SIDE, SIDE) reflectance of bands in this order: forest on the left, `right` on the right."""
    data = np.empty((len(order), SIDE, SIDE))
    for place, key in enumerate(order):
        data[place, :, : SIDE // 2], data[place, :, SIDE // 2 :] = FOREST[key], right[key]
    return data * (1 + 0.01 * np.random.default_rng(seed).standard_normal(data.shape))


def write(path, data, side_m=10.0, dtype="uint16", names=None, colours=None, scales=None, tags=None, **profile):
    """Write bands of numbers with their names, colours and tags."""
    place = {"crs": "EPSG:32633", "transform": Affine(side_m, 0, 500_000, 0, -side_m, 5_300_000)}
    shape = {"count": len(data), "height": data.shape[1], "width": data.shape[2], "dtype": dtype}
    path.parent.mkdir(parents=True, exist_ok=True)
    with without_gdal_warnings(), rasterio.open(path, "w", **({"driver": "GTiff"} | shape | place | profile)) as file:
        file.write(data.astype(dtype) if dtype.startswith("float") else np.rint(data).astype(dtype))
        file.update_tags(**(tags or {}))
        if names:
            file.descriptions = tuple(names)
        if scales:
            file.scales, file.offsets = (scales[0],) * len(data), (scales[1],) * len(data)
        if colours:
            file.colorinterp = colours
    return path


def pair(folder, order, stem="x", factor=10_000.0, add=(0.0, 0.0), right=(FOREST, BARE), **options):
    """Files of both dates: forest, of which the right half is bare later."""
    return [
        write(folder / f"{stem}_{day}.tif", grounds(order, ground, seed) * factor + added, **options)
        for day, ground, added, seed in zip((BEFORE, AFTER), right, add, (1, 2), strict=True)
    ]


def opened(folder, files, **settings):
    """A conversation about two files, without a network."""
    space = Workspace(folder / "work", lambda: None, settings=RunSettings(**settings))
    space.open(*files)
    return space
