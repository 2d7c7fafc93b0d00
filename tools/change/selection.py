"""Changed objects by position, size, probability and distance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import (
    NO_FILTER,
    ChangedObject,
    ChangeMap,
    ObjectClass,
    ObjectFilter,
    SizeUnit,
    Status,
)
from tools.change.criteria import CENTRE_DECIDES, Criteria, lying_in, narrowed
from tools.change.objects import ObjectCount
from tools.change.places import Compass, Direction, Part
from tools.change.shapes.nearness import Nearness, NearTo, distances_to
from tools.change.shapes.object_shapes import line_length, outline_length
from tools.change.summary import ObjectUnit, area_method
from tools.errors import UnknownDistanceError, UnknownObjectError
from tools.notices import notice

Order = Literal["largest", "smallest", "surest", "unsurest", "nearest", "farthest"]
"""`nearest` and `farthest` by the distance to what a query names."""
Extent = Literal["length", "perimeter"]
Reference = int | Literal["last", "building", "road"]
"""The id of an object; `last`: the one mentioned last; a class: its largest object."""

BY_DISTANCE = ("nearest", "farthest")
ORDERS: dict[str, Callable[[ChangedObject], float]] = {
    "largest": lambda obj: -obj.pixels,
    "smallest": lambda obj: obj.pixels,
    "surest": lambda obj: -obj.probability,
    "unsurest": lambda obj: obj.probability,
}


@dataclass(frozen=True, slots=True)
class PlacedObject:
    """A changed object with its position in words."""

    place: str
    """One of nine fields of the image, by compass direction where it is georeferenced."""
    object: ChangedObject
    distance: float | None = None
    """To the nearest of what a query names, metres, or pixels without georeference; None where none is asked for."""
    extent: float | None = None
    """Its length or perimeter, likewise."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An object to one side of which others were looked for."""

    direction: Direction
    """From it to the others."""
    object_class: ObjectClass
    id: int


@dataclass(frozen=True, slots=True)
class FoundObjects:
    """Objects that match a query."""

    pair: str
    object_class: ObjectClass
    status: Status
    condition: str
    """Position, in words; empty for anywhere."""
    order: Order
    count: int
    """All that match; the list may be shorter."""
    pixels: int
    share: float
    """Of the valid pixels of the pair, 0-1."""
    area_m2: float | None
    method: str
    objects: tuple[PlacedObject, ...]
    within: Part = "whole"
    filter: ObjectFilter = NO_FILTER
    """Which objects counted."""
    filter_unit: SizeUnit = "m2"
    """In which its areas are."""
    assumed_pixel_m: float | None = None
    """Side of a pixel that its areas assume; None where none is assumed."""
    of: int | None = None
    """How many match without limits of size and probability; None where there are no limits."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that did not matter."""
    beside: Beside | None = None
    """The object to one side of which they lie; None without one."""
    rank: int = 1
    """Of the first that is listed, in the order."""
    unit: ObjectUnit | None = None
    """In which areas are to be told; None: square metres."""
    extent: Extent | None = None
    """What is told of each beside its area."""
    to: NearTo | None = None
    """To what distances are measured; None where they are not."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        return self.object_class == "road" or any(one.object.object_class == "road" for one in self.objects)


@dataclass(frozen=True, slots=True)
class ObjectDetails:
    """One object, and how it ranks by size."""

    pair: str
    found: PlacedObject
    rank: int
    """1 is the largest of its class."""
    of_class: int
    """Changed objects of its class."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether it is a changed road."""
        return self.found.object.object_class == "road"


@dataclass(frozen=True, slots=True)
class ObjectQuery:
    """Which objects are requested."""

    object_class: ObjectClass = "any"
    status: Status = "any"
    within: Part = "whole"
    direction: Direction | None = None
    of: Reference | None = None
    """The object that `direction` refers to."""
    order: Order = "largest"
    k: int = 5
    limits: ObjectFilter = NO_FILTER
    nearness: Nearness | None = None
    rank: int = 1
    """Of the first that is listed: 3 for the third largest."""
    unit: ObjectUnit | None = None
    extent: Extent | None = None
    """What to tell of each beside its area."""
    to: NearTo | None = None
    """To what the distance of each is measured, by which `nearest` and `farthest` order."""


