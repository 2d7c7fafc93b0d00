"""How much more one of two results is than the other, in words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answer import Step
from agent.wording.conditions import part_of
from agent.wording.words import Words
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects
from tools.change.statistics.comparison import AreaComparison
from tools.change.statistics.object_statistics import ObjectStatistic
from tools.change.summary import Area

Placed = ObjectCount | FoundObjects | Area | ObjectStatistic
"""Results of one part of the image each."""


def difference(steps: Sequence[Step], words: Words) -> str:
    """By how much two results differ, and in which part there is more; empty where they cannot be compared."""
    results = [step.result for step in steps if step.error is None]
    match results:
        case [AreaComparison(parts=(first, second))]:
            name = first.name if first.count > second.count else second.name
            place = "" if first.count == second.count else words.within(name)
            return _said(float(first.count - second.count), None, place, words)
        case [ObjectCount() | FoundObjects() as one, ObjectCount() | FoundObjects() as other]:
            return _said(
                one.count - other.count, None, _place_of_more(one, other, one.count - other.count, words), words
            )
        case [Area() | ObjectStatistic() as one, Area() | ObjectStatistic() as other] if one.unit == other.unit:
            if one.value is None or other.value is None:
                return ""
            more = one.value - other.value
            return _said(more, one.unit, _place_of_more(one, other, more, words), words)
        case _:
            return ""


def _place_of_more(one: Placed, other: Placed, more: float, words: Words) -> str:
    """The part of the image with more; empty where both are of the same part, or no part is named."""
    greater = one if more > 0 else other
    return "" if one.within == other.within or not more or greater.within == "whole" else part_of(greater, words)


def _said(more: float, unit: str | None, place: str, words: Words) -> str:
    if not more:
        return words.say("difference-none")
    amount = words.quantity(abs(more)) if unit is None else words.amount(abs(more), unit)
    return words.say("difference-in", amount=amount, place=place) if place else words.say("difference", amount=amount)
