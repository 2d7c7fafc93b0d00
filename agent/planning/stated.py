"""What a question states, held against a plan of the trained parts: filters, status, unit, and whether it is meant."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planning import slots
from agent.planning.dialogue import objects, takeover
from agent.planning.dialogue.recognised import TABLES
from agent.planning.dialogue.sides import parts
from agent.planning.dialogue.spelt import reading_of
from agent.planning.dialogue.topic import SIZES, Topic
from agent.planning.plan import DECLINE, PastTurn, Plan, PlannedCall, calls_of
from agent.planning.rules.named_arguments import INDEX
from agent.planning.tool_arguments import parameters
from agent.reading.reading import Reading

MEASURING = frozenset(
    "measure_area count_objects find_objects measure_objects compare_areas assess_certainty describe_object".split()
)
"""Tools that a small model calls for want of a better one."""
OF_CLASS = frozenset("measure_area count_objects find_objects measure_objects compare_areas".split())
"""Of these, the tools on one class of objects, or all."""
SPOKEN = frozenset({"hello", "thanks", "confirm", "doubt", "unknowable"})
"""Acts that say nothing of what is to be measured."""
AREAS = ("measure_area", "land_change")
"""Tools whose areas may be told in any unit."""
WITHOUT_ORDER = ("detect_change", "describe_change")
"""Tools that put nothing in an order."""


def as_stated(plan: Plan, reading: Reading, history: Sequence[PastTurn]) -> Plan:
    """The plan with what the question states and with the filters that earlier turns put in force."""
    stated = tuple(of_their_class(_stated(call, reading), reading) for call in plan)
    if len(plan) == 1:
        stated = (_of_one_class(stated[0], reading),)
    return objects.in_force(stated, reading, Topic.of(history)) if history else stated


def _stated(call: PlannedCall, reading: Reading) -> PlannedCall:
    arguments = call.arguments
    if reading.near:  # "within 50 m of the road" is no size
        arguments = {name: value for name, value in arguments.items() if name != "min_area"}
    if reading.status == "disappeared" and call.tool == "count_objects":
        arguments = arguments | {"status": "disappeared"}
    if reading.unit is not None and call.tool in AREAS and "unit" in parameters(call.tool):
        arguments = arguments | {"unit": reading.unit}
    if "built" in reading.marks and not reading.classes and arguments.get("object_class") == "any":
        arguments = arguments | {"object_class": "building"}
    return PlannedCall(call.tool, arguments)


def of_their_class(call: PlannedCall, reading: Reading) -> PlannedCall:
    """A measure of all that changed as one of the class that is named: "how many houses, and what do they cover?"."""
    if call.tool not in OF_CLASS or call.arguments.get("object_class", "any") != "any" or reading.covers:
        return call
    if len(reading.classes) != 1 or "changes" in reading.cues:
        return call
    return PlannedCall(call.tool, call.arguments | {"object_class": reading.classes[0]})


def _of_one_class(call: PlannedCall, reading: Reading) -> PlannedCall:
    """A file of objects with the one class that is named: "export the houses as GeoJSON"."""
    if call.tool != "export_result" or call.arguments.get("format") not in TABLES or len(reading.classes) != 1:
        return call
    return PlannedCall(call.tool, {"object_class": reading.classes[0]} | call.arguments)


def is_meant(plan: Plan, reading: Reading) -> bool:
    """Whether any word of the question speaks for the plan; a guess at a question that was not understood does not."""
    if not any(call.tool in MEASURING for call in plan) or not leaves_words(reading):
        return True
    speaks = (
        reading.classes,
        reading.covers,
        set(reading.acts) - SPOKEN,
        reading.statistics,
        reading.unit or reading.length_unit,
        reading.formats,
        bool(reading.limits),
        reading.order,
        reading.near,
        reading.object_ids,
        reading.claim,
        reading.status or reading.way,
        parts(reading),
        slots.find_pair(reading.text),
        INDEX.search(reading.text),
        takeover.is_of_others(reading),
    )
    return any(speaks)


FORMULAIC = frozenset({"undo", "enough", "swap", "repeat"})
"""Acts in set phrases, which leave nothing open where nothing else is said: "drop the filter", "never mind"."""


def is_formulaic(reading: Reading) -> bool:
    """Whether a question is a set phrase alone."""
    if reading.acts == ("compare",) and "refers" in reading.marks and reading.asks_whether:
        return len(reading.classes) == 1 and not reading.covers  # "is that more than the roads?"
    other = reading.classes or reading.covers or reading.limits or reading.statistics or reading.formats
    if reading.asks_to_verify:
        return True
    return bool(reading.acts) and set(reading.acts) <= FORMULAIC and not other and not reading.unread


OF_ONE = ("number", "first", "second", "of", "distance_to")
"""Arguments that may hold an object's number."""


