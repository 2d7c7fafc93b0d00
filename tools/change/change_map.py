"""What changed in a pair, kept in files and told as objects: the one thing that all answers are read from.

Minimum size, probability and area of interest are chosen on it, without looking at the images again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.prediction import Window
from mci_model.settings import BUILDING, ROAD
from tools.errors import UnknownStatusError
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference

ChangeClass = Literal["building", "road"]
ObjectClass = Literal["building", "road", "any"]
Status = Literal["appeared", "disappeared", "any"]

CLASS_IDS: dict[ChangeClass, int] = {"road": ROAD, "building": BUILDING}
ALL_CLASSES: tuple[ChangeClass, ...] = ("building", "road")
MIN_PIXELS = 6
"""Smaller specks of a class are noise and are dropped; the official code counts from six pixels, too."""
NO_OBJECT, UNKNOWN_OBJECT = 0, 2**32 - 1
"""Numbers in the raster of objects where nothing changed, and where nothing is known or asked."""


@dataclass(frozen=True, slots=True)
class ChangedObject:
    """One connected piece of change."""

    id: int
    object_class: ChangeClass
    status: Status
    """`any` where the network does not tell whether it appeared or disappeared."""
    pixels: int
    area_m2: float | None
    centre: tuple[float, float]
    """(column, row) in pixels."""
    lonlat: tuple[float, float] | None
    """Degrees on WGS 84."""
    box: tuple[int, int, int, int]
    """(top, left, bottom, right) in pixels, the last two exclusive."""
    probability: float
    """Mean over its pixels, 0-1."""
    touches_edge: bool


@dataclass(frozen=True, slots=True)
class ObjectFilter:
    """Which objects count."""

    min_area: float | None = None
    """Square metres, or pixels where the images tell no place on earth."""
    min_probability: float | None = None
    """Mean over the object, 0-1."""

    def keeps(self, thing: ChangedObject) -> bool:
        """Whether an object counts."""
        size = thing.pixels if thing.area_m2 is None else thing.area_m2
        large = self.min_area is None or size >= self.min_area
        return large and (self.min_probability is None or thing.probability >= self.min_probability)


@dataclass(frozen=True)
class ChangeMap:
    """What changed in a pair, or in an area of interest within it."""

    pair: str
    size: tuple[int, int]
    """(height, width) in pixels."""
    georeference: Georeference | None
    raster: Path
    """Numbers of the objects, one a pixel."""
    found: tuple[ChangedObject, ...]
    """Every object of at least MIN_PIXELS, the largest first, numbered from 1."""
    valid_pixels: int
    unknown_pixels: int
    """Asked for, but without data at one date or both."""
    valid_area_m2: float | None
    tells_direction: bool
    caption: str
    caption_window: Window
    changed: float
    """Probability of any change in the scene, 0-1."""
    model: str
    area: AreaCalibration | None = None
    """How far the area of buildings may be off; None where that is not known."""
    area_of_interest: str | None = None
    object_filter: ObjectFilter = field(default_factory=ObjectFilter)

    @cached_property
    def objects(self) -> tuple[ChangedObject, ...]:
        """The objects that count."""
        return tuple(thing for thing in self.found if self.object_filter.keeps(thing))

    def filtered(self, object_filter: ObjectFilter) -> ChangeMap:
        """The same, with other objects counting."""
        return self if object_filter == self.object_filter else replace(self, object_filter=object_filter)

    def of(self, wanted: ObjectClass) -> tuple[ChangedObject, ...]:
        """Objects of a class."""
        return tuple(thing for thing in self.objects if wanted in ("any", thing.object_class))

    @property
    def tells_of_roads(self) -> bool:
        """Whether any changed road counts."""
        return bool(self.of("road"))

    def with_status(self, wanted: ObjectClass, status: Status) -> tuple[ChangedObject, ...]:
        """Objects of a class that appeared or disappeared.

        Raises:
            UnknownStatusError: the network does not tell appeared from disappeared.
        """
        if status != "any" and not self.tells_direction:
            raise UnknownStatusError(
                f"These weights do not tell what {status}; ask for all that changed, or use weights that tell it."
            )
        return tuple(thing for thing in self.of(wanted) if status in ("any", thing.status))

    def ground(self, things: Iterable[ChangedObject]) -> float | None:
        """Square metres of objects together; None without georeference."""
        return None if self.georeference is None else float(sum(thing.area_m2 or 0.0 for thing in things))

    def ids(self, window: Window) -> npt.NDArray[np.uint32]:
        """(h, w) numbers of all objects in a window; UNKNOWN_OBJECT where nothing is known."""
        place = FileWindow(window.left, window.top, window.width, window.height)
        with without_gdal_warnings(), rasterio.open(self.raster, driver="GTiff") as file:
            numbers: npt.NDArray[np.uint32] = file.read(1, window=place)
        return numbers

    def classes(self, window: Window) -> npt.NDArray[np.uint8]:
        """(h, w) class ids of the objects that count, 0 elsewhere, 255 where nothing is known."""
        return self.to_classes(self.ids(window))

    def to_classes(self, numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """Class ids for numbers of objects, as `classes` gives them."""
        unknown = numbers == UNKNOWN_OBJECT
        classes = self._class_of[np.where(unknown, NO_OBJECT, numbers)]
        classes[unknown] = 255
        return classes

    @cached_property
    def _class_of(self) -> npt.NDArray[np.uint8]:
        """Class id for each number."""
        table = np.zeros(len(self.found) + 1, np.uint8)
        for thing in self.objects:
            table[thing.id] = CLASS_IDS[thing.object_class]
        return table

    @property
    def whole(self) -> Window:
        """All of it."""
        return Window(0, 0, *self.size)
