"""Plans of questions on changed objects, with every filter that was stated and those still in force."""

from __future__ import annotations

from typing import Any

from agent.planning.dialogue import relations
from agent.planning.dialogue.numbers import numbers
from agent.planning.dialogue.recognised import TABLES, formats, is_mine
from agent.planning.dialogue.topic import DISTANCES, FILTERS, SIZES, Topic
from agent.planning.dialogue.wishes import wish_of
from agent.planning.plan import Plan, PlannedCall
from agent.planning.rules import directions
from agent.reading.reading import Reading

WRITTEN = frozenset({"pdf", "html", "geotiff", "png"})
"""Formats that hold a map."""


def plan(reading: Reading, topic: Topic) -> Plan | None:
    """The calls on objects that a question means; None where it is about something else, or plain."""
    if reading.object_ids:
        return relations.of_numbers(reading)
    wish = wish_of(reading, topic)
    related = relations.plan(reading, topic, wish)
    if related is not None:
        return related
    if len(directions.parts(reading.text)) > 1 or not is_mine(reading, topic):
        return None  # parts that are no opposites are compared by their wording
    exports = _exports(reading, topic, wish)
    if exports is not None:
        return exports
    calls = _calls(reading, topic, wish)
    return (*calls, *_record(reading)) if calls else None


def _record(reading: Reading) -> Plan:
    """The record of the run, where it is asked for beside numbers."""
    return (PlannedCall("export_result", {"format": "record"}),) if "record" in reading.formats else ()


def _exports(reading: Reading, topic: Topic, wish: dict[str, Any]) -> Plan | None:
    """One file a format, with the sizes in force; None where no file is asked for."""
    of_them = ("object_class", "status", "within", *DISTANCES) if reading.classes or "them" in reading.cues else ()
    sizes = {name: wish[name] for name in (*of_them, *SIZES) if wish.get(name, "any") != "any"}
    named = formats(reading) if "export" in reading.acts or set(reading.acts) <= {"list"} else ()
    if set(reading.acts) == {"draw"} and set(reading.formats) & WRITTEN:
        named = reading.formats  # "make me a map as pdf"
    last = topic.last
    repeats = not named and not reading.acts and not reading.classes and (reading.limits or reading.numbers)
    if last is not None and last.tool == "export_result" and repeats:
        kept = {name: value for name, value in last.arguments.items() if name not in SIZES}
        return (PlannedCall("export_result", kept | sizes),)
    files = tuple(PlannedCall("export_result", {"format": name} | (sizes if name in TABLES else {})) for name in named)
    if files and "list" in reading.acts and reading.order:
        return (
            PlannedCall("find_objects", wish | {"order": reading.order, "k": reading.count or relations.LISTED}),
            *files,
        )
    return files or None


def _calls(reading: Reading, topic: Topic, wish: dict[str, Any]) -> list[PlannedCall]:
    acts = set(reading.acts)
    if "doubt" in acts and "big" in reading.marks and not reading.classes:
        return [PlannedCall("find_objects", wish | {"order": "largest", "k": 1})]
    if is_of_every(reading):
        return [_nearest_to_limit(reading, topic, wish)]
    calls = _spread(reading, wish) or numbers(reading, wish) or _listed_or_counted(reading, topic, wish)
    calls = [_of_last_measure(call, reading, topic) for call in calls]
    if reading.order and calls and calls[0].tool == "measure_objects":  # "average footprint and the smallest one?"
        calls.append(PlannedCall("find_objects", wish | {"order": reading.order, "k": 1}))
    if not acts and {"look", "only"} <= reading.marks and not calls and reading.classes:
        if reading.limits:
            return [PlannedCall("find_objects", wish | {"k": relations.LISTED})]
        acts.add("draw")
    if "draw" in acts:
        shown = {} if wish["object_class"] == "any" else {"classes": [wish["object_class"]]}
        told = calls or ([PlannedCall("count_objects", wish)] if set(wish) - {"object_class", "pair"} else [])
        calls = [*told, PlannedCall("detect_change", shown)]
    if {"doubt"} & acts:
        calls = [*(calls or [PlannedCall("count_objects", wish)]), PlannedCall("assess_certainty")]
    return calls or _again(reading, topic, wish)


def _of_last_measure(call: PlannedCall, reading: Reading, topic: Topic) -> PlannedCall:
    """A yearly rate of the area, where that was measured last: "how many hectares, and how much a year?"."""
    last = topic.last
    if (
        call.arguments.get("statistic") != "yearly_count"
        or last is None
        or last.tool != "measure_area"
        or reading.classes
    ):
        return call
    unit = last.arguments.get("unit")
    of_area = {"statistic": "yearly_area"} | ({"unit": unit} if unit not in (None, "percent", "px") else {})
    return PlannedCall(call.tool, call.arguments | of_area)


