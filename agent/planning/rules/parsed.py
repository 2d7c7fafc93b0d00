"""What becomes of a plan once it is made: two counts as a share, lists as a whole, what was asked of land first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.planning.plan import PastTurn, Plan, PlannedCall, calls_of

LIST, LISTED = "find_objects", 20
"""The tool that lists, and how many it lists where none is named."""
COUNT, AREA = "count_objects", "measure_area"
ASSUME = "assume_pixel_size"
OF_ALL = {"object_class", "status", "pair"}
"""Arguments of a count that leaves nothing out."""


def with_shares(plan: Plan) -> Plan:
    """The plan with a share in place of some objects and, right after them, all of them."""
    calls: list[PlannedCall] = []
    for call in plan:
        if calls and _is_whole_of(call, calls[-1]):
            calls[-1] = PlannedCall("measure_objects", calls[-1].arguments | {"statistic": "share"})
        else:
            calls.append(call)
    return tuple(calls)


def _is_whole_of(call: PlannedCall, before: PlannedCall) -> bool:
    """Whether a call counts all of the objects of which the one before counts some."""
    if not call.tool == before.tool == COUNT or not call.arguments.keys() <= OF_ALL:
        return False
    limits = {name: value for name, value in before.arguments.items() if name not in call.arguments}
    return bool(limits) and not limits.keys() & OF_ALL and call.arguments.items() < before.arguments.items()


def without_status(plan: Plan) -> Plan:
    """The plan with what appeared, where nothing else limits it, told beside what disappeared."""
    return tuple(PlannedCall(call.tool, _but_status(call)) if _is_plain(call) else call for call in plan)


def with_all_listed(plan: Plan) -> Plan:
    """The plan with lists that no number shortens told as a whole: "list them"."""
    return tuple(
        PlannedCall(call.tool, call.arguments | {"k": LISTED})
        if call.tool == LIST and "k" not in call.arguments
        else call
        for call in plan
    )


def on_whole(plan: Plan) -> Plan:
    """The plan for the whole image, where that is asked for: "ok, the whole image now"."""
    free = [{name: value for name, value in call.arguments.items() if name != "within"} for call in plan]
    return tuple(PlannedCall(call.tool, arguments) for call, arguments in zip(plan, free, strict=True))


def with_size(plan: Plan, history: Sequence[PastTurn]) -> Plan:
    """The plan that states a pixel size alone with what was measured before it was known, measured anew."""
    calls = calls_of(plan)
    if [call.tool for call in calls] != [ASSUME] or not history:
        return plan
    again = tuple(
        call for call in history[-1].plan if call.tool in (COUNT, AREA, LIST, "measure_objects", "land_change")
    )
    return (*calls, *again, *(call for call in plan if call not in calls))


def with_way(plan: Plan, way: str | None) -> Plan:
    """The plan with what is asked of land told first, where it does not say: what was lost, or what was gained."""
    told = {"loss": "lost", "gain": "gained"}.get(way or "")
    if told is None:
        return plan
    return tuple(
        PlannedCall(call.tool, {"way": told} | call.arguments) if call.tool == "land_change" else call for call in plan
    )


def _is_plain(call: PlannedCall) -> bool:
    plain = call.tool in (COUNT, AREA) and call.arguments.keys() <= OF_ALL | {"unit"}
    return plain and call.arguments.get("status") == "appeared"


def _but_status(call: PlannedCall) -> dict[str, Any]:
    return {name: value for name, value in call.arguments.items() if name != "status"}
