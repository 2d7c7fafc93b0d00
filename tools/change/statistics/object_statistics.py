"""One number about the changed objects of a class: their size, density, rate, length, outline or spacing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

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
from tools.change.criteria import ANY_OBJECT, Criteria, Selection, select
from tools.change.objects import count_method
from tools.change.places import Part
from tools.change.shapes.ground_lengths import ground_method, nearest
from tools.change.shapes.nearness import Nearness
from tools.change.shapes.object_shapes import line_length, outline_length
from tools.change.statistics.valid_ground import ValidGround, valid_ground
from tools.change.summary import FOOT_M, MILE_M, SQUARE_METRES, AreaUnit
from tools.errors import UnknownClassError, UnknownDaysError, UnknownUnitError
from tools.notices import notice

Statistic = Literal[
    "mean_area", "median_area", "smallest_area", "largest_area", "total_area", "density", "yearly_count",
    "yearly_area", "length", "perimeter", "spacing", "share",
]  # fmt: skip
StatisticUnit = Literal[AreaUnit, "px", "m", "km", "ft", "mi"]
ResultUnit = Literal[
    StatisticUnit, "per_ha", "per_km2", "per_acre", "per_mi2", "per_mpx", "per_year", "length_px", "percent"
]
METRES = {"m": 1.0, "km": 1000.0, "ft": FOOT_M, "mi": MILE_M}
AREAS: dict[Statistic, Callable[[Sequence[float]], float]] = {
    "mean_area": lambda sizes: float(np.mean(sizes)),
    "median_area": lambda sizes: float(np.median(sizes)),
    "smallest_area": min,
    "largest_area": max,
    "total_area": sum,
    "yearly_area": sum,
}
LENGTHS: tuple[Statistic, ...] = ("length", "perimeter", "spacing")
DENSITY_UNITS: dict[str, ResultUnit] = {"ha": "per_ha", "km2": "per_km2", "acre": "per_acre", "mi2": "per_mi2"}
MEGAPIXEL = 1e6
METHODS: dict[Statistic, str] = {
    "density": "their number over the valid ground",
    "yearly_count": "their number over the years between the dates",
    "yearly_area": "their area over the years between the dates",
    "length": "length of the centre line (skeleton, 8-connected, through pixel centres) of each road, summed; it ends "
    "about half a width before the ends of the road",
    "perimeter": "along the edges of pixels, holes included",
    "share": "their number, and their area, of those without limits, place and nearness, or else of all objects",
    "spacing": "from the centre of each to the nearest other centre",
}


@dataclass(frozen=True, slots=True)
class ObjectStatistic:
    """One number about changed objects."""

    pair: str
    object_class: ObjectClass
    statistic: Statistic
    value: float | None
    """None where there are too few objects."""
    unit: ResultUnit
    """Of the value; of an area a year, that of the area."""
    count: int
    """How many objects it is of."""
    method: str
    total: float | None = None
    """Of perimeters, the sum, in the same unit."""
    years: float | None = None
    """Between the dates, of what is told a year."""
    among: ObjectClass | None = None
    """The class of those that a share is of; None of what is no share."""
    among_count: int | None = None
    """How many these are."""
    area_share: float | None = None
    """Their share of the area of these, per cent."""
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
    of: int | None = None
    """How many there are without limits of size and probability; None where there are no limits."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that did not matter."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        return self.object_class == "road" or (self.object_class == "any" and self.count > 0)


@dataclass(frozen=True, slots=True)
class _Value:
    value: float | None
    unit: ResultUnit
    total: float | None = None
    among: ObjectClass | None = None
    among_count: int | None = None
    area_share: float | None = None


def measure_statistic(
    change_map: ChangeMap,
    object_class: ObjectClass,
    statistic: Statistic,
    unit: StatisticUnit | None = None,
    criteria: Criteria = ANY_OBJECT,
    years: float | None = None,
) -> ObjectStatistic:
    """A statistic of the objects of a class that match.

    Args:
        change_map: of the pair.
        object_class: which objects; lengths are of roads alone.
        statistic: what to tell of them.
        unit: of the value; None: m², ha for densities, m for lengths. Without georeference all is in pixels.
        criteria: what the objects have to be like.
        years: between the dates; None where they are not known.

    Raises:
        UnknownUnitError: the unit does not fit.
        UnknownClassError: a length of what is no road.
        UnknownDaysError: a rate without dates.
        UnknownStatusError: as for `select`.
    """
    if statistic == "length" and object_class != "road":
        text = "Only roads have a length; ask for the perimeter of what else changed."
        raise UnknownClassError(notice("no-length", text))
    found = select(change_map, object_class, criteria)
    rated = statistic in ("yearly_count", "yearly_area")
    if rated and not years:
        raise UnknownDaysError(
            notice(
                "no-rate",
                "What changed in a year cannot be told, since the days of the images are not known or are the same; "
                "give them with --date-before and --date-after, such as 2019-06-30.",
            )
        )
    told = (
        _share(change_map, found, object_class, criteria)
        if statistic == "share"
        else _value(found, statistic, unit, criteria, years or 1.0)
    )
    how = METHODS.get(statistic, "")
    ground = ground_method(change_map)
    return ObjectStatistic(
        pair=change_map.pair,
        object_class=object_class,
        statistic=statistic,
        value=told.value,
        unit=told.unit,
        count=len(found.objects),
        method="; ".join(part for part in (how, ground, count_method(found, criteria)) if part),
        total=told.total,
        years=years if rated else None,
        among=told.among,
        among_count=told.among_count,
        area_share=told.area_share,
        status=criteria.status,
        within=criteria.within,
        condition=found.condition,
        filter=found.limits,
        filter_unit=change_map.size_unit,
        assumed_pixel_m=change_map.pixel_size_m,
        of=found.of,
        nearness=criteria.nearness,
    )


