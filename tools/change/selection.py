"""Changed objects by where they lie, how large and how sure they are; and two parts of an image side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import ChangedObject, ChangeMap, ObjectClass, Status
from tools.change.objects import ObjectCount
from tools.change.place_pixels import inside
from tools.change.places import Compass, Direction, Part, part_in_words
from tools.change.summary import area_method
from tools.errors import UnknownObjectError

Order = Literal["largest", "smallest", "surest", "unsurest"]
Reference = int | Literal["last", "building", "road"]
"""The number of an object; `last`: the one spoken of last; a class: the largest object of it."""

ORDERS: dict[Order, Callable[[ChangedObject], float]] = {
    "largest": lambda thing: -thing.pixels,
    "smallest": lambda thing: thing.pixels,
    "surest": lambda thing: -thing.probability,
    "unsurest": lambda thing: thing.probability,
}


@dataclass(frozen=True, slots=True)
class PlacedObject:
    """A changed object with its place in words."""

    place: str
    """One of nine fields of the image, by compass where it tells its place on earth."""
    object: ChangedObject


@dataclass(frozen=True, slots=True)
class FoundObjects:
    """Objects that meet a condition."""

    pair: str
    object_class: ObjectClass
    status: Status
    condition: str
    """Where they lie, in words; empty for anywhere."""
    order: Order
    count: int
    """All that meet it; the list may be shorter."""
    pixels: int
    share: float
    """Of the valid pixels of the pair, 0-1."""
    area_m2: float | None
    method: str
    objects: tuple[PlacedObject, ...]

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for: that none was found may be a miss."""
        return self.object_class == "road" or any(one.object.object_class == "road" for one in self.objects)


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

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for: that none was found may be a miss."""
        return self.object_class != "building"


@dataclass(frozen=True, slots=True)
class ObjectQuery:
    """Which objects are asked for."""

    object_class: ObjectClass = "any"
    status: Status = "any"
    within: Part = "whole"
    direction: Direction | None = None
    of: Reference | None = None
    """What `direction` counts from."""
    order: Order = "largest"
    k: int = 5


def find(found: ChangeMap, wish: ObjectQuery, last: int | None = None) -> FoundObjects:
    """Objects of a class in a part of the image, or to one side of another object.

    Args:
        found: where to look.
        wish: which are asked for.
        last: number of the object spoken of last.

    Raises:
        UnknownObjectError: `of` names no object of this pair.
        UnknownStatusError: the network does not tell appeared from disappeared.
    """
    compass, conditions = Compass.of(found), []
    chosen = list(found.with_status(wish.object_class, wish.status))
    if wish.within != "whole":
        chosen = [thing for thing in chosen if compass.lies_in(thing, wish.within)]
        conditions.append(f"in {part_in_words(wish.within, placed=found.georeference is not None)}")
    if wish.direction is not None:
        other = refer(found, wish.of if wish.of is not None else "last", last)
        chosen = [thing for thing in chosen if compass.lies_to(thing, other, wish.direction)]
        conditions.append(f"{wish.direction} of {other.object_class} {other.id}")
    chosen.sort(key=ORDERS[wish.order])
    pixels = sum(thing.pixels for thing in chosen)
    return FoundObjects(
        pair=found.pair,
        object_class=wish.object_class,
        status=wish.status,
        condition=" and ".join(conditions),
        order=wish.order,
        count=len(chosen),
        pixels=pixels,
        share=pixels / max(1, found.valid_pixels),
        area_m2=found.ground(chosen),
        method=_method(found),
        objects=tuple(PlacedObject(compass.place(thing), thing) for thing in chosen[: max(1, wish.k)]),
    )


def refer(found: ChangeMap, of: Reference, last: int | None) -> ChangedObject:
    """The object that is meant.

    Raises:
        UnknownObjectError: there is none.
    """
    if of == "last" and last is None:
        raise UnknownObjectError("No single object has been spoken of yet; ask for the largest one first.")
    if of in ("building", "road"):
        things: tuple[ChangedObject, ...] = found.of(of)
        if not things:
            raise UnknownObjectError(f"No changed {of} was found here, so nothing can lie to one side of it.")
        return things[0]
    number = last if of == "last" else of
    meant = next((thing for thing in found.objects if thing.id == number), None)
    if meant is None:
        raise UnknownObjectError(f"There is no object {number} in this pair; ask for the largest ones for numbers.")
    return meant


def compare(found: ChangeMap, first: Part, second: Part, wanted: ObjectClass) -> AreaComparison:
    """Change of a class in two parts of the image; a pixel counts where it lies, an object where its centre does."""
    rows = tuple(_part_change(found, part, wanted) for part in (first, second))
    here, there = (row.pixels for row in rows)
    more = None if here == there else (first if here > there else second)
    method = f"{_method(found)}, its area where its pixels lie"
    return AreaComparison(found.pair, wanted, (rows[0], rows[1]), more, method)


def _part_change(found: ChangeMap, part: Part, wanted: ObjectClass) -> PartChange:
    compass, every, told = Compass.of(found), found.of(wanted), found.tells_direction
    things = [thing for thing in every if compass.lies_in(thing, part)]
    pixels = inside(found, every, part)
    ground = sum((thing.area_m2 or 0.0) * here / thing.pixels for thing, here in zip(every, pixels, strict=True))
    return PartChange(
        part=part,
        name=part_in_words(part, placed=found.georeference is not None),
        count=len(things),
        appeared=sum(thing.status == "appeared" for thing in things) if told else None,
        disappeared=sum(thing.status == "disappeared" for thing in things) if told else None,
        pixels=int(pixels.sum()),
        area_m2=None if found.georeference is None else float(ground),
    )


def _method(found: ChangeMap) -> str:
    north = "" if found.georeference else "; north is the top of the image, which is not georeferenced"
    return f"{area_method(found)}; an object lies where its centre lies{north}"


def focus(result: ObjectCount | FoundObjects) -> int | None:
    """The number of the one object that a result puts first: what "it" means afterwards."""
    if not result.objects:
        return None
    first = result.objects[0]
    return first.object.id if isinstance(first, PlacedObject) else first.id
