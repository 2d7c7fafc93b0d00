"""Series of one small place: ready NDVI or Sentinel-2 bands at many dates, with clouds, breaks and dips."""

import json
from datetime import date, timedelta

import numpy as np
import rasterio
from affine import Affine

from tests.factories.bands import FIELD, FOREST, PLACE, S2, stack, write
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.series.series import decimal_year

SIDE = 24
MISSING = -9999
WEST = np.arange(SIDE)[None] < SIDE // 2
"""(1, SIDE): the western half."""


def days(count, *, years=3.0, first="2019-01-10"):
    """Days that are evenly spread over the years."""
    start = date.fromisoformat(first)
    return [(start + timedelta(round(years * 365.25 * n / (count - 1)))).isoformat() for n in range(count)]


def write_ndvi(
    path, values, *, transform=PLACE, crs="EPSG:32614", dtype="int16", nodata=MISSING, names=("NDVI",), tags=None
):
    """One file of (SIDE, SIDE) values, or of a stack of them; NaN is what is missing."""
    bands = (
        np.atleast_3d(np.moveaxis(np.atleast_3d(np.asarray(values, float)), -1, 0)) if np.ndim(values) == 2 else values
    )
    pixels = np.where(
        np.isnan(bands), np.nan if nodata is None and dtype == "float32" else (nodata or 0), bands * 10_000
    )
    profile = {"width": SIDE, "height": SIDE, "count": len(bands), "dtype": dtype, "nodata": nodata}
    with (
        without_gdal_warnings(),
        rasterio.open(path, "w", driver="GTiff", crs=crs, transform=transform, **profile) as file,
    ):
        file.write(pixels.astype(dtype))
        file.descriptions = names
        file.update_tags(**(tags or {}))
    return path


def seasonal(when, *, noise=0.01, break_on=None, size=-0.3, dip_on=None, seed=0):
    """(dates, SIDE, SIDE): a season everywhere; in the west a break from a date on, and a dip on one date."""
    dice = np.random.default_rng(seed)
    years = np.array([decimal_year(day) for day in when])
    level = 0.6 + 0.15 * np.cos(2 * np.pi * years)
    values = level[:, None, None] + dice.normal(0, noise, (len(when), SIDE, SIDE))
    if break_on is not None:
        values += size * (np.array(when) >= break_on)[:, None, None] * WEST
    if dip_on is not None:
        values[when.index(dip_on)] -= 0.4
    return values


def ndvi_folder(folder, when, values):
    """A folder with a file a date."""
    folder.mkdir(parents=True, exist_ok=True)
    for day, one in zip(when, values, strict=True):
        write_ndvi(folder / f"ndvi_{day}.tif", one)
    return folder


def cut_forest(folder, count=18, cut=9, clouds=()):
    """Sentinel-2 files with scene classes, on which the first fifth turns from forest to field; (folder, days)."""
    folder.mkdir(parents=True, exist_ok=True)
    when = days(count)
    for number, day in enumerate(when):
        grounds = [FIELD if number >= cut else FOREST, FOREST, FOREST, FOREST, FIELD]
        scl = np.full((1, 1), 9 if number in clouds else 4) / 10_000
        bands = [*stack(*grounds), scl]
        write(folder / f"S2A_MSIL2A_{day.replace('-', '')}_N0214.tif", bands, names=(*S2, "SCL"))
    return folder, when


def zones_file(path):
    """Two zones: west and east of the small place."""
    features = []
    for name, left in (("west", 0), ("east", SIDE // 2)):
        x, top, bottom = PLACE.c + 10 * left, PLACE.f, PLACE.f - 10 * SIDE
        ring = [[x, top], [x + 10 * SIDE / 2, top], [x + 10 * SIDE / 2, bottom], [x, bottom], [x, top]]
        features.append(
            {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        )
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32614"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    return path


ELSEWHERE = Affine(10, 0, 720_000, 0, -10, 3_350_000)
