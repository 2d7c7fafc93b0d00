"""Statistics of changed objects and distances between them, in words."""

from __future__ import annotations

from agent.wording.conditions import counted, none_found
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.change.change_map import ObjectClass
from tools.change.statistics.distance import NumberedObject, ObjectDistance
from tools.change.statistics.object_statistics import ObjectStatistic

RATES = ("density", "yearly_count", "yearly_area")
"""Told of the ground or of a year, and not of the objects alone."""


@sentence.register
def _(found: ObjectStatistic, words: Words = ENGLISH) -> str:
    if found.count == 0:
        return none_found(found, words)
    if found.statistic in RATES:
        return _rate(found, words)
    if found.value is None:
        return words.say("statistic-none", them=counted(found, found.count, words))
    if found.among is not None and found.among_count is not None:
        return _share(found, found.among, found.among_count, words)
    about = {"value": words.amount(found.value, found.unit), "them": counted(found, found.count, words)}
    if found.statistic == "perimeter" and found.total is not None:
        return words.say("statistic-perimeter", total=words.amount(found.total, found.unit), **about)
    return words.say("statistic", name=found.statistic, **about)


def _share(found: ObjectStatistic, among: ObjectClass, count: int, words: Words) -> str:
    return words.say(
        "statistic-share",
        them=counted(found, found.count, words),
        value=words.amount(found.value or 0.0, found.unit),
        area=words.amount(found.area_share or 0.0, found.unit),
        count=count,
        among=among if among == found.object_class else "any",
    )


def _rate(found: ObjectStatistic, words: Words) -> str:
    """How many, or how much of them, on the ground or a year."""
    value = words.amount(found.value or 0.0, found.unit)
    them = counted(found, found.count, words)
    if found.statistic == "density":
        return words.say("statistic-density", value=value, them=them)
    message, told = "statistic-yearly-area", value
    if found.statistic == "yearly_count":
        message, told = "statistic-yearly-count", words.quantity(found.value)
    span = "year" if found.years == 1 else "years"
    return words.say(message, value=told, them=them, years=words.quantity(found.years), span=span)


@sentence.register
def _(found: ObjectDistance, words: Words = ENGLISH) -> str:
    first, second = (_numbered(one, words) for one in found.objects)
    centres = words.amount(found.from_centres, found.unit)
    if not found.value:
        return capitalised(words.say("distance-touch", first=first, second=second, centres=centres))
    gap = words.amount(found.value, found.unit)
    return capitalised(words.say("distance", first=first, second=second, gap=gap, centres=centres))


def _numbered(one: NumberedObject, words: Words) -> str:
    return words.say("numbered", kind=one.object_class, id=str(one.id))
