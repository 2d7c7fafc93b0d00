"""How much ground was seen at both dates, in a part of the image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.change.change_map import UNKNOWN_OBJECT, ChangeMap
from tools.change.places import Compass, Part
from tools.rasters.blocks import LABEL_BLOCK, blocks


@dataclass(frozen=True, slots=True)
class ValidGround:
    """Ground with data at both dates, within the area of interest."""

    pixels: int
    area_m2: float | None
    """None without georeference."""


def valid_ground(change_map: ChangeMap, part: Part = "whole") -> ValidGround:
    """The valid ground of a map, or of a part of the image; a pixel lies where its centre lies."""
    if part == "whole":
        return ValidGround(change_map.valid_pixels, change_map.valid_area_m2)
    assumed = change_map.pixel_size_m
    compass, grid = Compass.of(change_map), change_map.georeference
    pixels, area = 0, 0.0
    for window in blocks(change_map.size, LABEL_BLOCK):
        rows, columns = np.ogrid[: window.height, : window.width]
        across, down = np.broadcast_arrays(columns + window.left + 0.5, rows + window.top + 0.5)
        valid = (change_map.ids(window) != UNKNOWN_OBJECT) & compass.within(across, down, part)
        pixels += int(valid.sum())
        if grid is not None:
            area += float(grid.part(*window).pixel_areas[valid].sum())
    if grid is None:
        return ValidGround(pixels, None if assumed is None else pixels * assumed**2)
    return ValidGround(pixels, area)
