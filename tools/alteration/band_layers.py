"""Change of any kind from the bands of a pair, as a raster of its probability with the land cover at either date.

windows of a sample -> IR-MAD and its calibration -> each window judged by itself -> a file of bytes
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.inference.windows import within
from mci_model.prediction import Window
from tools.alteration.band_scene import BandReader, BandScene, BandWindow
from tools.alteration.mad import AlterationModel, fitted
from tools.alteration.no_change import Calibration, calibrated, least_squares, smoothed_roots
from tools.atomic_files import atomic_write
from tools.errors import ReflectanceError
from tools.inference.parts import STEPS, UNKNOWN
from tools.landcover.spectral_cover import LOW, PLANTS, TREES, WATER
from tools.notices import notice
from tools.rasters.blocks import blocks
from tools.rasters.cog import map_profile
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.types import Progress

SIDE = 512
"""Pixels a side that are judged at once."""
REACH = 2
"""Neighbours, in pixels, on which the probability of a pixel depends: half a pixel's shift, then smoothing."""
NOISE = 0.005
"""Deviation of reflectance by sensor and air alone. On unchanged dates under other light and a shift of up to 0.7 px it
leaves 3 regions in 1.6 km2 where no floor leaves 20; on OSCD's five cities of training, F1 of pixels is as without."""
MIN_PIXELS = 100
"""Known pixels below which nothing can be fitted."""
AGREES_FROM = 0.65
"""Mean of the upper half of the canonical correlations from which two dates show one place: pairs of one city have 0.84
and more, dates of two cities 0.54 and less."""
HALF = 0.5
"""Share of change from which the method can no longer tell what did not change."""


@dataclass(frozen=True)
class BandLayers:
    """The layers of a pair, on disk."""

    path: Path
    """(3, H, W) bytes: probability of change in steps, UNKNOWN where unknown; codes of land cover, before and after."""
    covers: tuple[str, ...]
    """Names of the codes, from 1."""
    doubts: tuple[str, ...]
    """Why no place is certain; empty where nothing speaks against it."""
    notes: tuple[str, ...]

    def read(self, window: Window) -> npt.NDArray[np.uint8]:
        """(3, h, w) bytes."""
        place = FileWindow(window.left, window.top, window.width, window.height)
        with without_gdal_warnings(), rasterio.open(self.path, driver="GTiff") as file:
            layers: npt.NDArray[np.uint8] = file.read(window=place)
        return layers


def write_layers(path: Path, scene: BandScene, progress: Progress | None = None) -> BandLayers:
    """Judge all of a scene; memory does not grow with it.

    Args:
        path: file to write.
        scene: the bands.
        progress: called with windows done and windows in all.

    Raises:
        ReflectanceError: too few pixels are known at both dates.
        RasterError: a file is damaged.
    """
    with scene.reading() as reader:
        judge = _Judge.of(scene, reader)
        tally = _Tally(scene.rules.legend.names)
        atomic_write(path, lambda partial: _write(partial, scene, reader, judge, tally, progress))
    doubts = tuple(filter(None, (_disagreement(judge.model), tally.doubt)))
    return BandLayers(path, scene.rules.legend.names, doubts, scene.warnings)


@dataclass(frozen=True)
class _Judge:
    """What was fitted to a scene, with which any window of it is judged."""

    model: AlterationModel
    calibration: Calibration

    @classmethod
    def of(cls, scene: BandScene, reader: BandReader) -> _Judge:
        """Fit to the scene's sample windows."""
        windows = [reader.read(window) for window in scene.sample_windows()]
        dates = [
            np.concatenate([getattr(one, date)[:, one.known] for one in windows], axis=1).astype(np.float64)
            for date in ("before", "after")
        ]
        if dates[0].shape[1] < MIN_PIXELS:
            raise ReflectanceError(
                notice(
                    "too-few-pixels",
                    "Only {count} pixels are known at both dates, too few to tell change by their bands; give images "
                    "with less cloud or a larger overlap.",
                    count=dates[0].shape[1],
                )
            )
        model = fitted(dates[0], dates[1], rescaled=True)
        roots = np.concatenate([_roots(model, one)[0][one.known] for one in windows])
        return cls(model, calibrated(roots, model.noise(NOISE)))

    def steps(self, window: BandWindow) -> npt.NDArray[np.uint8]:
        """(h, w) probability of change in steps, UNKNOWN where unknown."""
        told = np.rint(self.calibration.probability(*_roots(self.model, window)) * STEPS)
        return np.where(window.known, told, UNKNOWN).astype(np.uint8)


