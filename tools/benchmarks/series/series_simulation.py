"""Series with known truth: season, noise, clouds, breaks, trends and dips; as arrays, or as files of a stack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine

from tools.rasters.cog import write_cog
from tools.series.series import decimal_year
from tools.series.statistics.clear_values import Values

Kind = Literal["none", "break", "trend", "dip"]
FIRST_DAY = date(2018, 1, 10)
LEVEL = 0.55
AMPLITUDES = (0.05, 0.2)
"""Of the season, index units; the second harmonic has up to a third of it."""
MARGIN = 4
"""Dates at either end of a series at which no break is put."""
MISSING = -32768
SCALE = 1e-4


@dataclass(frozen=True)
class Simulated:
    """Series and what was put into them."""

    values: Values
    """(n, dates), NaN where clouds were put."""
    days: tuple[str, ...]
    """ISO 8601."""
    at: npt.NDArray[np.int64]
    """(n,): number of the first date of a break, or of the dip; -1: none."""
    slope: float
    """Units a year."""

    @property
    def years(self) -> npt.NDArray[np.float64]:
        """(dates,) decimal years."""
        return np.array([decimal_year(day) for day in self.days])


@dataclass(frozen=True)
class Simulation:
    """How series are drawn."""

    dates: int = 60
    years: float = 4.0
    noise: float = 0.03
    """Standard deviation of a value."""
    gap_share: float = 0.4
    """Probability that a date is cloudy."""
    break_size: float = -0.2
    slope: float = -0.03
    """Units a year, of kind `trend`."""
    dip: float = -0.3

    def days(self, dice: np.random.Generator) -> tuple[str, ...]:
        """The dates, unevenly spread over the years."""
        span = round(self.years * 365.25)
        return tuple(
            (FIRST_DAY + timedelta(int(day))).isoformat()
            for day in np.sort(dice.choice(span, self.dates, replace=False))
        )


def simulate(kind: Kind, count: int, how: Simulation, seed: int) -> Simulated:
    """Draw series of one kind; the same seed gives the same series."""
    dice = np.random.default_rng(seed)
    days = how.days(dice)
    years = np.array([decimal_year(day) for day in days])
    amplitude, phase = dice.uniform(*AMPLITUDES, (count, 1)), dice.uniform(0, 2 * np.pi, (count, 1))
    season = amplitude * np.cos(2 * np.pi * years + phase)
    season += (
        dice.uniform(0, 1 / 3, (count, 1)) * amplitude * np.cos(4 * np.pi * years + dice.uniform(0, 6, (count, 1)))
    )
    values = LEVEL + season + dice.normal(0, how.noise, (count, how.dates))
    cloudy = dice.random((count, how.dates)) < how.gap_share
    at = np.full(count, -1)
    numbers = np.arange(how.dates)
    if kind == "break":
        at = dice.integers(MARGIN, how.dates - MARGIN, count)
        values += how.break_size * (numbers >= at[:, None])
    if kind == "dip":
        at = dice.integers(MARGIN, how.dates - MARGIN, count)
        values += how.dip * (numbers == at[:, None])
        cloudy &= np.abs(numbers - at[:, None]) > 1  # seen, and so are its neighbours
    slope = how.slope if kind == "trend" else 0.0
    values += slope * (years - years.mean())
    return Simulated(np.where(cloudy, np.nan, values).astype(np.float32), days, at, slope)


def write_stack(folder: Path, side: int, how: Simulation, seed: int) -> tuple[Path, ...]:
    """Write a stack of NDVI x 10,000, one file a date: a quarter of the pixels has a break, clouds lie over.

    Args:
        folder: for the files.
        side: pixels a side.
        how: the dates, the noise and the clouds.
        seed: of the dice.
    """
    return tuple(_written(folder, side, how, seed))


def _written(folder: Path, side: int, how: Simulation, seed: int) -> Iterator[Path]:
    dice = np.random.default_rng(seed)
    days = how.days(dice)
    amplitude = dice.uniform(*AMPLITUDES, (side, side)).astype(np.float32)
    broken = np.zeros((side, side), bool)
    broken[: side // 2, : side // 2] = True
    for number, day in enumerate(days):
        season = amplitude * np.float32(np.cos(2 * np.pi * decimal_year(day)))
        values = LEVEL + season + dice.normal(0, how.noise, (side, side)).astype(np.float32)
        values += how.break_size * (broken & (number >= how.dates // 2))
        patches = dice.random((-(-side // 64), -(-side // 64))) < how.gap_share
        cloudy = np.kron(patches, np.ones((64, 64), bool))[:side, :side]
        pixels = np.where(cloudy, MISSING, np.round(values / SCALE)).astype(np.int16)
        path = folder / f"ndvi_{day}.tif"
        profile = {
            "height": side, "width": side, "count": 1, "dtype": "int16", "nodata": MISSING, "crs": "EPSG:32633",
            "transform": Affine(10, 0, 500_000, 0, -10, 5_000_000),
        }  # fmt: skip

        def fill(file: rasterio.io.DatasetWriter, pixels: npt.NDArray[np.int16] = pixels) -> None:
            file.write(pixels, 1)

        write_cog(path, profile, fill, compress="DEFLATE")
        yield path
