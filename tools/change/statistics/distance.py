"""The distance between two changed objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.change.change_map import ChangeMap, ObjectClass
from tools.change.selection import refer
from tools.change.statistics.object_shapes import centre_distance, gap
from tools.errors import UnknownObjectError
from tools.rasters.georeference import AREA_METHOD


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
    on_ground = change_map.georeference is not None
    where = AREA_METHOD if on_ground else "in pixels, since the images are not georeferenced"
    return ObjectDistance(
        pair=change_map.pair,
        objects=(NumberedObject(one.id, one.object_class), NumberedObject(other.id, other.object_class)),
        value=gap(change_map, one, other),
        from_centres=centre_distance(change_map, one, other),
        unit="m" if on_ground else "length_px",
        method=f"from outline to outline along the edges of pixels, and from centre to centre, {where}",
    )