def is_of_every(reading: Reading) -> bool:
    """Whether it asks if all objects keep a limit: "so all of them are over 50 m2?"."""
    if set(reading.acts) - {"confirm"} or reading.order or reading.statistics or reading.near:
        return False
    if "every" not in reading.cues or reading.marks & {"forgets", "only"}:
        return False
    asked = reading.asks_whether or reading.text.rstrip().endswith(("?", "\uff1f")) or "confirm" in reading.acts
    return bool(asked and reading.limits) and reading.limits.max_probability is None


def _nearest_to_limit(reading: Reading, topic: Topic, wish: dict[str, Any]) -> PlannedCall:
    """The object that keeps a limit least: all others keep it where this one does."""
    limits = reading.limits
    order = "smallest" if limits.min_area is not None else "largest" if limits.max_area is not None else "unsurest"
    before = {name: topic.filters[name] for name in SIZES if name in topic.filters and getattr(limits, name) is None}
    free = {name: value for name, value in wish.items() if name not in SIZES}
    return PlannedCall("find_objects", free | before | {"order": order, "k": 1})


def _spread(reading: Reading, wish: dict[str, Any]) -> list[PlannedCall]:
    """How objects are spread over the image, for "where are most of them?"."""
    asks = "where" in reading.acts and "most" in reading.cues and not set(wish) - {"object_class", "status"}
    one = wish["object_class"] != "any"
    return [PlannedCall("detect_change", {"classes": [wish["object_class"]]})] if asks and one else []


def _listed_or_counted(reading: Reading, topic: Topic, wish: dict[str, Any]) -> list[PlannedCall]:
    acts, unit = set(reading.acts), {"unit": reading.ground_unit} if reading.ground_unit else {}
    if reading.claim is not None and "list" not in acts:
        return [PlannedCall("count_objects", wish)]
    if reading.each and "area" in acts and not reading.order:
        return [PlannedCall("find_objects", wish | {"k": relations.LISTED})]
    if reading.order or (acts & {"list", "where"} and "area" not in acts and "draw" not in acts):
        order = {"order": reading.order} if reading.order else {}
        first = bool(reading.order) and "list" not in acts
        listed = {"k": reading.count or (1 if first else relations.LISTED)}
        return [PlannedCall("find_objects", wish | order | (unit if reading.order else {}) | listed)]
    if {"count", "area"} <= acts and reading.classes and not reading.limits:
        unit_told = {"unit": reading.unit or "m2"}
        return [PlannedCall("count_objects", wish), PlannedCall("measure_area", wish | unit_told)]
    if "count" in acts and not reading.unit:
        return [PlannedCall("count_objects", wish)]
    if _is_converted(reading, topic):
        return [PlannedCall("find_objects", topic.last.arguments | {"unit": reading.ground_unit})] if topic.last else []
    if "area" in acts or reading.unit:
        return [PlannedCall("measure_area", wish | {"unit": reading.unit or _unit_before(topic)})]
    return []


def _is_converted(reading: Reading, topic: Topic) -> bool:
    """Whether it asks for the sizes of the last list in another unit: "and in acres?"."""
    last = topic.last
    plain = not (set(reading.acts) - {"count", "area"} or reading.classes or reading.limits or reading.covers)
    in_unit = reading.ground_unit is not None and "all" not in reading.marks
    return last is not None and last.tool == "find_objects" and plain and in_unit


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
    asks_for_any = reading.status is not None and (reading.asks_whether or "?" in reading.text)
    if last is None or last.tool not in relations.MEASURES or asks_for_any:
        return [PlannedCall("count_objects", wish)]
    if (
        last.tool == "measure_area"
        and (reading.limits or reading.status)
        and ("count" in reading.acts or reading.asks_whether)
    ):
        return [PlannedCall("count_objects", wish)]
    of_roads = last.arguments.get("statistic") == "length" and wish["object_class"] != "road"
    if of_roads or (last.tool == "measure_objects" and (reading.asks_whether or reading.excluded or reading.limits)):
        return [PlannedCall("count_objects", wish)]
    dropped = {"object_class", *FILTERS}
    if last.tool == "find_objects" and reading.limits and reading.marks & {"only", "look"}:
        dropped |= {"order", "rank"}
        wish = wish | {"k": relations.LISTED}  # "show only changes above 1 ha" after one of them was shown
    kept = {name: value for name, value in last.arguments.items() if name not in dropped}
    return [PlannedCall(last.tool, kept | wish)]


def in_force(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """A trained plan with the sizes in force for the class that was spoken of before."""
    sizes = {name: value for name, value in topic.filters.items() if name in SIZES}
    if not sizes or "undo" in reading.acts or {"all", "stands"} <= reading.marks:
        return plan
    return tuple(
        PlannedCall(call.tool, sizes | call.arguments)
        if call.tool in relations.MEASURES and call.arguments.get("object_class", "any") == topic.object_class
        else call
        for call in plan
    )
