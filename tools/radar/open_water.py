"""Likely open water on radar: values as low as those of smooth water, on flat ground where elevations are given.

Sources: Twele et al. 2016 (VV of Sentinel-1 below about -15 dB, slope at most 5 degrees), Bauer-Marschallinger et al.
2022 (VH of smooth water below about -22 dB). Smooth sand, wet snow, tarmac and radar shadow are as dark; wind makes
water brighter; water below trees or between houses is not dark at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.errors import RadarError
from tools.pairs.common_grid import PairGrid, common_grid
from tools.pairs.grid_reader import GridReader
from tools.radar.acquisitions.backscatter import Reals
from tools.radar.acquisitions.radar_scene import RadarScene
from tools.rasters.opener import RasterSource, open_source

DARKEST_GROUND_DB = {"VV": -15.0, "VH": -22.0}
"""Mean decibels of 5 x 5 pixels below which ground is as dark as smooth water."""
FLAT_DEGREES = 5.0
RULE = "open water: mean decibels of 5 x 5 pixels below -15 in VV and -22 in VH"
NOT_WATER, WATER, NEW_WATER, GONE_WATER, PASSING_WATER = 1, 2, 3, 4, 5
"""Codes of the layer; 0 is unknown."""


def tells_water(scene: RadarScene) -> bool:
    """Whether the bands and the calibration of a scene tell likely open water."""
    return scene.calibrated and any(name in DARKEST_GROUND_DB for name in scene.polarisations)


def water_like(means: Reals, polarisations: Sequence[str | None]) -> npt.NDArray[np.bool_]:
    """(h, w) whether (bands, h, w) mean power is as low as that of smooth water, in all bands known for it."""
    limits = [(band, DARKEST_GROUND_DB[name]) for band, name in enumerate(polarisations) if name in DARKEST_GROUND_DB]
    with np.errstate(invalid="ignore"):
        dark = [means[band] < 10 ** (limit / 10) for band, limit in limits]
    return np.asarray(np.logical_and.reduce(dark), bool)


@dataclass(frozen=True)
class Elevations:
    """Elevations on the grid of a scene, of which slopes are read."""

    source: RasterSource
    grid: PairGrid
    sides_m: tuple[float, float]
    """Width and height of a pixel of the scene."""

    def reading(self) -> GridReader:
        """Their reader."""
        return GridReader(self.source, self.grid, self.grid.second)

    def flat(self, reader: GridReader, window: Window) -> npt.NDArray[np.bool_]:
        """(h, w) where the slope is known and at most 5 degrees."""
        values = reader.read(window)
        heights = np.where(values.valid, values.pixels[..., 0].astype(np.float64), np.nan)
        down, across = np.gradient(heights, self.sides_m[1], self.sides_m[0])
        with np.errstate(invalid="ignore"):
            return np.asarray(np.hypot(down, across) <= np.tan(np.radians(FLAT_DEGREES)), bool)


def elevations_on(scene: RadarScene, path: Path) -> Elevations:
    """Elevations for a scene; they must cover all of it.

    Raises:
        RasterError: the file cannot be used.
        RadarError: it holds other than elevations, or scene or file do not tell where they lie.
        PairError: it lies elsewhere.
    """
    source, place = open_source(path), scene.georeference
    if place is None or source.georeference is None:
        raise RadarError(f"{source.name} cannot be laid on images unless both are georeferenced; leave --dem out.")
    if source.bands > 1:
        raise RadarError(f"{source.name} has {source.bands} bands; give elevations of one band in metres with --dem.")
    here = _as_source(scene)
    grid = common_grid(here, source)
    if grid.size != scene.size:
        raise RadarError(f"{source.name} covers only a part of the images; give elevations of all of their ground.")
    return Elevations(source, grid, place.pixel_sides_m)


def flat_reader(elevations: Elevations | None) -> AbstractContextManager[Any]:
    """A reader of elevations, where there are any."""
    return nullcontext() if elevations is None else elevations.reading()


def _as_source(scene: RadarScene) -> RasterSource:
    """The scene's grid as that of a file."""
    height, width = scene.size
    return replace(scene.dates[0].bands[0].source, georeference=scene.georeference, height=height, width=width)
