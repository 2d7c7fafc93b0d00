"""Drawn radar images with known change: a river that floods its plain, once or over several dates.

    python -m tools.benchmarks.radar.radar_scenes FOLDER

Speckle is drawn by lot from the gamma distribution of independent pixels, so that its looks are known exactly.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.transform import from_origin

from tools.rasters.gdal_warnings import without_gdal_warnings

LOOKS = 4.4
"""Of Sentinel-1 GRD of 10 m."""
PIXEL_M = 10.0
SIDE = 256
RIVER_HALF_WIDTH, FLOOD_HALF_WIDTH = 8.0, 40.0
"""Pixels from the middle of the river to its banks, before and in the flood."""
FIELD_DB, WOOD_DB, WATER_DB = (-9.0, -15.5), (-7.5, -13.0), (-19.0, -27.0)
"""VV and VH of fields, woods and smooth water."""
HARVEST = slice(20, 60), slice(200, 250)
HARVEST_DB = 6.0
HILL = 60.0
"""Metres by which the ground rises from the plain to the east and west edges."""
Real = npt.NDArray[np.float64]
DAYS = ("2021-07-01", "2021-07-13")
SERIES_DAYS = ("2021-06-07", "2021-06-19", "2021-07-01", "2021-07-13", "2021-07-25", "2021-08-06")
FLOODED_DATES = (3, 4)
TAGS = {"ORBIT_DIRECTION": "ASCENDING", "RELATIVE_ORBIT_NUMBER": "44"}


@dataclass(frozen=True)
class DrawnFlood:
    """Files of a drawn flood, and its truth."""

    before: Path
    after: Path
    elevations: Path
    flooded: npt.NDArray[np.bool_]
    """(H, W): water at the later date alone."""
    water: npt.NDArray[np.bool_]
    """(H, W): water at the earlier date."""
    harvested: npt.NDArray[np.bool_]


def write_flood(folder: Path, seed: int = 3) -> DrawnFlood:
    """Write `radar_2021-07-01.tif`, `radar_2021-07-13.tif` and `elevations.tif`.

    Args:
        folder: for the files; made where it is missing.
        seed: of the dice for speckle.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawn, dice = _River.drawn(), np.random.default_rng(seed)
    dates = zip(DAYS, (drawn.decibels(flood=False), drawn.decibels(flood=True, harvest=True)), strict=True)
    before, after = (write_radar(folder / f"radar_{day}.tif", speckled(one, dice)) for day, one in dates)
    columns = np.tile(np.arange(SIDE, dtype=float), (SIDE, 1))
    hills = HILL * np.maximum(0, np.abs(columns - SIDE / 2) - 90) / (SIDE / 2 - 90)
    heights = write_radar(folder / "elevations.tif", hills[None], names=("elevation",), tags={})
    return DrawnFlood(before, after, heights, drawn.flooded, drawn.water, drawn.harvested)


def write_series(folder: Path, seed: int = 5) -> list[Path]:
    """Write six dates, of which the third and the fourth show the flood, VV and VH in files of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn, dice, paths = _River.drawn(), np.random.default_rng(seed), list[Path]()
    for number, day in enumerate(SERIES_DAYS, 1):
        power = speckled(drawn.decibels(flood=number in FLOODED_DATES), dice)
        for name, band in zip(("VV", "VH"), power, strict=True):
            paths.append(write_radar(folder / f"s1_{day}_{name}.tif", band[None], names=(None,)))
    return paths


@dataclass(frozen=True)
class _River:
    """The drawn landscape: woods in the west, fields, a river with its plain."""

    ground: Real
    """(2, H, W) decibels without water."""
    water: npt.NDArray[np.bool_]
    flooded: npt.NDArray[np.bool_]
    harvested: npt.NDArray[np.bool_]

    @classmethod
    def drawn(cls) -> _River:
        rows, columns = np.mgrid[:SIDE, :SIDE].astype(float)
        distance = np.abs(columns - SIDE / 2 - 25 * np.sin(rows / 40))
        harvested = np.zeros((SIDE, SIDE), bool)
        harvested[HARVEST] = True
        ground = np.where(columns < SIDE / 5, *(np.array(one)[:, None, None] for one in (WOOD_DB, FIELD_DB)))
        water = distance < RIVER_HALF_WIDTH
        return cls(ground, water, ~water & (distance < FLOOD_HALF_WIDTH), harvested)

    def decibels(self, *, flood: bool, harvest: bool = False) -> Real:
        """(2, H, W) mean decibels of a date."""
        wet = self.water | self.flooded if flood else self.water
        dry = self.ground + HARVEST_DB * (self.harvested & harvest)
        return np.asarray(np.where(wet, np.array(WATER_DB)[:, None, None], dry), np.float64)


def speckled(decibels: Real, dice: np.random.Generator, looks: float = LOOKS) -> Real:
    """Power of these mean decibels under speckle."""
    return np.asarray(10 ** (decibels / 10) * dice.gamma(looks, 1 / looks, decibels.shape), np.float64)


def write_radar(
    path: Path,
    values: npt.NDArray[np.generic],
    names: Sequence[str | None] = ("VV", "VH"),
    tags: dict[str, str] | None = None,
    nodata: float | None = None,
    origin: tuple[float, float] = (500_000, 5_300_000),
    pixel_m: float | None = PIXEL_M,
) -> Path:
    """Write (bands, H, W) values as a GeoTIFF, float32 unless they are whole numbers; its path.

    Args:
        path: for the file.
        values: of the bands.
        names: of the bands.
        tags: of the file; None: of one orbit and pass.
        nodata: the value that stands for missing data.
        origin: left and top, metres of EPSG:32633.
        pixel_m: side of a pixel; None: without georeference.
    """
    kind = values.dtype.name if values.dtype.kind in "iu" else "float32"
    profile: dict[str, object] = {"driver": "GTiff", "dtype": kind, "nodata": nodata}
    profile |= dict(zip(("count", "height", "width"), values.shape, strict=True))
    if pixel_m is not None:
        profile |= {"crs": "EPSG:32633", "transform": from_origin(*origin, pixel_m, pixel_m)}
    with without_gdal_warnings(), rasterio.open(path, "w", **profile) as file:
        file.write(values.astype(kind))
        file.descriptions = tuple(names)
        file.update_tags(**(TAGS if tags is None else tags))
    return path


def main() -> None:
    """Write the drawn images into the folder that is named."""
    folder = Path(sys.argv[1])
    write_flood(folder)
    write_series(folder / "series")


if __name__ == "__main__":
    main()
