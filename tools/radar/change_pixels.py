"""Change of radar pixel by pixel, on disk: judged window by window, then pieces below the minimum mapping unit dropped.

windows of power -> test, direction, water -> a draft of bytes -> connected pieces of change, then of
water -> the draft with those that count
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.inference.windows import within
from mci_model.prediction import Window
from mci_model.settings import BUILDING, ROAD
from tools.atomic_files import atomic_write
from tools.change.change_map import ANY_ID
from tools.change.pieces.labelling import BlockLayers, PieceTally, labelled
from tools.radar.acquisitions.backscatter import Reals
from tools.radar.acquisitions.radar_scene import RadarScene
from tools.radar.open_water import (
    GONE_WATER,
    NEW_WATER,
    NOT_WATER,
    PASSING_WATER,
    WATER,
    Elevations,
    flat_reader,
    tells_water,
    water_like,
)
from tools.radar.window_changes import BRIGHTER, DARKER, RIM, UNCHANGED, UNKNOWN, judged, smoothed
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.rasters.cog import map_profile
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.types import Progress

SIDE, SIDE_OF_MANY, MANY = 512, 256, 16
"""Pixels a side that are judged at once; fewer from so many bands, of all dates together, on."""
DIRECTION, FIRST, LAST, COUNT, WET, FLAGGED = range(6)
"""Layers of the draft: codes of direction, intervals of the first and the last change, changes, water, the test."""
Layers = npt.NDArray[np.uint8]
"""(6, h, w)."""
PIECES = ANY_ID, ROAD, BUILDING
"""Class ids under which pieces are labelled; those of one id never join those of another."""
Classes = Callable[[Layers], npt.NDArray[np.int64]]
Kept = Callable[[Layers, npt.NDArray[np.bool_]], Layers]
Inside = Callable[[Window], npt.NDArray[np.bool_]]


@dataclass(frozen=True)
class Test:
    """How change is looked for."""

    looks: float
    alpha: float
    min_pixels: int
    elevations: Elevations | None = None
    inside: Inside | None = None
    """Where it is asked for; None: everywhere."""


@dataclass(frozen=True)
class ChangePixels:
    """The draft on disk."""

    path: Path
    size: tuple[int, int]

    def read(self, window: Window) -> Layers:
        """(6, h, w) layers of a window."""
        place = FileWindow(window.left, window.top, window.width, window.height)
        with without_gdal_warnings(), rasterio.open(self.path, driver="GTiff") as file:
            layers: Layers = file.read(window=place)
        return layers


def judged_pixels(scene: RadarScene, test: Test, folder: Path, progress: Progress | None = None) -> ChangePixels:
    """Judge all of a scene; memory does not grow with it.

    Args:
        scene: the radar images.
        test: how change is looked for.
        folder: for the draft and what it is made from.
        progress: called with windows done and windows in all.

    Raises:
        RasterError: a file is damaged.
    """
    every = folder / "pixels.tif"
    profile = {"driver": "GTiff", "count": 6, "dtype": "uint8"} | map_profile(scene.size, scene.georeference)
    atomic_write(every, lambda partial: _write_all(partial, profile, scene, test, progress))
    pixels, least = ChangePixels(every, scene.size), test.min_pixels
    changed = _sieved(folder / "changed.tif", profile, pixels, least, _changed, _with_change)
    return _sieved(folder / "kept.tif", profile, changed, least, _waters, _with_water)


def _write_all(
    path: Path, profile: dict[str, object], scene: RadarScene, test: Test, progress: Progress | None
) -> None:
    bands = len(scene.dates) * len(scene.polarisations)
    windows = list(blocks(scene.size, SIDE if bands < MANY else SIDE_OF_MANY))
    with without_gdal_warnings(), rasterio.open(path, "w", **profile) as file:
        for done, (window, layers) in enumerate(_judged(scene, test, windows), 1):
            file.write(layers, window=FileWindow(window.left, window.top, window.width, window.height))
            if progress:
                progress(done, len(windows))


def _judged(scene: RadarScene, test: Test, windows: list[Window]) -> Iterator[tuple[Window, Layers]]:
    height, width = scene.size
    with scene.reading() as reader, flat_reader(test.elevations) as heights:
        for window in windows:
            top, left = max(0, window.top - RIM), max(0, window.left - RIM)
            bottom, right = (
                min(height, window.top + window.height + RIM),
                min(width, window.left + window.width + RIM),
            )
            padded = Window(top, left, bottom - top, right - left)
            power = reader.read(padded)
            if test.inside is not None:
                power = np.where(test.inside(padded), power, np.float32(np.nan))
            flat = None if test.elevations is None else test.elevations.flat(heights, padded)
            yield window, _layers(scene, power, test, flat)[:, *within(window, padded).slices]


def _layers(scene: RadarScene, power: Reals, test: Test, flat: npt.NDArray[np.bool_] | None) -> Layers:
    found = judged(power, test.looks, test.alpha)
    wet = np.zeros(found.known.shape, np.uint8)
    if tells_water(scene):
        wet = _water(power, scene.polarisations, found.known, flat)
    layers = [found.direction, found.first, found.last, found.count, wet, found.flagged]
    return np.stack(layers).astype(np.uint8)


def _water(
    power: Reals,
    polarisations: tuple[str | None, ...],
    known: npt.NDArray[np.bool_],
    flat: npt.NDArray[np.bool_] | None,
) -> npt.NDArray[np.uint8]:
    """Codes of likely open water at the first date, the last one, or between them, whether changed or not."""
    allowed = known if flat is None else flat & known
    wet = np.stack([water_like(one, polarisations) & allowed for one in smoothed(power)])
    before, after, between = wet[0], wet[-1], wet.any(axis=0)
    codes = np.select(
        [before & after, after, before, between], [WATER, NEW_WATER, GONE_WATER, PASSING_WATER], default=NOT_WATER
    )
    return np.where(known, codes, UNKNOWN).astype(np.uint8)


def _sieved(
    path: Path, profile: dict[str, object], pixels: ChangePixels, min_pixels: int, of: Classes, kept: Kept
) -> ChangePixels:
    """The draft anew, with what is told by `kept` of the pieces of `of` that are large enough."""
    tally = PieceTally(pixels.size[1], None)
    for block, labels in labelled(_blocks(pixels, of)):
        tally.add(block, labels)
    numbers = tally.pieces(min_pixels)[1]

    def write(partial: Path) -> None:
        with without_gdal_warnings(), rasterio.open(partial, "w", **profile) as file:
            for block, labels in labelled(_blocks(pixels, of)):
                window = block.window
                layers = kept(pixels.read(window), numbers[labels] > 0)
                file.write(layers, window=FileWindow(window.left, window.top, window.width, window.height))

    atomic_write(path, write)
    return ChangePixels(path, pixels.size)


def _blocks(pixels: ChangePixels, of: Classes) -> Iterator[BlockLayers]:
    for window in blocks(pixels.size, LABEL_BLOCK):
        classes = of(pixels.read(window)).astype(np.uint8)
        nothing = np.zeros(classes.shape, np.uint8)
        yield BlockLayers(window, classes, nothing, nothing)


def _changed(layers: Layers) -> npt.NDArray[np.int64]:
    """Pieces of change, whatever their direction."""
    return np.where(layers[DIRECTION] > UNCHANGED, PIECES[0], 0)


def _with_change(layers: Layers, kept: npt.NDArray[np.bool_]) -> Layers:
    """The layers with change where it counts; water that only seems new or gone is as at the last date."""
    known = layers[DIRECTION] != UNKNOWN
    layers[DIRECTION] = np.where(kept | ~known, layers[DIRECTION], UNCHANGED)
    layers[[FIRST, LAST, COUNT]] *= kept
    wet, way = layers[WET], layers[DIRECTION]
    wet = np.where((wet == NEW_WATER) & (way != DARKER), WATER, wet)
    wet = np.where((wet == PASSING_WATER) & ~kept, NOT_WATER, wet)
    layers[WET] = np.where((wet == GONE_WATER) & (way != BRIGHTER), NOT_WATER, wet)
    return layers


def _waters(layers: Layers) -> npt.NDArray[np.int64]:
    """Pieces of water at the last date, new or not, of water that is gone, and of such that came and went."""
    wet = layers[WET]
    now, gone, passing = (wet == WATER) | (wet == NEW_WATER), wet == GONE_WATER, wet == PASSING_WATER
    return np.select([now, gone, passing], PIECES, default=0)


def _with_water(layers: Layers, kept: npt.NDArray[np.bool_]) -> Layers:
    """The layers with water where it counts."""
    layers[WET] = np.where(kept | (layers[WET] == UNKNOWN), layers[WET], NOT_WATER)
    return layers
