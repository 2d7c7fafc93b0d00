"""What a conversation is about: the last calls on objects, on land and on files, and the filters in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.planning.plan import PastTurn, PlannedCall

OF_OBJECTS = (
    "count_objects",
    "find_objects",
    "measure_area",
    "measure_objects",
    "detect_change",
    "compare_areas",
)
FILTERED = ("count_objects", "find_objects", "measure_area", "measure_objects")
"""Of these, the calls that take filters; a map that is drawn drops none."""
OF_ONE = ("describe_object", "measure_distance")
"""Calls on one object."""
OF_LAND = ("land_change", "find_patches", "compare_index", "land_cover_transitions")
OF_ONE_COVER = ("land_change", "find_patches")
"""Of these, the calls on one kind of land."""
SIZES = ("min_area", "max_area", "min_probability", "max_probability")
"""Filters that stay in force until they are dropped."""
DISTANCES = ("distance_to", "max_distance", "min_distance")
FILTERS = ("status", "within", *SIZES, *DISTANCES)


@dataclass(frozen=True)
class Topic:
    """Calls of earlier turns that a question may lean on; None where there are none."""

    last: PlannedCall | None = None
    objects: PlannedCall | None = None
    filtered: PlannedCall | None = None
    single: bool = False
    """Whether one object was spoken of last."""
    subject: PlannedCall | None = None
    """The last call on objects or on land, whatever was written or confirmed since."""
    found_none: bool = False
    """Whether the last turn found that there is no such object."""
    land: PlannedCall | None = None
    """The last call on one kind of land."""
    is_swapped: bool = False
    """Whether the dates stand in the other order than at first."""

    @classmethod
    def of(cls, history: Sequence[PastTurn]) -> Topic:
        """The topic after some turns."""
        calls = [call for turn in history for call in turn.plan]
        return cls(
            calls[-1] if calls else None,
            next((call for call in reversed(calls) if call.tool in OF_OBJECTS), None),
            _filtered(history),
            _is_single(next((call for call in reversed(calls) if call.tool in (*OF_OBJECTS, *OF_ONE)), None)),
            next((call for call in reversed(calls) if call.tool in (*OF_OBJECTS, *OF_ONE, *OF_LAND)), None),
            next((turn.found_none for turn in reversed(history) if turn.plan), False),
            next((call for call in reversed(calls) if call.tool in OF_ONE_COVER), None),
            sum(call.tool == "swap_dates" for call in calls) % 2 == 1,
        )

    @property
    def is_land(self) -> bool:
        """Whether land was spoken of last, and not objects."""
        return self.subject is not None and self.subject.tool in OF_LAND

    @property
    def is_share(self) -> bool:
        """Whether the last call that takes filters told which share of all keeps them."""
        return self.filtered is not None and self.filtered.arguments.get("statistic") == "share"

    @property
    def object_class(self) -> str | None:
        """The one class of objects spoken of last."""
        return _class_of(self.objects)

    @property
    def filters(self) -> dict[str, Any]:
        """Filters of the last call that takes them; none where another class was spoken of since."""
        call = self.filtered
        if call is None or self.object_class not in (None, "any", _class_of(call)):
            call = self.objects
        arguments = {} if call is None else call.arguments
        return {name: arguments[name] for name in (*FILTERS, "pair") if arguments.get(name) is not None}


def _filtered(history: Sequence[PastTurn]) -> PlannedCall | None:
    """The last call that takes filters; that nothing of a status was found leaves all others to be asked about."""
    last = next((turn for turn in reversed(history) if any(call.tool in OF_OBJECTS for call in turn.plan)), None)
    for turn in reversed(history):
        call = next((call for call in reversed(turn.plan) if call.tool in FILTERED), None)
        if call is not None:
            parts = {one.arguments.get("within") for one in turn.plan if one.tool == call.tool}
            dropped = {"status"} if turn.found_none and turn is not last else set[str]()
            dropped |= {"within"} if len(parts) > 1 else set()  # parts that were compared are no filter
            kept = {name: one for name, one in call.arguments.items() if name not in dropped}
            return PlannedCall(call.tool, kept)
    return None


def _class_of(call: PlannedCall | None) -> str | None:
    """The one class that a call is about."""
    if call is None:
        return None
    classes = list(call.arguments.get("classes") or [])
    one = call.arguments.get("object_class") or (classes[0] if len(classes) == 1 else None)
    return None if one is None else str(one)


def _is_single(call: PlannedCall | None) -> bool:
    return call is not None and (call.tool in OF_ONE or call.arguments.get("k") == 1)