def _value(
    found: Selection, statistic: Statistic, unit: StatisticUnit | None, criteria: Criteria, years: float
) -> _Value:
    if statistic == "yearly_count":
        return _Value(len(found.objects) / years, "per_year")
    if statistic == "density":
        return _density(len(found.objects), valid_ground(found.change_map, criteria.within), unit)
    if statistic in LENGTHS:
        return _length(found, statistic, unit)
    sizes, unit_used = _sizes(found.change_map, found.objects, statistic, unit)
    if not sizes and statistic not in ("total_area", "yearly_area"):
        return _Value(None, unit_used)
    value = float(AREAS[statistic](sizes))
    return _Value(value / years if statistic == "yearly_area" else value, unit_used)


def _share(change_map: ChangeMap, found: Selection, object_class: ObjectClass, criteria: Criteria) -> _Value:
    """The share of the objects among those without limits, place and nearness; without these, among all objects."""
    limited = replace(criteria, status="any") != ANY_OBJECT
    among: ObjectClass = object_class if limited else "any"
    every = select(change_map, among, Criteria(status=criteria.status if limited else "any")).objects
    if not every:
        return _Value(None, "percent", among=among, among_count=0)
    pixels = sum(obj.pixels for obj in found.objects) / sum(obj.pixels for obj in every)
    ground, of_ground = change_map.ground(found.objects), change_map.ground(every)
    area = pixels if ground is None or not of_ground else ground / of_ground
    return _Value(
        100 * len(found.objects) / len(every), "percent", among=among, among_count=len(every), area_share=100 * area
    )


def _sizes(
    change_map: ChangeMap, objects: Sequence[ChangedObject], statistic: Statistic, unit: StatisticUnit | None
) -> tuple[list[float], ResultUnit]:
    """Sizes of the objects, in a unit of area."""
    if unit not in (None, "px", *SQUARE_METRES):
        raise _unfit(statistic, unit, (*SQUARE_METRES, "px"))
    if not change_map.has_areas or unit == "px":
        return [float(obj.pixels) for obj in objects], "px"
    used: ResultUnit = unit or "m2"
    return [(obj.area_m2 or 0.0) / SQUARE_METRES[used] for obj in objects], used


def _density(count: int, ground: ValidGround, unit: StatisticUnit | None) -> _Value:
    if unit not in (None, *DENSITY_UNITS):
        raise _unfit("density", unit, tuple(DENSITY_UNITS))
    if ground.area_m2 is None:
        return _Value(count / (ground.pixels / MEGAPIXEL) if ground.pixels else None, "per_mpx")
    used = unit or "ha"
    return _Value(count / (ground.area_m2 / SQUARE_METRES[used]) if ground.area_m2 else None, DENSITY_UNITS[used])


def _length(found: Selection, statistic: Statistic, unit: StatisticUnit | None) -> _Value:
    if unit not in (None, "px", *METRES):
        raise _unfit(statistic, unit, tuple(METRES))
    change_map, objects = found.change_map, found.objects
    on_ground = change_map.has_areas
    used: ResultUnit = "length_px"
    if on_ground:
        used = unit if unit is not None and unit != "px" else "m"
    scale = METRES.get(used, 1.0) / (change_map.pixel_size_m or 1.0)
    if statistic == "length":
        return _Value(sum(line_length(change_map, obj) for obj in objects) / scale, used)
    if statistic == "perimeter":
        outlines = [outline_length(change_map, obj) / scale for obj in objects]
        return _Value(float(np.mean(outlines)), used, sum(outlines)) if outlines else _Value(None, used)
    if len(objects) < 2:
        return _Value(None, used)
    centres = np.array([obj.centre for obj in objects])
    return _Value(float(nearest(change_map.georeference, centres, centres, rank=2).mean()) / scale, used)


def _unfit(statistic: Statistic, unit: str | None, fitting: Sequence[str]) -> UnknownUnitError:
    text = "{statistic} is not told in {unit}; choose from {fitting}."
    return UnknownUnitError(notice("unfit-unit", text, statistic=statistic, unit=str(unit), fitting=", ".join(fitting)))


STATISTICS: tuple[Statistic, ...] = get_args(Statistic)
