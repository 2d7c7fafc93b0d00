"""What is declined beside what is answered: needless words go, what no call answers is quoted as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.planning.dialogue.sides import OPPOSITE
from agent.planning.plan import DECLINE, SAY, Plan, PlannedCall, is_understood
from agent.planning.rules import directions
from agent.reading.reading import Reading

EXPORT = "export_result"
TREES = re.compile(
    r"\bhow many (?:\w+ )?trees\b|\bnumber of (?:\w+ )?trees\b|\bwie ?viele (?:\w+ )?bäume\b"
    r"|\bcombien d['\u2019]arbres\b|\bcuántos árboles\b|(?:多少|几)棵",
    re.IGNORECASE,
)
"""Single trees, which nothing counts."""
NEARLY_ALL = 0.6
"""Share of a sentence from which the part that is quoted stands for it."""
OF_ZONES = "zonal_change"
THIS_PLACE = re.compile(
    r"\b(?:in|of|for|within|across|around) (?:this|the|our|that|my) (?:\w+ )?(?:district|area|quarter|ward|plot"
    r"|neighbou?rhood)\b"
    r"|\bin (?:diesem|dem|unserem) (?:bezirk|quartier|gebiet|viertel)\b|\bdans (?:ce|le|notre) (?:quartier|secteur)\b"
    r"|\ben (?:este|el|nuestro) (?:barrio|distrito|sector)\b|[这本该]个?(?:片|街|小)?区",
    re.IGNORECASE,
)
"""What the images show as a whole, which is no zone that anybody drew."""
SENTENCES = re.compile(r"(?<=[.?!\u3002\uff1f\uff01])\s*")
CLAUSES = re.compile(r"[.?!;,\u3002\uff1f\uff01\uff1b\uff0c]| and | und | et | y ", re.IGNORECASE)
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


def without_single_trees(plan: Plan, text: str) -> Plan:
    """The plan with the number of trees declined beside the ground under them, which alone is measured.

    Args:
        plan: as it is.
        text: the question.
    """
    asked = TREES.search(text)
    of_trees = [call for call in plan if call.tool == "land_change" and call.arguments.get("cover") == "trees"]
    if asked is None or not of_trees or any(call.tool == DECLINE for call in plan):
        return plan
    said = PlannedCall(DECLINE, {"kind": "cannot", "text": asked[0].strip()})
    told = [call for call in plan if not is_understood(call)]
    return (*told, said, *(call for call in plan if is_understood(call)))


def without_part(plan: Plan, reading: Reading) -> Plan:
    """The plan for the whole image, where a quarter is to be left out, which no measure can; and that this is so."""
    named = directions.parts(reading.text)
    if not reading.leaves_out or len(named) != 1 or named[0] in OPPOSITE:
        return plan
    calls = [
        PlannedCall(call.tool, {name: value for name, value in call.arguments.items() if name != "within"})
        for call in plan
        if not is_understood(call)
    ]
    clause = next((one for one in CLAUSES.split(reading.text) if named[0] in directions.parts(one)), reading.text)
    said = PlannedCall(DECLINE, {"kind": "cannot", "text": clause.strip()})
    return (*(call for call in calls if call.tool != DECLINE), said, *(call for call in plan if is_understood(call)))


def without_needless(plan: Plan, text: str, read: Callable[[str], Reading]) -> Plan:
    """The plan without zones nobody named, and without what is declined though the rest of it answers that.

    Args:
        plan: as it is.
        text: the question.
        read: reads what the plan declines.
    """
    if not any(call.tool not in (DECLINE, SAY) for call in plan):
        return plan
    zonal = all(call.tool in (DECLINE, SAY, OF_ZONES) for call in plan) or THIS_PLACE.search(text) is None
    kept = [call for call in plan if (call.tool != OF_ZONES or zonal) and not _is_made_up(call, plan, read(text))]
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
