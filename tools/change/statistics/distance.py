"""The distance between two changed objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import ChangeMap, ObjectClass
from tools.change.selection import refer
from tools.change.statistics.ground_lengths import ground_method
from tools.change.statistics.object_shapes import centre_distance, gap
from tools.errors import UnknownObjectError

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


def distance(change_map: ChangeMap, first: int | Literal["last"], second: int, last: int | None) -> ObjectDistance:
    """The distance between two objects by their numbers; `last` is the number of the one mentioned last.

    Raises:
        UnknownObjectError: there is no such object, or both are one.
    """
    one, other = refer(change_map, first, last), refer(change_map, second, last)
    if one.id == other.id:
        raise UnknownObjectError(f"Both are {one.object_class} {one.id}; name two objects by their numbers.")
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
