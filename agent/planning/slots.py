"""From one clause to a tool's arguments. Knows which tool is meant; does not choose it."""

from __future__ import annotations

import re
from functools import reduce
from itertools import product
from operator import or_
from typing import Any

from agent.planning import lexicon
from agent.planning.clauses import QUOTED
from agent.planning.plan import PlannedCall
from agent.planning.tool_arguments import parameters, takes_pair
from tools.catalogue import DEFAULT_K

Arguments = dict[str, Any]

PAIR = re.compile(
    r"\b(?:pairs?|scene|sample|couple|set|par|paire|paar|bildpaar|escena|sc[eè]ne|szene)\s*(?:no\.?|number|nr\.?|#|id)?\s*#?(\d+)\b"
    r"|(?:影像对|图像对|影像|场景|第)\s*(\d+)(?!\d|\s*[栋座个号])"
    r"|(?<![A-Za-z0-9_])((?:train|val|test|pair|scene|site|area|img)_[\w-]*\d[\w-]*)\b",
    re.IGNORECASE,
)
MIN_AREA = re.compile(
    r"\b(?:larger|bigger|greater|more|over|above|exceeding|at least|minimum(?: of)?|no smaller)\b(?: than)?(?: an? )?"
    r"\s*(\d+(?:[.,]\d+)?)\s*(?:m2|m²|sqm|square|sq|px|pixels)",
    re.IGNORECASE,
)
PIXEL_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(m|met(?:er|re)s?|cm|centimet(?:er|re)s?)\b", re.IGNORECASE)
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
    """The calls of `tool` that `clause` asks for, with the arguments of earlier clauses where this one names none."""
    pair = find_pair(clause) or inherited.get("pair")
    shared = {"pair": pair} if pair and takes_pair(tool) else {}
    readers = [READERS[name] for name in parameters(tool) if name in READERS]
    values = [reader(tool, clause, inherited) for reader in readers]
    return [PlannedCall(tool, reduce(or_, alternative, shared)) for alternative in product(*values)]


OF_ALL = frozenset({"export_result", "measure_distance"})
"""Tools that are about all objects where no class is named."""
WITH_USUAL_UNIT = frozenset({"find_objects", "land_change", "radar_change"})
"""Tools with a unit that is right unless another one is asked for."""


def find_pair(clause: str) -> str | None:
    """The pair that the clause names."""
    match = PAIR.search(clause)
    return next(filter(None, match.groups()), None) if match else None


def object_class(clause: str, inherited: dict[str, Any]) -> list[str]:
    """Classes named here, else the one named before, else any."""
    names = lexicon.find(lexicon.CLASSES, clause)
    return names or [inherited.get("object_class", "any")]


def _classes(_tool: str, clause: str, _inherited: Arguments) -> list[Arguments]:
    names = lexicon.find(lexicon.CLASSES, clause)
    return [{"classes": sorted(names)}] if names else [{}]


def _object_class(tool: str, clause: str, inherited: Arguments) -> list[Arguments]:
    if tool in OF_ALL:
        names = lexicon.find(lexicon.CLASSES, clause)
        return [{"object_class": names[0]} if len(names) == 1 else {}]
    return [{"object_class": name} for name in object_class(clause, inherited)]


def _min_area(_tool: str, clause: str, _inherited: Arguments) -> list[Arguments]:
    smallest = MIN_AREA.search(clause)
    return [{"min_area": float(smallest[1].replace(",", "."))} if smallest else {}]


def _unit(tool: str, clause: str, inherited: Arguments) -> list[Arguments]:
    if tool in WITH_USUAL_UNIT:
        return [{}]
    units = lexicon.find(lexicon.UNITS, clause) or [inherited.get("unit", "m2")]
    return [{"unit": units[0]}]


def _metres(_tool: str, clause: str, _inherited: Arguments) -> list[Arguments]:
    """The pixel size that a clause names."""
    named = PIXEL_SIZE.search(clause)
    if named is None:
        return [{}]
    scale = 0.01 if named[2].lower().startswith("c") else 1.0
    return [{"metres": float(named[1].replace(",", ".")) * scale}]


def _text(_tool: str, clause: str, _inherited: Arguments) -> list[Arguments]:
    return [{"text": _query(clause)}]


def _query(clause: str) -> str:
    """The search query."""
    quoted = re.search(QUOTED, clause)
    lead = SEARCH_LEAD if SEARCH_LEAD.search(clause) else SEARCH_VERB
    return quoted[0][1:-1] if quoted else SEARCH_LEFTOVER.sub("", lead.sub("", clause)).strip(" ?.!")


def _k(tool: str, clause: str, inherited: Arguments) -> list[Arguments]:
    without = clause.replace(_query(clause), " ") if "text" in parameters(tool) else PAIR.sub(" ", clause)
    return [{"k": lexicon.number(without) or inherited.get("k", DEFAULT_K)}]


def _date(_tool: str, clause: str, inherited: Arguments) -> list[Arguments]:
    if re.search(
        r"\b(both|each|two) (dates|images|pictures|scenes|years|acquisitions)\b|\bboth\b", clause, re.IGNORECASE
    ):
        return [{"date": "before"}, {"date": "after"}]
    named = lexicon.find(lexicon.DATES, clause, fuzzy=True)
    return [{"date": date} for date in named or [inherited.get("date", "after")]]


def _index(_tool: str, clause: str, inherited: Arguments) -> list[Arguments]:
    names = lexicon.find(lexicon.INDICES, clause)
    named = [name for name in names if re.search(rf"\b{name}\b", clause, re.IGNORECASE)]
    if "soil" in clause.lower() and "savi" in names:
        return [{"index": "savi"}]
    return [{"index": (named or names or [inherited.get("index", "ndvi")])[0]}]


def _format(_tool: str, clause: str, inherited: Arguments) -> list[Arguments]:
    names = lexicon.find(lexicon.FORMATS, clause)
    specific = [name for name in names if name != "png"] or names
    return [{"format": (specific or [inherited.get("format", "png")])[0]}]


def _question(_tool: str, clause: str, _inherited: Arguments) -> list[Arguments]:
    return [{"question": clause}]


READERS = {
    "classes": _classes,
    "object_class": _object_class,
    "min_area": _min_area,
    "unit": _unit,
    "metres": _metres,
    "text": _text,
    "k": _k,
    "date": _date,
    "index": _index,
    "format": _format,
    "question": _question,
}
"""How an argument of that name is read from a clause, whatever the tool, as the alternatives asked for."""
