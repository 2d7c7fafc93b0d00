"""Questions that the trained planners do not know: parts and directions, causes, certainty, limits; by their wording.

What "there", "that area" or "it" means is taken from the turn before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.language.language import alternatives
from agent.language.registry import LANGUAGES, pattern_of_all, words_of_all
from agent.planning import lexicon, slots
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.rules import archives, directions, guard, land
from agent.planning.tool_arguments import named_in, takes_pair

WHY = pattern_of_all(lambda language: language.why)
SURE = pattern_of_all(lambda language: language.sure)
LIMITS = pattern_of_all(lambda language: language.limits)
COMPARE = pattern_of_all(lambda language: language.compares)
REQUESTS = [
    (tool, re.compile(pattern, re.IGNORECASE)) for language in LANGUAGES for tool, pattern in language.requests.items()
]
"""Of languages that the trained planners do not know."""
GONE_WORDS = words_of_all(lambda language: language.signs)["disappeared"].split()
ORDER = {
    **{name: alternatives(line.split()) for name, line in words_of_all(lambda language: language.orders).items()},
    "unsurest": r"(?:least|lowest)[ -](?:sure|certain|probable|likely|confiden\w+)|most doubtful|shakiest",
    "surest": r"(?:most|highest|surest)[ -](?:sure|certain|probable|likely|confiden\w+)",
}
GONE = re.compile(rf"\b(?:{alternatives(GONE_WORDS)})\b", re.IGNORECASE)
THERE = re.compile(r"\b(?:there|that (?:area|part|side|half|quarter|corner)|same (?:area|part|side))\b", re.IGNORECASE)
SIZE_OR_PLACE = re.compile(
    r"\b(?:how (?:large|big)|where|which|size|area|how many (?:pixels|px|square|m2|m²)|find|locate|place|extent)\b",
    re.IGNORECASE,
)
OF_GROUND = re.compile(
    r"\b(?:cleared|clearings?|clear-?cuts?|felled|logged|deforested|burnt|burned|flooded|excavated|dug|harvested|quarr\w+|"
    r"ponds?|pits?)\b",
    re.IGNORECASE,
)
"""What changes ground and neither building nor road."""
WHICH = re.compile(r"\b(?:which|what) (?:half|side|part|quarter|corner)\b", re.IGNORECASE)
SAME_FOR_ALL = re.compile(r"\band the same for (?:all|each|every)\b", re.IGNORECASE)
COUNT = pattern_of_all(lambda language: language.how_many)
"""So short that the trained planners do not know what it is about."""
GOES_ON = pattern_of_all(lambda language: language.goes_on)
CORRECTED = re.compile(r"\b(?:i (?:meant|mean|wanted)|should (?:have been|be)|rather|instead)\b", re.IGNORECASE)
SHORT = 12
"""Words of a question that may lean on the one before."""


def plan(question: str, history: Sequence[PastTurn] = ()) -> Plan | None:
    """The call that a piece of a question means by its wording; None where the trained planners have to say."""
    pair = slots.find_pair(question)
    shared: dict[str, Any] = {"pair": pair} if pair else {}
    for pattern, tool in ((LIMITS, "tell_limits"), (SURE, "assess_certainty"), (WHY, "explain_change")):
        if pattern.search(question):
            return (PlannedCall(tool, shared),)
    if named := named_in(question):
        return tuple(slots.fill(named, question, {}))
    calls = archives.plan(question, history)
    if not calls and (measured := land.plan(question)):
        calls = (measured,)
    if calls:
        return tuple(
            PlannedCall(call.tool, call.arguments | (shared if takes_pair(call.tool) else {})) for call in calls
        )
    if corrected := _corrected(question, history):
        return (corrected,)
    if COUNT.fullmatch(question) and (classes := _class(question)):
        return (PlannedCall("count_objects", classes),)
    last = history[-1].plan[-1] if history and history[-1].plan else None
    question = lexicon.spaced(question)
    call = _compared(question) or _selected(question)
    call = _carried(question, last) if call is None else _going_on(question, call, last)
    return _requested(question) if call is None else (PlannedCall(call.tool, call.arguments | shared),)


def _requested(question: str) -> Plan | None:
    """What a question in a language without training examples asks for."""
    tool = next((name for name, pattern in REQUESTS if pattern.search(question)), None)
    return None if tool is None else tuple(slots.fill(tool, question, {}))


def is_one(question: str) -> bool:
    """Whether what could be cut is one task: "which half, the top or the bottom?", "and the same for every class"."""
    return (bool(WHICH.search(question)) and _compared(question) is not None) or bool(
        SAME_FOR_ALL.search(question) or (archives.FIND.search(question) and guard.HOW_MANY.search(question))
    )


def _corrected(question: str, history: Sequence[PastTurn]) -> PlannedCall | None:
    """The last call with the class that was meant: "no, I meant roads"."""
    last = history[-1].plan[-1] if history and history[-1].plan else None
    classes = _class(question)
    if last is None or "object_class" not in last.arguments or not (classes and CORRECTED.search(question)):
        return None
    return PlannedCall(last.tool, last.arguments | classes) if len(lexicon.words(question)) <= SHORT else None


def _compared(question: str) -> PlannedCall | None:
    named = directions.parts(question)
    if len(named) < 2 or not COMPARE.search(question):
        return None
    return PlannedCall("compare_areas", {"first": named[0], "second": named[1]} | _class(question))


def _selected(question: str) -> PlannedCall | None:
    """Objects in a part, to one side of something, or in an order that a plain count does not give."""
    if land.OTHERWISE.search(question):
        return None
    way, target = directions.way(question), directions.without_way(question)
    named = directions.parts(target)
    order = next((name for name, words in ORDER.items() if re.search(rf"\b(?:{words})\b", target, re.IGNORECASE)), None)
    several = lexicon.number(target)
    if order == "largest" and not _class(target) and OF_GROUND.search(target):
        return PlannedCall("detect_change", {"classes": ["any"]})  # its largest places are told first
    if order == "largest" and not (way or named or several) and SIZE_OR_PLACE.search(target):
        return PlannedCall("count_objects", {"object_class": "any"} | _class(target))  # the largest is listed first
    if not (way or named or order in ("smallest", "unsurest", "surest") or (order and several)):
        return None
    arguments: dict[str, Any] = _class(target)
    arguments |= {"direction": way.direction, "of": way.of} if way else {}
    arguments |= {"within": named[0]} if named else {}
    arguments |= {"status": "disappeared"} if GONE.search(target) else {}
    if order:
        arguments |= {"order": order, "k": several or 1}
    return PlannedCall("find_objects", arguments)


def _going_on(question: str, call: PlannedCall, last: PlannedCall | None) -> PlannedCall:
    """What a question that begins with "and" leaves out, taken from the call before: "and in the south?"."""
    if last is None or last.tool != call.tool or not GOES_ON.match(question):
        return call
    return PlannedCall(call.tool, last.arguments | call.arguments)


def _carried(question: str, last: PlannedCall | None) -> PlannedCall | None:
    """A short question after one on a part of the image: "and the roads?" ("and in the south?" is handled above)."""
    if last is None or last.tool not in ("find_objects", "compare_areas") or len(lexicon.words(question)) > SHORT:
        return None
    classes = _class(question)
    if not (THERE.search(question) or (classes and GOES_ON.match(question))):
        return None
    return PlannedCall(last.tool, last.arguments | classes)


def _class(text: str) -> dict[str, Any]:
    names = lexicon.find(lexicon.CLASSES, text)
    return {"object_class": names[0]} if len(names) == 1 else {}
