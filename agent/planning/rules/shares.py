"""Two counts of which one is the whole of the other, as a share."""

from __future__ import annotations

from agent.planning.plan import Plan, PlannedCall

COUNT = "count_objects"
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
