"""Parts of an image and directions in words: "in the north-west", "south of the road", "top left". Knows no plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.language.language import COMPASS, alternatives
from agent.language.registry import words_of_all

PICTURE = words_of_all(lambda language: language.picture_sides)
COMPASS_WORDS = words_of_all(lambda language: language.compass)
CENTRE = alternatives(COMPASS_WORDS.pop("centre").split())
WORD = {
    **{word: side for side, line in COMPASS_WORDS.items() for word in line.split()},
    **{word: COMPASS[side] for side, line in PICTURE.items() for word in line.split()},
}
SIDE = alternatives(WORD)
LOOSE = frozenset(word for line in PICTURE.values() for word in line.split())
"""Words of other senses, too: they name a part only beside another one, or before a word for a part."""
HALVES = re.compile(
    r"\b(?:which|what|either|both|two) (?:half|halves|sides?|parts?|quarters?|corners?)\b", re.IGNORECASE
)
"""Words after which sides are parts: "which half, the top or the bottom one?"."""
NOUN = r"half|part|side|quarter|corner|third|edge|end|area|section|ninth"
PART = re.compile(
    r"(?:^|\b(?:in|within|inside|on|across|for|of|the|between|and|or|vs\.?|versus|against|than|to|with)\s+)"
    r"(?:the\s+|its\s+)?"
    r"(?:\w+\s+)??"
    rf"(?P<part>(?:{SIDE})(?:[\s-]*(?:{SIDE}))?|{CENTRE})(?P<noun>[\s-]+(?:{NOUN}))?\b",
    re.IGNORECASE,
)
"""A part, after a word that says that something lies there."""
DIRECTION = re.compile(
    rf"\b(?P<to>to the )?(?P<way>(?:{SIDE})(?:[\s-]*(?:{SIDE}))?)\s+(?:of|from)\s+(?P<of>[^,.;?!]+)", re.IGNORECASE
)
"""One way from something."""
WHOLE = re.compile(r"^(?:the\s+)?(?:image|scene|picture|area|map|site|pair|photo|aoi|whole)\b", re.IGNORECASE)
"""North "of the image" is a part of it."""


@dataclass(frozen=True, slots=True)
class Way:
    """A direction, and its reference object."""

    direction: str
    of: int | str


def parts(text: str) -> list[str]:
    """Parts of an image that a text names, in its order."""
    of_halves = bool(HALVES.search(text))
    names = [name for match in PART.finditer(text) if (of_halves or _is_part(match)) and (name := _name(match["part"]))]
    return list(dict.fromkeys(names))


def way(text: str) -> Way | None:
    """The direction that a text names, with its reference; None where it names none."""
    match = DIRECTION.search(text)
    if match is None or WHOLE.match(match["of"]) or (match["way"].lower() in LOOSE and not match["to"]):
        return None
    name = _name(match["way"])
    return None if name is None or name == "centre" else Way(name, _origin(match["of"]))


def without_way(text: str) -> str:
    """The text without its direction and what follows: the objects asked for, not their reference."""
    return DIRECTION.sub(" ", text)


def _is_part(match: re.Match[str]) -> bool:
    return match["part"].lower() not in LOOSE or match["noun"] is not None


def _name(words: str) -> str | None:
    if re.fullmatch(CENTRE, words, re.IGNORECASE):
        return "centre"
    sides = [WORD[word] for word in re.findall(SIDE, words.lower())]
    upright = next((side for side in sides if side in ("north", "south")), None)
    across = next((side for side in sides if side in ("east", "west")), None)
    return "-".join(side for side in (upright, across) if side) or None


def _origin(words: str) -> int | str:
    """What is meant: an object by number or class, or the one spoken of last."""
    number = re.search(r"\b(?:object|building|house|road|number|no\.?|#)\s*#?(\d+)\b", words, re.IGNORECASE)
    if number:
        return int(number[1])
    if re.search(r"\b(?:road|street|highway|lane|track)\b", words, re.IGNORECASE):
        return "road"
    if re.search(r"\b(?:largest|biggest|main) (?:building|house|roof|structure)\b", words, re.IGNORECASE):
        return "building"
    return "last"
