"""Calls of one plan held against each other: classes counted apart, filters of the first clause, tables of land."""

from __future__ import annotations

from agent.planning.dialogue.recognised import TABLES
from agent.planning.dialogue.topic import FILTERED, FILTERS
from agent.planning.plan import Plan, PlannedCall
from agent.reading.reading import Reading

COUNT, EXPORT = "count_objects", "export_result"
AS_A_TABLE = "land_cover_transitions"
"""A tool whose answer is a table itself."""
SEEN = ("building", "road")
"""Classes that the network tells."""
REFERS = frozenset({"refers", "only"})
"""Marks of a question that is about what was spoken of."""
TWO = 2


def as_a_whole(plan: Plan, reading: Reading) -> Plan:
    """The plan with calls that fit each other and the question.

    Args:
        plan: each call of it repaired.
        reading: of the question.
    """
    shown = tuple(map(_as_picture, plan))
    return _of_both(_likewise(_as_matrix(shown, reading), reading), reading)


def _as_picture(call: PlannedCall) -> PlannedCall:
    """A picture or report of all that changed: only tables hold one kind of land."""
    if call.tool != EXPORT or call.arguments.get("format") in TABLES or "cover" not in call.arguments:
        return call
    return PlannedCall(EXPORT, {name: value for name, value in call.arguments.items() if name != "cover"})


def _as_matrix(plan: Plan, reading: Reading) -> Plan:
    """The table of what became what, where a table of objects was planned: "the transition matrix as csv"."""
    if "from_to" not in reading.cues or reading.classes or any(call.tool == AS_A_TABLE for call in plan):
        return plan
    return tuple(PlannedCall(AS_A_TABLE) if _is_table(call) else call for call in plan)


def _is_table(call: PlannedCall) -> bool:
    """Whether a call writes a table of objects."""
    return call.tool == EXPORT and call.arguments.get("format") in ("csv", "xlsx")


def _likewise(plan: Plan, reading: Reading) -> Plan:
    """Two measures of the same objects, where only the first is limited: "length of the new roads, and their area"."""
    if len(plan) < TWO or reading.status is None or not (REFERS & reading.marks or "them" in reading.cues):
        return plan
    first, second = plan[:TWO]
    alike = all(call.tool in FILTERED for call in (first, second)) and first.tool != second.tool
    same = first.arguments.get("object_class") == second.arguments.get("object_class")
    kept = {name: value for name, value in first.arguments.items() if name in FILTERS}
    if not (alike and same and kept) or kept.keys() & second.arguments.keys():
        return plan
    return (first, PlannedCall(second.tool, second.arguments | kept), *plan[TWO:])


def _of_both(plan: Plan, reading: Reading) -> Plan:
    """Buildings and roads counted apart, where both are named and one of them, or all change, is counted alone."""
    counted = [call for call in plan if call.tool == COUNT]
    if len(counted) != 1 or len(plan) > TWO or not _names_both(reading) or "distance_to" in counted[0].arguments:
        return plan
    named = counted[0].arguments.get("object_class", "any")
    classes = SEEN if named == "any" else (named, *(one for one in SEEN if one != named))
    apart = tuple(PlannedCall(COUNT, counted[0].arguments | {"object_class": one}) for one in classes)
    at = plan.index(counted[0])
    return (*plan[:at], *apart, *plan[at + 1 :])


def _names_both(reading: Reading) -> bool:
    """Whether buildings and roads are asked about side by side, and not where the ones lie from the others."""
    beside = reading.near is not None or reading.order or reading.excluded or "compare" in reading.acts
    return set(reading.classes) == set(SEEN) and not beside and "goes_on" in reading.marks
