"""Plans of questions on land: water, woods, burnt and bare ground."""

from __future__ import annotations

import re

from agent.planning.dialogue.topic import Topic
from agent.planning.plan import Plan, PlannedCall
from agent.planning.rules import land as wordings
from agent.planning.rules.named_arguments import INDEX
from agent.reading.reading import Reading

ONE_DATE = re.compile(
    r"\b(?:first|second|earlier|later|old|new|recent|latest) (?:image|picture|date|one|photo)\b", re.IGNORECASE
)
MOST = re.compile(r"\bmost(?:ly)?\b|\bam meisten\b|\ble plus\b|\bm[aá]s\b.*\bcambi", re.IGNORECASE)
NOT_MEASURED = frozenset({"why", "limits", "export", "inspect", "doubt", "describe"})
"""Acts that other tools do."""


def plan(reading: Reading, topic: Topic) -> Plan | None:
    """The calls on land that a question means; None where it is about something else."""
    acts = set(reading.acts)
    if INDEX.search(reading.text) or acts & NOT_MEASURED or wordings.OTHERWISE.search(reading.text):
        return None
    if (
        wordings.SEARCHED.search(reading.text)
        or wordings.BECAME.search(reading.text)
        or wordings.ZONES.search(reading.text)
    ):
        return None
    if reading.covers and not reading.classes:
        calls = [PlannedCall("land_change", {"cover": cover}) for cover in reading.covers]
        if "burnt" in reading.covers and reading.way == "loss" and len(reading.covers) == 1:
            calls.append(PlannedCall("explain_change"))
        return tuple(calls) if _is_measured(reading, topic) else None
    if topic.is_land and topic.last is not None and not reading.classes and _goes_on(reading):
        return (topic.last,)
    return None


def _is_measured(reading: Reading, topic: Topic) -> bool:
    """Whether a question asks for the change of its land, and not for land at one date."""
    if len(reading.unread) > 1 or (not reading.way and ONE_DATE.search(reading.text)):
        return False
    asked = (
        reading.way or reading.asks_whether or reading.unit or {"area", "count", "draw", "where"} & set(reading.acts)
    )
    return bool(asked or "burnt" in reading.covers or ("goes_on" in reading.marks and topic.last is not None))


def _goes_on(reading: Reading) -> bool:
    """Whether a question asks for the same in other words: "how much in ha", "show me where"."""
    acts = set(reading.acts)
    if (
        MOST.search(reading.text)
        or reading.statistics
        or reading.order
        or reading.limits
        or "all" in reading.marks
        or reading.unread
    ):
        return False
    return bool((acts and acts <= {"area", "draw", "where", "repeat", "count"}) or (not acts and reading.unit))
