"""Statistics of changed objects and distances between them, in words."""

from __future__ import annotations

from agent.wording.conditions import none_found, objects_in_words
from agent.wording.sentence import sentence
from tools.change.statistics.distance import NumberedObject, ObjectDistance
from tools.change.statistics.object_statistics import ObjectStatistic, ResultUnit, Statistic
from tools.number_format import plural, quantity

UNITS: dict[ResultUnit, str] = {
    "m2": "m²",
    "ha": "ha",
    "km2": "km²",
    "acre": "acres",
    "ft2": "square feet",
    "mi2": "square miles",
    "px": "px",
    "m": "m",
    "km": "km",
    "ft": "feet",
    "mi": "miles",
    "length_px": "px",
    "per_ha": "per ha",
    "per_km2": "per km²",
    "per_acre": "per acre",
    "per_mi2": "per square mile",
    "per_mpx": "per Mpx",
    "per_year": "a year",
}
SIZES: dict[Statistic, str] = {
    "mean_area": "The mean size of {them} is {value}.",
    "median_area": "The median size of {them} is {value}.",
    "smallest_area": "The smallest of {them} has {value}.",
    "largest_area": "The largest of {them} has {value}.",
    "total_area": "{Them} cover {value} together.",
    "length": "{Them} are {value} long together.",
    "spacing": "The mean distance of {them} to the nearest other is {value}, between their middles.",
    "perimeter": "The outlines of {them} are {value} long on average, {total} together.",
}
ALONE: dict[Statistic, str] = {
    "total_area": "The only {them} covers {value}.",
    "length": "The only {them} is {value} long.",
    "perimeter": "The outline of the only {them} is {value} long.",
    "spacing": "Only one {them} counts, so that there is no distance to another.",
}
SIZE_ALONE = "The only {them} has {value}."


@sentence.register
def _(found: ObjectStatistic) -> str:
    if found.count == 0:
        return none_found(found)
    if found.statistic in ("density", "yearly_count", "yearly_area"):
        return _rate(found)
    value = f"{quantity(found.value)} {UNITS[found.unit]}"
    if found.count == 1:
        return ALONE.get(found.statistic, SIZE_ALONE).format(them=objects_in_words(found, 1), value=value)
    them = f"the {quantity(found.count)} {objects_in_words(found, found.count)}"
    total = f"{quantity(found.total)} {UNITS[found.unit]}"
    return SIZES[found.statistic].format(them=them, Them=f"T{them[1:]}", value=value, total=total)


def _rate(found: ObjectStatistic) -> str:
    """How many, or how much of them, on the ground or a year."""
    value, all_of_them = quantity(found.value), f"{quantity(found.count)} in all"
    if found.statistic == "density":
        name = objects_in_words(found, 2)
        return f"The density of {name} is {value} {UNITS[found.unit]} of valid ground ({all_of_them})."
    over = f"in {quantity(found.years)} {plural('year', 1 if found.years == 1 else 2)}"
    them = f"{quantity(found.count)} {objects_in_words(found, found.count)} {over}"
    if found.statistic == "yearly_count":
        return f"{value} a year: {them}."
    return f"{value} {UNITS[found.unit]} a year: the area of {them}."


@sentence.register
def _(found: ObjectDistance) -> str:
    first, second = (_numbered(one) for one in found.objects)
    unit = UNITS[found.unit]
    gap = f"lie {quantity(found.value)} {unit} apart, from outline to outline" if found.value else "touch"
    centres = f"their centres lie {quantity(found.from_centres)} {unit} apart"
    return f"{first[:1].upper()}{first[1:]} and {second} {gap}; {centres}."


def _numbered(one: NumberedObject) -> str:
    return f"{'object' if one.object_class == 'any' else one.object_class} {one.id}"
