"""Questions on the pieces of one kind of land: "where are the largest clearings?", "only those over half a hectare".

Rules and parser plan land as a whole, or all objects that changed; where pieces are asked for, these take their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from agent.language.registry import by_code
from agent.planning.dialogue.recognised import TABLES
from agent.planning.dialogue.sides import parts
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import DECLINE, PastTurn, Plan, PlannedCall, is_understood
from agent.reading.reading import Reading
from tools.catalogue.land_tools import MOST_PATCHES

TOOL = "find_patches"
OF_OTHERS = frozenset("why export inspect doubt describe limits method confirm halves".split())
"""Acts that other tools do."""
EXPORT = "export_result"
INSTEAD_OF = ("count_objects", "find_objects", "land_change", "detect_change", "measure_area", "measure_objects", TOOL)
"""Calls that take pieces of land for objects, or for land as a whole."""
GAINED = ("water", "bare", "built")
"""Land of which what is new is meant where nothing else is said."""
WITH_PIECES = ("water", "trees", "vegetation", "snow", "bare", "built")
KEPT = ("way", "within", "min_area", "max_area", "unit", "pair")
"""What stays in force from one question on pieces to the next."""
LISTED = 10
MOST_OF_IT = 0.7
"""Share of a question from which on all of it is declined."""


def with_patches(plan: Plan, reading: Reading, history: Sequence[PastTurn], read: Callable[[str], Reading]) -> Plan:
    """The plan with the pieces of land that are asked for in place of what stands for them.

    Args:
        plan: as it is.
        reading: of the question.
        history: earlier turns.
        read: reads what the plan declines.
    """
    topic = Topic.of(history)
    cover = _cover(plan, reading, topic)
    if cover is None or not _asks_for_pieces(reading, topic) or any(call.tool == EXPORT for call in plan):
        return plan
    call = PlannedCall(TOOL, {"cover": cover} | _arguments(cover, reading, topic))
    rest = [one for one in plan if not (_stands_for_pieces(one, reading) or _is_covered(one, reading, read))]
    last = [one for one in rest if is_understood(one)]
    return (*(one for one in rest if not is_understood(one)), call, *last)


def _stands_for_pieces(call: PlannedCall, reading: Reading) -> bool:
    """Whether a call takes pieces for something else; how much there is in all may be asked beside."""
    whole = call.tool == "land_change" and not {"tell", "within"} & call.arguments.keys()
    balance = whole and {"area", "count"} & set(reading.acts)
    return call.tool in INSTEAD_OF and not (balance and reading.order is not None)


def _is_covered(call: PlannedCall, reading: Reading, read: Callable[[str], Reading]) -> bool:
    """Whether what a call declines is about the pieces themselves, or is all that is asked."""
    text = str(call.arguments.get("text"))
    return call.tool == DECLINE and ("patches" in read(text).cues or len(text) > MOST_OF_IT * len(reading.text))


def _cover(plan: Plan, reading: Reading, topic: Topic) -> str | None:
    """The one kind of land that is named or planned, or else the one spoken of last."""
    if reading.classes or len(reading.covers) > 1 or ("changes" in reading.cues and not reading.covers):
        return None
    planned = {call.arguments["cover"] for call in plan if call.tool == "land_change"}
    if "clearing" in reading.cues:
        return "trees"
    spoken_of = topic.is_land and "became" in reading.marks  # "what became of the largest one, is it bare?"
    cover = None if spoken_of else next(iter(reading.covers), planned.pop() if len(planned) == 1 else None)
    if cover is None and topic.is_land and topic.land is not None:
        cover = topic.land.arguments.get("cover")
    return cover if cover in WITH_PIECES else None


def _asks_for_pieces(reading: Reading, topic: Topic) -> bool:
    if (
        set(reading.acts) & OF_OTHERS
        or TABLES & set(reading.formats)
        or reading.claim is not None
        or reading.statistics
    ):
        return False
    if reading.doubts or {"against", "true", "share", "share_changed", "hit", "quarters"} & reading.cues:
        return False
    sized = reading.limits.min_area is not None or reading.limits.max_area is not None
    of_all = reading.way is not None and "where" in reading.acts  # "where was most of it lost?"
    ordered = reading.order == "largest" and not of_all and (reading.way is not None or topic.is_land)
    listed = "list" in reading.acts and topic.last is not None and topic.last.tool == TOOL
    return "patches" in reading.cues or sized or ordered or listed or _goes_on(reading, topic)


def _goes_on(reading: Reading, topic: Topic) -> bool:
    """Whether a question leans on pieces spoken of last: "and the second one?", "in acres", "in the north?"."""
    if topic.last is None or topic.last.tool != TOOL or reading.covers:
        return False
    resized = reading.size is not None and "min_area" in topic.last.arguments
    named = _rank(reading) > 1 or reading.order or reading.count or parts(reading)
    return bool(named or resized or reading.ground_unit)


def _arguments(cover: str, reading: Reading, topic: Topic) -> dict[str, Any]:
    """What is asked of the pieces; what was asked of those spoken of last stays in force."""
    goes_on = topic.last is not None and topic.last.tool == TOOL and not reading.covers
    before = topic.last.arguments if goes_on and topic.last is not None else {}
    kept = {name: before[name] for name in KEPT if name in before}
    if "whole" in reading.cues or "undo" in reading.acts:
        kept = {name: value for name, value in kept.items() if name in ("way", "pair")}
    way = _way(reading, topic) or ("gained" if cover in GAINED else "lost")
    asked: dict[str, Any] = {"way": way} if way != "lost" or "way" in kept else {}
    if within := parts(reading):
        asked["within"] = within[0]
    limits = {name: getattr(reading.limits, name) for name in ("min_area", "max_area")}
    if any(value is not None for value in limits.values()):
        kept = {name: value for name, value in kept.items() if name not in limits}
        asked |= {name: value for name, value in limits.items() if value is not None}
    elif goes_on and reading.size is not None:  # "take it down to 0.1 ha"
        asked["min_area"] = reading.size
    if reading.ground_unit is not None:
        asked["unit"] = reading.ground_unit
    return kept | asked | _how_many(reading)


def _how_many(reading: Reading) -> dict[str, int]:
    if (rank := _rank(reading)) > 1:
        return {"k": 1, "rank": rank}
    if reading.count is not None:
        return {"k": min(reading.count, MOST_PATCHES)}
    if "list" in reading.acts or "every" in reading.cues:
        return {"k": LISTED}
    return {"k": 1} if reading.order is not None and "several" not in reading.cues else {}


def _way(reading: Reading, topic: Topic) -> str | None:
    """What was lost or gained, as is said, or as was spoken of."""
    if "became" in reading.marks and not reading.covers:
        return None
    if reading.way is not None:
        return "lost" if reading.way == "loss" else "gained"
    told = None if topic.land is None or reading.covers else topic.land.arguments.get("way")
    return str(told) if told in ("lost", "gained") else None


def _rank(reading: Reading) -> int:
    """Which piece is named, by size: 2 in "and the second one?"; 1 where none is."""
    words = by_code(reading.language).questions
    if reading.rank > 1 or words is None:
        return reading.rank
    text = reading.text.lower()
    return next((rank for word, rank in words.ordinals.items() if re.search(rf"(?<!\w)(?:{word})", text)), 1)
