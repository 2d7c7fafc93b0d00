"""What a language model plans, held against what was said: nothing that the person did not say gets into a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

from agent.language.registry import number_in_any
from agent.planning import lexicon
from agent.planning.plan import PastTurn, Plan, PlannedCall
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
"""A wish at the end of a search that is no part of what is looked for."""


def guarded(plan: Plan, question: str, history: Sequence[PastTurn] = ()) -> Plan:
    """The plan without names and numbers that nobody said, with quoted words as they were said, and no call twice."""
    said = " ".join([question, *(turn.question for turn in history[-1:])])
    before = [value for turn in history[-1:] for call in turn.plan for value in call.arguments.values()]
    calls: list[PlannedCall] = []
    for call in plan:
        mended = _seen(PlannedCall(call.tool, _mended(call, question, said, before)), question)
        if mended is not None and mended not in calls:
            calls.append(mended)
    return tuple(calls)


def _seen(call: PlannedCall, question: str) -> PlannedCall | None:
    """A call that can see what is asked about: other things than buildings and roads need another tool, or none can."""
    argument = class_argument(call.tool)
    if argument is None or call.arguments.get(argument, "any") not in ("any", None, []):
        return call
    if lexicon.find(lexicon.CLASSES, question) or not (other := lexicon.find(lexicon.THINGS, question, fuzzy=False)):
        return call
    pair = {"pair": call.arguments["pair"]} if "pair" in call.arguments else {}
    return PlannedCall("compare_index", {"index": other[0]} | pair) if other[0] in lexicon.INDICES else None


def _mended(call: PlannedCall, question: str, said: str, before: Sequence[Any]) -> dict[str, Any]:
    told = dict(call.arguments)
    if "pair" in told and told["pair"] not in before and str(told["pair"]).lower() not in said.lower():
        del told["pair"]
    if "k" in told and told["k"] not in before and not _is_said(told["k"], said):
        told["k"] = DEFAULT_K
    if "min_area" in told and told["min_area"] not in before and not _is_said(told["min_area"], said):
        del told["min_area"]
    if "text" in told and told["text"] not in before:
        told["text"] = _as_said(told["text"], question)
    if "text" in told and "k" in told:
        told |= _without_order(told)
    if call.tool == ASK_IMAGE:
        told["question"] = question
    return told


def _without_order(told: dict[str, Any]) -> dict[str, Any]:
    """What is looked for, without where it is looked for and how many are wanted."""
    text, count = str(told["text"]), told["k"]
    if order := HOW_MANY.search(text):
        text, count = text[: order.start()], lexicon.number(order[0]) or count
    text = IN_ARCHIVE.sub("", text).strip(" ,;.?!")
    return {"text": text, "k": count} if text else {}


def _is_said(number: float, text: str) -> bool:
    digits = re.findall(r"\d+(?:[.,]\d+)?", text)
    spelt = [number_in_any(word) for word in lexicon.words(text)]
    return any(float(one.replace(",", ".")) == number for one in digits) or number in spelt


def _as_said(text: str, question: str) -> str:
    """The phrase of the question that the text is, as it stands there; the text itself where none is like it."""
    if text.lower() in question.lower():
        return text
    found = fuzz.partial_ratio_alignment(text.lower(), question.lower(), score_cutoff=LIKE)
    if found is None:
        return text
    words = [match.span() for match in re.finditer(r"\S+", question)]
    inside = [span for span in words if 2 * _shared(span, (found.dest_start, found.dest_end)) > span[1] - span[0]]
    return question[inside[0][0] : inside[-1][1]].strip(" .?!,;:") if inside else text


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many signs two stretches have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
