"""Where in an image something lies, in words: one of nine fields, by compass where the image tells its place on earth.

Parts of an image ("the northern half") are named the same way. Knows no pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from pyproj import Geod

from tools.change_map import ChangedObject, ChangeMap
from tools.georeference import Georeference

Direction = Literal["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
Part = Literal[
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west", "centre", "whole"
]
"""Halves (north), quarters (north-east), and the middle ninth. Without a place on earth, north is the top."""

RING: tuple[Direction, ...] = get_args(Direction)
SIDES = ("top", "top right", "right", "bottom right", "bottom", "bottom left", "left", "top left")
PLAIN = ("upper", "upper right", "right", "lower right", "lower", "lower left", "left", "upper left")
"""Parts of an image that tells no place on earth."""
CENTRE = "centre"
HALF, QUARTER, NINTH = "half", "quarter", "ninth"


@dataclass(frozen=True, slots=True)
class FieldShare:
    """How much of a change lies in one of the nine fields of the image."""

    place: str
    share: float
    """Of the changed pixels, 0-1; an object counts where its centre lies."""


@dataclass(frozen=True)
class Compass:
    """Turns places in an image into words."""

    height: int
    width: int
    turned: int | None
    """Eighths of a turn from the image's top to the north, clockwise; None where no place on earth is told."""

    @classmethod
    def of(cls, found: ChangeMap) -> Compass:
        """The compass of a map of change."""
        grid = found.georeference
        return cls(*found.size, None if grid is None else _turned(grid))

    def place(self, thing: ChangedObject) -> str:
        """The field in which an object's centre lies: "north-west", or "top left" without a place on earth."""
        column, row = thing.centre
        across, down = (min(2, int(3 * part)) - 1 for part in (column / self.width, row / self.height))
        if not across and not down:
            return CENTRE
        sector = _sector(across, down)
        return SIDES[sector] if self.turned is None else RING[(sector + self.turned) % 8]

    def spread(self, things: tuple[ChangedObject, ...]) -> tuple[FieldShare, ...]:
        """How a change is spread over the fields, the most first; fields without any are left out."""
        pixels: dict[str, int] = {}
        for thing in things:
            where = self.place(thing)
            pixels[where] = pixels.get(where, 0) + thing.pixels
        total = sum(pixels.values())
        shares = [FieldShare(where, count / total) for where, count in pixels.items()]
        return tuple(sorted(shares, key=lambda one: -one.share))

    def lies_in(self, thing: ChangedObject, part: Part) -> bool:
        """Whether an object's centre lies in a part of the image."""
        if part == "whole":
            return True
        column, row = thing.centre
        x, y = 2 * column / self.width - 1, 2 * row / self.height - 1
        if part == "centre":
            return max(abs(x), abs(y)) < 1 / 3
        return self._reaches((x, y), part) > 0

    def lies_to(self, thing: ChangedObject, other: ChangedObject, direction: Direction) -> bool:
        """Whether an object lies to the north (or another way) of another, within an eighth of a turn.

        Judged from centre to centre; an object does not lie anywhere of itself.
        """
        x, y = thing.centre[0] - other.centre[0], thing.centre[1] - other.centre[1]
        if thing.id == other.id or (not x and not y):
            return False
        along, aside = self._along((x, y), direction), self._along((x, y), RING[(RING.index(direction) + 2) % 8])
        return along > 0 and abs(aside) <= along * 1.000001

    def _reaches(self, place: tuple[float, float], part: Direction) -> float:
        """Over 0 where a place, from the middle in half sides, lies in the half or the quarter."""
        at = RING.index(part)
        if at % 2 == 0:
            return self._along(place, part)
        return min(self._along(place, RING[at - 1]), self._along(place, RING[(at + 1) % 8]))

    def _along(self, place: tuple[float, float], direction: Direction) -> float:
        """How far a place lies in a direction."""
        sector = (RING.index(direction) - (self.turned or 0)) % 8
        x, y = STEPS[sector]
        return place[0] * x + place[1] * y


STEPS = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
"""Columns and rows of a step in each of the eight sectors of an image, from its top clockwise."""


def _sector(across: int, down: int) -> int:
    return STEPS.index((across, down))


@lru_cache(maxsize=32)
def _turned(grid: Georeference) -> int:
    """Eighths of a turn from the north to the image's top, clockwise."""
    middle, top = grid.lonlat(grid.width / 2, grid.height / 2), grid.lonlat(grid.width / 2, 0)
    azimuth, _, _ = Geod(ellps="WGS84").inv(*middle, *top)
    return round(float(azimuth) / 45) % 8


def part_in_words(part: Part, *, placed: bool = True) -> str:
    """A part of the image as a sentence names it; `placed`: the image tells its place on earth."""
    if part == "whole":
        return "the whole image"
    if part == CENTRE:
        return "the middle ninth"
    at = RING.index(part)
    name = f"{part}ern" if placed else PLAIN[at]
    return f"the {name} {HALF if at % 2 == 0 else QUARTER}"
