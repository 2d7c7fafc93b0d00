"""What a question states beyond doubt, put into the plan of the parser: sides of limits, lengths, units, files."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from agent.planning.dialogue.sides import OPPOSITE, parts
from agent.planning.dialogue.topic import FILTERED, SIZES, Topic
from agent.planning.plan import DECLINE, SAY, Plan, PlannedCall, is_understood
from agent.planning.rules import directions
from agent.planning.tool_arguments import parameters
from agent.reading.reading import Reading

TURNED = (("min_area", "max_area"), ("min_probability", "max_probability"))
"""Limits from below and from above."""
AREAS = ("measure_area", "land_change")
"""Tools whose areas may be told in any unit."""
LIMITS = frozenset(SIZES)
LISTED = "find_objects"
EXPORT = "export_result"
AREA_LIMITS = ("min_area", "max_area")
OF_STATUS = frozenset("count_objects find_objects measure_area measure_objects export_result".split())
"""Tools that tell what appeared apart from what disappeared."""


def repaired(plan: Plan, reading: Reading) -> Plan:
    """The plan with what the question states in place of what contradicts it.

    Args:
        plan: of the parser.
        reading: of the question.
    """
    for repair in (_turned, _by_length, _in_unit, _of_status, _of_class, _as_list, _of_sure):
        plan = tuple(repair(call, reading) for call in plan)
    return plan


def _turned(call: PlannedCall, reading: Reading) -> PlannedCall:
    """What lies below a limit left out, where the plan keeps only that: "sheds under 25 m2, leave those out"."""
    arguments: dict[str, Any] = dict(call.arguments)
    for names in TURNED:
        for stated, other in (names, names[::-1]):
            value = getattr(reading.limits, stated)
            if value is not None and getattr(reading.limits, other) is None and arguments.get(other) == value:
                arguments[stated] = arguments.pop(other)
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


def _of_class(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The one class that is named, where all that changed was planned: "and those houses in the centre?"."""
    if call.tool not in OF_CLASS or call.arguments.get("object_class", "any") != "any":
        return call
    if len(reading.classes) != 1 or reading.covers or "changes" in reading.cues:
        return call
    return PlannedCall(call.tool, call.arguments | {"object_class": reading.classes[0]})


def _as_list(call: PlannedCall, reading: Reading) -> PlannedCall:
    """The new ones as a list, where a map was planned: "which houses are in the new image but not in the old one?"."""
    classes = call.arguments.get("classes") or []
    if call.tool != MAPPED or len(classes) != 1 or classes[0] not in SEEN or reading.status is None:
        return call
    if not (LISTS.match(reading.text) or "list" in reading.acts):
        return call
    return PlannedCall(LISTED, {"object_class": classes[0], "status": reading.status, "k": MANY})


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
    """The plan with the limits in force for what was spoken of before, unless they are dropped or others are stated."""
    limits = {name: value for name, value in topic.filters.items() if name in LIMITS}
    if not limits or reading.limits or "undo" in reading.acts or "all" in reading.marks or "whole" in reading.cues:
        return plan
    return tuple(
        PlannedCall(call.tool, limits | call.arguments)
        if call.tool in FILTERED and _is_of(call, topic) and not LIMITS & call.arguments.keys()
        else call
        for call in plan
    )


def _is_of(call: PlannedCall, topic: Topic) -> bool:
    """Whether a call is about the objects of which limits are in force: of that class and status."""
    of_class = call.arguments.get("object_class", "any") == topic.object_class
    return of_class and call.arguments.get("status") == topic.filters.get("status")


