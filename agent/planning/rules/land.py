"""Questions on land, by their wording: zones no one named, what became what, how a lake or a forest changed."""

from __future__ import annotations

import re

from agent.planning import lexicon
from agent.planning.plan import PlannedCall

ZONES = re.compile(
    r"\b(?:cluster\w*|k-?means|unsupervised|zones? of (?:like|similar|equal|the same) \w+"
    r"|spectral(?:ly)? (?:\w+ )?zones?"
    r"|(?:without|no|free of) (?:any )?(?:labels?|class(?: list|es)?|legend))\b",
    re.IGNORECASE,
)
"""Zones that no one named."""
ZONE_COUNT = re.compile(
    r"\b[\w-]+ (?:[a-z]+ )?(?:zones?|clusters?|groups?|kinds?|classes|segments?|parts?)\b|\bk ?= ?\d+\b|\binto \w+\b",
    re.IGNORECASE,
)
BECAME = re.compile(
    r"\b(?:bec[ao]me\w*|turn(?:ed|ing)? (?:in)?to|convert\w* (?:in)?to|(?:gave|giv\w+) way to|(?:was|were|got) "
    r"(?:replaced|overtaken|swallowed) by|ma[dk]e (?:room|way) for)\b",
    re.IGNORECASE,
)
"""One land cover after another."""
REASON = re.compile(r"\b(?:why|cause[ds]?|because|reason|explain\w*|sure|certain)\b", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:shr[aiu]nk\w*|gr[eo]w\w*|los[st]\w*|loss|gain\w*|clear\w*|fell\w*|cut|disappear\w*|vanish\w*|reced\w*|spread"
    r"|dr(?:y|ied)\w*|flood\w*|increas\w*|decreas\w*|declin\w*|chang\w*|less|more|smaller|larger)\b",
    re.IGNORECASE,
)
"""What land does."""
OTHERWISE = re.compile(r"\b(?:export|save|download|colou?r|ndvi|index|land cover|archive|similar)\b", re.IGNORECASE)
"""Words of tasks that other tools do."""
SEARCHED = re.compile(
    r"\b(?:find|search|look (?:for|up)|retrieve|examples?|cases|pairs|scenes|like this)\b", re.IGNORECASE
)


def plan(question: str) -> PlannedCall | None:
    """The call that a question on land means; None where it is about something else."""
    if ZONES.search(question):
        match = ZONE_COUNT.search(question)
        count = None if match is None else lexicon.number(match[0])
        return PlannedCall("find_zones", {} if count is None else {"zones": count})
    if BECAME.search(question) and _is_land(question):
        return PlannedCall("land_cover_transitions", {})
    if is_burnt_ground(question):
        return PlannedCall("compare_index", {"index": "nbr"})
    index = _of_land(question)
    return None if index is None else PlannedCall("compare_index", {"index": index})


def is_burnt_ground(question: str) -> bool:
    """Whether a question is about burnt ground, which the normalised burn ratio measures, and asks for no reason."""
    burnt = "nbr" in lexicon.find(lexicon.INDICES, question, fuzzy=False)
    others = lexicon.find(lexicon.CLASSES, question, fuzzy=False) or OTHERWISE.search(question)
    return burnt and not others and not SEARCHED.search(question) and not REASON.search(question)


def _is_land(question: str) -> bool:
    """Whether a question is about land of some kind, and not about pairs to be found."""
    covers = set(lexicon.find(lexicon.LAND_COVERS, question, fuzzy=False)) & set(lexicon.INDICES)
    return bool(covers) and not OTHERWISE.search(question) and not SEARCHED.search(question)


def _of_land(question: str) -> str | None:
    """The index that measures how a lake, a forest or the like changed; None where a question is not about such."""
    covers = lexicon.find(lexicon.LAND_COVERS, question, fuzzy=False)
    if len(covers) != 1 or covers[0] not in lexicon.INDICES or lexicon.find(lexicon.CLASSES, question, fuzzy=False):
        return None
    about_change = CHANGED.search(question) and not OTHERWISE.search(question)
    return covers[0] if about_change else None
