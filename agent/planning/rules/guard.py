"""What a language model plans, checked against the question: nothing that the person did not state gets into a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from agent.language.registry import number_in_any
from agent.planning import lexicon, slots
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.rules import land
from agent.planning.tool_arguments import ASK_IMAGE, class_argument
from tools.catalogue import DEFAULT_K

LIKE = 88.0
"""Likeness, 0-100, from which a phrase of the question is what the model copied with a slip."""


IN_ARCHIVE = re.compile(
    r"[\s,]+(?:in|from|within|across) (?:the|our|my|this|that) (?:archive|database|collection)\s*$", re.IGNORECASE
)
HOW_MANY = re.compile(
    r"[\s,;]+(?:and |then )?(?:give|show|list|return|hand|get|fetch|send)(?: me| us)?(?: only| just)? (?:the |your )?"
    r"(?:(?:top|best|first|closest|nearest) )?[\w-]+ (?:(?:top|best|first|closest|nearest) )?"
    r"(?:matches|results|hits|examples|pairs|cases|ones|of them)\s*[.?!]*$",
    re.IGNORECASE,
)
"""A request at the end of a search that is no part of its text."""


def guarded(plan: Plan, question: str, history: Sequence[PastTurn] = ()) -> Plan:
    """The plan without names and numbers that nobody stated, with quotes as they were worded, and no call twice."""
    text = " ".join([question, *(turn.question for turn in history[-1:])])
    before = [value for turn in history[-1:] for call in turn.plan for value in call.arguments.values()]
    calls: list[PlannedCall] = []
    for call in plan:
        checked = _answerable(PlannedCall(call.tool, _checked(call, question, text, before)), question)
        if checked is not None and checked not in calls:
            calls.append(checked)
    return tuple(calls)


def _answerable(call: PlannedCall, question: str) -> PlannedCall | None:
    """A call that can answer the question; land cover beside buildings and roads needs another tool, or has none."""
    argument = class_argument(call.tool)
    if argument is None or call.arguments.get(argument, "any") not in ("any", None, []):
        return call
    if land.is_burnt_ground(question):
        return PlannedCall("compare_index", {"index": "nbr"})
    covers = lexicon.find(lexicon.LAND_COVERS, question, fuzzy=False)
    if lexicon.find(lexicon.CLASSES, question) or not covers:
        return call
    pair = {"pair": call.arguments["pair"]} if "pair" in call.arguments else {}
    return PlannedCall("compare_index", {"index": covers[0]} | pair) if covers[0] in lexicon.INDICES else None


def _checked(call: PlannedCall, question: str, text: str, before: Sequence[Any]) -> dict[str, Any]:
    arguments = dict(call.arguments)
    if "pair" in arguments and arguments["pair"] not in before and not _is_pair(str(arguments["pair"]), text):
        del arguments["pair"]
    if "k" in arguments and arguments["k"] not in before and not _is_stated(arguments["k"], text):
        arguments["k"] = DEFAULT_K
    if "min_area" in arguments and arguments["min_area"] not in before and not _is_stated(arguments["min_area"], text):
        del arguments["min_area"]
    if "text" in arguments and arguments["text"] not in before:
        arguments["text"] = _as_worded(arguments["text"], question)
    if "text" in arguments and "k" in arguments:
        arguments |= _without_order(arguments)
    if call.tool == ASK_IMAGE:
        arguments["question"] = question
    return arguments


def _is_pair(pair: str, text: str) -> bool:
    """Whether a pair is named: "pair 3" or a file's stem; a bare number is a year, a count or an object."""
    if pair.isdigit():
        return any(pair in match.groups() for match in slots.PAIR.finditer(text))
    return pair.lower() in text.lower()


def _without_order(arguments: dict[str, Any]) -> dict[str, Any]:
    """The search text without its archive and the number of results, and that number."""
    text, count = str(arguments["text"]), arguments["k"]
    if order := HOW_MANY.search(text):
        text, count = text[: order.start()], lexicon.number(order[0]) or count
    text = IN_ARCHIVE.sub("", text).strip(" ,;.?!")
    return {"text": text, "k": count} if text else {}


def _is_stated(number: float, text: str) -> bool:
    digits = re.findall(r"\d+(?:[.,]\d+)?", text)
    spelt = [number_in_any(word) for word in lexicon.words(text)]
    return any(float(one.replace(",", ".")) == number for one in digits) or number in spelt


def _as_worded(text: str, question: str) -> str:
    """The phrase of the question that the text copies; the text itself where none is like it."""
    if text.lower() in question.lower():
        return text
    alignment = fuzz.partial_ratio_alignment(text.lower(), question.lower(), score_cutoff=LIKE)
    if alignment is None:
        return text
    words = [match.span() for match in re.finditer(r"\S+", question)]
    copied = alignment.dest_start, alignment.dest_end
    inside = [span for span in words if 2 * _shared(span, copied) > span[1] - span[0]]
    return question[inside[0][0] : inside[-1][1]].strip(" .?!,;:") if inside else text


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters two spans have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
