"""Rows of a Markdown table as sentences: each cell with what heads its column, and with what its row is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.grounding.understanding.vocabulary import UNIT_WORDS
from agent.language.registry import LANGUAGES

RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
NUMBER = re.compile(r"^[+-]?[\d.,]+$")
NUMBERED = frozenset(
    {"id", "no", "no.", "nr", "#", "number", "building", "object", "house"}
    | {" ".join(words) for one in LANGUAGES for words, gloss in one.glosses.items() if gloss in ("building", "object")}
)
"""Heads of a column that holds numbers of objects."""


COUNTED = frozenset("count number anzahl nombre número cantidad \u6570\u91cf количество n total".split())
"""Heads of a column that holds how many there are of what its row names."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table as a sentence."""

    text: str
    is_head: bool = False


def rows(text: str) -> dict[int, Row]:
    """The lines of all tables of a text, by where they begin."""
    lines, at, said = text.split("\n"), 0, dict[int, Row]()
    starts = list[int]()
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    place = 0
    while place + 1 < len(lines):
        if "|" in lines[place] and RULE.match(lines[place + 1]):
            heads = _cells(lines[place])
            said[starts[place]] = Row(" , ".join(heads), is_head=True)
            said[starts[place + 1]] = Row("", is_head=True)
            place += 2
            while place < len(lines) and "|" in lines[place]:
                said[starts[place]] = Row(", ".join(_row(heads, _cells(lines[place]))))
                place += 1
        else:
            place += 1
    return said


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _row(heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    """Each cell but the first with its head and the first."""
    if not cells:
        return
    first = cells[0]
    if NUMBER.match(first) and heads and heads[0].lower() in NUMBERED:
        first = f"building {first}"
    if len(cells) == 1:
        yield f"{first} {heads[0]}"
    for head, cell in zip(heads[1:], cells[1:], strict=False):
        if first.lower() in UNIT_WORDS and NUMBER.match(cell):
            yield f"{cell} {first}"
            continue
        if head.lower() in COUNTED and NUMBER.match(cell) and not NUMBER.match(first):
            yield f"{cell} {first}"
            continue
        unit = re.sub(r"^(.*)[(\[](.*)[)\]](.*)$", r"\2 \1 \3", head).replace(",", " ")
        yield f"{first} {cell} {unit}" if NUMBER.match(cell) else f"{first} {head} {cell}"
