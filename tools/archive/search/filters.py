"""Filters of cells by place, days, class, area and sensor. Knows columns, no vectors and no words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from tools.archive.storage.cells import SIDES
from tools.archive.storage.table import Table
from tools.change.change_map import ALL_CLASSES, ObjectClass
from tools.errors import ArchiveError, AreaError
from tools.notices import notice
from tools.rasters.georeference import Bounds

Mask = npt.NDArray[np.bool_]
Reals = npt.NDArray[np.float64]
Sides = tuple[Reals, Reals, Reals, Reals]
"""West, south, east and north of many boxes."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions on a cell; unknown values do not match."""

    bbox: Bounds | None = None
    """West, south, east, north in degrees on WGS 84: the cell intersects it; west is greater than east across the
    180th meridian."""
    since: date | None = None
    """The later date is not before this day."""
    until: date | None = None
    """The earlier date is not after this day: with `since`, the change may have happened between the two."""
    object_class: ObjectClass | None = None
    """Something of this class changed."""
    min_area: float | None = None
    """Square metres that changed, of the class if one is given."""
    sensor: str | None = None
    """As in the cells: sentinel-2-l2a, 3 bands."""

    def __post_init__(self) -> None:
        if self.bbox is not None:
            _check_box(self.bbox)
        if self.since and self.until and self.since > self.until:
            text = "No day is since {since} and until {until}; swap the two."
            raise ArchiveError(notice("days-crossed", text, since=str(self.since), until=str(self.until)))
        if self.min_area is not None and not 0 <= self.min_area < math.inf:
            raise ArchiveError(notice("no-area-given", "{area:g} is no area; give square metres.", area=self.min_area))


NO_FILTER = Filters()


def _check_box(bbox: Bounds) -> None:
    west, south, east, north = bbox
    if not (all(map(math.isfinite, bbox)) and -90 <= south < north <= 90 and -180 <= west <= 180 >= east >= -180):
        told = ",".join(f"{side:g}" for side in bbox)
        raise AreaError(f"{told} is no area; give west,south,east,north in degrees, as in 10.1,53.5,10.3,53.6.")


def box_of(text: str) -> Bounds:
    """A bounding box from text.

    Raises:
        AreaError: it is not four numbers with commas.
    """
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise AreaError(f"{text!r} is not four numbers with commas: west,south,east,north in degrees.") from error
    _check_box((west, south, east, north))
    return west, south, east, north


def day_from(text: str) -> date:
    """A day from text.

    Raises:
        ArchiveError: it is no ISO 8601 day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        told = notice("no-day", "{text} is no day; write it as in 2024-06-30.", text=repr(text))
        raise ArchiveError(told) from error


def mask(table: Table, filters: Filters) -> Mask | None:
    """(n,) cells that match; None without filter."""
    if filters == NO_FILTER:
        return None
    matching = np.ones(len(table), bool)
    if filters.bbox is not None:
        matching &= _within(table, filters.bbox)
    if filters.since is not None:
        matching &= table.column("last_day") >= filters.since.toordinal()
    if filters.until is not None:
        matching &= table.column("first_day") <= filters.until.toordinal()
    if filters.object_class is not None:
        matching &= _sum(table, filters.object_class, "pixels") > 0
    if filters.min_area is not None:
        matching &= _sum(table, filters.object_class or "any", "m2") >= filters.min_area
    if filters.sensor is not None:
        matching &= table.of_sensor(filters.sensor.strip().lower())
    return matching


def _sum(table: Table, object_class: ObjectClass, unit: str) -> Reals:
    names = [name for name in ALL_CLASSES if object_class in ("any", name)]
    total: Reals = np.sum([table.column(f"{name}_{unit}") for name in names], axis=0)
    return total


def _within(table: Table, bbox: Bounds) -> Mask:
    west, south, east, north = (table.column(name) for name in SIDES)
    return touching((west, south, east, north), bbox)


def touching(boxes: Sides, bbox: Bounds) -> Mask:
    """Which of many boxes intersect one; boxes without position do not."""
    (west, south, east, north), (left, bottom, right, top) = boxes, bbox
    intersects: Mask = (south <= top) & (north >= bottom)
    rows = np.flatnonzero(intersects)
    begins = (west[rows] - left) % 360 <= _width(left, right)
    holds = (left - west[rows]) % 360 <= (east[rows] - west[rows]) % 360
    intersects[rows] = begins | holds
    return intersects


def _width(left: float, right: float) -> float:
    """Degrees from west to east; a whole turn where both ends are the 180th meridian."""
    return 360.0 if right - left == 360 else (right - left) % 360