def _roots(model: AlterationModel, window: BandWindow) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Smoothed cube roots of the squares, and those of each pixel by itself, 0 where unknown."""
    first, second = model.combined(window.before, window.after)
    own = np.where(window.known, np.cbrt(least_squares(first, second, window.known) / model.scale), 0.0)
    return smoothed_roots(own, window.known), own


@dataclass
class _Tally:
    """How much of the known ground has another kind of land cover, and how much is likely changed."""

    names: tuple[str, ...]
    known: int = 0
    other_cover: int = 0
    changed: int = 0
    _kinds: npt.NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        kinds = {WATER.name: 1} | dict.fromkeys((TREES.name, LOW.name, PLANTS.name), 2)
        self._kinds = np.array([0, *(kinds.get(name, 3) for name in self.names)])

    def add(self, layers: npt.NDArray[np.uint8]) -> None:
        """Add (3, h, w) layers."""
        known = layers[0] != UNKNOWN
        before, after = self._kinds[layers[1:, known].astype(np.int64)]
        self.known += int(known.sum())
        self.other_cover += int((before != after).sum())
        self.changed += int((layers[0, known] >= STEPS / 2).sum())

    @property
    def doubt(self) -> str:
        """A sentence where more than half may have changed; else empty."""
        share = max(self.other_cover, self.changed) / max(1, self.known)
        if share <= HALF:
            return ""
        return notice(
            "mostly-changed",
            "More than half of the ground ({share:.0f} %) may have changed, as with another season or a flood, "
            "so what changed cannot be told for certain from what did not; take images of one season.",
            share=100 * share,
        )


def _disagreement(model: AlterationModel) -> str:
    agreement = float(model.correlations[len(model.correlations) // 2 :].mean())
    if agreement >= AGREES_FROM:
        return ""
    return notice(
        "bands-disagree",
        "The bands of the two dates agree too little (correlation {agreement:.2f}) to tell what changed from what did "
        "not; check that both show one place, without haze.",
        agreement=agreement,
    )


def _write(
    path: Path, scene: BandScene, reader: BandReader, judge: _Judge, tally: _Tally, progress: Progress | None
) -> None:
    size = scene.pair.size
    profile = {"driver": "GTiff", "count": 3, "dtype": "uint8"} | map_profile(size, scene.pair.georeference)
    all_windows = list(blocks(size, SIDE))
    with without_gdal_warnings(), rasterio.open(path, "w", **profile) as file:
        for done, (window, layers) in enumerate(_judged(size, all_windows, reader, judge), 1):
            tally.add(layers)
            file.write(layers, window=FileWindow(window.left, window.top, window.width, window.height))
            if progress:
                progress(done, len(all_windows))


def _judged(
    size: tuple[int, int], windows: list[Window], reader: BandReader, judge: _Judge
) -> Iterator[tuple[Window, npt.NDArray[np.uint8]]]:
    for window in windows:
        top, left = max(0, window.top - REACH), max(0, window.left - REACH)
        bottom = min(size[0], window.top + window.height + REACH)
        right = min(size[1], window.left + window.width + REACH)
        padded = Window(top, left, bottom - top, right - left)
        seen, inner = reader.read(padded), within(window, padded).slices
        covers = [np.where(seen.known, codes, 0) for codes in seen.covers]
        yield window, np.stack([judge.steps(seen), *covers])[:, *inner].astype(np.uint8)
