"""Maps and picture of change by radar: Cloud-Optimised GeoTIFFs with colours and legends, and a PNG with one.

Layers of dates are int32 numbers YYYYMMDD, 0 for no change and -1 for unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from tools.outputs.overlay import LegendEntry, with_legend
from tools.pairs.preview import picture_step
from tools.radar.acquisitions.backscatter import Reals
from tools.radar.acquisitions.radar_scene import RadarScene
from tools.radar.change_pixels import COUNT, DIRECTION, FIRST, LAST, WET, ChangePixels, Layers
from tools.radar.open_water import GONE_WATER, NEW_WATER, NOT_WATER, PASSING_WATER, WATER
from tools.radar.radar_change import MAP_FILES, MapName
from tools.radar.window_changes import BRIGHTER, DARKER, MIXED, UNCHANGED, UNKNOWN
from tools.rasters.blocks import READ_BLOCK, blocks
from tools.rasters.cog import map_profile, write_cog
from tools.rasters.png import write_png
from tools.types import Colour, Pixels

GREY: Colour = (225, 225, 225)
DIRECTIONS: dict[int, tuple[str, Colour]] = {
    UNCHANGED: ("no change found", GREY),
    BRIGHTER: ("brighter", (213, 94, 0)),
    DARKER: ("darker", (0, 114, 178)),
    MIXED: ("one polarisation brighter, one darker", (204, 121, 167)),
}
"""Colours of Okabe and Ito (2008), distinguishable with any kind of colour vision."""
WATERS: dict[int, tuple[str, Colour]] = {
    NOT_WATER: ("other ground", GREY),
    WATER: ("likely open water, not new", (0, 70, 130)),
    NEW_WATER: ("likely open water, new", (86, 180, 233)),
    GONE_WATER: ("likely open water before, not now", (230, 159, 0)),
    PASSING_WATER: ("likely open water in between only", (0, 158, 115)),
}
UNKNOWN_COLOUR: Colour = (128, 128, 128)
NO_DATE, UNKNOWN_DATE, UNKNOWN_COUNT = 0, -1, 255
MIN_WIDTH = 360
"""Pixels that the longest line of the legend needs."""
SHOWN_DB = {"VV": (-22.0, -2.0), "VH": (-30.0, -8.0)}
Values = npt.NDArray[np.generic]
WATER_CLASSES, DIRECTION_CLASSES = WATERS, DIRECTIONS


def write_maps(folder: Path, scene: RadarScene, pixels: ChangePixels, *, water: bool) -> dict[MapName, Path]:
    """Write the maps; their paths by kind.

    Args:
        folder: for the files.
        scene: the radar images.
        pixels: what changed.
        water: whether likely open water is told.
    """
    numbers = np.array([NO_DATE, *interval_numbers(scene.days)], np.int32)

    def dated(layers: Layers, layer: int) -> Values:
        return np.where(layers[DIRECTION] == UNKNOWN, UNKNOWN_DATE, numbers[layers[layer]])

    def counted(layers: Layers) -> Values:
        return np.where(layers[DIRECTION] == UNKNOWN, UNKNOWN_COUNT, layers[COUNT])

    how: dict[MapName, tuple[Callable[[Layers], Values], dict[str, object], dict[int, tuple[str, Colour]]]] = {
        "direction": (lambda layers: layers[DIRECTION], {"dtype": "uint8", "nodata": UNKNOWN}, DIRECTIONS),
        "first_change": (lambda layers: dated(layers, FIRST), {"dtype": "int32", "nodata": UNKNOWN_DATE}, {}),
        "last_change": (lambda layers: dated(layers, LAST), {"dtype": "int32", "nodata": UNKNOWN_DATE}, {}),
        "count": (counted, {"dtype": "uint8", "nodata": UNKNOWN_COUNT}, {}),
    }
    if water:
        how["water"] = (lambda layers: layers[WET], {"dtype": "uint8", "nodata": UNKNOWN}, WATERS)
    return {name: _write(folder, name, scene, pixels, *rest) for name, rest in how.items()}


def interval_numbers(days: Sequence[str | None]) -> list[int]:
    """For each interval the later date as YYYYMMDD; where a day is unknown, the number of the date, from 2."""
    if all(day is not None for day in days):
        return [int(str(day).replace("-", "")) for day in days[1:]]
    return list(range(2, len(days) + 1))


def _write(
    folder: Path,
    name: MapName,
    scene: RadarScene,
    pixels: ChangePixels,
    values_of: Callable[[Layers], Values],
    kind: dict[str, object],
    classes: dict[int, tuple[str, Colour]],
) -> Path:
    path = folder / MAP_FILES[name]
    profile = map_profile(scene.size, scene.georeference) | {"count": 1} | kind

    def fill(file: rasterio.io.DatasetWriter) -> None:
        if classes:
            file.write_colormap(1, {UNKNOWN: (0, 0, 0, 0)} | {code: (*of, 255) for code, (_, of) in classes.items()})
            file.update_tags(CLASSES=", ".join(f"{code} {label}" for code, (label, _) in classes.items()))
        file.set_band_description(1, name)
        for window in blocks(pixels.size, READ_BLOCK):
            place = FileWindow(window.left, window.top, window.width, window.height)
            file.write(values_of(pixels.read(window)).astype(str(kind["dtype"])), 1, window=place)

    write_cog(path, profile, fill, compress="DEFLATE", overview_resampling="nearest")
    return path


def legend_of(name: MapName, codes: Sequence[int] = ()) -> tuple[LegendEntry, ...]:
    """What the colours of a map mean; `codes`: of those alone."""
    classes = {"direction": DIRECTIONS, "water": WATERS}.get(name, {})
    return tuple(LegendEntry(*one) for code, one in classes.items() if not codes or code in codes)


def write_picture(folder: Path, scene: RadarScene, pixels: ChangePixels, *, water: bool) -> Path:
    """Write the last date in grey with what changed in colour, with a legend; large scenes are subsampled.

    Args:
        folder: for the file.
        scene: the radar images.
        pixels: what changed.
        water: whether likely open water is told.
    """
    codes, wet = _subsampled(pixels, DIRECTION), _subsampled(pixels, WET)
    picture = _grey(scene)[: codes.shape[0], : codes.shape[1]]
    classes, shown = (WATERS, wet) if water and (wet >= NEW_WATER).any() else (DIRECTIONS, codes)
    for code, (_, colour) in classes.items():
        if code not in (UNCHANGED, NOT_WATER):
            picture[shown == code] = colour
    entries = [LegendEntry(label, colour) for code, (label, colour) in classes.items() if _is_told(code, shown)]
    if classes is WATERS:
        picture, entries = _with_other_change(picture, entries, codes, wet)
    if (codes == UNKNOWN).any():
        picture[codes == UNKNOWN] = UNKNOWN_COLOUR
        entries.append(LegendEntry("no data", UNKNOWN_COLOUR))
    path = folder / MAP_FILES["picture"]
    write_png(path, with_legend(_enlarged(picture), tuple(entries)))
    return path


def _is_told(code: int, shown: npt.NDArray[np.uint8]) -> bool:
    return code != UNCHANGED and bool((shown == code).any())


def _with_other_change(
    picture: Pixels, entries: list[LegendEntry], codes: npt.NDArray[np.uint8], wet: npt.NDArray[np.uint8]
) -> tuple[Pixels, list[LegendEntry]]:
    """The picture of water with change that is none of water."""
    other = (codes > UNCHANGED) & (wet == NOT_WATER)
    if not other.any():
        return picture, entries
    label, colour = "other change", DIRECTIONS[MIXED][1]
    picture[other] = colour
    return picture, [*entries, LegendEntry(label, colour)]


def _subsampled(pixels: ChangePixels, layer: int) -> npt.NDArray[np.uint8]:
    step = picture_step(pixels.size)
    shown = np.zeros([-(-extent // step) for extent in pixels.size], np.uint8)
    for window in blocks(pixels.size, step * 256):
        part = pixels.read(window)[layer][::step, ::step]
        top, left = window.top // step, window.left // step
        shown[top : top + part.shape[0], left : left + part.shape[1]] = part
    return shown


def _grey(scene: RadarScene) -> Pixels:
    """The first band of the last date, as decibels in grey."""
    step = picture_step(scene.size)
    shown = np.zeros([-(-extent // step) for extent in scene.size], np.float32)
    with scene.reading() as reader:
        for window in blocks(scene.size, step * 256):
            part = _decibels(reader.read(window)[-1, 0])[::step, ::step]
            top, left = window.top // step, window.left // step
            shown[top : top + part.shape[0], left : left + part.shape[1]] = part
    low, high = np.nanpercentile(shown, (2, 98)) if np.isfinite(shown).any() else (0.0, 1.0)
    grey = np.clip(np.nan_to_num((shown - low) / max(high - low, 1e-6)), 0, 1) * 255
    return np.repeat(grey.astype(np.uint8)[..., None], 3, axis=2)


def _decibels(power: Reals) -> Reals:
    return np.asarray(10 * np.log10(power), np.float32)


def _enlarged(picture: Pixels) -> Pixels:
    """At least as wide as the legend needs."""
    factor = max(1, -(-MIN_WIDTH // picture.shape[1]))
    if factor == 1:
        return picture
    size = (picture.shape[1] * factor, picture.shape[0] * factor)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_NEAREST), np.uint8)
