"""Tests for change of backscatter under speckle: ratio of two dates, sequential omnibus of many. Knows no files.

Sources: Conradsen, Nielsen and Skriver, "Determining the points of change in time series of polarimetric SAR data",
IEEE TGRS 54 (2016); Fisher, "Statistical Methods for Research Workers" (1932), for the bands of two dates together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import special

from tools.errors import RadarError

Power = npt.NDArray[np.floating]
"""(dates, bands, ...) linear power, positive; NaN where unknown."""
Reals = npt.NDArray[np.float64]
MIN_LOOKS, MAX_LOOKS = 0.5, 1000.0
"""Equivalent numbers of looks that any product may have."""
MIN_ALPHA, MAX_ALPHA = 1e-9, 0.5
FEW = 4096
"""Values below which p is computed exactly and not read from a table."""
STEPS = np.linspace(0, 40, 40_001)
"""Of the table: absolute logarithms of ratios."""
SMALLEST_LN_P = -700.0
FAR_BELOW = 0.5
"""Part of the quantile of the plain chi-square below which no corrected statistic rejects: rho is near 1, w small."""


@dataclass(frozen=True)
class Changes:
    """What a test found at each pixel."""

    flagged: npt.NDArray[np.bool_]
    """(...): whether the test finds a change at its level."""
    intervals: npt.NDArray[np.bool_]
    """(dates - 1, ...): between which dates; interval 0 lies between the first and the second date."""


def check_looks(looks: float) -> float:
    """The equivalent number of looks.

    Raises:
        RadarError: no image can have so many or so few.
    """
    if not MIN_LOOKS <= looks <= MAX_LOOKS:
        raise RadarError(
            f"{looks:g} looks cannot be: an image has at least one, Sentinel-1 GRD of 10 m about 4.4; state its number "
            "with --looks 4.4, or leave it out to have it estimated."
        )
    return looks


def check_alpha(alpha: float) -> float:
    """The level of a test.

    Raises:
        RadarError: it is none.
    """
    if not MIN_ALPHA <= alpha <= MAX_ALPHA:
        raise RadarError(
            f"{alpha:g} is no level of a test: it is the share of unchanged pixels that may be flagged; give --alpha "
            "0.01, or another number above 0 and at most 0.5."
        )
    return alpha


def ratio_threshold_db(looks: float, alpha: float) -> float:
    """The least change of one band between two dates, decibels: 10 log10 of the F quantile at 1 - alpha / 2."""
    return float(10 * np.log10(special.fdtri(2 * looks, 2 * looks, 1 - alpha / 2)))


def ratio_p(before: Power, after: Power, looks: float) -> Reals:
    """Two-sided p of no change by the ratio of powers, which is F(2m, 2m) where nothing changed; NaN where unknown."""
    with np.errstate(invalid="ignore", divide="ignore"):
        steps = np.abs(np.log(after / before)).astype(np.float64)
    if steps.size < FEW:
        return np.asarray(np.minimum(1.0, 2 * special.fdtrc(2 * looks, 2 * looks, np.exp(steps))), np.float64)
    return np.asarray(np.exp(np.interp(steps, STEPS, _table_of_ln_p(looks), right=-np.inf)), np.float64)


@lru_cache(maxsize=8)
def _table_of_ln_p(looks: float) -> Reals:
    """Ln p of the steps of the table: between them it is linear to a millionth, and many times as fast."""
    with np.errstate(divide="ignore"):
        exact = np.log(np.minimum(1.0, 2 * special.fdtrc(2 * looks, 2 * looks, np.exp(STEPS))))
    return np.asarray(np.maximum(exact, SMALLEST_LN_P), np.float64)


def two_dates_p(power: Power, looks: float) -> Reals:
    """(...) p of no change in any band between two dates: that of the ratio, bands joined by Fisher's method."""
    each = ratio_p(power[0], power[1], looks)
    if len(each) == 1:
        return np.asarray(each[0], np.float64)
    with np.errstate(divide="ignore"):
        joined = -2 * np.log(each).sum(axis=0)
    return np.asarray(special.chdtrc(2 * len(each), joined), np.float64)


