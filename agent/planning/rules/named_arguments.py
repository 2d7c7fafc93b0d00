"""What a question names outright, put into a plan: every index, the one date, the class, the order.

Small models read past a name now and then; a name that stands in the question is not a matter of judgement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.planning import lexicon, slots
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.tool_arguments import class_argument, is_indexed, parameters, takes_pair

OTHER_INDICES = ("vari", "gndvi", "ngrdi", "gli", "nbr2", "msavi", "osavi", "evi2", "bsi", "awei")
"""Indices that go by their own names alone; `tools.spectrum.index_formulas` knows more."""
INDEX = re.compile(
    rf"(?<![a-z0-9])d?({'|'.join(sorted((*lexicon.INDICES, *OTHER_INDICES), key=len, reverse=True))})(?![a-z0-9])",
    re.IGNORECASE,
)
"""An index by its own name; dNDVI is the difference of two."""
DATED_NOUN = (
    r"(?:image|date|scene|picture|photo|visit|one|acquisition|shot|pass|overflight|year|survey|state|time|version)s?"
)
BEFORE = re.compile(
    rf"\b(?:before|earlier|old|older|oldest|first|initial|original|previous|prior|earliest)[ -]{DATED_NOUN}\b"
    r"|\b(?:originally|beforehand|at (?:the |its )?(?:start|beginning|outset)|t1|pre-event)\b",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"\b(?:after|later|new|newer|newest|second|latest|recent|most recent|current|final|last)[ -]{DATED_NOUN}\b"
    r"|\b(?:today|nowadays|at the end|t2|post-event)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:compar\w*|differen\w*|delta|chang\w*|between|versus|vs|against|since|gain\w*|los[st]\w*|drop\w*|r[io]se\w*"
    r"|increas\w*|decreas\w*|declin\w*|fall\w*|fell|both|from|trend|shr[aiu]nk\w*|gr[eo]w\w*|d(?:ndvi|nbr|ndwi))\b",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r"\b(?:describ\w*|descri\w*|caption|summar\w*|sentence|in words|what (?:has )?changed)\b", re.IGNORECASE
)
LEANING = re.compile(r"\b(?:they|them|those|these|their|theirs|it|its|are there|were there|that)\b", re.IGNORECASE)
"""Words that refer to the turn before."""
ALL = re.compile(r"\b(?:all|every\w*|any\w*|total|overall|altogether|chang\w*|image|scene)\b", re.IGNORECASE)
OTHER_DATE = re.compile(rf"\bother {DATED_NOUN}\b", re.IGNORECASE)
LEFT_OUT = re.compile(
    r"\b(?:without|except(?: for)?|excluding|ignor\w+|skip\w*|not|no|minus|leav\w+(?: out)?|omit\w*|drop\w*)"
    r"\s+(?:the |any |all )?(?P<before>[a-z]+)\b"
    r"|\b(?P<after>[a-z]+)\s+(?:(?:left |leave )?out|aside|excluded|(?:i|we) (?:am|are|do) not need\w*|not needed)\b",
    re.IGNORECASE,
)
"""An excluded class."""
HERE = re.compile(r"\b(?:th(?:is|e current) (?:one|pair)|here|mine|ours?|my)\b", re.IGNORECASE)
"""Words for the current pair."""
ALWAYS = re.compile(r"\b(?:always|from now on|from here on|henceforth|in future|every time)\b", re.IGNORECASE)
FALLBACKS = ("inspect_pair", "describe_change")
"""Tools that a model falls back on where it reads past a name."""


def with_named_arguments(plan: Plan, question: str, history: Sequence[PastTurn] = ()) -> Plan:
    """The plan with what the question names: its indices, its date, its pair, and the class that it leans on."""
    calls = _with_indices([_going_on(call, question, history) for call in plan], question)
    if len({call.arguments.get("date") for call in calls} - {None}) < 2 or _names_one_date(question):
        calls = [_dated(call, question) for call in calls]
    calls = [_without(_leaning(call, question, history), question) for call in calls]
    calls = [_in_usual_unit(call, question, history) for call in calls]
    return tuple(_in_order(_once(_of_one_pair(calls, question)), question))


def _with_indices(calls: list[PlannedCall], question: str) -> list[PlannedCall]:
    """An index call for each index named; no other index than these."""
    named = list(dict.fromkeys(name.lower() for name in INDEX.findall(question)))
    if not named or not calls:
        return calls
    planned = [call for call in calls if is_indexed(call.tool)]
    if len(named) == 1 and len(calls) > 1 and COMPARED.search(question) and not DESCRIBED.search(question):
        calls = [_compared(named[0]) if call.tool == "describe_change" else call for call in calls]
    if not planned:
        rest = [call for call in calls if call.tool not in FALLBACKS] if len(calls) == 1 else calls
        return rest + [_first_look(name, question) for name in named]
    if len(named) == 1:
        return [_of_index(call, named[0]) if is_indexed(call.tool) else call for call in calls]
    known = {call.arguments.get("index") for call in planned}
    last = max(place for place, call in enumerate(calls) if is_indexed(call.tool))
    missing = [_of_index(calls[last], name) for name in named if name not in known]
    return calls[: last + 1] + missing + calls[last + 1 :]


def _first_look(name: str, question: str) -> PlannedCall:
    """A call for an index that no call was planned for."""
    if COMPARED.search(question) or not _date(question):
        return _compared(name)
    return PlannedCall("compute_index", {"index": name, "date": _date(question)})


def _compared(name: Any) -> PlannedCall:
    return PlannedCall("compare_index", {"index": name})


def _going_on(call: PlannedCall, question: str, history: Sequence[PastTurn]) -> PlannedCall:
    """What a question on an index leaves unsaid: "and on the first date?"."""
    last = history[-1].plan[-1] if history and history[-1].plan else None
    if call.tool not in FALLBACKS or last is None:
        return call
    if OTHER_DATE.search(question) and last.arguments.get("date"):
        other = "before" if last.arguments["date"] == "after" else "after"
        return PlannedCall(last.tool, last.arguments | {"date": other})
    if not is_indexed(last.tool):
        return call
    if COMPARED.search(question):
        return _compared(last.arguments.get("index"))
    date = _date(question)
    arguments = {"index": last.arguments.get("index"), "date": date}
    return PlannedCall("compute_index", arguments) if date else call


def _of_index(call: PlannedCall, name: str) -> PlannedCall:
    return PlannedCall(call.tool, call.arguments | {"index": name})


def _date(question: str) -> str | None:
    """The one date that is named; None where none is, or both are."""
    before, after = BEFORE.search(question), AFTER.search(question)
    if bool(before) == bool(after):
        return None
    return "before" if before else "after"


def _names_one_date(question: str) -> bool:
    """Whether no word speaks of another date than the one named, however loosely."""
    return len(lexicon.find(lexicon.DATES, question, fuzzy=False)) < 2


def _dated(call: PlannedCall, question: str) -> PlannedCall:
    """An index at the one date that is named, not at another one and not as a difference."""
    date = _date(question)
    if date is None or not (is_indexed(call.tool) or "date" in parameters(call.tool)):
        return call
    if call.tool != "compare_index":
        return PlannedCall(call.tool, call.arguments | {"date": date})
    if COMPARED.search(question):
        return call
    return PlannedCall("compute_index", call.arguments | {"date": date})


def _leaning(call: PlannedCall, question: str, history: Sequence[PastTurn]) -> PlannedCall:
    """The class of the turn before, where a question leans on it and names none."""
    previous = _class_before(history)
    argument = class_argument(call.tool)
    if previous is None or argument is None or call.arguments.get(argument, "any") not in ("any", []):
        return call
    if lexicon.find(lexicon.CLASSES, question) or ALL.search(question) or not LEANING.search(question):
        return call
    return PlannedCall(call.tool, call.arguments | {argument: [previous] if argument == "classes" else previous})


def _without(call: PlannedCall, question: str) -> PlannedCall:
    """The other class, where one is excluded: "leave the roads out"."""
    argument = class_argument(call.tool)
    words = [match["before"] or match["after"] for match in LEFT_OUT.finditer(question)]
    excluded = lexicon.find(lexicon.CLASSES, " ".join(words), fuzzy=False)
    if argument is None or len(excluded) != 1:
        return call
    remaining = "road" if excluded == ["building"] else "building"
    return PlannedCall(call.tool, call.arguments | {argument: [remaining] if argument == "classes" else remaining})


def _in_usual_unit(call: PlannedCall, question: str, history: Sequence[PastTurn]) -> PlannedCall:
    """An area in the unit that was requested for all later answers, where this question names none."""
    if call.tool != "measure_area" or lexicon.find(lexicon.UNITS, question, fuzzy=False):
        return call
    for turn in reversed(history):
        units = lexicon.find(lexicon.UNITS, turn.question, fuzzy=False)
        if len(units) == 1 and ALWAYS.search(turn.question):
            return PlannedCall(call.tool, call.arguments | {"unit": units[0]})
    return call


def _class_before(history: Sequence[PastTurn]) -> str | None:
    """The one class that the last turn's calls were about."""
    classes: set[Any] = set()
    for call in history[-1].plan if history else ():
        classes |= {call.arguments.get("object_class"), *(call.arguments.get("classes") or ())}
    classes &= {"building", "road"}
    return classes.pop() if len(classes) == 1 else None


