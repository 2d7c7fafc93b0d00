"""Pairs of Sentinel-2 bands on which grounds of known reflectance lie side by side."""

import numpy as np
import rasterio
from affine import Affine

from tools.pairs.pair import open_pair
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.spectrum.change_signs import signs_of_change
from tools.spectrum.indices import IndexRequest
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

ROWS, COLUMNS = 40, 50
PLACE = Affine(10, 0, 620_000, 0, -10, 3_350_000)
S2 = ("B02", "B03", "B04", "B08", "B11", "B12")
FOREST = (0.03, 0.05, 0.04, 0.45, 0.15, 0.07)
FIELD = (0.08, 0.10, 0.15, 0.25, 0.30, 0.25)
WATER = (0.06, 0.05, 0.03, 0.01, 0.01, 0.01)
SNOW = (0.85, 0.88, 0.87, 0.80, 0.10, 0.08)
BURN = (0.05, 0.06, 0.08, 0.12, 0.25, 0.30)
WOODS = (0.03, 0.05, 0.03, 0.35, 0.12, 0.05)
MEADOW = (0.04, 0.07, 0.05, 0.40, 0.22, 0.12)
SOIL = FIELD
HALF = f"{PLACE.c},{PLACE.f - 400},{PLACE.c + 250},{PLACE.f}@EPSG:32614"
"""The western half, as an area of interest."""


def band(*values):
    """A raster of columns of equal width, one for each value."""
    return np.repeat(np.array(values, float), COLUMNS // len(values))[None].repeat(ROWS, 0)


def write(path, bands, names=S2, dtype="uint16", factor=10_000, **profile):
    stack = np.stack([np.broadcast_to(one, (ROWS, COLUMNS)) for one in bands]) * factor
    shape = {"count": len(bands), "height": ROWS, "width": COLUMNS, "dtype": dtype, "crs": "EPSG:32614"}
    tags = profile.pop("tags", {})
    scales = profile.pop("scales", None)
    told = {name: value for name, value in ({"transform": PLACE} | shape | profile).items() if value is not None}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **told) as file:
        file.write(stack.round().astype(dtype) if dtype != "float32" else stack.astype(dtype))
        file.descriptions = tuple(names)
        file.update_tags(**tags)
        if scales:
            file.scales, file.offsets = [scales[0]] * len(bands), [scales[1]] * len(bands)
    return path


def stack(*grounds):
    """Bands of grounds side by side."""
    return [band(*values) for values in zip(*grounds, strict=True)]


def space(tmp_path, files, **wish):
    made = Workspace(tmp_path / "out", lambda: None, settings=RunSettings(**wish))
    made.open(*files)
    return made


def files_of(folder, **profile):
    """Woods, meadow, soil and two fifths of water; later the woods are soil."""
    folder.mkdir(parents=True, exist_ok=True)
    grounds = (WOODS, MEADOW, SOIL, WATER, WATER), (SOIL, MEADOW, SOIL, WATER, WATER)
    return [write(folder / f"202{n}-06-01.tif", stack(*one), **profile) for n, one in enumerate(grounds)]


def seen(tmp_path, before, after, names=S2, wish=IndexRequest(), **profile):  # noqa: B008 - a frozen value
    """Shares of the signs that were measured on some ground."""
    files = [
        write(tmp_path / f"{year}-06-01.tif", stack(*grounds)[: len(names)], names, **profile)
        for year, grounds in ((2020, before), (2021, after))
    ]
    found = signs_of_change(open_pair(*files), wish)
    return {one.name: one.ground.share for one in found.signs if one.ground is not None and one.ground.pixels}, found
