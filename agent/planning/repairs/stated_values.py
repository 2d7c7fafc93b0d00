"""What a question states beyond doubt, put into the plan of the parser: sides of limits, lengths, units, files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.planning.dialogue.sides import parts
from agent.planning.dialogue.topic import DISTANCES, FILTERED, SIZES, Topic
from agent.planning.plan import Plan, PlannedCall
from agent.planning.repairs.whole_plans import AS_A_TABLE, EXPORT, REFERS, SEEN, as_a_whole
from agent.planning.stated import AREAS, OF_CLASS, of_their_class
from agent.planning.tool_arguments import parameters
from agent.reading.nearness import OWN_CLASS
from agent.reading.reading import Reading

TURNED = (("min_area", "max_area"), ("min_probability", "max_probability"))
"""Limits from below and from above."""
LIMITS = frozenset(SIZES)
LISTED = "find_objects"
AREA_LIMITS = ("min_area", "max_area")
OF_STATUS = frozenset("count_objects find_objects measure_area measure_objects export_result".split())
"""Tools that tell what appeared apart from what disappeared."""
MAPPED, MANY = "detect_change", 20
FILES = frozenset("csv geojson gpkg kml shapefile xlsx geotiff".split())
"""Formats that nothing but a file has."""


def repaired(plan: Plan, reading: Reading) -> Plan:
    """The plan with what the question states in place of what contradicts it.

    Args:
        plan: of the parser.
        reading: of the question.
    """
    for repair in (
        _turned,
        _far,
        _restated,
        _in_order,
        _by_length,
        _in_unit,
        _of_status,
        of_their_class,
        _as_list,
        _several,
        _of_sure,
    ):
        plan = tuple(repair(call, reading) for call in plan)
    return as_a_whole(plan, reading)


def _turned(call: PlannedCall, reading: Reading) -> PlannedCall:
    """What lies below a limit left out, where the plan keeps only that: "sheds under 25 m2, leave those out"."""
    arguments: dict[str, Any] = dict(call.arguments)
    for names in TURNED:
        for stated, other in (names, names[::-1]):
            value = getattr(reading.limits, stated)
            if value is not None and getattr(reading.limits, other) is None and arguments.get(other) == value:
                arguments[stated] = arguments.pop(other)
    return PlannedCall(call.tool, arguments)


def _far(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The distance that is stated, on the side on which it limits: "further than 100 m from a road"."""
    near = reading.near
    if call.tool not in (*FILTERED, EXPORT) or near is None or near.order is not None or not near.arguments:
        return call
    own = call.arguments.get("object_class")
    if "distance_to" not in call.arguments and own == near.to:
        return call
    kept = {name: value for name, value in call.arguments.items() if name not in DISTANCES}
    sizes = {name for name in AREA_LIMITS if kept.get(name) in (near.min_distance, near.max_distance)}
    kept = {name: value for name, value in kept.items() if name not in sizes}
    others = {"distance_to": "road" if own == "road" else "building"} if near.to == OWN_CLASS else {}
    return PlannedCall(call.tool, kept | near.arguments | others)


