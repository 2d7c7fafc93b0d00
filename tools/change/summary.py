"""Change in one pair as measured values: shares, areas and a sentence, read from its change map. Knows no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mci_model.prediction import Window
from tools.change.change_map import (
    NO_FILTER,
    ChangedObject,
    ChangeMap,
    ObjectClass,
    ObjectFilter,
    SizeUnit,
    Status,
)
from tools.change.criteria import ANY_OBJECT, CENTRE_DECIDES, Criteria, is_whole, select
from tools.change.other_change import OtherChange, other_change
from tools.change.place_pixels import spread
from tools.change.places import FieldShare, Part
from tools.change.sentences.clauses import Shown
from tools.change.sentences.map_sentence import shown, told
from tools.change.sentences.network_words import borne_out
from tools.change.shapes.nearness import Nearness
from tools.change.verdict import verdict
from tools.errors import UnknownClassError
from tools.notices import notice
from tools.number_format import assumption
from tools.rasters.georeference import AREA_METHOD

AreaUnit = Literal["m2", "ha", "km2", "acre", "ft2", "mi2", "are", "mu", "football_pitch"]
ObjectUnit = Literal[AreaUnit, "px"]
Unit = Literal[ObjectUnit, "percent"]

FOOT_M = 0.3048
MILE_M = 5280 * FOOT_M
NO_CLASS = notice("no-class-named", "No class was named; choose from building, road, any or leave classes out.")
SQUARE_METRES = {
    "m2": 1.0,
    "ha": 1e4,
    "km2": 1e6,
    "acre": MILE_M**2 / 640,
    "ft2": FOOT_M**2,
    "mi2": MILE_M**2,
    "are": 100.0,
    "mu": 1e4 / 15,
    "football_pitch": 105.0 * 68.0,
}
"""Of each unit of area; feet, acres and miles are the international ones, exact by definition, the mu is China's since
1930, and a football pitch that of international matches (Laws of the Game, law 1, FIFA's recommendation)."""


@dataclass(frozen=True, slots=True)
class ClassChange:
    """How much of one class changed."""

    object_class: ObjectClass
    """`any`: what is neither building nor road."""
    pixels: int
    share: float
    """Of the valid pixels, 0-1."""
    area_m2: float | None
    where: tuple[FieldShare, ...]
    """Its distribution over the nine fields of the image, the largest share first."""


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
    other: OtherChange | None = None
    """What changed beside buildings and roads; None where that was not asked for or the network does not tell it."""
    assumed_pixel_m: float | None = None
    """Side of a pixel that its areas assume; None where none is assumed."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        roads = [row for row in self.classes if row.object_class == "road"]
        return any(row.pixels > 0 for row in roads) or len(roads) == len(self.classes)


@dataclass(frozen=True, slots=True)
class Description:
    """What the maps of a pair show, in a sentence, and whether it changed at all."""

    pair: str
    caption: str
    """Made from the maps; a sentence without capital and full stop."""
    changed: bool
    """Judged from the probability, the buildings and roads, and other change."""
    probability: float
    """Of any change, 0-1: by the network's look at the whole, and no less than that of any sure object."""
    part: Window | None
    """(top, left, height, width) of the part that the network's own words describe, pixels; None when it is the
    whole, or there are none."""
    mask_agrees: bool
    """Whether the maps say changed or unchanged as the probability does."""
    other: OtherChange | None = None
    """What changed beside buildings and roads, as the caption tells it, too; None where it was not looked for."""
    network_words: str | None = None
    """The network's own sentence, where the maps show all that it claims."""
    roads: int = 0
    """Changed roads that the caption tells."""
    shown: Shown | None = None
    """What the caption tells, as values; None in descriptions of earlier versions."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it."""
        return self.roads > 0


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
    """Calibrated interval of the true value, in the same unit; None without calibration."""
    interval_level: float | None
    """Coverage: how often such intervals hold the truth on pairs like the calibration pairs, 0-1."""
    method: str
    status: Status = "any"
    within: Part = "whole"
    condition: str = ""
    """The part of the image in words; empty for the whole."""
    filter: ObjectFilter = NO_FILTER
    """Which objects counted."""
    filter_unit: SizeUnit = "m2"
    """In which its areas are."""
    assumed_pixel_m: float | None = None
    """Side of a pixel that it assumes; None where none is assumed."""
    count: int | None = None
    """How many objects it is of."""
    of: int | None = None
    """How many objects there are without limits of size and probability; None where there are no limits."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that did not matter."""
    appeared_part: float | None = None
    """Of the value, what appeared; None where all of it has one status, or none is told."""
    disappeared_part: float | None = None
    """Of the value, what disappeared; likewise."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        return self.object_class == "road" or (self.object_class == "any" and self.pixels > 0)


def summarise(change_map: ChangeMap, classes: tuple[ObjectClass, ...], overlay: str) -> ChangeSummary:
    """Count the changed pixels of some classes.

    Raises:
        UnknownClassError: `any` is among them, and the network tells buildings and roads alone.
    """
    rows, other = [], None
    for name in classes:
        if name == "any":
            other = _told(other_change(change_map))
            rows.append(ClassChange(name, other.pixels, other.share, other.area_m2, other.where))
            continue
        objects = change_map.of(name)
        pixels = sum(obj.pixels for obj in objects)
        share = pixels / max(1, change_map.valid_pixels)
        rows.append(ClassChange(name, pixels, share, change_map.ground(objects), spread(change_map, objects)))
    unknown = change_map.unknown_pixels / max(1, change_map.valid_pixels + change_map.unknown_pixels)
    return ChangeSummary(
        change_map.pair,
        tuple(rows),
        change_map.valid_pixels,
        unknown,
        area_method(change_map),
        overlay,
        other,
        change_map.pixel_size_m,
    )


def _told(other: OtherChange | None) -> OtherChange:
    if other is None:
        text = "These weights tell changed buildings and roads alone; leave `any` out."
        raise UnknownClassError(notice("no-other-change", text))
    return other


def describe(change_map: ChangeMap) -> Description:
    """What the maps show, in a sentence, and the network's own where it agrees with them."""
    judged = verdict(change_map)
    facts = shown(change_map, sure=judged.changed)
    words = change_map.caption if borne_out(change_map.caption, change_map) else None
    whole = (change_map.caption_window.height, change_map.caption_window.width) == change_map.size
    return Description(
        pair=change_map.pair,
        caption=told(facts),
        changed=judged.changed,
        probability=judged.probability,
        part=None if whole or words is None else change_map.caption_window,
        mask_agrees=judged.agrees,
        other=other_change(change_map),
        network_words=words,
        roads=len(change_map.of("road")),
        shown=facts,
    )


def measure(change_map: ChangeMap, object_class: ObjectClass, unit: Unit, criteria: Criteria = ANY_OBJECT) -> Area:
    """The changed area of the objects of a class that match, each as a whole.

    Without georeference, units of area fall back to percent. Errors as for `select`.
    """
    found = select(change_map, object_class, criteria)
    pixels = sum(obj.pixels for obj in found.objects)
    per_pixel, unit_used = _scale(change_map, found.objects, unit)
    # Intervals were calibrated on unfiltered masks.
    unfiltered = object_class == "building" and is_whole(found, object_class, criteria)
    calibration = change_map.area if unfiltered else None
    interval = None if calibration is None else calibration.interval(pixels)
    ways = _ways(change_map, found.objects)
    return Area(
        pair=change_map.pair,
        object_class=object_class,
        value=pixels * per_pixel,
        unit=unit_used,
        pixels=pixels,
        share=pixels / max(1, change_map.valid_pixels),
        interval=None
        if interval is None
        else (interval[0] * per_pixel, min(interval[1], change_map.valid_pixels) * per_pixel),
        interval_level=None if calibration is None else calibration.level,
        method=area_method(change_map)  # limits of the call stand in `filter`, which an answer names
        + ("" if criteria.within == "whole" else f"; whole objects, {CENTRE_DECIDES}"),
        status=criteria.status,
        within=criteria.within,
        condition=found.condition,
        filter=found.limits,
        filter_unit=change_map.size_unit,
        count=len(found.objects),
        assumed_pixel_m=change_map.pixel_size_m,
        of=found.of,
        nearness=criteria.nearness,
        appeared_part=None if ways is None else ways[0] * per_pixel,
        disappeared_part=None if ways is None else ways[1] * per_pixel,
    )


def _ways(change_map: ChangeMap, objects: Sequence[ChangedObject]) -> tuple[int, int] | None:
    """Pixels of what appeared and of what disappeared; None where not both did, or the map does not tell."""
    if not change_map.tells_direction:
        return None
    appeared, disappeared = (
        sum(obj.pixels for obj in objects if obj.status == status) for status in ("appeared", "disappeared")
    )
    return (appeared, disappeared) if appeared and disappeared else None


def _scale(change_map: ChangeMap, objects: Sequence[ChangedObject], unit: Unit) -> tuple[float, Unit]:
    """Mean value of one pixel of the objects, and its unit."""
    if unit == "px":
        return 1.0, unit
    if unit == "percent" or not change_map.has_areas:
        return 100 / max(1, change_map.valid_pixels), "percent"
    area, pixels = change_map.ground(objects), sum(obj.pixels for obj in objects)
    if not pixels:
        area, pixels = change_map.valid_area_m2, change_map.valid_pixels
    return (area or 0.0) / max(1, pixels) / SQUARE_METRES[unit], unit


def area_method(change_map: ChangeMap) -> str:
    """How areas of this map are measured, for the answer."""
    without = "pixel count, since the images are not georeferenced"
    if change_map.pixel_size_m is not None:
        without = f"pixel count, {assumption(change_map.pixel_size_m)}, since the images are not georeferenced"
    kind = f"sum of pixel areas, {AREA_METHOD}" if change_map.georeference else without
    left_out = f"specks below {change_map.min_pixels} px left out"
    unit = "m²" if change_map.has_areas else "px"
    if change_map.object_filter.min_area is not None:
        left_out += f", and objects below {change_map.object_filter.min_area:g} {unit}"
    if change_map.object_filter.max_area is not None:
        left_out += f", and objects above {change_map.object_filter.max_area:g} {unit}"
    if change_map.object_filter.min_probability is not None:
        left_out += f", and objects less probable than {change_map.object_filter.min_probability:g}"
    if change_map.object_filter.max_probability is not None:
        left_out += f", and objects more probable than {change_map.object_filter.max_probability:g}"
    where = f", within {change_map.area_of_interest}" if change_map.area_of_interest else ""
    return f"{kind}{where}, {left_out}"