def revives(plan: Plan, reading: Reading, history: Sequence[PastTurn]) -> bool:
    """Whether a plan limits sizes or probabilities anew right after such limits were dropped."""
    if not history or "undo" not in reading_of(history[-1].question, history[:-1]).acts:
        return False
    return not reading.limits and any(name in call.arguments for call in plan for name in SIZES)


def takes_whole(reading: Reading) -> bool:
    """Whether the whole image is asked about, and no part of it beside."""
    return "whole" in reading.cues and not parts(reading)


def drops(plan: Plan, reading: Reading) -> bool:
    """Whether a plan makes no use of a limit, an order or an object's number that the question states."""
    calls, limits = calls_of(plan), reading.limits
    named = {call.arguments.get(name) for call in calls for name in OF_ONE}
    declined = " ".join(str(call.arguments.get("text")) for call in plan if call.tool == DECLINE)
    if not all(number in named or str(number) in declined for number in reading.object_ids):
        return True
    if any(_cannot_be_meant(call, reading) for call in calls) or _leaves_order_out(calls, reading):
        return True
    if _leaves_part_out(calls, reading) or _only_lists_claim(calls, reading) or _describes_instead(calls, reading):
        return True
    if {"against", "true"} & reading.cues or reading.claim is not None or reading.holds_total:
        return False  # a size or a number to be held against the result is no limit
    stated = ("min_area", "max_area", "min_probability", "max_probability")
    given = {name: value for name in stated if (value := getattr(limits, name)) is not None}
    return any(not any(_is_close(call.arguments.get(name), value) for call in calls) for name, value in given.items())


def _leaves_order_out(calls: Plan, reading: Reading) -> bool:
    """Whether the largest, or the nearest to something, is asked for, and no call looks for it."""
    if reading.order and reading.classes and calls and all(call.tool in WITHOUT_ORDER for call in calls):
        return True
    near = reading.near
    if near is None or near.order is None or not near.arguments:
        return False
    return not any(call.arguments.get("order") == near.order or call.tool == "measure_distance" for call in calls)


def _describes_instead(calls: Plan, reading: Reading) -> bool:
    """Whether a number of one class, or the part that changed most, is asked for, and all change is told instead."""
    if {"quarters", "most"} <= reading.cues and not (reading.covers or reading.classes):
        return bool(calls) and all(call.tool == "land_change" for call in calls)
    counts = "count" in reading.acts and len(reading.classes) == 1 and "describe" not in reading.acts
    return counts and bool(calls) and all(call.tool in WITHOUT_ORDER for call in calls)


IN_PARTS = frozenset("count_objects find_objects measure_area measure_objects export_result".split())
"""Tools that look at a part of the image where one is named."""
OF_PARTS = ("within", "first", "second", "direction", "distance_to")
"""Arguments that may hold it."""


def _leaves_part_out(calls: Plan, reading: Reading) -> bool:
    """Whether one part of the image is named, and what is measured is measured without it."""
    named = parts(reading)
    if len(named) != 1 or reading.near is not None or not any(call.tool in IN_PARTS for call in calls):
        return False
    told = [call.arguments for call in calls]
    used = {str(one.get(name)) for one in told for name in OF_PARTS}
    is_used = any(named[0] == one or named[0] in one.split("-") for one in used)
    return not is_used and not any(one.get("tell") == "where" for one in told)


def _only_lists_claim(calls: Plan, reading: Reading) -> bool:
    """Whether a number of objects is asserted, and none is counted."""
    asserted = reading.claim is not None and reading.claim.number > 0 and bool(calls)
    return asserted and all(call.tool == "find_objects" for call in calls)


def _cannot_be_meant(call: PlannedCall, reading: Reading) -> bool:
    """Whether a call tells nothing of what is asked, or would be refused."""
    arguments = call.arguments
    match call.tool:
        case "classify_landcover":
            return bool(reading.classes) and not reading.covers  # land cover of a date tells no houses
        case "measure_objects":
            return arguments.get("statistic") == "length" and arguments.get("object_class") != "road"
        case "measure_area":
            return reading.language == "en" and set(reading.acts) == {"count"} and reading.unit is None
        case "export_result":
            return arguments.get("format") in objects.WRITTEN and bool({"min_area", "max_area"} & arguments.keys())
        case _:
            return False


def _is_close(one: object, other: float) -> bool:
    return isinstance(one, int | float) and abs(one - other) <= 1e-3 * abs(other)


def leaves_words(reading: Reading) -> bool:
    """Whether words are left that may be what was asked."""
    return bool(reading.unread or reading.unseen) if reading.language != "zh" else reading.rest > 0