def _restated(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The limit that is stated in place of the one before: "make it 100 m2"."""
    stated = {name: value for name in SIZES if (value := getattr(reading.limits, name)) is not None}
    if len(stated) != 1 or {"against", "true"} & reading.cues or reading.claim is not None:
        return call
    ((name, value),) = stated.items()
    return PlannedCall(call.tool, call.arguments | {name: value}) if name in call.arguments else call


def _in_order(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The limit that is stated, without one of before that leaves nothing beside it: "now those above 60 m2"."""
    arguments: dict[str, Any] = dict(call.arguments)
    for least, most in TURNED:
        low, high = arguments.get(least), arguments.get(most)
        if low is not None and high is not None and low >= high:
            arguments.pop(most if getattr(reading.limits, least) is not None else least)
    return PlannedCall(call.tool, arguments)


def _by_length(call: PlannedCall, reading: Reading) -> PlannedCall:
    """Roads with their lengths, where a length was taken for an area: "are any of them longer than 200 m?"."""
    lengths = [name for name in AREA_LIMITS if call.arguments.get(name) in reading.numbers]
    if reading.length_unit is None or reading.limits or not lengths or call.arguments.get("object_class") != "road":
        return call
    kept = {name: value for name, value in call.arguments.items() if name not in AREA_LIMITS}
    names = parameters(LISTED)
    listed = {name: value for name, value in kept.items() if name in names}
    return PlannedCall(LISTED, listed | {"extent": "length"})


def _in_unit(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The unit that is named."""
    if reading.unit is None or call.tool not in AREAS or "unit" in call.arguments:
        return call
    if reading.unit == "percent" and "tell" in call.arguments:  # shares of what it became are told anyway
        return call
    return PlannedCall(call.tool, call.arguments | {"unit": reading.unit})


def _of_status(call: PlannedCall, reading: Reading) -> PlannedCall:
    """What appeared alone, where it is said that somebody built: "he has not built anything since"."""
    if call.tool not in OF_STATUS or "status" in call.arguments or call.arguments.get("object_class") != "building":
        return call
    if reading.status != "appeared" or (reading.claim is None and "denied" not in reading.cues):
        return call
    return PlannedCall(call.tool, call.arguments | {"status": "appeared"})


def _as_list(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The new ones as a list, where a map was planned: "which houses are in the new image but not in the old one?"."""
    classes = call.arguments.get("classes") or []
    if call.tool != MAPPED or len(classes) != 1 or classes[0] not in SEEN:
        return call
    if not ("one_by_one" in reading.cues or "list" in reading.acts) or {"where", "draw"} & set(reading.acts):
        return call
    of_status = {} if reading.status is None else {"status": reading.status}
    return PlannedCall(LISTED, {"object_class": classes[0], **of_status, "k": MANY})


def _several(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The first ones, where one was planned and no number is said: "which are the biggest?"."""
    several = "several" in reading.cues and reading.count is None and reading.rank == 1
    if call.tool != LISTED or call.arguments.get("k") != 1 or not several or "area" in reading.acts:
        return call
    return PlannedCall(LISTED, {name: value for name, value in call.arguments.items() if name != "k"})


def _of_sure(call: PlannedCall, reading: Reading) -> PlannedCall:
    """Only what is sure enough: "export the ones you are sure of"."""
    least = reading.limits.min_probability
    if least is None or call.tool not in (*FILTERED, EXPORT) or {"min_probability", "cover"} & call.arguments.keys():
        return call
    return PlannedCall(call.tool, call.arguments | {"min_probability": least})


def with_class(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """The plan with the class spoken of before, where all that changed was planned: "only those in the south"."""
    spoken_of = topic.object_class
    named = reading.classes or reading.covers or {"changes", "whole"} & reading.cues or "all" in reading.marks
    if named or spoken_of not in SEEN or not (REFERS & reading.marks or reading.limits or parts(reading)):
        return plan
    return tuple(
        PlannedCall(call.tool, call.arguments | {"object_class": spoken_of})
        if call.tool in OF_CLASS and call.arguments.get("object_class", "any") == "any"
        else call
        for call in plan
    )


def with_limits(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """The plan with the limits in force for what was spoken of before, unless they are dropped or others are stated.

    Limits of a turn before that one, which a plan may hold, are not in force.
    """
    plan = _near_as_before(plan, reading, topic)
    limits = {name: value for name, value in topic.filters.items() if name in LIMITS}
    if not limits or reading.limits or "undo" in reading.acts or "all" in reading.marks or "whole" in reading.cues:
        return plan
    return tuple(
        PlannedCall(call.tool, limits | {name: value for name, value in call.arguments.items() if name not in LIMITS})
        if call.tool in FILTERED and _is_of(call, topic)
        else call
        for call in plan
    )


def _near_as_before(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """The plan whose file holds what was spoken of, as far from others as that: "put them in a shapefile"."""
    near = {name: value for name, value in topic.filters.items() if name in DISTANCES}
    if not near or reading.near is not None or not (REFERS & reading.marks or "them" in reading.cues):
        return plan
    return tuple(
        PlannedCall(EXPORT, {name: one for name, one in call.arguments.items() if name not in DISTANCES} | near)
        if call.tool == EXPORT and call.arguments.get("format") in FILES - {"geotiff"} and _is_of(call, topic)
        else call
        for call in plan
    )


def _is_of(call: PlannedCall, topic: Topic) -> bool:
    """Whether a call is about the objects of which limits are in force: of that class and status."""
    of_class = call.arguments.get("object_class", "any") == topic.object_class
    return of_class and call.arguments.get("status") == topic.filters.get("status")


def leaves_file_out(plan: Sequence[PlannedCall], reading: Reading) -> bool:
    """Whether a file is asked for by its format, and the plan writes none."""
    return bool(FILES & set(reading.formats)) and not any(call.tool in (EXPORT, AS_A_TABLE) for call in plan)


def with_file(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """The plan with the file that is asked for by its format, in place of what was told before."""
    if not leaves_file_out(plan, reading) or not (topic.filters or topic.object_class):
        return plan
    asked: dict[str, Any] = {"format": next(one for one in reading.formats if one in FILES)}
    if topic.object_class is not None:
        asked["object_class"] = topic.object_class
    kept = {name: value for name, value in topic.filters.items() if name in parameters(EXPORT)}
    rest = [call for call in plan if call.tool not in (*FILTERED, MAPPED)]
    return (PlannedCall(EXPORT, asked | kept), *rest)


def of_named_class(plan: Plan, reading: Reading) -> Plan:
    """The plan with the one class that is named, where all that changed was planned."""
    return tuple(of_their_class(call, reading) for call in plan)
