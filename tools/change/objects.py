"""Changed things as objects: counted and listed. Touching pixels of one class are one object."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.change.change_map import MIN_PIXELS, ChangedObject, ChangeMap, ObjectClass, ObjectFilter, Status
from tools.change.places import Compass

METHOD = f"touching pixels (8-connected) of one class, at least {MIN_PIXELS} px"


@dataclass(frozen=True, slots=True)
class ObjectCount:
    """How many objects of a class changed."""

    pair: str
    object_class: ObjectClass
    status: Status
    count: int
    appeared: int | None
    """Of these, how many appeared; None where the network does not tell."""
    disappeared: int | None
    median_area_m2: float | None
    largest_area_m2: float | None
    largest_place: str | None
    """Field of the image in which the largest lies; None when there is none."""
    method: str
    objects: tuple[ChangedObject, ...]

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for: that none was found may be a miss."""
        return self.object_class == "road" or any(thing.object_class == "road" for thing in self.objects)


def count(found: ChangeMap, wanted: ObjectClass, status: Status = "any", min_area: float | None = None) -> ObjectCount:
    """Count objects of a class.

    Args:
        found: where to count.
        wanted: building, road or any.
        status: count only what appeared or disappeared; needs a network that tells.
        min_area: square metres, or pixels where the images tell no place on earth; smaller objects are left out.
    """
    chosen = list(found.with_status(wanted, status))
    method = METHOD + (f", within {found.area_of_interest}" if found.area_of_interest else "")
    if found.object_filter.min_probability is not None:
        method += f" and at least {found.object_filter.min_probability:g} probable"
    smallest = [size for size in (found.object_filter.min_area, min_area) if size is not None]
    if smallest:
        unit = "m²" if found.georeference else "px"
        chosen = [thing for thing in chosen if ObjectFilter(max(smallest)).keeps(thing)]
        method += f" and at least {max(smallest):g} {unit}"
    told = found.tells_direction
    areas = [piece.area_m2 for piece in chosen if piece.area_m2 is not None]
    return ObjectCount(
        pair=found.pair,
        object_class=wanted,
        status=status,
        count=len(chosen),
        appeared=sum(piece.status == "appeared" for piece in chosen) if told else None,
        disappeared=sum(piece.status == "disappeared" for piece in chosen) if told else None,
        median_area_m2=float(np.median(areas)) if areas else None,
        largest_area_m2=max(areas, default=None),
        largest_place=Compass.of(found).place(chosen[0]) if chosen else None,
        method=method,
        objects=tuple(chosen),
    )
