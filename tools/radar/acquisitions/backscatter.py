"""Stored numbers of radar as linear power: decibels, power or amplitude, told apart by the values. Knows no files.

Sentinel-1 is distributed as power or decibels (RTC, terrain-corrected GRD) and as amplitude (GRD digital numbers).
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from tools.errors import RadarError

Unit = Literal["power", "decibels", "hundredths of decibels", "amplitude"]
UNITS: tuple[Unit, ...] = get_args(Unit)
Stated = Literal["auto", "power", "db"]
STATED: tuple[Stated, ...] = get_args(Stated)
NEGATIVE_FROM = 0.2
"""Share of negative numbers from which they are decibels: noise taken off leaves few negative powers."""
LOWEST_DB = -70.0
"""Decibels below which no image has any: they stand for missing data."""
HUNDREDTHS_FROM = -100.0
"""Median below which integers are hundredths of decibels."""
DARKEST_POWER, BRIGHTEST_POWER = 1e-5, 3.0
"""Medians of calibrated power, -50 and 5 dB; others are not calibrated."""
Reals = npt.NDArray[np.float32]


def unit_of(values: npt.NDArray[np.generic], name: str, stated: Stated = "auto") -> Unit:
    """The unit of stored numbers.

    Args:
        values: some of a file, 0 and missing ones left out.
        name: of the file, for messages.
        stated: what a person says.

    Raises:
        RadarError: there are none, they are all alike, or they contradict what is stated.
    """
    numbers = values.astype(np.float64)
    if numbers.size == 0 or numbers.min() == numbers.max():
        raise RadarError(
            f"{name} holds no backscatter: all its numbers are alike or missing; give the file of another date."
        )
    negative = float((numbers < 0).mean())
    if stated == "power" and negative >= NEGATIVE_FROM:
        raise RadarError(
            f"{100 * negative:.0f} % of the numbers of {name} are negative, as decibels are and power never is; leave "
            "--unit out, or state --unit db."
        )
    if stated == "db" or (stated == "auto" and negative >= NEGATIVE_FROM):
        return _decibels(numbers, values.dtype)
    return "amplitude" if values.dtype.kind in "ui" and stated == "auto" else "power"


def to_power(values: npt.NDArray[np.generic], unit: Unit) -> Reals:
    """Linear power; NaN where it is 0, negative or impossible, as beyond the border of a scene."""
    numbers = values.astype(np.float32)
    with np.errstate(over="ignore", invalid="ignore"):
        if unit in ("decibels", "hundredths of decibels"):
            decibels = numbers if unit == "decibels" else numbers / np.float32(100)
            power = np.where((numbers == 0) | (decibels < LOWEST_DB), np.float32(np.nan), 10 ** (decibels / 10))
        else:
            power = numbers**2 if unit == "amplitude" else numbers
        return np.where(np.isfinite(power) & (power > 0), power, np.float32(np.nan)).astype(np.float32)


def is_calibrated(power: Reals, unit: Unit) -> bool:
    """Whether values of power can be held against those of known ground."""
    known = power[np.isfinite(power)]
    return bool(unit != "amplitude" and known.size and DARKEST_POWER <= float(np.median(known)) <= BRIGHTEST_POWER)


def _decibels(numbers: npt.NDArray[np.float64], dtype: np.dtype[np.generic]) -> Unit:
    hundredths = dtype.kind in "ui" and float(np.median(numbers)) < HUNDREDTHS_FROM
    return "hundredths of decibels" if hundredths else "decibels"