OF_CLASS = frozenset("measure_area count_objects find_objects measure_objects compare_areas".split())
"""Tools on one class of objects, or all."""
REFERS = frozenset({"refers", "only"})
"""Marks of a question that is about what was spoken of."""
MAPPED, SEEN, MANY = "detect_change", ("building", "road"), 20
LISTS = re.compile(
    r"\W*(?:(?:please|can you|could you) )?(?:which|what|list|name|state|show|welche|nenn\w*|zeig\w*|quel\w*|liste"
    r"|montre\w*|qu[ée]|cu[áa]les|lista|muestra\w*|哪些|列出)",
    re.IGNORECASE,
)
"""How a question begins that asks for things one by one."""
FILES = frozenset("csv geojson gpkg kml shapefile xlsx geotiff".split())
"""Formats that nothing but a file has."""
AS_A_TABLE = "land_cover_transitions"
"""A tool whose answer is a table itself."""


def leaves_file_out(plan: Sequence[PlannedCall], reading: Reading) -> bool:
    """Whether a file is asked for by its format, and the plan writes none."""
    return bool(FILES & set(reading.formats)) and not any(call.tool in (EXPORT, AS_A_TABLE) for call in plan)


def without_part(plan: Plan, reading: Reading) -> Plan:
    """The plan for the whole image, where a quarter is to be left out, which no measure can; and that this is so."""
    named = directions.parts(reading.text)
    if not reading.leaves_out or len(named) != 1 or named[0] in OPPOSITE:
        return plan
    calls = [
        PlannedCall(call.tool, {name: value for name, value in call.arguments.items() if name != "within"})
        for call in plan
        if not is_understood(call)
    ]
    clause = next((one for one in CLAUSES.split(reading.text) if named[0] in directions.parts(one)), reading.text)
    said = PlannedCall(DECLINE, {"kind": "cannot", "text": clause.strip()})
    return (*(call for call in calls if call.tool != DECLINE), said, *(call for call in plan if is_understood(call)))


def without_needless(plan: Plan, text: str, read: Callable[[str], Reading]) -> Plan:
    """The plan without zones nobody named, and without what is declined though the rest of it answers that.

    Args:
        plan: as it is.
        text: the question.
        read: reads what the plan declines.
    """
    if not any(call.tool not in (DECLINE, SAY) for call in plan):
        return plan
    zonal = all(call.tool in (DECLINE, SAY, OF_ZONES) for call in plan) or THIS_PLACE.search(text) is None
    kept = [call for call in plan if call.tool != OF_ZONES or zonal]
    return tuple(call for call in kept if call.tool != DECLINE or _is_needed(read(str(call.arguments["text"]))))


def _is_needed(declined: Reading) -> bool:
    """Whether words that are declined ask for something that no tool tells."""
    least = declined.language == "en" and "least" in declined.text.lower()
    is_odd = declined.unseen or declined.unread or least or any(one.isdigit() for one in declined.text)
    if "unknowable" in declined.acts or is_odd:
        return True
    told = declined.acts or declined.classes or declined.covers or declined.limits or declined.near or declined.order
    return bool(declined.rest > MOST_FILLERS or (told and not set(declined.acts) <= TOLD_ANYWAY))


OF_ZONES = "zonal_change"
THIS_PLACE = re.compile(
    r"\b(?:in|of|for|within|across|around) (?:this|the|our|that|my) (?:\w+ )?(?:district|area|quarter|ward|plot"
    r"|neighbou?rhood)\b"
    r"|\bin (?:diesem|dem|unserem) (?:bezirk|quartier|gebiet|viertel)\b|\bdans (?:ce|le|notre) (?:quartier|secteur)\b"
    r"|\ben (?:este|el|nuestro) (?:barrio|distrito|sector)\b|[这本该]个?(?:片|街|小)?区",
    re.IGNORECASE,
)
"""What the images show as a whole, which is no zone that anybody drew."""
CLAUSES = re.compile(r"[.?!;,\u3002\uff1f\uff01\uff1b\uff0c]| and | und | et | y ", re.IGNORECASE)
MOST_FILLERS = 3
"""Words without meaning of their own from which on something was said that was not read."""
TOLD_ANYWAY = frozenset({"area", "where", "list", "count"})
"""Acts of which lists and counts tell anyway."""
