"""Which objects a result is of, in words that follow their name: size, probability, place. Knows no tool."""

from __future__ import annotations

from typing import Protocol

from agent.wording.words import Words
from tools.change.change_map import ObjectClass, ObjectFilter, SizeUnit, Status
from tools.change.places import Part, part_in_words
from tools.change.selection import Beside
from tools.change.shapes.nearness import Nearness


class OfObjects(Protocol):
    """A result that is of objects which match a filter."""

    @property
    def object_class(self) -> ObjectClass:
        """Of which class they are."""

    @property
    def status(self) -> Status:
        """Of which status."""

    @property
    def within(self) -> Part:
        """In which part of the image they lie."""

    @property
    def filter(self) -> ObjectFilter:
        """Of which size and probability."""

    @property
    def filter_unit(self) -> SizeUnit:
        """The unit of these sizes."""

    @property
    def assumed_pixel_m(self) -> float | None:
        """The side of a pixel that they assume, which images alone need that are not georeferenced."""

    @property
    def of(self) -> int | None:
        """How many there are without limits."""


def counted(found: OfObjects, count: int, words: Words) -> str:
    """How many objects, with their conditions: "3 changed buildings of at least 100 m² in the northern half"."""
    told = words.say("objects", kind=found.object_class, status=found.status, count=count)
    return told + conditions(found, words)


def named(found: OfObjects, words: Words, name: str = "objects-named") -> str:
    """The objects in the plural, with their conditions: "changed buildings of at least 100 m²"."""
    return words.say(name, kind=found.object_class, status=found.status) + conditions(found, words)


def none_found(found: OfObjects, words: Words) -> str:
    """That there is no such object, and how many there would be without the limits."""
    about = {"kind": found.object_class, "status": found.status}
    return words.say("count-none", where=conditions(found, words), without=without_limits(found, words), **about)


def part_of(found: OfObjects, words: Words) -> str:
    """The part of the image that objects lie in: "in the northern half"."""
    placed = found.filter_unit == "m2" and found.assumed_pixel_m is None
    return words.within(part_in_words(found.within, georeferenced=placed))


def conditions(found: OfObjects, words: Words) -> str:
    """Conditions, as they follow a noun: " of at least 100 m² in the northern half"."""
    told = limits(found.filter, found.filter_unit, words)
    if found.within != "whole":
        told.append(words.say("filter-within", place=part_of(found, words)))
    side = getattr(found, "beside", None)
    if isinstance(side, Beside):
        told.append(words.say("beside", direction=side.direction, kind=side.object_class, id=str(side.id)))
    if isinstance(nearness := getattr(found, "nearness", None), Nearness):
        told += near(nearness, "m" if found.filter_unit == "m2" else "length_px", words)
    return words.say("filter", condition=words.listed(told, "list-conditions")) if told else ""


def near(nearness: Nearness, unit: str, words: Words) -> list[str]:
    """How far they lie from others: "within 50 m of a changed road"."""
    kind, number = ("number", str(nearness.to)) if isinstance(nearness.to, int) else (nearness.to, "")
    told = []
    if nearness.min_distance is not None:
        told.append(words.say("near-beyond", distance=words.amount(nearness.min_distance, unit), kind=kind, id=number))
    if nearness.max_distance is not None:
        told.append(words.say("near-within", distance=words.amount(nearness.max_distance, unit), kind=kind, id=number))
    return told


def limits(kept: ObjectFilter, unit: SizeUnit, words: Words) -> list[str]:
    """Limits of size and probability, one by one: "of at least 100 m²"."""
    told = []
    if kept.min_area is not None and kept.max_area is not None:
        ends = {"low": words.amount(kept.min_area, unit), "high": words.amount(kept.max_area, unit)}
        told.append(words.say("filter-areas", **ends))
    elif kept.min_area is not None:
        told.append(words.say("filter-min-area", size=words.amount(kept.min_area, unit)))
    elif kept.max_area is not None:
        told.append(words.say("filter-max-area", size=words.amount(kept.max_area, unit)))
    if kept.min_probability is not None:
        told.append(words.say("filter-min-probability", probability=words.share(kept.min_probability)))
    if kept.max_probability is not None:
        told.append(words.say("filter-max-probability", probability=words.share(kept.max_probability)))
    return told


def without_limits(found: OfObjects, words: Words) -> str:
    """How many there are without the limits: " (14 without this limit)"; empty where there are no limits."""
    if found.of is None:
        return ""
    return words.say("without-limits", count=found.of, limits=len(limits(found.filter, found.filter_unit, words)))
