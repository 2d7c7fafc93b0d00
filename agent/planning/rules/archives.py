"""Questions on what an archive was found to hold, and on earlier answers, by their wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.language.english import ENGLISH
from agent.planning import lexicon
from agent.planning.plan import PastTurn, Plan, PlannedCall
from tools.catalogue import DEFAULT_K

ORDINALS = ENGLISH.ordinals
WHICH = rf"(?P<which>\d{{1,2}}|{'|'.join(ORDINALS)}|last|best|top)(?:st|nd|rd|th)?\b"
OPEN_FOUND = re.compile(
    r"\b(?:open|load|show(?: me)?|take|go to|use|look at|zoom (?:in )?(?:to|on))\s+"
    r"(?:the |number |no\.? ?|result |card |#)*" + WHICH + r"(?!\s*(?:image|date|picture|pixels|houses|buildings))",
    re.IGNORECASE,
)
"""One of what was found."""
ALIKE = re.compile(
    r"^\W*(?:please\s+)?(?:(?:find|search(?: for)?|look for|show|get|give|retrieve|list)\s+(?:me\s+)?)?"
    r"(?P<how_many>(?:the |some |all |any |(?!more|others?|similar)\w+ )?)(?:more |other |further |similar )?"
    r"(?:changes|places|pairs|cases|examples|scenes|sites|spots|ones|others|more)\s+"
    r"(?:like|similar to|resembling|such as)\s+(?:the |number |no\.? ?|result |card |#)*"
    r"(?:(?:this|that|it|these|here|current|open)\b|"
    + WHICH
    + r")(?: (?:one|pair|change|place|result|card))?[\s?.!]*$",
    re.IGNORECASE,
)
"""Others like the open pair, or like one of what was found."""
WHERE = re.compile(
    r"^\W*(?:please\s+)?(?:(?:show|find|tell|list|give)\s+(?:me |us )?)?(?:all |the )?"
    r"(?:where|places where|places in which)\s+(?:(?:was|were|did|has|have|is|are)\s+)?(?P<text>.+?)[\s?.!]*$",
    re.IGNORECASE,
)
"""What happened somewhere."""
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
"""Tools that list what one can be opened of."""


def plan(question: str, history: Sequence[PastTurn] = ()) -> Plan:
    """The calls that a question means; none where it is about something else."""
    if alike := ALIKE.search(question):
        wish = PlannedCall("find_similar", {"k": lexicon.number(alike["how_many"]) or DEFAULT_K})
        given = _opened(alike["which"], history) if alike["which"] else None
        return (wish,) if given is None else (given, wish)
    if said := OPEN_FOUND.search(question):
        chosen = _opened(said["which"], history)
        return () if chosen is None else (chosen,)
    for pattern, tool in ((FIND, "find_changes"), (THERE, "find_places")):
        if found := pattern.search(question):
            count = lexicon.number(found["how_many"]) or DEFAULT_K
            return (PlannedCall(tool, {"text": found["text"], "k": count}),)
    return (PlannedCall("recall", {"text": question.strip(" ?.!")}),) if RECALL.search(question) else ()


def anywhere(question: str) -> PlannedCall | None:
    """The search that is meant where no pair is open, but an archive is: "show me where a forest was cleared"."""
    wish = WHERE.search(question)
    return None if wish is None else PlannedCall("find_changes", {"text": wish["text"], "k": DEFAULT_K})


def _opened(said: str, history: Sequence[PastTurn]) -> PlannedCall | None:
    """The one of those found in an earlier turn that is to be opened; None where nothing was searched."""
    found = next((call for turn in reversed(history) for call in turn.plan if call.tool in SEARCHES), None)
    if found is None:
        return None
    which = said.lower()
    if which.isdigit():
        return PlannedCall("open_found", {"number": int(which)})
    last = found.arguments.get("k", DEFAULT_K)
    place = {"last": last, "best": 1, "top": 1}.get(which) or 1 + ORDINALS.index(which)
    return PlannedCall("open_found", {"number": place})
