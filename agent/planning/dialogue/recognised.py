"""Which questions on objects are planned by their reading, and not by the trained planner."""

from __future__ import annotations

import re
from collections.abc import Set

from agent.planning.dialogue.sides import parts
from agent.planning.dialogue.topic import SIZES, Topic
from agent.planning.dialogue.wishes import LEANS
from agent.planning.rules.named_arguments import INDEX
from agent.reading.reading import Reading
from tools.runs.format_registry import FORMATS

OF_OBJECTS = frozenset({"count", "area", "list", "where", "draw"})
MINE = frozenset({"undo", "repeat"})
"""Acts that only the turns before give a meaning."""
EVERYDAY = 2
"""Words of other languages than English that may be left over: fewer of their everyday words are known."""
MOST_WORDS = 4
"""More words beside a count in a unit are several tasks."""
SPOKEN = frozenset({"thanks", "hello"})
"""Acts that may stand beside any other."""
TABLES = frozenset(name for name, one in FORMATS.items() if one.lists_objects)
"""Formats that hold objects one by one, and so can leave some out."""
NEW_FORMATS = frozenset({"kml", "shapefile", "xlsx"})
"""Formats that the trained planner was not taught."""
WHERE_CHANGED = re.compile(
    r"\bwhere (?:exactly )?(?:it|this|that|things?|everything|anything|something) (?:has |have |was |were )?chang\w+"
    r"|\bwhere (?:exactly )?(?:did|has|have) (?:it|this|that|things?|everything|anything) chang\w+",
    re.IGNORECASE,
)
"""Asks for all that changed, whichever objects were spoken of before."""


def is_mine(reading: Reading, topic: Topic) -> bool:
    """Whether a question states what the trained planner does not know, or leans on earlier turns."""
    acts = set(reading.acts)
    if acts & {"inspect", "help", "limits"} or reading.covers or INDEX.search(reading.text):
        return False
    if WHERE_CHANGED.search(reading.text) and not reading.classes:
        return False
    if _names_files(reading) or reading.limits or reading.statistics or reading.claim or acts & MINE:
        return topic.objects is not None or "repeat" not in acts or bool(reading.limits)
    if _is_related(reading, topic) or _is_particular(reading, acts) or _is_of_one_date(reading):
        return True
    if _is_listed(reading, acts):
        return True
    if ("doubt" in acts and "big" in reading.marks) or (reading.unit == "percent" and "built" in reading.marks):
        return True
    if {"doubt", "confirm"} & acts and (reading.classes or topic.objects is not None):
        return bool(reading.classes or reading.numbers or ("hit" in reading.cues and parts(reading)))
    leans = topic.objects is not None and _leans(reading, topic)
    return leans or (reading.language != "en" and _is_plain(reading))


def _is_listed(reading: Reading, acts: Set[str]) -> bool:
    """Whether it asks for changes in an order, or for some objects by a number."""
    listed = "list" in acts
    of_all = "changes" in reading.cues and (bool(reading.order) or listed)
    return of_all or (listed and bool(reading.classes) and (reading.claim is not None or bool(reading.numbers)))


def _is_related(reading: Reading, topic: Topic) -> bool:
    """Whether it limits a distance, or asks for all that an earlier limit left out."""
    turned = "rest" in reading.cues and set(topic.filters) & set(SIZES)
    return bool(turned or (reading.near and (reading.classes or reading.near.to)))


def _names_files(reading: Reading) -> bool:
    """Whether files are asked for that the trained planner does not know, or more than one, or by a word alone."""
    named = formats(reading)
    return len(named) > 1 or bool(NEW_FORMATS & set(named)) or bool(named and not set(reading.acts) - SPOKEN)


def _is_particular(reading: Reading, acts: Set[str]) -> bool:
    """Whether it names a class, and something of it that the trained planner reads past."""
    if not reading.classes:
        return bool("built" in reading.marks and _asks(reading) and reading.status and not acts - {"confirm"})
    in_unit = reading.ground_unit is not None and reading.rest <= MOST_WORDS
    of_area = acts <= {"count", "area"} and "count" in acts and (in_unit or "area" in acts)
    first = bool(reading.order) and len(reading.classes) == 1 and not acts & {"describe", "why", "export"}
    shown = not acts and {"look", "only"} <= reading.marks
    whether = _asks(reading) and reading.status and (reading.asks_whether or not acts)
    return bool(whether or of_area or first or shown)


def _asks(reading: Reading) -> bool:
    return reading.asks_whether or reading.text.rstrip().endswith("?")


def _is_of_one_date(reading: Reading) -> bool:
    """Whether it asks for all objects of a date, of which changed ones alone are known."""
    return ("stands" in reading.marks and set(reading.acts) <= {"count"}) or bool(
        reading.years and reading.classes and {"all", "stands"} & reading.marks
    )


def _is_plain(reading: Reading) -> bool:
    """Whether a question, not in English, says by itself what to count, list, measure, draw or write."""
    acts = set(reading.acts)
    if acts & {"describe", "why"} or reading.unseen:
        return False
    asks = acts & OF_OBJECTS or reading.unit
    return bool(formats(reading) or ((reading.classes or reading.order) and asks) or "draw" in acts)


def _leans(reading: Reading, topic: Topic) -> bool:
    """Whether a short question only changes something of an earlier one."""
    acts = set(reading.acts)
    unread = len(reading.unread) > (0 if reading.language == "en" else EVERYDAY)
    if acts & {"why", "describe", "doubt"} or unread or reading.unseen or reading.years or topic.is_land:
        return False
    if reading.classes and acts - {"draw"} and not (reading.marks & {"corrects", "forgets"}):
        return False
    something = (
        reading.classes or acts or reading.unit or reading.status or reading.order or parts(reading) or formats(reading)
    ) or "whole" in reading.cues
    leans = reading.marks & LEANS or not reading.classes or reading.excluded or not (acts or reading.status)
    return bool(something and leans)


def formats(reading: Reading) -> tuple[str, ...]:
    """Formats that are asked for; a "picture" is one only where it is to be written, and only alone."""
    if "export" in reading.acts and len(reading.formats) == 1:
        return reading.formats
    named = "png" in reading.text.lower() or ("map_too" in reading.cues and "export" in reading.acts)
    return tuple(name for name in reading.formats if name != "png" or named)
