"""Parts of the image in a question of a dialogue: two sides that are compared, one side, and one that is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.planning.rules import directions
from agent.reading.nearness import CENTRE
from agent.reading.reading import Reading

OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
REMAINING = re.compile(
    r"\b(?:how (?:many|much)|are|is|what'?s|any|remain\w*) left\b"
    r"(?! (?:half|side|part|or|and|vs|versus)\b)",
    re.IGNORECASE,
)
"""What is left over is no side: "how many left in the east?"."""
LOOSE_SIDES = re.compile(rf"\b(?:{directions.SIDE})\b", re.IGNORECASE)


CENTRE_POINT = re.compile(
    r"\bcent(?:re|er|ral)[- ]?(?:points?|coordinates?|positions?)\b|\bmid-?points?\b|\bmittelpunkt\w*"
    r"|\bpoints? centra\w+|\bpuntos? centra\w+|中心(?:点|坐标)",
    re.IGNORECASE,
)
"""The centre of what is found is no part of the image."""


def opposites(text: str) -> tuple[str, str] | None:
    """Two opposite sides that a question names: "left or right?"; None where it names no such two."""
    text = REMAINING.sub(" ", text)
    found = [name for match in LOOSE_SIDES.finditer(text) if (name := directions.side(match[0]))]
    found += [name for match in directions.UNSPACED.finditer(text) if (name := directions.side(match[0]))]
    sides = list(dict.fromkeys(found))
    if any("-" in name for name in directions.parts(text)):
        return None  # two quarters are no halves
    first = next((side for side in sides if OPPOSITE.get(side) in sides), None)
    return None if first is None else (first, OPPOSITE[first])


def parts(reading: Reading) -> Sequence[str]:
    """The part that what counts lies in; of "not in the south" the other half."""
    if directions.way(reading.text) is not None:
        return ()
    if CENTRE_POINT.search(reading.text):
        return [one for one in directions.parts(reading.text) if one != CENTRE]
    named = directions.parts(reading.text) or ([] if reading.side is None else [reading.side])
    if reading.near is not None and reading.near.to == CENTRE:
        return [one for one in named if one != CENTRE]
    if named and reading.leaves_out:
        return (OPPOSITE[named[0]],) if named[0] in OPPOSITE else ()
    return named or (("centre",) if "middle" in reading.marks else ())