def minus_two_ln_r(power: Power, looks: float, j: int) -> Reals:
    """-2 ln R_j: whether date `j`, from 2, differs from the mean of those before it (Conradsen et al. 2016, eq. 19)."""
    bands = power.shape[1]
    before, until = power[: j - 1].sum(axis=0, dtype=np.float64), power[:j].sum(axis=0, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        logs = (j - 1) * np.log(before) + np.log(power[j - 1].astype(np.float64)) - j * np.log(until)
    constant = bands * (j * np.log(j) - (j - 1) * np.log(j - 1))
    return np.asarray(-2 * looks * (constant + logs.sum(axis=0)), np.float64)


def p_of_r(z: Reals, looks: float, j: int, bands: int) -> Reals:
    """P of -2 ln R_j where nothing changed."""
    rho = 1 - (1 + 1 / (j * (j - 1))) / (6 * looks)
    return _p(z, bands, rho)


def p_of_q(z: Reals, looks: float, dates: int, bands: int) -> Reals:
    """P of -2 ln Q, the sum of -2 ln R_j over all dates, where nothing changed."""
    rho = 1 - (dates / looks - 1 / (dates * looks)) / (6 * (dates - 1))
    return _p(z, bands * (dates - 1), rho)


def _p(z: Reals, degrees: int, rho: float) -> Reals:
    """1 less the distribution of Box: two chi-squares, the second one corrects the first."""
    omega = -(degrees / 4) * (1 - 1 / rho) ** 2
    scaled = rho * np.maximum(z, 0)
    first, second = special.chdtr(degrees, scaled), special.chdtr(degrees + 4, scaled)
    return np.asarray(np.clip(1 - (first + omega * (second - first)), 0, 1), np.float64)


def omnibus(power: Power, looks: float) -> tuple[Reals, Reals]:
    """-2 ln Q over all dates, and its p."""
    dates, bands = power.shape[:2]
    total = np.sum([minus_two_ln_r(power, looks, j) for j in range(2, dates + 1)], axis=0)
    return total, p_of_q(total, looks, dates, bands)


def sequential_changes(power: Power, looks: float, alpha: float) -> Changes:
    """When power changed: the omnibus test over the dates left, R_j until one rejects, and anew from that date on.

    Where Q rejects and no R_j does, the one of least p dates the change, so that all that is flagged has a date.
    """
    dates, bands = power.shape[:2]
    flat = power.reshape(dates, bands, -1)
    intervals = np.zeros((dates - 1, flat.shape[-1]), bool)
    starts = np.where(np.isfinite(flat).all(axis=(0, 1)), 0, dates)
    for first in range(dates - 1):
        here = np.flatnonzero(starts == first)
        found, where = _first_change(flat[first:][:, :, here], looks, alpha)
        intervals[first + where, here[found]] = True
        starts[here] = dates
        starts[here[found]] = first + where + 1
    shape = power.shape[2:]
    flagged = np.asarray(intervals.any(axis=0), bool).reshape(shape)
    return Changes(flagged, intervals.reshape(dates - 1, *shape))


def _first_change(power: Power, looks: float, alpha: float) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """(n,) where the omnibus test rejects; and for each of those, the interval of the first change, from 0."""
    dates, bands = power.shape[:2]
    terms = [minus_two_ln_r(power, looks, j) for j in range(2, dates + 1)]
    total = np.sum(terms, axis=0)
    # Most pixels did not change, and no p is needed of those that no test with f degrees alone would flag.
    found = total > FAR_BELOW * special.chdtri(bands * (dates - 1), alpha)
    found[found] = p_of_q(total[found], looks, dates, bands) < alpha
    each = np.stack([p_of_r(z[found], looks, j, bands) for j, z in enumerate(terms, 2)])
    rejects = each < alpha
    return found, np.where(rejects.any(axis=0), rejects.argmax(axis=0), each.argmin(axis=0)).astype(np.int64)


def changes(power: Power, looks: float, alpha: float) -> Changes:
    """Changes of (dates, bands, ...) power: by the ratio of two dates, by the sequential omnibus test of more."""
    if len(power) > 2:
        return sequential_changes(power, looks, alpha)
    with np.errstate(invalid="ignore"):
        flagged = np.asarray(two_dates_p(power, looks) < alpha, bool)
    return Changes(flagged, flagged[None])
