"""Counts and lists of changed objects: touching pixels of one class, and buildings told apart where they narrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from tools.change.change_map import (
    NO_FILTER,
    ChangedObject,
    ChangeMap,
    ObjectClass,
    ObjectFilter,
    SizeUnit,
    Status,
)
from tools.change.criteria import ANY_OBJECT, CENTRE_DECIDES, Criteria, Selection, is_whole, limits_in_words, select
from tools.change.places import Compass, Part
from tools.change.shapes.nearness import Nearness
from tools.number_format import assumption

METHOD = (
    "touching pixels (8-connected) of one class, at least {pixels} px; "
    "buildings that touch are told apart by a watershed of the distance to their outline"
)


@dataclass(frozen=True, slots=True)
class ObjectCount:
    """How many objects of a class changed."""

    pair: str
    object_class: ObjectClass
    status: Status
    count: int
    appeared: int | None
    """Of these, how many appeared; None where the network does not separate directions."""
    disappeared: int | None
    median_area_m2: float | None
    largest_area_m2: float | None
    largest_place: str | None
    """Field of the image in which the largest lies; None when there is none."""
    method: str
    objects: tuple[ChangedObject, ...]
    within: Part = "whole"
    condition: str = ""
    """The part of the image in words; empty for the whole."""
    filter: ObjectFilter = NO_FILTER
    """Which objects counted."""
    filter_unit: SizeUnit = "m2"
    """In which its areas are."""
    assumed_pixel_m: float | None = None
    """Side of a pixel that its areas assume; None where none is assumed."""
    of: int | None = None
    """How many there are without limits of size and probability; None where there are no limits."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that did not matter."""
    interval: tuple[int, int] | None = None
    """Fewest and most that are there, calibrated; None where something is left out, or without calibration."""
    interval_level: float | None = None
    """Coverage: how often such bounds hold on pairs like the calibration pairs, 0-1."""
    doubtful: int | None = None
    """How many of them are more probably none, by their size and probability, likewise; None for none."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        return self.object_class == "road" or any(obj.object_class == "road" for obj in self.objects)


def count(change_map: ChangeMap, object_class: ObjectClass, criteria: Criteria = ANY_OBJECT) -> ObjectCount:
    """Count objects of a class that match; errors as for `select`."""
    found = select(change_map, object_class, criteria)
    has_direction = change_map.tells_direction
    areas = [obj.area_m2 for obj in found.objects if obj.area_m2 is not None]
    return ObjectCount(
        pair=change_map.pair,
        object_class=object_class,
        status=criteria.status,
        count=len(found.objects),
        appeared=sum(obj.status == "appeared" for obj in found.objects) if has_direction else None,
        disappeared=sum(obj.status == "disappeared" for obj in found.objects) if has_direction else None,
        median_area_m2=float(np.median(areas)) if areas else None,
        largest_area_m2=max(areas, default=None),
        largest_place=Compass.of(change_map).place(found.objects[0]) if found.objects else None,
        method=count_method(found, criteria),
        objects=found.objects,
        within=criteria.within,
        condition=found.condition,
        filter=found.limits,
        filter_unit=change_map.size_unit,
        assumed_pixel_m=change_map.pixel_size_m,
        of=found.of,
        nearness=criteria.nearness,
        **_bounds(found, object_class, criteria),
    )


def _bounds(found: Selection, object_class: ObjectClass, criteria: Criteria) -> dict[str, Any]:
    """Calibrated bounds of a count, and how many are doubtful; both hold for all buildings of a pair."""
    calibration = found.change_map.counts
    if calibration is None or object_class != "building" or not is_whole(found, object_class, criteria):
        return {}
    return {
        "interval": calibration.interval(len(found.objects), calibration.expected(found.objects)),
        "interval_level": calibration.level,
        "doubtful": sum(calibration.doubts(obj.pixels, obj.probability) for obj in found.objects) or None,
    }


def count_method(found: Selection, criteria: Criteria) -> str:
    """How objects are told apart and counted, for the answer."""
    change_map = found.change_map
    method = METHOD.format(pixels=change_map.min_pixels)
    method += f", within {change_map.area_of_interest}" if change_map.area_of_interest else ""
    method += "".join(f" and {limit}" for limit in limits_in_words(change_map))
    if change_map.pixel_size_m is not None:
        method += f"; areas {assumption(change_map.pixel_size_m)}"
    return method if criteria.within == "whole" else f"{method}; {CENTRE_DECIDES}"
