"""Changed objects by position, size and probability; and two parts of an image compared."""

from __future__ import annotations

from collections.abc import Callable
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
from tools.change.place_pixels import inside
from tools.change.places import Compass, Direction, Part, part_in_words
from tools.change.shapes.nearness import Nearness
from tools.change.summary import area_method
from tools.errors import UnknownObjectError

Order = Literal["largest", "smallest", "surest", "unsurest"]
Reference = int | Literal["last", "building", "road"]
"""The id of an object; `last`: the one mentioned last; a class: its largest object."""

ORDERS: dict[Order, Callable[[ChangedObject], float]] = {
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
class PartChange:
    """Change in a part of an image."""

    part: Part
    name: str
    """In words."""
    count: int
    appeared: int | None
    disappeared: int | None
    pixels: int
    area_m2: float | None


@dataclass(frozen=True, slots=True)
class AreaComparison:
    """Change in two parts of an image."""

    pair: str
    object_class: ObjectClass
    parts: tuple[PartChange, PartChange]
    more: Part | None
    """Where more pixels changed; None when equal."""
    method: str
    assumed_pixel_m: float | None = None
    """Side of a pixel that its areas assume; None where none is assumed."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        return self.object_class != "building"


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
    # Where no building or road changed, the ground is what changed.
    ground = not change_map.objects and query.object_class == "any" and query.status == "any"

    def matching(counted: ChangeMap) -> list[ChangedObject]:
        objects = counted.everything if ground else counted.with_status(query.object_class, query.status)
        return _to_one_side(counted, lying_in(counted, objects, criteria), query.direction, other)

    found = narrowed(change_map, criteria, matching)
    objects = sorted(found.objects, key=ORDERS[query.order])
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
        method=_method(found.change_map),
        objects=tuple(PlacedObject(compass.place(obj), obj) for obj in objects[: max(1, query.k)]),
        within=query.within,
        filter=found.limits,
        filter_unit=change_map.size_unit,
        assumed_pixel_m=change_map.pixel_size_m,
        of=found.of,
        beside=beside,
        nearness=query.nearness,
    )


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
        raise UnknownObjectError("No single object has been spoken of yet; ask for the largest one first.")
    if of in ("building", "road"):
        objects: tuple[ChangedObject, ...] = change_map.of(of)
        if not objects:
            raise UnknownObjectError(f"No changed {of} was found here, so nothing can lie to one side of it.")
        return objects[0]
    number = last if of == "last" else of
    match = next((obj for obj in change_map.everything if obj.id == number), None)
    if match is None:
        raise UnknownObjectError(f"There is no object {number} in this pair; ask for the largest ones for numbers.")
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


def compare(change_map: ChangeMap, first: Part, second: Part, object_class: ObjectClass) -> AreaComparison:
    """Change of a class in two parts of the image; a pixel counts where it lies, an object where its centre does."""
    rows = tuple(_part_change(change_map, part, object_class) for part in (first, second))
    here, there = (row.pixels for row in rows)
    more = None if here == there else (first if here > there else second)
    method = f"{_method(change_map)}, its area where its pixels lie"
    return AreaComparison(change_map.pair, object_class, (rows[0], rows[1]), more, method, change_map.pixel_size_m)


def _part_change(change_map: ChangeMap, part: Part, object_class: ObjectClass) -> PartChange:
    compass, all_objects, has_direction = (
        Compass.of(change_map),
        change_map.of(object_class),
        change_map.tells_direction,
    )
    objects = [obj for obj in all_objects if compass.lies_in(obj, part)]
    pixels = inside(change_map, all_objects, part)
    ground = sum((obj.area_m2 or 0.0) * here / obj.pixels for obj, here in zip(all_objects, pixels, strict=True))
    return PartChange(
        part=part,
        name=part_in_words(part, georeferenced=change_map.georeference is not None),
        count=len(objects),
        appeared=sum(obj.status == "appeared" for obj in objects) if has_direction else None,
        disappeared=sum(obj.status == "disappeared" for obj in objects) if has_direction else None,
        pixels=int(pixels.sum()),
        area_m2=float(ground) if change_map.has_areas else None,
    )


def _method(change_map: ChangeMap) -> str:
    north = "" if change_map.georeference else "; north is the top of the image, which is not georeferenced"
    return f"{area_method(change_map)}; {CENTRE_DECIDES}{north}"


def focus(result: ObjectCount | FoundObjects) -> int | None:
    """The id of the first object of a result: what "it" refers to in the next question."""
    if not result.objects:
        return None
    first = result.objects[0]
    return first.object.id if isinstance(first, PlacedObject) else first.id
