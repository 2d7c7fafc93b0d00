"""Plans of questions about radar images: floods, open water, what changed, how sure; in five languages.

Radar shows no buildings, roads, colours or indices: what is asked of them goes on to their tools, which say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from agent.planning.plan import PastTurn, Plan, PlannedCall

TOOL = "radar_change"
FLOOD = re.compile(
    r"\bflood\w*|\binundat\w*|\bunder ?water\b|\bsubmerged\b|\binund\w*|\banega\w*|\binond\w*|\bcrues?\b|\bsubmerg\w*"
    r"|überschwemm\w*|überflut\w*|\bhochwasser\w*|洪|淹|水灾|涝",
    re.IGNORECASE,
)
WATER = re.compile(
    r"\bwater\w*|\blakes?\b|\brivers?\b|\bagua\w*|\beaux?\b|wasser\w*|\bsee\b|\bseen\b|水", re.IGNORECASE
)
AT_A_DATE = re.compile(
    r"\b(?:now|today|currently|at present|still|before|earlier|first|last|later|after|there is|is there|are(?! new)"
    r"|ahora|hoy|antes|todav[ií]a|queda\w*|hay|maintenant|aujourd|avant|encore|reste|y a-t-il|il y a"
    r"|jetzt|heute|vorher|davor|noch|gibt es|ist|sind)\b|现在|目前|之前|仍|还有|有多少",
    re.IGNORECASE,
)
"""Words that ask for a state, where water is spoken of, and not for what is new."""
NEW = re.compile(
    r"\bnew(?:ly)?\b|\bbec[ao]me\b|\bappear\w*|\bspread|\bgr[eo]w\w*|\bnuev\w+|\bnouve\w+|\bneu\w*|新",
    re.IGNORECASE,
)
SURE = re.compile(
    r"\b(?:sure|certain\w*|confiden\w*|reliab\w*|trust\w*|speckle|looks|false alarms?|by chance|limits?"
    r"|cannot (?:you )?see|can(?:'|no)t you see|seguro|fiab\w*|certeza|s[uû]rs?|certitude|fiable|sicher\w*"
    r"|zuverlässig\w*|verlässlich\w*)\b|确定|可靠|把握|可信",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\bchang\w*|\bdiffer\w*|\bhappen\w*|\bradar\b|\bclouds?\b|\bdarker\b|\bbrighter\b|\bcambi\w*|\bnubes?\b"
    r"|\bpas[oó]\b|\bnuages?\b|\bpass[ée]\b|ver[aä]nder\w*|\bwolken?\b|\bpassiert\b|\bgeschehen\b|变化|云|雷达|发生",
    re.IGNORECASE,
)
OTHERWISE = re.compile(
    r"\b(?:buildings?|houses?|roads?|streets?|edificios?|casas?|carreteras?|b[âa]timents?|maisons?|routes?"
    r"|gebäude\w*|häuser\w*|haus|straßen?|wege?|archive|ndvi|ndwi|nbr)\b|建筑|房|道路|公路",
    re.IGNORECASE,
)
"""What other tools are asked for, and refuse."""
LEANS = re.compile(
    r"^\W*(?:and|so|how (?:much|many|large|big)|where|which part|in (?:hectares|ha|km2|km²|acres)|show|draw|map"
    r"|y|dónde|donde|cuánt\w*|et|où|combien|und|wo|wie (?:viel|groß)|那|多少|哪里)",
    re.IGNORECASE,
)
"""Beginnings of questions that go on from the one before."""
LOOKS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:looks?|vues|miradas|视)\b", re.IGNORECASE)
INSTEAD = {
    "describe_change": "change",
    "detect_change": "change",
    "explain_change": "change",
    "compare_areas": "change",
    "land_change": "water",
    "compare_index": "change",
    "land_cover_transitions": "change",
    "assess_certainty": "certainty",
    "tell_limits": "certainty",
    "measure_area": "change",
    "count_objects": "change",
    "find_objects": "change",
}
"""Tools for photographs, and what radar is asked instead where the question names no objects."""
FILES = "export_result"
"""Maps of radar are files already, which are listed."""


def plan(question: str, past: Sequence[PastTurn], planned: Callable[[str, Sequence[PastTurn]], Plan]) -> Plan:
    """The plan of a question about radar images.

    Args:
        question: as asked.
        past: the turns before.
        planned: the plan of the same question about photographs, asked where the words tell none of radar.
    """
    about = None if OTHERWISE.search(question) else _about(question, past)
    if about is not None:
        return (_call(question, about, past),)
    return _instead(question, past, planned(question, past))


def _about(question: str, past: Sequence[PastTurn]) -> str | None:
    """What radar is asked, by the words; None where they do not tell."""
    if SURE.search(question):
        return "certainty"
    if FLOOD.search(question):
        return "flood"
    if WATER.search(question):
        return "water" if AT_A_DATE.search(question) and not NEW.search(question) else "flood"
    if CHANGED.search(question):
        return "change"
    last = _last(past)
    return None if last is None or not LEANS.match(question) else _going_on(question, last)


def _going_on(question: str, last: PlannedCall) -> str | None:
    """What a question that leans on the one before asks."""
    about = str(last.arguments.get("about", "change"))
    if about == "certainty":
        return None
    return "water" if about == "flood" and AT_A_DATE.search(question) else about


def _last(past: Sequence[PastTurn]) -> PlannedCall | None:
    calls = [call for turn in past[-1:] for call in turn.plan]
    return calls[-1] if calls and calls[-1].tool == TOOL else None


def _call(question: str, about: str, past: Sequence[PastTurn]) -> PlannedCall:
    """The call, with looks that are stated now or were before."""
    arguments: dict[str, Any] = {"about": about}
    stated = LOOKS.search(question)
    earlier = [call for turn in past for call in turn.plan if call.tool == TOOL and "looks" in call.arguments]
    if stated is not None:
        arguments["looks"] = float(stated[1].replace(",", "."))
    elif earlier:
        arguments["looks"] = earlier[-1].arguments["looks"]
    return PlannedCall(TOOL, arguments)


def _instead(question: str, past: Sequence[PastTurn], planned: Plan) -> Plan:
    """A plan for photographs with radar in the place of what it cannot do."""
    if OTHERWISE.search(question):
        return planned
    calls = list[PlannedCall]()
    for call in planned:
        if call.tool == FILES:
            calls += [_call(question, "change", past), PlannedCall("list_files")]
        elif call.tool in INSTEAD:
            calls.append(_call(question, INSTEAD[call.tool], past))
        else:
            calls.append(call)
    return tuple({repr(call): call for call in calls}.values())