def find(change_map: ChangeMap, query: ObjectQuery, last: int | None = None) -> FoundObjects:
    """Objects of a class in a part of the image, or to one side of another object.

    Args:
        change_map: of the pair.
        query: class, position, order and number of objects.
        last: id of the object mentioned last.

    Raises:
        UnknownObjectError: `of` names no object of this pair.
        UnknownStatusError: the network does not separate appeared from disappeared.
    """
    other = None
    if query.direction is not None:
        other = refer(change_map, query.of if query.of is not None else "last", last)
    criteria = Criteria(query.status, query.within, query.limits, query.nearness)

    def matching(counted: ChangeMap) -> list[ChangedObject]:
        objects = lying_in(counted, counted.with_status(query.object_class, query.status), criteria)
        return _to_one_side(counted, objects, query.direction, other)

    found = narrowed(change_map, criteria, matching)
    objects, distances = _ordered(found.change_map, found.objects, query)
    first = min(max(1, query.rank), max(1, len(objects)))
    listed = objects[first - 1 : first - 1 + max(1, query.k)]
    beside = Beside(query.direction, other.object_class, other.id) if query.direction and other is not None else None
    pixels, compass = sum(obj.pixels for obj in objects), Compass.of(change_map)
    return FoundObjects(
        pair=change_map.pair,
        object_class=query.object_class,
        status=query.status,
        condition=_condition(found.condition, beside),
        order=query.order,
        count=len(objects),
        pixels=pixels,
        share=pixels / max(1, change_map.valid_pixels),
        area_m2=change_map.ground(objects),
        method=selection_method(found.change_map),
        objects=tuple(
            PlacedObject(compass.place(obj), obj, distances.get(obj.id), _extent(change_map, obj, query.extent))
            for obj in listed
        ),
        within=query.within,
        filter=found.limits,
        filter_unit=change_map.size_unit,
        assumed_pixel_m=change_map.pixel_size_m,
        of=found.of,
        beside=beside,
        nearness=query.nearness,
        rank=first,
        unit=query.unit,
        extent=query.extent,
        to=query.to,
    )


def _ordered(
    change_map: ChangeMap, objects: Sequence[ChangedObject], query: ObjectQuery
) -> tuple[list[ChangedObject], dict[int, float]]:
    """The objects in the order that was asked for, and the distance of each by its number, where one was."""
    if query.to is None:
        if query.order in BY_DISTANCE:
            text = "Nearest to what? Name an object by its number, building, road or the centre."
            raise UnknownDistanceError(notice("nearest-to-what", text))
        return sorted(objects, key=ORDERS[query.order]), {}
    distances = distances_to(change_map, objects, query.to)
    known = [obj for obj in objects if obj.id in distances]
    if query.order not in BY_DISTANCE:
        return sorted(known, key=ORDERS[query.order]), distances
    sign = 1 if query.order == "nearest" else -1
    return sorted(known, key=lambda obj: sign * distances[obj.id]), distances


def _extent(change_map: ChangeMap, obj: ChangedObject, extent: Extent | None) -> float | None:
    """Length or perimeter of an object, in metres, or pixels without georeference."""
    if extent is None:
        return None
    measured = line_length(change_map, obj) if extent == "length" else outline_length(change_map, obj)
    return measured * (change_map.pixel_size_m or 1.0)


def _condition(within: str, beside: Beside | None) -> str:
    """Position in words."""
    side = "" if beside is None else f"{beside.direction} of {beside.object_class} {beside.id}"
    return " and ".join(told for told in (within, side) if told)


def _to_one_side(
    change_map: ChangeMap, objects: list[ChangedObject], direction: Direction | None, other: ChangedObject | None
) -> list[ChangedObject]:
    if direction is None or other is None:
        return objects
    compass = Compass.of(change_map)
    return [obj for obj in objects if compass.lies_to(obj, other, direction)]


def refer(change_map: ChangeMap, of: Reference, last: int | None) -> ChangedObject:
    """The object that a reference stands for.

    Raises:
        UnknownObjectError: there is none.
    """
    if of == "last" and last is None:
        text = "No single object has been spoken of yet; ask for the largest one first."
        raise UnknownObjectError(notice("none-spoken-of", text))
    if of in ("building", "road"):
        objects: tuple[ChangedObject, ...] = change_map.of(of)
        if not objects:
            text = "No changed {of} was found here, so nothing can lie to one side of it."
            raise UnknownObjectError(notice("nothing-beside", text, of=of))
        return objects[0]
    number = last if of == "last" else of
    match = next((obj for obj in change_map.everything if obj.id == number), None)
    if match is None:
        text = "There is no object {number} in this pair; ask for the largest ones for numbers."
        raise UnknownObjectError(notice("no-object", text, number=str(number)))
    return match


def details(change_map: ChangeMap, number: int | Literal["last"], last: int | None) -> ObjectDetails:
    """One object by its number.

    Raises:
        UnknownObjectError: there is none of this number.
    """
    obj = refer(change_map, number, last)
    alike = [one for one in change_map.everything if one.object_class == obj.object_class]
    larger = sum(one.pixels > obj.pixels for one in alike)
    return ObjectDetails(change_map.pair, PlacedObject(Compass.of(change_map).place(obj), obj), 1 + larger, len(alike))


def selection_method(change_map: ChangeMap) -> str:
    """How objects are chosen by their place and measured, for the answer."""
    north = "" if change_map.georeference else "; north is the top of the image, which is not georeferenced"
    return f"{area_method(change_map)}; {CENTRE_DECIDES}{north}"


def focus(result: ObjectCount | FoundObjects) -> int | None:
    """The id of the first object of a result: what "it" refers to in the next question."""
    if not result.objects:
        return None
    first = result.objects[0]
    return first.object.id if isinstance(first, PlacedObject) else first.id
