"""Counts and lists of changed objects: touching pixels of one class, and buildings told apart where they narrow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.change.change_map import ChangedObject, ChangeMap, ObjectClass, ObjectFilter, Status
from tools.change.places import Compass

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

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were requested: none detected may be a miss."""
        return self.object_class == "road" or any(obj.object_class == "road" for obj in self.objects)


def count(
    change_map: ChangeMap, object_class: ObjectClass, status: Status = "any", min_area: float | None = None
) -> ObjectCount:
    """Count objects of a class.

    Args:
        change_map: where to count.
        object_class: building, road or any.
        status: count only what appeared or disappeared; needs a network with directions.
        min_area: square metres, or pixels where the images are not georeferenced; smaller objects are left out.
    """
    objects = list(change_map.with_status(object_class, status))
    method = METHOD.format(pixels=change_map.min_pixels) + (
        f", within {change_map.area_of_interest}" if change_map.area_of_interest else ""
    )
    if change_map.object_filter.min_probability is not None:
        method += f" and at least {change_map.object_filter.min_probability:g} probable"
    min_areas = [size for size in (change_map.object_filter.min_area, min_area) if size is not None]
    if min_areas:
        unit = "m²" if change_map.georeference else "px"
        objects = [obj for obj in objects if ObjectFilter(max(min_areas)).keeps(obj)]
        method += f" and at least {max(min_areas):g} {unit}"
    has_direction = change_map.tells_direction
    areas = [obj.area_m2 for obj in objects if obj.area_m2 is not None]
    return ObjectCount(
        pair=change_map.pair,
        object_class=object_class,
        status=status,
        count=len(objects),
        appeared=sum(obj.status == "appeared" for obj in objects) if has_direction else None,
        disappeared=sum(obj.status == "disappeared" for obj in objects) if has_direction else None,
        median_area_m2=float(np.median(areas)) if areas else None,
        largest_area_m2=max(areas, default=None),
        largest_place=Compass.of(change_map).place(objects[0]) if objects else None,
        method=method,
        objects=tuple(objects),
    )
