"""Questions on a person's parcels, by their reading: which lost most, and in which a rule of the question holds."""

from __future__ import annotations

import re
from typing import Any

from agent.language.registry import by_code
from agent.planning.plan import Plan, PlannedCall
from agent.reading.reading import Reading
from agent.reading.thresholds import PERCENT

TOOL = "parcel_change"
OF_OTHERS = frozenset("why export doubt describe limits method confirm".split())
"""Acts that other tools do."""
WAYS = {"loss": "lost", "gain": "gained"}
LAND = ("water", "trees", "vegetation", "snow", "bare")
SHARE = re.compile(rf"(?P<share>\d{{1,3}}(?:[.,]\d+)?)\s*{PERCENT}", re.IGNORECASE)
COUNT = re.compile(rf"\b(?P<k>\d{{1,2}})\b(?!\s*(?:{PERCENT}|[.,]\d))", re.IGNORECASE)


def plan(reading: Reading) -> Plan | None:
    """The call that a question on parcels means; None where it is about something else."""
    if not {"parcels", "ranked"} <= reading.cues or OF_OTHERS & set(reading.acts):
        return None
    kind = next((one for one in reversed(reading.covers) if one in LAND), None) or next(iter(reading.classes), None)
    asked: dict[str, Any] = {}
    if kind in ("building", "road") or kind in LAND:
        asked["kind"] = kind
    way = WAYS.get(reading.way or "") if kind in LAND else None
    if way is not None:
        asked["way"] = way
    share = SHARE.search(reading.text)
    if share is not None:
        sign = "<" if _is_most(reading, share.start()) else ">"
        told = share["share"].replace(",", ".")
        asked["rule"] = f"{kind or 'any'} {way or ('lost' if kind in LAND else 'changed')} {sign} {told} %"
    elif (count := COUNT.search(reading.text)) is not None:
        asked["k"] = max(1, int(count["k"]))
    return (PlannedCall(TOOL, asked),)


def _is_most(reading: Reading, place: int) -> bool:
    """Whether what stands before a share makes it a maximum."""
    words = by_code(reading.language).questions
    before = reading.text[:place]
    return words is not None and re.search(rf"(?:{words.most})\s*{words.than}\s*$", before, re.IGNORECASE) is not None
