"""Pairs of Sentinel-2 bands of woods, fields and a lake with noise, on the later of which ground may have changed."""

import numpy as np
import rasterio
from affine import Affine

from tests.factories.bands import FIELD, MEADOW, S2, WATER, WOODS
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

SIDE = 160
PLACE = Affine(10, 0, 620_000, 0, -10, 3_350_000)
CLEARING = (np.s_[20:44, 20:50], FIELD)
"""24 x 30 px of wood that become bare: 7.2 ha."""
POND = (np.s_[100:114, 30:46], WATER)


def land(seed=0, side=SIDE):
    """(6, side, side) reflectance: wood with a meadow, a field and a lake, each with texture of its own."""
    rng = np.random.default_rng(seed)
    image = np.empty((6, side, side))
    image[:] = np.array(WOODS)[:, None, None]
    for place, ground in (
        (np.s_[side // 2 :, side // 2 :], FIELD),
        (np.s_[: side // 2, side // 2 :], MEADOW),
        (np.s_[side - 40 :, : side // 4], WATER),
    ):
        image[:, *place] = np.array(ground)[:, None, None]
    texture = np.repeat(np.repeat(rng.normal(1, 0.12, (1, side // 4, side // 4)), 4, 1), 4, 2)
    return np.clip(image * texture, 0.002, 1)


def land_dates(*changes, gain=1.0, offset=0.0, noise=0.004, seed=0, side=SIDE):
    """Both dates; each change is a place and the reflectance of its new ground."""
    before = land(seed, side)
    rng = np.random.default_rng(seed + 1)
    later = before.copy()
    for place, ground in changes:
        shape = later[0][place].shape
        later[:, *place] = np.array(ground)[:, None, None] * rng.normal(1, 0.1, shape)
    dates = before, later * gain + offset
    return [np.clip(date + rng.normal(0, noise, date.shape), 0.001, 1.2) for date in dates]


def write_land(folder, dates, names=S2, extra=(None, None), crs="EPSG:32614"):
    """Both dates as files; `extra` is a band of numbers, called SCL, for either date."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for year, date, scl in zip((2020, 2021), dates, extra, strict=True):
        path = folder / f"{year}-06-01.tif"
        bands = np.rint(date * 10_000).astype("uint16")
        bands = bands if scl is None else np.concatenate([bands, scl[None].astype("uint16")])
        profile = {"driver": "GTiff", "count": len(bands), "height": bands.shape[1], "width": bands.shape[2]}
        place = {} if crs is None else {"crs": crs, "transform": PLACE}
        with without_gdal_warnings(), rasterio.open(path, "w", dtype="uint16", **profile, **place) as file:
            file.write(bands)
            file.descriptions = (*names, "SCL")[: len(bands)] if scl is not None else names
        files.append(path)
    return files


def land_space(folder, *changes, load=None, extra=(None, None), settings=None, **kept):
    """A workspace with such a pair open; no network can be loaded unless `load` gives one."""
    files = write_land(folder / "files", land_dates(*changes, **kept), extra=extra)
    made = Workspace(folder / "out", load or _none, settings=settings or RunSettings())
    made.open(*files)
    return made


def _none():
    message = "no network is needed for what bands tell"
    raise AssertionError(message)
