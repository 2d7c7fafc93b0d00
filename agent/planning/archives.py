"""Questions on what an archive was found to hold, and on earlier answers, by their wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.planning import guard, lexicon
from agent.planning.plan import PastTurn, PlannedCall

OPEN_FOUND = re.compile(
    r"\b(?:open|load|show(?: me)?|take|go to|use|look at|zoom (?:in )?(?:to|on))\s+"
    r"(?:the |number |no\.? ?|result |card |#)*"
    r"(?P<which>\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|best|top)(?:st|nd|rd|th)?\b"
    r"(?!\s*(?:image|date|picture|pixels|houses|buildings))",
    re.IGNORECASE,
)
"""One of what was found."""
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
RECALL = re.compile(
    r"\b(?:last time|(?:what|anything) (?:did|have|had) (?:we|you|i) (?:find|found|see|seen|say|said|answer\w*|note\w*)"
    r"|(?:past|previous|earlier) (?:answers?|findings?|notes?|results?)|(?:any|my|our|the|kept) notes?\b"
    r"|do you remember)",
    re.IGNORECASE,
)
"""What was answered before."""
FIND = re.compile(
    r"^\W*(?:please\s+)?(?:find|search(?: for)?|look(?: up| for)?|show(?: me)?|retrieve|list|get(?: me)?)\s+(?:me\s+)?"
    r"(?P<how_many>(?:the |some |other |all |any |\w+ )?)(?:changes|places|pairs|cases|examples|scenes|sites|spots"
    r"|image pairs)\s+(?:where|in which|when)\s+(?P<text>.+?)[\s?.!]*$",
    re.IGNORECASE,
)
"""A wish that is told after "where"."""
THERE = re.compile(
    r"^\W*(?:please\s+)?(?:find|search(?: for)?|look(?: up| for)?|show(?: me)?|retrieve|list|get(?: me)?)\s+(?:me\s+)?"
    r"(?P<how_many>(?:the |some |other |all |any |\w+ )?)(?:places|sites|spots)\s+(?:with|that have|having)\s+"
    r"(?P<text>.+?)[\s?.!]*$",
    re.IGNORECASE,
)
"""What is to be there, whatever changed."""
SEARCHES = ("find_changes", "find_places", "find_similar")


def plan(question: str, history: Sequence[PastTurn] = ()) -> PlannedCall | None:
    """The call that a question means; None where it is about something else."""
    chosen = _chosen(question, history)
    if chosen is None and (wish := FIND.search(question)):
        count = lexicon.number(wish["how_many"]) or guard.USUAL_K
        return PlannedCall("find_changes", {"text": wish["text"], "k": count})
    if chosen is None and (wish := THERE.search(question)):
        count = lexicon.number(wish["how_many"]) or guard.USUAL_K
        return PlannedCall("find_places", {"text": wish["text"], "k": count})
    if chosen is None and RECALL.search(question):
        return PlannedCall("recall", {"text": question.strip(" ?.!")})
    return chosen


def _chosen(question: str, history: Sequence[PastTurn]) -> PlannedCall | None:
    """The one of those found in an earlier turn that is to be opened."""
    found = next((call for turn in reversed(history) for call in turn.plan if call.tool in SEARCHES), None)
    said = OPEN_FOUND.search(question)
    if found is None or said is None:
        return None
    which = said["which"].lower()
    if which.isdigit():
        return PlannedCall("open_found", {"number": int(which)})
    last = found.arguments.get("k", guard.USUAL_K)
    place = {"last": last, "best": 1, "top": 1}.get(which) or 1 + ORDINALS.index(which)
    return PlannedCall("open_found", {"number": place})
