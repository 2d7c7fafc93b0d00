"""Change in one pair as measured values: shares, areas and a sentence, read from its map. Knows no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mci_model.prediction import CHANGED_FROM, Window
from tools.change.change_map import MIN_PIXELS, ChangeClass, ChangedObject, ChangeMap, ObjectClass, ObjectFilter
from tools.change.place_pixels import spread
from tools.change.places import FieldShare
from tools.rasters.georeference import AREA_METHOD

Unit = Literal["m2", "ha", "km2", "percent", "px"]

SQUARE_METRES = {"m2": 1.0, "ha": 1e4, "km2": 1e6}


@dataclass(frozen=True, slots=True)
class ClassChange:
    """How much of one class changed."""

    object_class: ChangeClass
    pixels: int
    share: float
    """Of the valid pixels, 0-1."""
    area_m2: float | None
    where: tuple[FieldShare, ...]
    """How it is spread over the nine fields of the image, the most first."""


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """Changed pixels by class."""

    pair: str
    classes: tuple[ClassChange, ...]
    valid_pixels: int
    unknown_share: float
    """Of all pixels, those without data at one date or both, 0-1."""
    method: str
    overlay: str
    """Artefact id of the picture that shows it."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for: that none was found may be a miss."""
        roads = [row for row in self.classes if row.object_class == "road"]
        return any(row.pixels > 0 for row in roads) or len(roads) == len(self.classes)


@dataclass(frozen=True, slots=True)
class Description:
    """What changed, in a sentence of the network."""

    pair: str
    caption: str
    changed: bool
    probability: float
    """Of any change, 0-1."""
    part: Window | None
    """(top, left, height, width) of the part that the caption speaks of, pixels; None when it is the whole."""
    mask_agrees: bool
    """Whether the change mask says changed or unchanged as the caption does."""


@dataclass(frozen=True, slots=True)
class Area:
    """A measured area of change."""

    pair: str
    object_class: ObjectClass
    value: float
    unit: Unit
    pixels: int
    share: float
    """Of the valid pixels, 0-1."""
    interval: tuple[float, float] | None
    """Lower and upper end of the true value, in the same unit; None where no calibration tells."""
    interval_level: float | None
    """How often such intervals hold the truth on pairs like those they were learnt from, 0-1."""
    method: str

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for: that none was found may be a miss."""
        return self.object_class == "road" or (self.object_class == "any" and self.pixels > 0)


def summarise(found: ChangeMap, wanted: tuple[ChangeClass, ...], overlay: str) -> ChangeSummary:
    """Count the changed pixels of the wanted classes."""
    rows = []
    for name in wanted:
        things = found.of(name)
        pixels = sum(thing.pixels for thing in things)
        share = pixels / max(1, found.valid_pixels)
        rows.append(ClassChange(name, pixels, share, found.ground(things), spread(found, things)))
    unknown = found.unknown_pixels / max(1, found.valid_pixels + found.unknown_pixels)
    return ChangeSummary(found.pair, tuple(rows), found.valid_pixels, unknown, area_method(found), overlay)


def describe(found: ChangeMap) -> Description:
    """The network's sentence, with whether its own mask agrees."""
    changed = found.changed >= CHANGED_FROM
    whole = (found.caption_window.height, found.caption_window.width) == found.size
    part = None if whole else found.caption_window
    return Description(found.pair, found.caption, changed, found.changed, part, bool(found.found) == changed)


def measure(found: ChangeMap, wanted: ObjectClass, unit: Unit) -> Area:
    """The changed area of a class; without georeference, units of ground fall back to percent: nothing is made up."""
    things = found.of(wanted)
    pixels = sum(thing.pixels for thing in things)
    per_pixel, given = _scale(found, things, unit)
    # Intervals were learnt from masks of which nothing was left out.
    known = found.area if wanted == "building" and found.object_filter == ObjectFilter() else None
    ends = None if known is None else known.interval(pixels)
    return Area(
        pair=found.pair,
        object_class=wanted,
        value=pixels * per_pixel,
        unit=given,
        pixels=pixels,
        share=pixels / max(1, found.valid_pixels),
        interval=None if ends is None else (ends[0] * per_pixel, min(ends[1], found.valid_pixels) * per_pixel),
        interval_level=None if known is None else known.level,
        method=area_method(found),
    )


def _scale(found: ChangeMap, things: Sequence[ChangedObject], unit: Unit) -> tuple[float, Unit]:
    """What one pixel of the objects counts for, in the mean, and in which unit."""
    if unit == "px":
        return 1.0, unit
    if unit == "percent" or found.georeference is None:
        return 100 / max(1, found.valid_pixels), "percent"
    ground, pixels = found.ground(things), sum(thing.pixels for thing in things)
    if not pixels:
        ground, pixels = found.valid_area_m2, found.valid_pixels
    return (ground or 0.0) / max(1, pixels) / SQUARE_METRES[unit], unit


def area_method(found: ChangeMap) -> str:
    """How areas of this map are measured, for the answer."""
    without = "pixel count, since the images are not georeferenced"
    kind = f"sum of pixel areas, {AREA_METHOD}" if found.georeference else without
    left_out = f"specks below {MIN_PIXELS} px left out"
    unit = "m²" if found.georeference else "px"
    if found.object_filter.min_area is not None:
        left_out += f", and objects below {found.object_filter.min_area:g} {unit}"
    if found.object_filter.min_probability is not None:
        left_out += f", and objects less probable than {found.object_filter.min_probability:g}"
    where = f", within {found.area_of_interest}" if found.area_of_interest else ""
    return f"{kind}{where}, {left_out}"
