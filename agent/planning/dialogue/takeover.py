"""Which questions are planned from their reading, and how: courtesies, files, land, and objects with all filters.

The trained planner knows single questions; what leans on earlier turns, filters, asserts or cannot be done is read here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.planning import slots
from agent.planning.dialogue import land, objects
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import PastTurn, Plan, PlannedCall
from agent.planning.rules import archives
from agent.reading.reading import Reading
from agent.reading.thresholds import Thresholds

COURTESIES = frozenset({"thanks", "hello"})
IMPOSSIBLE = frozenset({"mail", "print"})
SELECT = re.compile(
    r"\b(?:go|switch|change|move|turn|jump|return|back|ve|vuelve|retourne|va|wechsle|geh)\b[^.?!]*"
    r"\b(?:pairs?|par|paire|paar)\b\s*(?:no\.?|number|nr\.?|#)?\s*(?P<pair>[\w-]*\d[\w-]*)",
    re.IGNORECASE,
)

OTHERS = re.compile(
    r"\b(?:archive|collection|database|search|similar|land cover|land use|classif\w+|index|ratio|zones?|parcels?|clusters?"
    r"|cases|examples|scenes|retrieve|pairs (?:where|with|of|like|that)|like (?:this|mine))\b",
    re.IGNORECASE,
)
"""Words of tasks that the trained planner knows well."""


def plan(reading: Reading, history: Sequence[PastTurn]) -> Plan | None:
    """The calls that a question means, none where it needs none; None where the trained planner has to say."""
    topic = Topic.of(history)
    if OTHERS.search(reading.text) or (topic.last is not None and topic.last.tool in archives.SEARCHES):
        return None
    spoken = _without_task(reading, topic)
    if spoken is not None:
        return spoken
    if match := SELECT.search(reading.text):
        return (PlannedCall("select_pair", {"pair": match["pair"]}),)
    if slots.find_pair(reading.text) or archives.plan(reading.text, history):
        return None
    if reading.pixel_size is not None:
        after = objects.plan(_with_no_size(reading), topic) or ((topic.objects,) if topic.objects else ())
        return (PlannedCall("assume_pixel_size", {"metres": reading.pixel_size}), *after)
    return land.plan(reading, topic) or objects.plan(reading, topic)


def _with_no_size(reading: Reading) -> Reading:
    return replace(reading, pixel_size=None, limits=Thresholds())


def _without_task(reading: Reading, topic: Topic) -> Plan | None:
    """Plans of courtesies, of what cannot be done, of files and dates; None where it is none of these."""
    acts = set(reading.acts)
    if "swap" in acts:
        return (PlannedCall("swap_dates"),)
    if acts & IMPOSSIBLE and not reading.formats:
        return ()
    if "files" in acts and not reading.classes:
        return (PlannedCall("list_files"),)
    about = reading.classes or reading.covers or reading.limits or reading.statistics or reading.unit or reading.formats
    if ("recap" in acts and topic.last is not None) and not about:
        return ()
    if acts and acts <= COURTESIES and not about and not reading.asks_whether:
        return ()
    if reading.unseen and not (about or acts & {"export", "why", "describe", "limits"}):
        return ()
    return None
