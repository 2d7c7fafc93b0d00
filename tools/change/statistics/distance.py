"""The distance between two changed objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import ChangedObject, ChangeMap, ObjectClass
from tools.change.selection import refer
from tools.change.shapes.ground_lengths import ground_method
from tools.change.shapes.object_shapes import centre_distance, gap
from tools.errors import UnknownObjectError
from tools.notices import notice

HOW = "from outline to outline along the edges of pixels, and from centre to centre"


@dataclass(frozen=True, slots=True)
class NumberedObject:
    """One of the two objects."""

    id: int
    object_class: ObjectClass


@dataclass(frozen=True, slots=True)
class ObjectDistance:
    """How far two changed objects lie from each other."""

    pair: str
    objects: tuple[NumberedObject, NumberedObject]
    value: float
    """Between the nearest points of their outlines, along the edges of pixels; 0 where they touch."""
    from_centres: float
    """Between their centres."""
    unit: Literal["m", "length_px"]
    """Metres; pixels without georeference."""
    method: str
    assumed_pixel_m: float | None = None
    """Side of a pixel that it assumes; None where none is assumed."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it."""
        return any(one.object_class == "road" for one in self.objects)


First = int | Literal["last", "largest"]
Other = int | Literal["building", "road", "second_largest"]
"""An object by its number or size, or the nearest of a class."""
CANDIDATES = 5
"""Objects whose centres lie nearest: among them the one with the nearest outline is looked for."""


def distance(
    change_map: ChangeMap, first: First, second: Other, last: int | None, object_class: ObjectClass = "any"
) -> ObjectDistance:
    """The distance between two objects by their numbers or their size, or from one to the nearest of a class.

    Args:
        change_map: of the pair.
        first: number of an object; `last`: the one mentioned last; `largest`.
        second: number of another, a class, or `second_largest`.
        last: number of the one mentioned last.
        object_class: of the largest ones.

    Raises:
        UnknownObjectError: there is no such object, or both are one.
    """
    one = _by_size(change_map, object_class, 0) if first == "largest" else refer(change_map, first, last)
    if second == "second_largest":
        other = _by_size(change_map, object_class, 1)
    else:
        other = refer(change_map, second, last) if isinstance(second, int) else _nearest(change_map, one, second)
    if one.id == other.id:
        text = "Both are {of} {number}; name two objects by their numbers."
        raise UnknownObjectError(notice("both-the-same", text, of=one.object_class, number=str(one.id)))
    side = change_map.pixel_size_m or 1.0
    return ObjectDistance(
        pair=change_map.pair,
        objects=(NumberedObject(one.id, one.object_class), NumberedObject(other.id, other.object_class)),
        value=gap(change_map, one, other) * side,
        from_centres=centre_distance(change_map, one, other) * side,
        unit="m" if change_map.has_areas else "length_px",
        method=f"{HOW}, {ground_method(change_map)}",
        assumed_pixel_m=change_map.pixel_size_m,
    )


def _by_size(change_map: ChangeMap, object_class: ObjectClass, place: int) -> ChangedObject:
    """The largest object of a class, or the next.

    Raises:
        UnknownObjectError: so many were not found.
    """
    objects = sorted(change_map.of(object_class), key=lambda obj: -obj.pixels)
    if len(objects) <= place:
        text = "{count} such changed objects were found, so there is no distance to tell."
        raise UnknownObjectError(notice("too-few-objects", text, count=len(objects)))
    return objects[place]


def _nearest(change_map: ChangeMap, one: ChangedObject, object_class: Literal["building", "road"]) -> ChangedObject:
    """The object of a class with the nearest outline.

    Raises:
        UnknownObjectError: there is no other of this class.
    """
    others = [obj for obj in change_map.of(object_class) if obj.id != one.id]
    if not others:
        text = "No other changed {of} was found here, so there is no distance to one."
        raise UnknownObjectError(notice("no-other-object", text, of=object_class))
    near = sorted(others, key=lambda obj: centre_distance(change_map, one, obj))[:CANDIDATES]
    large = [obj for obj in others[:CANDIDATES] if obj not in near]  # a long road may pass near, its centre far away
    return min([*near, *large], key=lambda obj: gap(change_map, one, obj))