def _of_one_pair(calls: Sequence[PlannedCall], question: str) -> list[PlannedCall]:
    """The one pair that a question names holds for all that it asks."""
    named = {match[0] for match in slots.PAIR.finditer(question)}
    if len(named) != 1 or HERE.search(question):
        return list(calls)
    pair = {"pair": slots.find_pair(question)}
    pairs = {call.arguments.get("pair") for call in calls} - {None}
    if pairs and pairs != set(pair.values()):
        return list(calls)
    return [PlannedCall(c.tool, c.arguments | pair) if takes_pair(c.tool) else c for c in calls]


def _once(calls: Sequence[PlannedCall]) -> list[PlannedCall]:
    """No call twice; nor one that says less than another: of no pair, or of no size, beside the same with it."""
    lesser = [
        PlannedCall(call.tool, {name: value for name, value in call.arguments.items() if name != left})
        for call in calls
        for left in ("pair", "min_area")
        if left in call.arguments
    ]
    unique: list[PlannedCall] = []
    for call in calls:
        if call not in unique and call not in lesser:
            unique.append(call)
    return unique


def _in_order(calls: list[PlannedCall], question: str) -> list[PlannedCall]:
    """One index at both dates, in the order in which the dates are named."""
    before, after = BEFORE.search(question), AFTER.search(question)
    dates = [call.arguments.get("date") for call in calls if call.tool == "compute_index"]
    if before is None or after is None or sorted(map(str, dates)) != ["after", "before"]:
        return calls
    turned = (dates[0] == "before") != (before.start() < after.start())
    places = [place for place, call in enumerate(calls) if call.tool == "compute_index"]
    if turned:
        calls[places[0]], calls[places[1]] = calls[places[1]], calls[places[0]]
    return calls
