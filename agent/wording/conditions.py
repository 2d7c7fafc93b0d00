"""Which objects a result is of, in words: class, size, status, probability, place. Knows no tool."""

from __future__ import annotations

from typing import Protocol

from tools.change.change_map import ObjectClass, ObjectFilter, SizeUnit, Status
from tools.number_format import plural, quantity

SIZE_UNITS: dict[SizeUnit, str] = {"m2": "m²", "px": "px"}


class OfObjects(Protocol):
    """A result that is of objects which match a filter."""

    @property
    def object_class(self) -> ObjectClass:
        """Of which class they are."""

    @property
    def status(self) -> Status:
        """Of which status."""

    @property
    def condition(self) -> str:
        """Where they lie, in words."""

    @property
    def filter(self) -> ObjectFilter:
        """Of which size and probability."""

    @property
    def filter_unit(self) -> SizeUnit:
        """The unit of these sizes."""

    @property
    def of(self) -> int | None:
        """How many there are without limits."""


def objects_in_words(found: OfObjects, count: int) -> str:
    """The objects, in a count: "changed buildings of at least 100 m² in the northern half"."""
    where = f" {found.condition}" if found.condition else ""
    return f"{kind_in_words(found, count)}{where}"


def kind_in_words(found: OfObjects, count: int) -> str:
    """The objects without their place: "building of at most 50 m² that appeared"."""
    name = "object" if found.object_class == "any" else found.object_class
    kind = plural(f"changed {name}" if found.status == "any" else name, count)
    clauses: list[str] = [] if found.status == "any" else [found.status]
    if found.filter.min_probability is not None:
        are = "is" if count == 1 else "are"
        clauses.append(f"{are} at least {quantity(100 * found.filter.min_probability)} % probable")
    told = f" that {' and '.join(clauses)}" if clauses else ""
    return f"{kind}{size_in_words(found.filter, found.filter_unit)}{told}"


def size_in_words(limits: ObjectFilter, unit: SizeUnit) -> str:
    """Limits of size: " of at least 100 m²"; empty where there are none."""
    name = SIZE_UNITS[unit]
    sizes = [] if limits.min_area is None else [f"at least {quantity(limits.min_area)} {name}"]
    sizes += [] if limits.max_area is None else [f"at most {quantity(limits.max_area)} {name}"]
    return f" of {' and '.join(sizes)}" if sizes else ""


def limits_in_words(limits: ObjectFilter, unit: SizeUnit) -> str:
    """Which of many objects: ", only those of at least 100 m² that are at least 90 % probable"; empty for all."""
    if limits.keeps_all:
        return ""
    sure = limits.min_probability
    probable = "" if sure is None else f" that are at least {quantity(100 * sure)} % probable"
    return f", only those{size_in_words(limits, unit)}{probable}"


def none_found(found: OfObjects) -> str:
    """That there is no such object, and how many there would be without the limits."""
    where = f" {found.condition}" if found.condition else ""
    return f"No {kind_in_words(found, 1)} was found{where}{without_limits(found)}."


def without_limits(found: OfObjects) -> str:
    """How many there are without the limits: " (14 without this limit)"; empty where there are no limits."""
    if found.of is None:
        return ""
    limits = found.filter.min_area, found.filter.max_area, found.filter.min_probability
    several = sum(limit is not None for limit in limits) > 1
    return f" ({quantity(found.of)} without {'these limits' if several else 'this limit'})"
