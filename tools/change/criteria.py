"""Which changed objects a question is about: by status, place, nearness, size and probability. Knows no tool."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tools.change.change_map import NO_FILTER, ChangedObject, ChangeMap, ObjectClass, ObjectFilter, Status
from tools.change.places import Compass, Part, part_in_words
from tools.change.shapes.nearness import Nearness, lying_near

Matching = Callable[[ChangeMap], Sequence[ChangedObject]]
CENTRE_DECIDES = "an object lies where its centre lies"


@dataclass(frozen=True, slots=True)
class Criteria:
    """What objects have to be like; by default any will do."""

    status: Status = "any"
    within: Part = "whole"
    limits: ObjectFilter = NO_FILTER
    """Beside the filter of the conversation: of both, the narrower limit holds."""
    nearness: Nearness | None = None
    """How far they lie from others; None where that does not matter."""


ANY_OBJECT = Criteria()


@dataclass(frozen=True, slots=True)
class Selection:
    """The objects that match criteria."""

    change_map: ChangeMap
    """With the filter that holds."""
    objects: tuple[ChangedObject, ...]
    """The largest first."""
    condition: str
    """Their part of the image in words: "in the northern half"; empty for the whole."""
    of: int | None
    """How many match without limits of size and probability; None where there are none."""

    @property
    def limits(self) -> ObjectFilter:
        """The filter that holds."""
        return self.change_map.object_filter


def is_whole(found: Selection, object_class: ObjectClass, criteria: Criteria) -> bool:
    """Whether nothing of a class is left out: no limit and no part, and every object has the status asked for."""
    free = replace(criteria, status="any") == ANY_OBJECT and found.limits.keeps_all
    return free and len(found.objects) == len(found.change_map.of(object_class))


def select(change_map: ChangeMap, object_class: ObjectClass, criteria: Criteria = ANY_OBJECT) -> Selection:
    """The objects of a class that match.

    Raises:
        UnknownStatusError: the network does not separate appeared from disappeared.
    """

    def matching(counted: ChangeMap) -> Sequence[ChangedObject]:
        objects = counted.with_status(object_class, criteria.status)
        return lying_in(counted, objects, criteria)

    return narrowed(change_map, criteria, matching)


def narrowed(change_map: ChangeMap, criteria: Criteria, matching: Matching) -> Selection:
    """What `matching` finds with the limits of the criteria and of the map, and how many it finds without any."""
    counted = change_map.filtered(change_map.object_filter.narrowed(criteria.limits))
    objects = tuple(matching(counted))
    unlimited = counted.object_filter.keeps_all
    of = None if unlimited else len(matching(change_map.filtered(NO_FILTER)))
    return Selection(counted, objects, position(change_map, criteria), of)


def lying_in(change_map: ChangeMap, objects: Sequence[ChangedObject], criteria: Criteria) -> list[ChangedObject]:
    """The objects whose centre lies in the part of the image, and whose outline as far from others as it has to."""
    kept = list(objects)
    if criteria.within != "whole":
        compass = Compass.of(change_map)
        kept = [obj for obj in kept if compass.lies_in(obj, criteria.within)]
    return kept if criteria.nearness is None else lying_near(change_map, kept, criteria.nearness)


def position(change_map: ChangeMap, criteria: Criteria) -> str:
    """Part of the image and nearness in words; empty for the whole image."""
    told = []
    if criteria.within != "whole":
        told.append(f"in {part_in_words(criteria.within, georeferenced=change_map.georeference is not None)}")
    if criteria.nearness is not None:
        told.append(nearness_in_words(criteria.nearness, "m" if change_map.has_areas else "px"))
    return " and ".join(told)


def nearness_in_words(nearness: Nearness, unit: str) -> str:
    """How far objects lie from others: "within 50 m of a changed road"."""
    low, high = nearness.min_distance, nearness.max_distance
    ends = [] if low is None else [f"at least {low:g} {unit} from"]
    ends += [] if high is None else [f"within {high:g} {unit} of"]
    named = {"building": "a changed building", "road": "a changed road", "centre": "the centre of the image"}
    other = f"object {nearness.to}" if isinstance(nearness.to, int) else named[nearness.to]
    return " and ".join(f"{end} {other}" for end in ends)


def limits_in_words(change_map: ChangeMap) -> list[str]:
    """The limits that a map counts by, for its method: "at least 100 m²"."""
    limits, unit = change_map.object_filter, "m²" if change_map.has_areas else "px"
    told = [] if limits.min_area is None else [f"at least {limits.min_area:g} {unit}"]
    told += [] if limits.max_area is None else [f"at most {limits.max_area:g} {unit}"]
    told += [] if limits.min_probability is None else [f"at least {limits.min_probability:g} probable"]
    return told + ([] if limits.max_probability is None else [f"at most {limits.max_probability:g} probable"])
