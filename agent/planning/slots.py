"""From one clause to a tool's arguments. Knows which tool is meant; does not choose it."""

from __future__ import annotations

import re
from typing import Any

from agent.planning import lexicon
from agent.planning.clauses import QUOTED
from agent.planning.plan import PlannedCall

PAIR = re.compile(
    r"\b(?:pairs?|scene|sample|couple|set)\s*(?:no\.?|number|nr\.?|#|id)?\s*#?(\d+)\b"
    r"|\b((?:train|val|test|pair|scene|site|area|img)_[\w-]*\d[\w-]*)\b",
    re.IGNORECASE,
)
SMALLEST = re.compile(
    r"\b(?:larger|bigger|greater|more|over|above|exceeding|at least|minimum(?: of)?|no smaller)\b(?: than)?(?: an? )?"
    r"\s*(\d+(?:[.,]\d+)?)\s*(?:m2|m²|sqm|square|sq|px|pixels)",
    re.IGNORECASE,
)
SEARCH_LEAD = re.compile(
    r"^.*?\b(?:similar to|look(?:s|ing)? like|match(?:es|ing)? (?:to|for)"
    r"|(?:examples?|cases?|samples?|pairs?|scenes?|places?"
    r"|images?) (?:of|where|with|like|showing|that show|in which)|(?:archive|database|collection) for|showing)\s+",
    re.IGNORECASE,
)
SEARCH_VERB = re.compile(
    r"^.*?\b(?:search for|look for|look up|find|retrieve|search|fetch|show)\b[\s:]+", re.IGNORECASE
)
SEARCH_LEFTOVER = re.compile(
    r"^(?:(?:me|us|the|all|any|some|other|more|further|\d+|similar|simlar|closest|nearest|image|pairs?|scenes?|samples?"
    r"|examples?|cases?|places?|with|where|showing|of|for|to|in the (?:archive|database|collection))\s+)+",
    re.IGNORECASE,
)


def fill(tool: str, clause: str, inherited: dict[str, Any]) -> list[PlannedCall]:
    """The calls of `tool` that `clause` asks for, with what earlier clauses said where this one is silent."""
    pair = find_pair(clause) or inherited.get("pair")
    shared = {"pair": pair} if pair else {}
    reader = ARGUMENTS.get(tool)
    arguments: list[dict[str, Any]] = reader(clause, inherited) if reader else [{}]
    if tool == "export_result" or tool == "find_changes":
        shared = {}
    return [PlannedCall(tool, shared | chosen) for chosen in arguments]


def find_pair(clause: str) -> str | None:
    """The pair that the clause names."""
    match = PAIR.search(clause)
    return (match[1] or match[2]) if match else None


def object_class(clause: str, inherited: dict[str, Any]) -> list[str]:
    """Classes named here, else the one spoken of before, else any."""
    found = lexicon.find(lexicon.CLASSES, clause)
    return found or [inherited.get("object_class", "any")]


def _detect(clause: str, _inherited: dict[str, Any]) -> list[dict[str, Any]]:
    found = lexicon.find(lexicon.CLASSES, clause)
    return [{"classes": sorted(found)}] if found else [{}]


def _count(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    smallest = SMALLEST.search(clause)
    extra = {"min_area": float(smallest[1].replace(",", "."))} if smallest else {}
    return [{"object_class": name} | extra for name in object_class(clause, inherited)]


def _measure(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    units = lexicon.find(lexicon.UNITS, clause) or [inherited.get("unit", "m2")]
    return [{"object_class": name, "unit": units[0]} for name in object_class(clause, inherited)]


def _search(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    quoted = re.search(QUOTED, clause)
    lead = SEARCH_LEAD if SEARCH_LEAD.search(clause) else SEARCH_VERB
    text = quoted[0][1:-1] if quoted else SEARCH_LEFTOVER.sub("", lead.sub("", clause)).strip(" ?.!")
    outside = clause.replace(text, " ")
    return [{"text": text, "k": lexicon.number(outside) or inherited.get("k", 5)}]


def _similar(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    count = lexicon.number(PAIR.sub(" ", clause))
    return [{"k": count or inherited.get("k", 5)}]


def _dates(clause: str, inherited: dict[str, Any]) -> list[str]:
    named = lexicon.find(lexicon.DATES, clause, fuzzy=True)
    if re.search(
        r"\b(both|each|two) (dates|images|pictures|scenes|years|acquisitions)\b|\bboth\b", clause, re.IGNORECASE
    ):
        return ["before", "after"]
    return named or [inherited.get("date", "after")]


def _landcover(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"date": date} for date in _dates(clause, inherited)]


def _index(clause: str, inherited: dict[str, Any]) -> str:
    found = lexicon.find(lexicon.INDICES, clause)
    named = [name for name in found if re.search(rf"\b{name}\b", clause, re.IGNORECASE)]
    if "soil" in clause.lower() and "savi" in found:
        return "savi"
    return str((named or found or [inherited.get("index", "ndvi")])[0])


def _compute_index(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    name = _index(clause, inherited)
    return [{"index": name, "date": date} for date in _dates(clause, inherited)]


def _compare_index(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"index": _index(clause, inherited)}]


def _export(clause: str, inherited: dict[str, Any]) -> list[dict[str, Any]]:
    found = lexicon.find(lexicon.FORMATS, clause)
    specific = [name for name in found if name != "png"] or found
    return [{"format": (specific or [inherited.get("format", "png")])[0]}]


def _ask(clause: str, _inherited: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"question": clause}]


ARGUMENTS = {
    "detect_change": _detect,
    "count_objects": _count,
    "measure_area": _measure,
    "find_changes": _search,
    "find_similar": _similar,
    "classify_landcover": _landcover,
    "compute_index": _compute_index,
    "compare_index": _compare_index,
    "export_result": _export,
    "ask_image": _ask,
}
