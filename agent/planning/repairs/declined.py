"""What is declined beside what is answered: needless words go, what no call answers is quoted as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.language.registry import by_code
from agent.planning.dialogue.sides import OPPOSITE
from agent.planning.plan import DECLINE, SAY, Plan, PlannedCall, is_understood
from agent.planning.rules import directions
from agent.reading.reading import Reading

EXPORT = "export_result"
NEARLY_ALL = 0.6
"""Share of a sentence from which the part that is quoted stands for it."""
OF_ZONES = "zonal_change"
SENTENCES = re.compile(r"(?<=[.?!\u3002\uff1f\uff01])\s*")
CLAUSES = re.compile(r"[.?!;,\u3002\uff1f\uff01\uff1b\uff0c]| and | und | et | y ", re.IGNORECASE)
MOST_OF_A_THING = 5
"""Words that name things; more of them are a remark."""
MOST_FILLERS = 3
"""Words without meaning of their own from which on something was said that was not read."""
TOLD_ANYWAY = frozenset({"area", "where", "list", "count"})
"""Acts of which lists and counts tell anyway."""


def quoted(plan: Plan, text: str) -> Plan:
    """The plan with all of a sentence declined, where no call answers any part of it.

    Args:
        plan: as it is.
        text: the question.
    """
    declined = [call for call in plan if call.tool == DECLINE]
    if len(declined) != 1 or any(call.tool not in (DECLINE, SAY) for call in plan):
        return plan
    part = str(declined[0].arguments["text"])
    sentence = next((one for one in SENTENCES.split(text) if part in one), part).strip(" .?!")
    if len(part) > NEARLY_ALL * len(sentence):
        return plan
    whole = PlannedCall(DECLINE, declined[0].arguments | {"text": sentence})
    return tuple(whole if call is declined[0] else call for call in plan)


def as_said(plan: Plan) -> Plan:
    """The plan with a remark quoted, where it was taken for things that no tool detects.

    Args:
        plan: as it is.
    """
    return tuple(
        PlannedCall(DECLINE, call.arguments | {"kind": "cannot"})
        if call.tool == DECLINE and len(str(call.arguments["text"]).split()) > MOST_OF_A_THING
        else call
        for call in plan
    )


def without_single_trees(plan: Plan, reading: Reading) -> Plan:
    """The plan with the number of trees declined beside the ground under them, which alone is measured.

    Args:
        plan: as it is.
        reading: of the question.
    """
    of_trees = any(call.tool == "land_change" and call.arguments.get("cover") == "trees" for call in plan)
    words = by_code(reading.language).questions
    if not of_trees or words is None or any(call.tool == DECLINE for call in plan):
        return plan
    asked = re.search(words.cues["single_trees"], reading.text, re.IGNORECASE)
    return plan if asked is None else _declining(plan, asked[0])


def _declining(plan: Plan, text: str) -> Plan:
    """The plan that also declines some words, which is said before how the question was understood."""
    said = PlannedCall(DECLINE, {"kind": "cannot", "text": text.strip()})
    told = [call for call in plan if not is_understood(call)]
    return (*told, said, *(call for call in plan if is_understood(call)))


def without_part(plan: Plan, reading: Reading) -> Plan:
    """The plan for the whole image, where a quarter is to be left out, which no measure can; and that this is so."""
    named = directions.parts(reading.text)
    if not reading.leaves_out or len(named) != 1 or named[0] in OPPOSITE:
        return plan
    clause = next((one for one in CLAUSES.split(reading.text) if named[0] in directions.parts(one)), reading.text)
    whole = tuple(
        PlannedCall(call.tool, {name: value for name, value in call.arguments.items() if name != "within"})
        for call in plan
        if call.tool != DECLINE or not _overlap(call, clause)
    )
    return _declining(whole, clause)


def _overlap(call: PlannedCall, clause: str) -> bool:
    """Whether what a call declines is the clause, or one is a part of the other."""
    text = str(call.arguments["text"])
    return text in clause or clause.strip() in text


def without_needless(plan: Plan, reading: Reading, read: Callable[[str], Reading]) -> Plan:
    """The plan without zones nobody named, and without what is declined though the rest of it answers that.

    Args:
        plan: as it is.
        reading: of the question.
        read: reads what the plan declines.
    """
    answers = [call for call in plan if call.tool not in (DECLINE, SAY)]
    if not answers:
        return plan
    named = "by_zone" in reading.cues and "this_place" not in reading.cues
    zonal = named or all(call.tool == OF_ZONES for call in answers)
    kept = [call for call in plan if (call.tool != OF_ZONES or zonal) and not _is_made_up(call, plan, reading)]
    return tuple(call for call in kept if call.tool != DECLINE or _is_needed(read(str(call.arguments["text"]))))


def _is_made_up(call: PlannedCall, plan: Plan, reading: Reading) -> bool:
    """Whether a file stands beside what is declined, and nobody asked for one: "what's his address?"."""
    declines = any(one.tool == DECLINE for one in plan)
    asked = reading.formats or {"export", "draw", "list"} & set(reading.acts)
    return call.tool == EXPORT and declines and not asked


def _is_needed(declined: Reading) -> bool:
    """Whether words that are declined ask for something that no tool tells."""
    least = declined.language == "en" and "least" in declined.text.lower()
    is_odd = declined.unseen or declined.unread or least or any(one.isdigit() for one in declined.text)
    if "unknowable" in declined.acts or is_odd:
        return True
    told = declined.acts or declined.classes or declined.covers or declined.limits or declined.near or declined.order
    return bool(declined.rest > MOST_FILLERS or (told and not set(declined.acts) <= TOLD_ANYWAY))
