"""Positions in an image, in words: one of nine fields, by compass direction where the image is georeferenced.

Parts of an image ("the northern half") are named the same way. Knows no pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt
from pyproj import Geod

from tools.change.change_map import ChangedObject, ChangeMap
from tools.rasters.georeference import Georeference

Direction = Literal["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
Part = Literal[
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west", "centre", "whole"
]
"""Halves (north), quarters (north-east), and the middle ninth. Without georeference, north is the top."""

RING: tuple[Direction, ...] = get_args(Direction)
SIDES = ("top", "top right", "right", "bottom right", "bottom", "bottom left", "left", "top left")
PLAIN = ("upper", "upper right", "right", "lower right", "lower", "lower left", "left", "upper left")
"""Parts of an image that is not georeferenced."""
CENTRE = "centre"
HALF, QUARTER = "half", "quarter"


@dataclass(frozen=True, slots=True)
class FieldShare:
    """How much of a change lies in one of the nine fields of the image."""

    place: str
    share: float
    """Of the changed pixels, 0-1."""


@dataclass(frozen=True)
class Compass:
    """Positions in an image as words."""

    height: int
    width: int
    rotation: int | None
    """Eighths of a turn from the image's top to the north, clockwise; None without georeference."""

    @classmethod
    def of(cls, change_map: ChangeMap) -> Compass:
        """The compass of a change map."""
        return cls.on(change_map.size, change_map.georeference)

    @classmethod
    def on(cls, size: tuple[int, int], grid: Georeference | None) -> Compass:
        """The compass of an image of (height, width) pixels."""
        return cls(*size, None if grid is None else _rotation(grid))

    def place(self, obj: ChangedObject) -> str:
        """The field in which an object's centre lies: "north-west", or "top left" without georeference."""
        column, row = obj.centre
        return self.name(int(self.fields(np.asarray(column), np.asarray(row))))

    def fields(self, columns: npt.NDArray[Any], rows: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
        """The fields of positions in pixels: 0 to 8, row by row from the image's top left."""
        across, down = (
            np.clip(3 * places // size, 0, 2).astype(np.int64)
            for places, size in ((columns, self.width), (rows, self.height))
        )
        fields: npt.NDArray[np.int64] = 3 * down + across
        return fields

    def name(self, field: int) -> str:
        """A field in words."""
        step = field % 3 - 1, field // 3 - 1
        if step == (0, 0):
            return CENTRE
        sector = STEPS.index(step)
        return SIDES[sector] if self.rotation is None else RING[(sector + self.rotation) % 8]

    def lies_in(self, obj: ChangedObject, part: Part) -> bool:
        """Whether an object's centre lies in a part of the image."""
        column, row = obj.centre
        return bool(self.within(np.asarray(column), np.asarray(row), part))

    def within(self, columns: npt.NDArray[Any], rows: npt.NDArray[Any], part: Part) -> npt.NDArray[np.bool_]:
        """Whether positions in pixels lie in a part of the image."""
        x, y = 2 * columns / self.width - 1, 2 * rows / self.height - 1
        if part == "whole":
            return np.ones(np.shape(x), np.bool_)
        if part == "centre":
            return np.asarray(np.maximum(abs(x), abs(y)) < 1 / 3)
        return np.asarray(self._reaches((x, y), part) > 0)

    def lies_to(self, obj: ChangedObject, other: ChangedObject, direction: Direction) -> bool:
        """Whether an object lies to the north (or another way) of another, within an eighth of a turn.

        From centre to centre; false for the object itself.
        """
        x, y = obj.centre[0] - other.centre[0], obj.centre[1] - other.centre[1]
        if obj.id == other.id or (not x and not y):
            return False
        along, aside = self._along((x, y), direction), self._along((x, y), RING[(RING.index(direction) + 2) % 8])
        return bool(along > 0 and abs(aside) <= along * 1.000001)

    def _reaches(self, place: tuple[Any, Any], part: Direction) -> Any:
        """Over 0 where positions, from the middle in half sides, lie in the half or the quarter."""
        at = RING.index(part)
        if at % 2 == 0:
            return self._along(place, part)
        return np.minimum(self._along(place, RING[at - 1]), self._along(place, RING[(at + 1) % 8]))

    def _along(self, place: tuple[Any, Any], direction: Direction) -> Any:
        """How far positions lie in a direction."""
        sector = (RING.index(direction) - (self.rotation or 0)) % 8
        x, y = STEPS[sector]
        return place[0] * x + place[1] * y


STEPS = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
"""Columns and rows of a step in each of the eight sectors of an image, from its top clockwise."""


@lru_cache(maxsize=32)
def _rotation(grid: Georeference) -> int:
    """Eighths of a turn from the north to the image's top, clockwise."""
    middle, top = grid.lonlat(grid.width / 2, grid.height / 2), grid.lonlat(grid.width / 2, 0)
    azimuth, _, _ = Geod(ellps="WGS84").inv(*middle, *top)
    return round(float(azimuth) / 45) % 8


def part_in_words(part: Part, *, georeferenced: bool = True) -> str:
    """A part of the image as a sentence names it; `placed`: whether the image is georeferenced."""
    if part == "whole":
        return "the whole image"
    if part == CENTRE:
        return "the middle ninth"
    at = RING.index(part)
    name = f"{part}ern" if georeferenced else PLAIN[at]
    return f"the {name} {HALF if at % 2 == 0 else QUARTER}"
