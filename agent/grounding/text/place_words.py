"""Compass and image-side words of a text. Knows no result."""

from __future__ import annotations

import re

from agent.language.english import ENGLISH
from agent.language.language import alternatives

SIDE_OF = {word: side for side, line in ENGLISH.picture_sides.items() for word in line.split() if "-" not in word}
UPRIGHT, ACROSS = (
    alternatives([word for word, side in SIDE_OF.items() if side in pair])
    for pair in (("top", "bottom"), ("left", "right"))
)
PLACE = re.compile(
    r"\b(?P<compass>(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:ern)?(?:ernmost|wards?)?\b"
    rf"|\b(?P<corner>(?:{UPRIGHT})[- ](?:{ACROSS}))\b"
    rf"|\b(?P<side>{UPRIGHT}|{ACROSS})(?:[- ]hand)?[- ]"
    r"(?:side|half|edges?|part|corner|third|area|border|margin|quadrant|portion)\b"
    r"|\b(?:at|on|to|in|along|towards?|near) the (?P<at>top|bottom|left|right)\b(?! of|[- ]left|[- ]right)"
    rf"|\b(?P<middle>{alternatives(ENGLISH.compass['centre'].split())})\b"
    r"(?! (?:is|lies|are|lie) (?:at|near|around|about)|coordinates?"
    r"| of (?:it|its|them|each|mass|gravity|building|house|object|number"
    r"|(?:the |that )(?:largest|biggest|smallest|second|third|building|house|object)))"
)


OPPOSITE_SIDE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def places(text: str) -> tuple[str, ...]:
    """Compass and image-side words of a text in lower case, written as results write them."""
    names = []
    for match in PLACE.finditer(text):
        compass, corner = match.group("compass"), match.group("corner")
        if compass:
            head, tail = compass[:5], compass[5:].strip("- ")
            names.append(f"{head}-{tail}" if tail else compass)
        elif corner:
            names.append(" ".join(SIDE_OF[word] for word in re.split("[- ]", corner)))
        elif match.group("middle"):
            names.append("centre")
        else:
            names.append(SIDE_OF[match.group("side") or match.group("at")])
    return tuple(dict.fromkeys(names))
