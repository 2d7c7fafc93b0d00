"""Which statistic of changed objects a clause asks for, in which unit, and which numbered objects it names; English."""

from __future__ import annotations

import re
from typing import Any

from agent.planning import lexicon

STATISTICS = (
    ("density", r"\bdensit\w+|\bdense\b|\bper (?:ha|hectare|km2|km²|acre|square (?:km|kilomet\w+|miles?))\b"),
    ("yearly", r"\b(?:per|a|each|every|in a) year\b|\byearly\b|\bannual(?:ly)?\b"),
    ("length", r"\blengths?\b|\bhow long\b|\b(?:km|kilomet\w+|met(?:er|re)s|miles|feet) of\b"),
    ("perimeter", r"\bperimeters?\b|\bcircumferences?\b|\boutlines?\b"),
    ("spacing", r"\bspacing\b|\bhow far apart\b|\bnearest neighbou?rs?\b"),
    ("median_area", r"\bmedian\b"),
    ("smallest_area", r"\bsmallest\b|\bminimum\b"),
    ("largest_area", r"\blargest\b|\bbiggest\b|\bmaximum\b"),
    ("total_area", r"\btotal\b|\baltogether\b"),
)
USUAL = "mean_area"
AREA_WORDS = re.compile(r"\b(?:area|ground|land|surface|hectares?|ha|acres?|m2|m²|km2|km²|square)\b", re.IGNORECASE)
LENGTH_UNITS = (
    ("km", r"\b(?:km|kilomet(?:er|re)s?)\b"),
    ("mi", r"\bmiles?\b"),
    ("ft", r"\b(?:ft|feet|foot)\b"),
    ("m", r"\b(?:m|met(?:er|re)s?)\b"),
)
LENGTHS = ("length", "perimeter", "spacing")
PIXEL_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(m|met(?:er|re)s?|cm|centimet(?:er|re)s?)\b", re.IGNORECASE)
NUMBERED = re.compile(r"\b(?:buildings?|houses?|roads?|objects?|places?|number|and|no\.?)\s*#?(\d+)\b", re.IGNORECASE)


def statistic(clause: str) -> str:
    """The statistic that a clause asks for; the mean size where it names none."""
    named = next((name for name, words in STATISTICS if re.search(words, clause, re.IGNORECASE)), USUAL)
    if named == "yearly":
        return "yearly_area" if AREA_WORDS.search(clause) else "yearly_count"
    return named


def unit(clause: str) -> dict[str, Any]:
    """The unit of the statistic, where the clause names one that fits."""
    if statistic(clause) in LENGTHS:
        named = [name for name, words in LENGTH_UNITS if re.search(words, clause, re.IGNORECASE)]
    else:
        named = [name for name in lexicon.find(lexicon.UNITS, clause, fuzzy=False) if name != "percent"]
    return {"unit": named[0]} if named else {}


def metres(clause: str) -> dict[str, Any]:
    """The pixel size that a clause names, in metres."""
    named = PIXEL_SIZE.search(clause)
    if named is None:
        return {}
    scale = 0.01 if named[2].lower().startswith("c") else 1.0
    return {"metres": float(named[1].replace(",", ".")) * scale}


def numbered(clause: str) -> dict[str, Any]:
    """The two objects that a clause names by number; the one spoken of last where it names one."""
    numbers = [int(match[1]) for match in NUMBERED.finditer(clause)]
    if not numbers:
        return {}
    return {"first": numbers[0], "second": numbers[1]} if len(numbers) > 1 else {"first": "last", "second": numbers[0]}
