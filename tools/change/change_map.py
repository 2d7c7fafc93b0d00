"""The change map of a pair, stored as a raster of object ids and a list of objects: all answers are read from it.

Minimum size and probability are applied to it without interpreting the images again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.checkpoints.object_calibration import ObjectCalibration
from mci_model.prediction import Window
from mci_model.settings import BUILDING, ROAD
from tools.errors import UnknownStatusError
from tools.notices import notice
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.rasters.georeference import Georeference

ChangeClass = Literal["building", "road"]
ObjectClass = Literal["building", "road", "any"]
SizeUnit = Literal["m2", "px"]
"""Of the limits of an object filter: pixels where the images are not georeferenced."""
Status = Literal["appeared", "disappeared", "any"]
SeenBy = Literal["network", "bands"]
"""What a map was made with: the network on photographs, or the bands of pixels that are too coarse for it."""

CLASS_IDS: dict[ChangeClass, int] = {"road": ROAD, "building": BUILDING}
ANY_ID = 3
"""Class id of change that is neither, in the map `ChangeMap.other`."""
ALL_CLASSES: tuple[ChangeClass, ...] = ("building", "road")
MIN_PIXELS = 6
"""Smaller pieces of a class are noise and are dropped; the official code counts from six pixels, too."""
MIN_BAND_PIXELS = 10
"""Smaller regions of a map by bands do not count: 0.1 ha at 10 m, 0.9 ha at 30 m."""
NO_OBJECT, UNKNOWN_OBJECT = 0, 2**32 - 1
"""Ids in the raster of objects for no change, and for no data or outside the area of interest."""


@dataclass(frozen=True, slots=True)
class ChangedObject:
    """One connected piece of change."""

    id: int
    object_class: ObjectClass
    """`any` for a region of change that is neither building nor road."""
    status: Status
    """`any` where the network does not separate appeared from disappeared."""
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
    cover: tuple[str, str] | None = None
    """Land cover of most of it at either date, as the network or the rules for bands name it; None where untold."""
    cover_share: float | None = None
    """Share of its pixels with just this land cover at either date, 0-1."""


@dataclass(frozen=True, slots=True)
class ObjectFilter:
    """Which objects count."""

    min_area: float | None = None
    """Square metres, or pixels where the images are not georeferenced."""
    min_probability: float | None = None
    """Mean over the object, 0-1."""
    max_area: float | None = None
    """As `min_area`."""
    max_probability: float | None = None
    """As `min_probability`."""

    @property
    def keeps_all(self) -> bool:
        """Whether every object counts."""
        return self == ObjectFilter()

    def keeps(self, obj: ChangedObject) -> bool:
        """Whether an object counts."""
        size = obj.pixels if obj.area_m2 is None else obj.area_m2
        large = self.min_area is None or size >= self.min_area
        small = self.max_area is None or size <= self.max_area
        sure = self.min_probability is None or obj.probability >= self.min_probability
        unsure = self.max_probability is None or obj.probability <= self.max_probability
        return large and small and sure and unsure

    def narrowed(self, other: ObjectFilter) -> ObjectFilter:
        """The filter that keeps what both keep."""
        return ObjectFilter(
            min_area=_stricter(max, self.min_area, other.min_area),
            min_probability=_stricter(max, self.min_probability, other.min_probability),
            max_probability=_stricter(min, self.max_probability, other.max_probability),
            max_area=_stricter(min, self.max_area, other.max_area),
        )


NO_FILTER = ObjectFilter()


def _stricter(of: Callable[[list[float]], float], *limits: float | None) -> float | None:
    given = [limit for limit in limits if limit is not None]
    return of(given) if given else None


@dataclass(frozen=True)
class ChangeMap:
    """What changed in a pair, or in an area of interest within it."""

    pair: str
    size: tuple[int, int]
    """(height, width) in pixels."""
    georeference: Georeference | None
    raster: Path
    """Raster with the id of the object at each pixel."""
    found: tuple[ChangedObject, ...]
    """Every object of at least MIN_PIXELS, the largest first, numbered from 1."""
    valid_pixels: int
    unknown_pixels: int
    """Within the area of interest, but without data at one date or both."""
    valid_area_m2: float | None
    tells_direction: bool
    caption: str
    caption_window: Window
    changed: float
    """Probability of any change in the scene, 0-1."""
    model: str
    area: AreaCalibration | None = None
    """Calibration of the building area; None where the weights have none."""
    counts: ObjectCalibration | None = None
    """Calibration of counted buildings; None where the weights have none."""
    area_of_interest: str | None = None
    object_filter: ObjectFilter = NO_FILTER
    other: ChangeMap | None = None
    """Regions of change that is neither building nor road, of class `any`; None where the network does not tell it. A
    map by bands holds nothing else, and is its own."""
    seen_by: SeenBy = "network"
    doubts: tuple[str, ...] = ()
    """Sentences on why nothing here is certain, of a map by bands."""
    notes: tuple[str, ...] = ()
    """Warnings about the bands that such a map was made of."""
    pixel_size_m: float | None = None
    """Side of a pixel that a person assumes, metres; only without georeference."""

    @cached_property
    def objects(self) -> tuple[ChangedObject, ...]:
        """The objects that count."""
        return tuple(obj for obj in self.found if self.object_filter.keeps(obj))

    @property
    def last_id(self) -> int:
        """The highest number of an object; 0 where there are none."""
        return max((obj.id for obj in self.found), default=0)

    @property
    def classes_told(self) -> tuple[ObjectClass, ...]:
        """Classes of change that were looked for."""
        if self.seen_by == "bands":
            return ("any",)
        return ALL_CLASSES if self.other is None else (*ALL_CLASSES, "any")

    @property
    def everything(self) -> tuple[ChangedObject, ...]:
        """All objects that count: buildings and roads, and then what is neither; no two have one number."""
        apart = self.other is not None and self.seen_by == "network"
        return (*self.objects, *self.other.objects) if apart and self.other else self.objects

    @property
    def size_unit(self) -> SizeUnit:
        """In which sizes of objects are compared with limits."""
        return "m2" if self.has_areas else "px"

    @property
    def has_areas(self) -> bool:
        """Whether areas are known: by the georeference, or by a pixel size that is assumed."""
        return self.georeference is not None or self.pixel_size_m is not None

    def assuming(self, pixel_size_m: float | None) -> ChangeMap:
        """The map with areas by square pixels of this side, metres; the same where it is georeferenced."""
        if self.georeference is not None or pixel_size_m == self.pixel_size_m:
            return self
        area = None if pixel_size_m is None else pixel_size_m**2
        found = tuple(replace(obj, area_m2=None if area is None else obj.pixels * area) for obj in self.found)
        return replace(
            self,
            found=found,
            valid_area_m2=None if area is None else self.valid_pixels * area,
            pixel_size_m=pixel_size_m,
            other=self.other and self.other.assuming(pixel_size_m),
        )

    def filtered(self, object_filter: ObjectFilter) -> ChangeMap:
        """The same map with another filter."""
        if object_filter == self.object_filter:
            return self
        other = self.other and self.other.filtered(object_filter)
        return replace(self, object_filter=object_filter, other=other)

    def of(self, object_class: ObjectClass) -> tuple[ChangedObject, ...]:
        """Objects of a class."""
        return tuple(obj for obj in self.objects if object_class in ("any", obj.object_class))

    @property
    def min_pixels(self) -> int:
        """Smaller pieces do not count."""
        return MIN_BAND_PIXELS if self.seen_by == "bands" else MIN_PIXELS

    @property
    def tells_of_roads(self) -> bool:
        """Whether any changed road counts."""
        return bool(self.of("road"))

    def with_status(self, object_class: ObjectClass, status: Status) -> tuple[ChangedObject, ...]:
        """Objects of a class that appeared or disappeared; none did where nothing of it changed, whatever the network.

        Raises:
            UnknownStatusError: the network does not separate appeared from disappeared.
        """
        seen = self.seen_by != "bands"
        if status != "any" and not self.tells_direction and not (seen and not self.of(object_class)):
            raise UnknownStatusError(self._no_direction(status))
        if (object_class, status) == ("any", "any"):
            return tuple(sorted(self.everything, key=lambda obj: -obj.pixels))
        return tuple(obj for obj in self.of(object_class) if status in ("any", obj.status))

    def _no_direction(self, status: Status) -> str:
        if self.seen_by == "bands":
            text = "Bands do not tell what {status}; ask for all that changed."
            return notice("bands-no-direction", text, status=status)
        text = "These weights do not tell what {status}; ask for all that changed, or use weights that tell it."
        return notice("no-direction", text, status=status)

    def ground(self, objects: Iterable[ChangedObject]) -> float | None:
        """Total area of objects, square metres; None where areas are not known."""
        return float(sum(obj.area_m2 or 0.0 for obj in objects)) if self.has_areas else None

    def ids(self, window: Window) -> npt.NDArray[np.uint32]:
        """(h, w) object ids in a window; UNKNOWN_OBJECT for no data."""
        file_window = FileWindow(window.left, window.top, window.width, window.height)
        with without_gdal_warnings(), rasterio.open(self.raster, driver="GTiff") as file:
            ids: npt.NDArray[np.uint32] = file.read(1, window=file_window)
        return ids

    def classes(self, window: Window) -> npt.NDArray[np.uint8]:
        """(h, w) class ids of the objects that count, 0 elsewhere, 255 for no data."""
        return self.to_classes(self.ids(window))

    def to_classes(self, ids: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """Class ids for object ids, as `classes` gives them."""
        unknown = ids == UNKNOWN_OBJECT
        classes = self._class_of[np.where(unknown, NO_OBJECT, ids)]
        classes[unknown] = 255
        return classes

    @cached_property
    def _class_of(self) -> npt.NDArray[np.uint8]:
        """Class id for each object id."""
        table = np.zeros(self.last_id + 1, np.uint8)
        for obj in self.objects:
            table[obj.id] = ANY_ID if obj.object_class == "any" else CLASS_IDS[obj.object_class]
        return table

    @property
    def whole(self) -> Window:
        """The window of the whole map."""
        return Window(0, 0, *self.size)
