"""Questions on what people and samples tell beside the images: how right a map is, and where a programme worked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.planning.plan import Plan, PlannedCall, is_understood
from agent.reading.reading import Reading

ADJUSTED, EFFECTS = "adjusted_areas", "effect_by_zone"
STATED = re.compile(r"\b(?P<role>outcome|treatment)\s*[=:]\s*[\"'“]?(?P<column>\w+)", re.IGNORECASE)
"""A column that is stated by the name of the argument."""
TOOLS = frozenset({ADJUSTED, EFFECTS})
"""Tools on samples and zones; what is said beside other results does not fit theirs."""
OF_OBJECTS = ("building", "road")
WHOLE_AREA = frozenset({"object_class", "unit", "pair"})
"""Arguments of a measured area that leave nothing out."""
OF_ALL = ("detect_change", "land_cover_transitions")
"""Tools that tell the areas of all classes of a map."""


def plan(reading: Reading, *, is_assessed: bool) -> Plan | None:
    """The call for adjusted areas, or for effects over zones, that a question means; None where it means neither.

    Args:
        reading: of the question.
        is_assessed: whether the assessment of a map is open, so that "how accurate is this map" is about it.
    """
    if "zone_effect" in reading.cues:
        return (PlannedCall(EFFECTS, {one["role"].lower(): one["column"] for one in STATED.finditer(reading.text)}),)
    if "adjusted" in reading.cues or (is_assessed and "map_accuracy" in reading.cues):
        return (PlannedCall(ADJUSTED, _named(reading)),)
    return None


def with_adjusted(plan: Plan, assessed: Sequence[str]) -> Plan:
    """The plan with adjusted areas beside the mapped ones, where a map of the same classes was assessed.

    Args:
        plan: as it is.
        assessed: classes of the map whose assessment is open.
    """
    if any(call.tool == ADJUSTED for call in plan):
        return plan
    calls = [one for call in plan if (one := _beside(call, assessed)) is not None]
    beside = [call for place, call in enumerate(calls) if call not in calls[:place]]
    last = [call for call in plan if is_understood(call)]
    return (*(call for call in plan if call not in last), *beside, *last)


def _named(reading: Reading) -> dict[str, Any]:
    """The class that is named; nothing where none or several are."""
    named = [*reading.classes, *reading.covers]
    return {"assessed_class": named[0]} if len(named) == 1 and named[0] != "any" else {}


def _beside(call: PlannedCall, assessed: Sequence[str]) -> PlannedCall | None:
    """The call for adjusted areas beside a measurement; None where the assessed map does not have its classes."""
    name = call.arguments.get("object_class")
    pair = {key: value for key, value in call.arguments.items() if key == "pair"}
    if call.tool == "measure_area" and name in OF_OBJECTS and name in assessed and call.arguments.keys() <= WHOLE_AREA:
        return PlannedCall(ADJUSTED, {"assessed_class": name} | pair)
    of_objects = any(one in assessed for one in OF_OBJECTS)
    if call.tool in OF_ALL and assessed and of_objects == (call.tool == "detect_change"):
        return PlannedCall(ADJUSTED, pair)
    return None
