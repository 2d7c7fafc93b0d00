"""Two parts of an image compared: objects, pixels and area of change in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tools.change.change_map import ChangeMap, ObjectClass
from tools.change.place_pixels import inside
from tools.change.places import Compass, Part, part_in_words
from tools.change.selection import selection_method


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


def compare(change_map: ChangeMap, first: Part, second: Part, object_class: ObjectClass) -> AreaComparison:
    """Change of a class in two parts of the image; a pixel counts where it lies, an object where its centre does."""
    maps = [change_map]
    if object_class == "any" and change_map.other is not None and change_map.seen_by == "network":
        maps.append(change_map.other)
    rows = [_together([_part_change(one, part, object_class) for one in maps]) for part in (first, second)]
    here, there = (row.pixels for row in rows)
    more = None if here == there else (first if here > there else second)
    method = f"{selection_method(change_map)}, its area where its pixels lie"
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


def _together(rows: Sequence[PartChange]) -> PartChange:
    """Buildings and roads, and then what is neither, in one part."""
    first, areas = rows[0], [row.area_m2 for row in rows if row.area_m2 is not None]
    return replace(
        first,
        count=sum(row.count for row in rows),
        pixels=sum(row.pixels for row in rows),
        area_m2=sum(areas) if len(areas) == len(rows) else None,
    )
