"""Questions about search results of an archive, and about earlier answers, by their wording."""

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
"""One of the search results."""
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
"""Others like the open pair, or like one of the search results."""
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
"""A search whose text follows "where"."""
THERE = re.compile(
    r"^\W*(?:please\s+)?(?:find|search(?: for)?|look(?: up| for)?|show(?: me)?|retrieve|list|get(?: me)?)\s+(?:me\s+)?"
    r"(?P<how_many>(?:the |some |other |all |any |\w+ )?)(?:places|sites|spots)\s+(?:with|that have|having)\s+"
    r"(?P<text>.+?)[\s?.!]*$",
    re.IGNORECASE,
)
"""What is to be there, whatever changed."""
SEARCHES = ("find_changes", "find_places", "find_similar")
"""Tools that list pairs that can be opened."""


def plan(question: str, history: Sequence[PastTurn] = ()) -> Plan:
    """The calls that a question means; none where it is about something else."""
    if alike := ALIKE.search(question):
        search = PlannedCall("find_similar", {"k": lexicon.number(alike["how_many"]) or DEFAULT_K})
        given = _opened(alike["which"], history) if alike["which"] else None
        return (search,) if given is None else (given, search)
    if match := OPEN_FOUND.search(question):
        chosen = _opened(match["which"], history)
        return () if chosen is None else (chosen,)
    for pattern, tool in ((FIND, "find_changes"), (THERE, "find_places")):
        if match := pattern.search(question):
            count = lexicon.number(match["how_many"]) or DEFAULT_K
            return (PlannedCall(tool, {"text": match["text"], "k": count}),)
    return (PlannedCall("recall", {"text": question.strip(" ?.!")}),) if RECALL.search(question) else ()


def anywhere(question: str) -> PlannedCall | None:
    """The search that is meant where no pair is open, but an archive is: "show me where a forest was cleared"."""
    match = WHERE.search(question)
    return None if match is None else PlannedCall("find_changes", {"text": match["text"], "k": DEFAULT_K})


def _opened(ordinal: str, history: Sequence[PastTurn]) -> PlannedCall | None:
    """The search result of an earlier turn that is to be opened; None without a search."""
    search = next((call for turn in reversed(history) for call in turn.plan if call.tool in SEARCHES), None)
    if search is None:
        return None
    which = ordinal.lower()
    if which.isdigit():
        return PlannedCall("open_found", {"number": int(which)})
    last = search.arguments.get("k", DEFAULT_K)
    place = {"last": last, "best": 1, "top": 1}.get(which) or 1 + ORDINALS.index(which)
    return PlannedCall("open_found", {"number": place})
