"""Points drawn from the strata of a map: the same for the same map and seed, and in an order that tells no class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.assessment.sampling.strata import StratifiedMap


@dataclass(frozen=True, slots=True)
class SamplePoint:
    """The pixel of a map that is to be labelled."""

    id: int
    """From 1, in the order of labelling."""
    row: int
    column: int
    x: float
    """Centre of the pixel in the map's CRS; without one, in pixels, rows counted downwards as negative numbers."""
    y: float
    longitude: float | None
    """Degrees on WGS 84; None without georeference."""
    latitude: float | None


def draw(of: StratifiedMap, counts: Sequence[int], seed: int) -> tuple[SamplePoint, ...]:
    """Draw points without replacement, each pixel of a stratum being as likely as another.

    Args:
        of: the map.
        counts: points of each stratum, no more than its pixels.
        seed: of the dice.

    Raises:
        RasterError: the file is damaged.
    """
    dice = np.random.default_rng(seed)
    ranks = [
        np.sort(dice.choice(stratum.pixels, count, replace=False, shuffle=False))
        for stratum, count in zip(of.strata, counts, strict=True)
    ]
    places = np.concatenate(_places(of, ranks))
    dice.shuffle(places)
    return tuple(_point(of, number, int(row), int(column)) for number, (row, column) in enumerate(places, 1))


def _places(of: StratifiedMap, ranks: Sequence[npt.NDArray[np.int64]]) -> list[npt.NDArray[np.int64]]:
    """(n, 2) row and column of each stratum's pixels of these ranks, in the order in which the map is read."""
    passed = [0] * len(ranks)
    found: list[npt.NDArray[np.int64]] = []
    for window, numbers in of.read():
        for stratum, wanted in enumerate(ranks):
            places = np.flatnonzero(numbers == stratum)
            here = wanted[(wanted >= passed[stratum]) & (wanted < passed[stratum] + len(places))] - passed[stratum]
            rows, columns = np.divmod(places[here], window.width)
            found.append(np.stack([rows + window.top, columns + window.left], axis=1))
            passed[stratum] += len(places)
    return found


def _point(of: StratifiedMap, number: int, row: int, column: int) -> SamplePoint:
    grid = of.source.georeference
    if grid is None:
        return SamplePoint(number, row, column, column + 0.5, -(row + 0.5), None, None)
    x, y = grid.transform @ (column + 0.5, row + 0.5)
    longitude, latitude = grid.lonlat(column + 0.5, row + 0.5)
    return SamplePoint(number, row, column, x, y, longitude, latitude)
