"""Pictures of a change map with a legend. Knows no network and no session."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from skimage.measure import block_reduce

from tools.change.change_map import ANY_ID, CLASS_IDS, ChangeClass, ChangeMap, ObjectClass
from tools.pairs.preview import MAX_PICTURE, picture_step
from tools.rasters.blocks import blocks
from tools.types import Colour, Pixels

PALETTE: dict[ChangeClass, Colour] = {"building": (213, 94, 0), "road": (0, 114, 178)}
"""Vermilion and blue of Okabe and Ito (2008), distinguishable with any kind of colour vision."""
OTHER: Colour = (204, 121, 167)
"""Their reddish purple, for what is neither building nor road."""
UNKNOWN: Colour = (128, 128, 128)
OPACITY = 0.45


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend."""

    label: str
    colour: Colour


def legend(change_map: ChangeMap, classes: tuple[ObjectClass, ...]) -> tuple[LegendEntry, ...]:
    """What the colours of an overlay mean."""
    entries = [
        LegendEntry("other change" if change_map.seen_by == "network" else "change", OTHER)
        if name == "any"
        else LegendEntry(f"changed {name}", PALETTE[name])
        for name in classes
    ]
    if change_map.unknown_pixels or change_map.area_of_interest:
        entries.append(LegendEntry(_unknown_label(change_map), UNKNOWN))
    return tuple(entries)


def _unknown_label(change_map: ChangeMap) -> str:
    unknown = "no data" if change_map.seen_by == "network" else "no data, cloud or snow"
    return f"{unknown}, or not asked for" if change_map.area_of_interest else unknown


def draw(later: Pixels, change_map: ChangeMap, classes: tuple[ObjectClass, ...]) -> Pixels:
    """The later date, as `preview` gives it, with changed pixels of these classes tinted and outlined, (H, W, 3) RGB.

    Small change stays visible in large scenes.
    """
    class_ids = _classes(change_map)
    picture = later.astype(np.float32)
    for name in classes:
        if name != "any":
            _tint(picture, class_ids == CLASS_IDS[name], PALETTE[name])
        elif change_map.other is not None:
            _tint(picture, _classes(change_map.other) == ANY_ID, OTHER)
    picture[class_ids == 255] = UNKNOWN
    return picture.astype(np.uint8)


def _tint(picture: npt.NDArray[np.float32], region: npt.NDArray[np.bool_], colour: Colour) -> None:
    picture[region] = (1 - OPACITY) * picture[region] + OPACITY * np.array(colour, np.float32)
    picture[_rim(region)] = colour


def _classes(change_map: ChangeMap) -> npt.NDArray[np.uint8]:
    """(H, W) class ids as large as the picture; any changed pixel wins, no data only if all are."""
    step = picture_step(change_map.size)
    shown = np.zeros([-(-extent // step) for extent in change_map.size], np.uint8)
    for window in blocks(change_map.size, step * MAX_PICTURE // 4):
        classes = change_map.classes(window)
        known = block_reduce(np.where(classes == 255, 0, classes), step, np.max)
        no_data = block_reduce(classes, step, np.min) == 255
        top, left = window.top // step, window.left // step
        shown[top : top + known.shape[0], left : left + known.shape[1]] = np.where(no_data, 255, known)
    return shown


def _rim(region: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    dilated = cv2.dilate(region.astype(np.uint8), np.ones((3, 3), np.uint8))
    return np.asarray((dilated > 0) & ~region, bool)


def with_legend(picture: Pixels, entries: tuple[LegendEntry, ...]) -> Pixels:
    """The picture with its legend in a white strip below, at least 320 px wide so that the labels fit."""
    width = picture.shape[1]
    line, scale = 24, max(1, -(-320 // width))
    picture = np.repeat(np.repeat(picture, scale, axis=0), scale, axis=1)
    strip = np.full((line * len(entries) + 8, width * scale, 3), 255, np.uint8)
    for row, entry in enumerate(entries):
        top = 6 + row * line
        cv2.rectangle(strip, (8, top), (24, top + 14), entry.colour, -1)
        cv2.putText(strip, entry.label, (34, top + 13), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (20, 20, 20), 1, cv2.LINE_AA)
    return np.concatenate([picture, strip])
