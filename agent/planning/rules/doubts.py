"""What a question doubts: the source of error that it names, in place of the certainty of all that was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.planning.plan import DECLINE, SAY, PastTurn, Plan, PlannedCall, calls_of, is_understood
from agent.planning.rules.named_arguments import INDEX
from agent.planning.tool_arguments import named_in
from agent.reading.reading import Reading

TOOL = "tell_error_source"
GENERAL = ("assess_certainty", "tell_limits")
"""Tools that tell the certainty and the limits of all."""
BESIDE_GENERAL = ("accuracy", "other_source")
"""Doubts that such figures go with."""
OF_ONE = ("find_objects", "describe_object")
OF_BANDS = ("land_change", "compare_index", "compute_index", "land_cover_transitions", "classify_landcover")
"""Tools whose thresholds are those of their rules."""
OF_OBJECTS = ("appearance", "rebuilt", "hidden", "use")
"""Doubts that may be about one object."""
ASKED_OTHERWISE = ("ask_image", "explain_change")
"""Tools that tell of seasons themselves."""
MOST = 2
"""More sources of error are not told in one answer."""


def with_doubts(plan: Plan, reading: Reading, history: Sequence[PastTurn], read: Callable[[str], Reading]) -> Plan:
    """The plan with the sources of error that are asked about; what is told of all goes where one is named.

    Args:
        plan: as it is.
        reading: of the question.
        history: earlier turns.
        read: reads what the plan declines.
    """
    told = tuple(call for call in plan if _is_told(call, read))
    rest = tuple(call for call in plan if call not in told)
    doubts = [doubt for doubt in reading.doubts if _is_asked(doubt, plan, reading, history)][:MOST]
    if not doubts:
        return plan
    one = _object(plan, reading, history)
    calls = [PlannedCall(TOOL, {"doubt": doubt, **(one if doubt in OF_OBJECTS else {})}) for doubt in doubts]
    general = _general(doubts, plan)
    kept = [call for call in (rest if general else plan) if call.tool not in general]
    last = [call for call in kept if is_understood(call)]
    return (*(call for call in kept if not is_understood(call)), *calls, *last)


def _general(doubts: Sequence[str], plan: Plan) -> tuple[str, ...]:
    """Tools of which the doubts take the place."""
    if any(doubt in BESIDE_GENERAL for doubt in doubts):
        return ()
    of_offset = "position" in doubts and len(calls_of(plan)) == 1  # the offset is told with the position
    return (*GENERAL, "inspect_pair") if of_offset else GENERAL


def _is_asked(doubt: str, plan: Plan, reading: Reading, history: Sequence[PastTurn]) -> bool:
    if any(call.tool == named_in(reading.text) for call in plan):
        return False  # the words are those of a tool that measures what is asked
    if doubt == "threshold":
        before = history[-1].plan[:1] if history else ()
        return INDEX.search(reading.text) is None and not any(one.tool in OF_BANDS for one in (*plan, *before))
    if doubt == "use":  # beside a result it is the words of the question, and where it is declined that is said
        return not any(call.tool == DECLINE for call in plan) and all(one.tool in GENERAL for one in calls_of(plan))
    return doubt != "season" or not any(call.tool in ASKED_OTHERWISE for call in plan)


def _is_told(call: PlannedCall, read: Callable[[str], Reading]) -> bool:
    """Whether a source of error tells what a call says or declines."""
    if call.tool == SAY:
        return call.arguments.get("act") == "method"
    if call.tool != DECLINE:
        return False
    declined = read(str(call.arguments.get("text")))
    return bool(declined.doubts) and "unknowable" not in declined.acts


def _object(plan: Plan, reading: Reading, history: Sequence[PastTurn]) -> dict[str, int | str]:
    """The object in doubt: the one that is named, or the one of which the last answer was."""
    if len(reading.object_ids) == 1:
        return {"of": reading.object_ids[0]}
    if any(call.tool in OF_ONE for call in plan):
        return {}  # this answer tells of it already
    found = [call for call in (calls_of(history[-1].plan) if history else ()) if call.tool in OF_ONE]
    return {"of": "last"} if found and _is_of_one(found[-1]) else {}


def _is_of_one(call: PlannedCall) -> bool:
    return call.tool == "describe_object" or call.arguments.get("k") == 1
