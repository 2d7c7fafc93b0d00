"""The equivalent number of looks of radar images, estimated from what did not change. Knows no files.

The ratio of two dates of one ground holds no texture: the variance of its logarithm is twice the trigamma function of
the looks (Ulaby and Dobson 1989; Anfinsen, Doulgeris and Eltoft 2009). The median over small tiles leaves out those in
which some ground changed. Pixels are taken one by one, and no mean of neighbours multiplies the looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import special

from tools.errors import RadarError
from tools.notices import notice
from tools.radar.speckle_tests import Power

TILE = 16
"""Pixels a side of a tile: large beside the reach of speckle, small beside most ground that changes as one."""
MIN_KNOWN = 0.9
"""Share of a tile's pixels that must be known."""
MIN_TILES = 12
WARNED_FROM, REFUSED_FROM = 1.35, 10.0
"""Ratio of stated to estimated looks from which they are doubted, and refused."""
FILTERED_CORRELATION, FILTERED_LOOKS = 0.55, 7.0
"""Images count as filtered where neighbouring speckle is so alike and looks are so many: Sentinel-1 GRD of 10 m
has alike neighbours, since its resolution is 20 m, but 4 to 5 looks; a product averaged to larger pixels has many
looks, but unlike neighbours; a mean of 3 x 3 independent pixels of 4.4 looks has 0.65 and 40."""
GRID = np.geomspace(0.2, 5000, 4000)


@dataclass(frozen=True, slots=True)
class LooksEstimate:
    """What even ground tells of speckle."""

    looks: float
    correlation: float
    """Of neighbouring pixels of the log ratio, mean of both directions, -1 to 1."""
    tiles: int

    @property
    def is_filtered(self) -> bool:
        """Whether neighbours are more alike, for such looks, than those of images without a filter."""
        return self.correlation >= FILTERED_CORRELATION and self.looks >= FILTERED_LOOKS


def estimated(windows: Iterable[Power]) -> LooksEstimate | None:
    """The looks that windows of (dates, bands, h, w) power show; None where too few tiles are known."""
    variances, correlations = list[float](), list[float]()
    for window in windows:
        with np.errstate(divide="ignore", invalid="ignore"):
            ratios = np.diff(np.log(window.astype(np.float64)), axis=0)
        for ratio in ratios.reshape(-1, *ratios.shape[2:]):
            for tile in _tiles(ratio):
                variance, correlation = _of_tile(tile)
                variances.append(variance)
                correlations.append(correlation)
    if len(variances) < MIN_TILES:
        return None
    looks = looks_of_variance(float(np.median(variances)))
    return LooksEstimate(looks, float(np.median(correlations)), len(variances))


UNKNOWN_LOOKS = notice(
    "unknown-looks",
    "Too little ground is known at all dates to estimate the looks; state them, for Sentinel-1 GRD of 10 m "
    "--looks 4.4.",
)
UNCHECKED = notice("unchecked-looks", "Too little ground is known to check the number of looks that was stated.")


def looks_of_variance(variance: float) -> float:
    """The looks for which the log ratio of two dates has this variance; 5000 for none."""
    expected = 2 * special.polygamma(1, GRID)  # falls with the looks
    return float(np.interp(-variance, -expected, GRID))


def chosen(stated: float | None, estimate: LooksEstimate | None) -> tuple[float, tuple[str, ...]]:
    """The looks to test with, and warnings.

    Raises:
        RadarError: none were stated and they cannot be estimated, or what was stated cannot be.
    """
    if estimate is None:
        if stated is None:
            raise RadarError(UNKNOWN_LOOKS)
        return stated, (UNCHECKED,)
    filtered = _filtered(estimate)
    if stated is None:
        return estimate.looks, filtered
    ratio = stated / estimate.looks
    if ratio >= REFUSED_FROM:
        raise RadarError(
            notice(
                "wrong-looks",
                "{stated:g} looks were stated, but the images show about {found:.2g}, so that most unchanged ground "
                "would count as changed; state --looks {option}, or leave it out.",
                stated=stated,
                found=estimate.looks,
                option=f"{estimate.looks:.2g}",
            )
        )
    return stated, (*filtered, *_doubt(stated, estimate.looks, ratio))


def _doubt(stated: float, found: float, ratio: float) -> tuple[str, ...]:
    if 1 / WARNED_FROM < ratio < WARNED_FROM:
        return ()
    effect = notice("missed", "change is missed")
    if ratio > 1:
        effect = notice("false-alarms", "unchanged ground counts as changed")
    text = (
        "{stated:g} looks were stated, but the images show about {found:.2g}; with a wrong number {effect}: leave "
        "--looks out to use what the images show."
    )
    return (notice("doubted-looks", text, stated=stated, found=found, effect=effect),)


def _filtered(estimate: LooksEstimate) -> tuple[str, ...]:
    if not estimate.is_filtered:
        return ()
    return (
        notice(
            "filtered",
            "Neighbouring pixels are so alike (correlation {correlation:.2f}) that the images seem to be "
            "speckle-filtered or averaged: looks no longer hold, and the level of the test is not known; give images "
            "without a filter.",
            correlation=estimate.correlation,
        ),
    )


def _tiles(ratio: npt.NDArray[np.float64]) -> Iterable[npt.NDArray[np.float64]]:
    for top in range(0, ratio.shape[0] - TILE + 1, TILE):
        for left in range(0, ratio.shape[1] - TILE + 1, TILE):
            tile = ratio[top : top + TILE, left : left + TILE]
            if np.isfinite(tile).mean() >= MIN_KNOWN and np.nanvar(tile) > 0:
                yield tile


def _of_tile(tile: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Variance, and correlation of neighbours, of a tile."""
    about = tile - np.nanmean(tile)
    variance = float(np.nansum(about**2) / (np.isfinite(tile).sum() - 1))
    shared = [np.nanmean(about[:, 1:] * about[:, :-1]), np.nanmean(about[1:] * about[:-1])]
    return variance, float(np.mean(shared)) / variance
