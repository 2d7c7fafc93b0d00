"""Areas of all objects together, where a plan counts them, or limits each by a size that all are held against."""

from __future__ import annotations

from agent.planning.dialogue.topic import Topic
from agent.planning.plan import Plan, PlannedCall, calls_of
from agent.planning.stated import OF_CLASS, SPOKEN
from agent.planning.tool_arguments import parameters
from agent.reading.reading import Reading

LIMITS = ("min_area", "max_area")
COUNT, MEASURE = "count_objects", "measure_area"
OF_LAND = "land_change"


def with_areas(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """The plan with the area of all of them: "how much do they cover?", "do they exceed 1 ha together?".

    Args:
        plan: as it is.
        reading: of the question.
        topic: of the conversation before it.
    """
    return _of_total(plan, reading, topic) if reading.holds_total else _as_area(plan, reading)


def _as_area(plan: Plan, reading: Reading) -> Plan:
    """What they cover, in place of their number."""
    counted = calls_of(plan)
    if (
        [call.tool for call in counted] != [COUNT]
        or set(reading.acts) - SPOKEN != {"area"}
        or reading.claim is not None
        or reading.each
    ):
        return plan
    names = parameters(MEASURE)
    kept = {name: value for name, value in counted[0].arguments.items() if name in names}
    area = PlannedCall(MEASURE, {"unit": reading.unit or "m2"} | kept)
    return tuple(area if call is counted[0] else call for call in plan)


def _of_total(plan: Plan, reading: Reading, topic: Topic) -> Plan:
    """All of them, in place of those that alone are so large as all are said to be."""
    stated = {value for name in LIMITS if (value := getattr(reading.limits, name)) is not None}
    measured = [_measured(call, stated, topic) for call in plan if call.tool in OF_CLASS]
    named = reading.classes or reading.covers
    if not measured and not named and topic.object_class is not None:
        measured = [PlannedCall(MEASURE, _unit(topic) | {"object_class": topic.object_class} | topic.filters)]
    others = OF_CLASS if named else OF_CLASS | {OF_LAND}
    return (*measured[:1], *(call for call in plan if call.tool not in others)) if measured else plan


def _measured(call: PlannedCall, stated: set[float], topic: Topic) -> PlannedCall:
    """The area of what a call is about, with the limits that were in force before."""
    names = parameters(MEASURE)
    kept = {name: value for name, value in call.arguments.items() if name in names}
    kept = {name: value for name, value in kept.items() if name not in LIMITS or value not in stated}
    inherited = {name: topic.filters[name] for name in LIMITS if name in topic.filters and name in call.arguments}
    return PlannedCall(MEASURE, _unit(topic) | kept | inherited)


def _unit(topic: Topic) -> dict[str, str]:
    """Square metres, or what areas were told in last."""
    last = topic.last
    return {"unit": str(last.arguments.get("unit", "m2")) if last is not None and last.tool == MEASURE else "m2"}
