"""Plans of questions on changed objects, with every filter that was stated and those still in force."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Any

from agent.planning.dialogue.numbers import numbers
from agent.planning.dialogue.topic import DISTANCES, FILTERS, SIZES, Topic
from agent.planning.plan import Plan, PlannedCall
from agent.planning.rules import directions
from agent.planning.rules.named_arguments import INDEX
from agent.reading.reading import Reading

OF_OBJECTS = frozenset({"count", "area", "list", "where", "draw"})
LISTED = 20
"""Objects of a list for which no number was stated."""
MINE = frozenset({"undo", "repeat"})
"""Acts that only the turns before give a meaning."""
LEANS = frozenset({"opens", "corrects", "only", "forgets"})
MOST_WORDS = 4
"""More words beside a count in a unit are several tasks."""
NEW_FORMATS = frozenset({"kml", "shapefile", "xlsx"})
"""Formats that the trained planner was not taught."""
APART = re.compile(r"\b(?:how far|distan\w*|wie weit|abstand|entfern\w*|apart)\b|多远|距离", re.IGNORECASE)
"""Words of a distance."""
MEASURES = ("count_objects", "find_objects", "measure_area", "measure_objects")
ALL_GROUND = re.compile(r"\bchanged (?:area|ground|surface)\b", re.IGNORECASE)
"""Ground of whatever class, whichever was spoken of before."""


WHERE_CHANGED = re.compile(
    r"\bwhere (?:exactly )?(?:it|this|that|things?|everything|anything|something) (?:has |have |was |were )?chang\w+"
    r"|\bwhere (?:exactly )?(?:did|has|have) (?:it|this|that|things?|everything|anything) chang\w+",
    re.IGNORECASE,
)
"""Asks for all that changed, whichever objects were spoken of before."""


def plan(reading: Reading, topic: Topic) -> Plan | None:
    """The calls on objects that a question means; None where it is about something else, or plain."""
    if reading.object_ids:
        return _of_numbers(reading)
    if len(directions.parts(reading.text)) > 1:
        return None  # two parts are compared by their wording
    if (single := _of_single(reading, topic)) is not None:
        return single
    if "halves" in reading.acts and not _parts(reading):
        wish = _wish(reading, topic)
        kept = {name: wish[name] for name in ("object_class", "pair") if name in wish}
        halves = (("north", "south"), ("east", "west"))
        return tuple(PlannedCall("compare_areas", kept | {"first": one, "second": two}) for one, two in halves)
    if compared := _compared(reading, topic):
        return compared
    if not _is_mine(reading, topic):
        return None
    wish = _wish(reading, topic)
    exports = _exports(reading, topic, wish)
    if exports is not None:
        return exports
    calls = _calls(reading, topic, wish)
    return (*calls, *_record(reading)) if calls else None


def _record(reading: Reading) -> Plan:
    """The record of the run, where it is asked for beside numbers."""
    return (PlannedCall("export_result", {"format": "record"}),) if "record" in reading.formats else ()


def _of_numbers(reading: Reading) -> Plan | None:
    """Objects that are named by number: one by one, or how far two of them lie apart."""
    if set(reading.acts) & {"export", "why"} or directions.way(reading.text) is not None or reading.classes:
        return None
    if "spacing" in reading.statistics and len(reading.object_ids) <= 2:
        first, second = ("last", *reading.object_ids)[-2:]
        return (PlannedCall("measure_distance", {"first": first, "second": second}),)
    return tuple(PlannedCall("describe_object", {"number": number}) for number in reading.object_ids)


SINGLE = frozenset({"where", "area", "doubt", "confirm", "inspect"})
"""Acts that ask about one object where one was spoken of."""


def _of_single(reading: Reading, topic: Topic) -> Plan | None:
    """A question about the one object that was spoken of last: "is it new?", "how far is it from the road?"."""
    if not topic.single:
        return None
    if "refers" not in reading.marks or reading.limits or reading.order or reading.formats or reading.covers:
        return None
    if "spacing" in reading.statistics and len(reading.classes) == 1:
        return (PlannedCall("measure_distance", {"first": "last", "second": reading.classes[0]}),)
    acts = set(reading.acts)
    asks = acts & SINGLE or (reading.asks_whether and not acts)
    return (PlannedCall("describe_object", {"number": "last"}),) if asks and not reading.statistics else None


def _compared(reading: Reading, topic: Topic) -> Plan | None:
    """The last measure of the class before and of the one named: "is that more than the roads?"."""
    last, before = topic.objects, topic.object_class
    if "compare" not in reading.acts or last is None or len(reading.classes) != 1:
        return None
    if last.tool not in MEASURES:
        last = PlannedCall("measure_area", {"object_class": before, "unit": "m2"})
    if before in (None, "any", reading.classes[0]) or _parts(reading):
        return None
    return (last, PlannedCall(last.tool, last.arguments | {"object_class": reading.classes[0]}))


def _is_mine(reading: Reading, topic: Topic) -> bool:
    """Whether a question states what the trained planner does not know, or leans on earlier turns."""
    acts = set(reading.acts)
    if acts & {"inspect", "help", "limits"} or reading.covers or INDEX.search(reading.text):
        return False
    if WHERE_CHANGED.search(reading.text) and not reading.classes:
        return False
    if _names_files(reading) or reading.limits or reading.statistics or reading.claim or acts & MINE:
        return topic.objects is not None or "repeat" not in acts or bool(reading.limits)
    if (
        (reading.near and (reading.classes or reading.near.to))
        or _is_particular(reading, acts)
        or _is_of_one_date(reading)
    ):
        return True
    if {"doubt", "confirm"} & acts and (reading.classes or topic.objects is not None):
        return bool(reading.classes or reading.numbers)
    leans = topic.objects is not None and _leans(reading, topic)
    return leans or (reading.language != "en" and _is_plain(reading))


def _names_files(reading: Reading) -> bool:
    """Whether files are asked for that the trained planner does not know, or more than one, or by a word alone."""
    formats = _formats(reading)
    return len(formats) > 1 or bool(NEW_FORMATS & set(formats)) or bool(formats and not reading.acts)


def _is_particular(reading: Reading, acts: Set[str]) -> bool:
    """Whether it names a class, and something of it that the trained planner reads past."""
    if not reading.classes:
        return False
    of_area = acts <= {"count", "area"} and "count" in acts and reading.unit not in (None, "percent", "px")
    of_area = of_area and reading.rest <= MOST_WORDS
    first = bool(reading.order) and len(reading.classes) == 1 and not acts & {"describe", "why", "export"}
    shown = not acts and {"look", "only"} <= reading.marks
    return bool((reading.asks_whether and reading.status) or of_area or first or shown)


def _is_of_one_date(reading: Reading) -> bool:
    """Whether it asks for all objects of a year, of which changed ones alone are known."""
    return bool(reading.years and reading.classes and {"all", "stands"} & reading.marks)


def _is_plain(reading: Reading) -> bool:
    """Whether a question, not in English, says by itself what to count, list, measure, draw or write."""
    acts = set(reading.acts)
    if acts & {"describe", "why"} or reading.unseen:
        return False
    return bool(_formats(reading) or ((reading.classes or reading.order) and acts & OF_OBJECTS) or "draw" in acts)


def _leans(reading: Reading, topic: Topic) -> bool:
    """Whether a short question only changes something of an earlier one."""
    acts = set(reading.acts)
    if acts & {"why", "describe", "doubt"} or reading.unread or reading.unseen or reading.years or topic.is_land:
        return False
    if reading.classes and acts - {"draw"} and not (reading.marks & {"corrects", "forgets"}):
        return False
    something = (
        reading.classes
        or acts
        or reading.unit
        or reading.status
        or reading.order
        or _parts(reading)
        or _formats(reading)
    )
    leans = reading.marks & LEANS or not reading.classes or reading.excluded or not (acts or reading.status)
    return bool(something and leans)


def _wish(reading: Reading, topic: Topic) -> dict[str, Any]:
    """Class and filters: those of the question, and those that stay in force."""
    named = [name for name in reading.classes if name not in reading.excluded]
    before = topic.object_class
    if not named and reading.excluded:
        named = ["road" if "building" in reading.excluded else "building"]
    goes_on = reading.marks & (LEANS if before in named else LEANS - {"only"})  # "only the roads" is another subject
    leans = (not named or bool(goes_on)) and not reading.excluded
    usual = "building" if "built" in reading.marks else "any"
    if not named and "refers" not in reading.marks and ALL_GROUND.search(reading.text):
        return {"object_class": "any"}
    wish: dict[str, Any] = {"object_class": named[0] if len(named) == 1 else "any" if named else before or usual}
    return wish | _kept(reading, topic, named, leans=leans) | _stated(reading) | _near(reading)


def _kept(reading: Reading, topic: Topic, named: Sequence[str], *, leans: bool) -> dict[str, Any]:
    """Filters of earlier turns that the question leaves in force."""
    if "undo" in reading.acts or {"all", "stands"} <= reading.marks:
        return {}
    same = topic.object_class in (*named, "any")
    kept = {name: value for name, value in topic.filters.items() if leans or (same and name in SIZES)}
    limits, dropped = reading.limits, set[str]()
    if limits.min_area is not None or limits.max_area is not None:
        dropped |= {"min_area", "max_area"}
    if reading.status:
        dropped.add("status")
    if _near(reading):
        dropped |= set(DISTANCES)
    return {name: value for name, value in kept.items() if name not in dropped}


def _stated(reading: Reading) -> dict[str, Any]:
    """Filters of the question itself."""
    stated = {name: getattr(reading.limits, name) for name in SIZES if getattr(reading.limits, name) is not None}
    if reading.status and not _is_told_anyway(reading):
        stated["status"] = reading.status
    if parts := _parts(reading):
        stated["within"] = parts[0]
    return stated


def _near(reading: Reading) -> dict[str, Any]:
    """The distance that limits what counts, as tools take it."""
    return {} if reading.near is None else reading.near.arguments


def _is_told_anyway(reading: Reading) -> bool:
    """Whether a plain count of all that changed tells what appeared, too."""
    particular = reading.limits or reading.statistics or reading.claim or reading.asks_whether or reading.order
    return reading.status == "appeared" and not particular and set(reading.acts) <= {"count", "area"}


def _parts(reading: Reading) -> Sequence[str]:
    if directions.way(reading.text) is not None:
        return ()
    return directions.parts(reading.text) or (("centre",) if "middle" in reading.marks else ())


def _exports(reading: Reading, topic: Topic, wish: dict[str, Any]) -> Plan | None:
    """One file a format, with the sizes in force; None where no file is asked for."""
    sizes = {name: wish[name] for name in SIZES if name in wish}
    formats = _formats(reading) if "export" in reading.acts or set(reading.acts) <= {"list"} else ()
    last = topic.last
    if not formats and last is not None and last.tool == "export_result" and reading.limits and not reading.acts:
        kept = {name: value for name, value in last.arguments.items() if name not in SIZES}
        return (PlannedCall("export_result", kept | sizes),)
    return tuple(PlannedCall("export_result", {"format": name} | sizes) for name in formats) or None


def _formats(reading: Reading) -> tuple[str, ...]:
    """Formats that are asked for; a "picture" is one only where it is to be written, and only alone."""
    if "export" in reading.acts and len(reading.formats) == 1:
        return reading.formats
    named = "png" in reading.text.lower()
    return tuple(name for name in reading.formats if name != "png" or named)


def _calls(reading: Reading, topic: Topic, wish: dict[str, Any]) -> list[PlannedCall]:
    acts = set(reading.acts)
    calls = numbers(reading, wish)
    if reading.claim is not None and not calls:
        calls = [PlannedCall("count_objects", wish)]
    if reading.order or (acts & {"list", "where"} and "area" not in acts and "draw" not in acts and not calls):
        order = {"order": reading.order} if reading.order else {}
        calls = [PlannedCall("find_objects", wish | order | {"k": reading.count or (1 if reading.order else LISTED)})]
    elif "count" in acts and not calls and not reading.unit:
        calls = [PlannedCall("count_objects", wish)]
    elif ("area" in acts or reading.unit) and not calls:
        calls = [PlannedCall("measure_area", wish | {"unit": reading.unit or _unit_before(topic)})]
    if not acts and {"look", "only"} <= reading.marks and not calls and reading.classes:
        acts.add("draw")
    if "draw" in acts:
        shown = {} if wish["object_class"] == "any" else {"classes": [wish["object_class"]]}
        told = calls or ([PlannedCall("count_objects", wish)] if set(wish) - {"object_class", "pair"} else [])
        calls = [*told, PlannedCall("detect_change", shown)]
    if {"doubt"} & acts:
        calls = [*(calls or [PlannedCall("count_objects", wish)]), PlannedCall("assess_certainty")]
    return calls or _again(reading, topic, wish)


def _unit_before(topic: Topic) -> str:
    return (
        str(topic.objects.arguments.get("unit", "m2"))
        if topic.objects is not None and topic.objects.tool == "measure_area"
        else "m2"
    )


def _again(reading: Reading, topic: Topic, wish: dict[str, Any]) -> list[PlannedCall]:
    """The last call on objects with what this question changes of it; a count where there is none."""
    last = topic.objects
    if last is not None and last.tool == "detect_change" and set(wish) == {"object_class"}:
        return [PlannedCall("detect_change", {"classes": [wish["object_class"]]})]
    asks_for_any = reading.asks_whether and reading.status is not None
    if last is None or last.tool not in MEASURES or asks_for_any:
        return [PlannedCall("count_objects", wish)]
    if last.tool == "measure_area" and (reading.limits or reading.status) and "count" in reading.acts:
        return [PlannedCall("count_objects", wish)]
    of_roads = last.arguments.get("statistic") == "length" and wish["object_class"] != "road"
    if of_roads or (last.tool == "measure_objects" and (reading.asks_whether or reading.excluded or reading.limits)):
        return [PlannedCall("count_objects", wish)]
    kept = {name: value for name, value in last.arguments.items() if name not in ("object_class", *FILTERS)}
    return [PlannedCall(last.tool, kept | wish)]


def in_force(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """A trained plan with the sizes in force for the class that was spoken of before."""
    sizes = {name: value for name, value in topic.filters.items() if name in SIZES}
    if not sizes or "undo" in reading.acts or {"all", "stands"} <= reading.marks:
        return plan
    return tuple(
        PlannedCall(call.tool, sizes | call.arguments)
        if call.tool in MEASURES and call.arguments.get("object_class", "any") == topic.object_class
        else call
        for call in plan
    )
