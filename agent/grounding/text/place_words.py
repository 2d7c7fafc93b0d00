"""Compass and image-side words of a text. Knows no result."""

from __future__ import annotations

import re

PLACE = re.compile(
    r"\b(?P<compass>(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:ern)?(?:ernmost|wards?)?\b"
    r"|\b(?P<corner>(?:top|upper|bottom|lower)[- ](?:left|right))\b"
    r"|\b(?P<side>top|upper|bottom|lower|left|right)(?:[- ]hand)?[- ]"
    r"(?:side|half|edges?|part|corner|third|area|border|margin|quadrant|portion)\b"
    r"|\b(?:at|on|to|in|along|towards?|near) the (?P<at>top|bottom|left|right)\b(?! of|[- ]left|[- ]right)"
    r"|\b(?P<middle>centre|center|middle|central)\b"
)


def places(text: str) -> tuple[str, ...]:
    """Compass and image-side words of a text in small letters, written as results write them."""
    found = []
    for match in PLACE.finditer(text):
        compass, corner = match.group("compass"), match.group("corner")
        if compass:
            head, tail = compass[:5], compass[5:].strip("- ")
            found.append(f"{head}-{tail}" if tail else compass)
        elif corner:
            found.append(corner.replace("-", " ").replace("upper", "top").replace("lower", "bottom"))
        elif match.group("middle"):
            found.append("centre")
        else:
            side = match.group("side") or match.group("at")
            found.append({"upper": "top", "lower": "bottom"}.get(side, side))
    return tuple(dict.fromkeys(found))
