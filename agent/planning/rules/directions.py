"""Parts of an image and directions in words: "in the north-west", "south of the road", "top left". Knows no plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.language.language import COMPASS, alternatives
from agent.language.registry import LANGUAGES, words_of_all

PICTURE = words_of_all(lambda language: language.picture_sides)
COMPASS_WORDS = words_of_all(lambda language: language.compass)
CENTRE = alternatives(COMPASS_WORDS.pop("centre").split())
WORD = {
    **{word: side for side, line in COMPASS_WORDS.items() for word in line.split()},
    **{word: COMPASS[side] for side, line in PICTURE.items() for word in line.split()},
}
NAMED = alternatives(WORD)
"""Words of all sides, whatever stands before them."""
ONLY_AFTER = words_of_all(lambda language: language.only_after)
"""By words of other senses, such as French "est" (is), what stands before them where they are sides."""


def _behind(word: str) -> str:
    """A pattern of a word of other senses where it is a side."""
    before = (rf"(?<=\b{one})" if one[-1] in "'\u2019" else rf"(?<=\b{one} )" for one in ONLY_AFTER[word].split())
    return rf"(?:{'|'.join(before)}){word}"


SIDE = "|".join([alternatives([word for word in WORD if word not in ONLY_AFTER]), *map(_behind, ONLY_AFTER)])
LOOSE = frozenset(word for line in PICTURE.values() for word in line.split())
"""Words of other senses, too: they name a part only beside another one, or before a word for a part."""
HALVES = re.compile(
    r"\b(?:which|what|either|both|two) (?:half|halves|sides?|parts?|quarters?|corners?)\b", re.IGNORECASE
)
"""Words after which sides are parts: "which half, the top or the bottom one?"."""


def _of_all(lines: list[str]) -> str:
    return alternatives(" ".join(lines).split())


NOUN = _of_all([language.part_nouns for language in LANGUAGES])
LEAD = _of_all([language.leads for language in LANGUAGES])
ARTICLE = _of_all([language.articles for language in LANGUAGES])
JOINED = r"[\s-]*(?:(?:à|a la|en)\s+)?"
"""Between two sides that name one part."""
PART = re.compile(
    rf"(?:^|\b(?:{LEAD})\s+)"
    rf"(?:(?:{ARTICLE})\s*)?"
    rf"(?:(?P<before>{NOUN})\s+|\w+\s+)??"
    rf"(?P<part>(?:{SIDE})(?:{JOINED}(?:{SIDE}))?|{CENTRE})(?P<noun>[\s-]+(?:{NOUN}))?\b",
    re.IGNORECASE,
)
"""A part, after a word that says that something lies there."""
UNSPACED = re.compile(
    alternatives(
        [word for language in LANGUAGES if not language.spaced for word in WORD if word in language.vocabulary()]
    )
)
"""A part in a language that writes no blanks between words, which needs no such word."""
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
    found = [(match.start("part"), match["part"]) for match in PART.finditer(text) if of_halves or _is_part(match)]
    found += [(match.start(), match[0]) for match in UNSPACED.finditer(text)]
    names = [name for _, words in sorted(found) if (name := side(words))]
    return list(dict.fromkeys(names))


def way(text: str) -> Way | None:
    """The direction that a text names, with its reference; None where it names none."""
    match = DIRECTION.search(text)
    if match is None or WHOLE.match(match["of"]) or (match["way"].lower() in LOOSE and not match["to"]):
        return None
    name = side(match["way"])
    return None if name is None or name == "centre" else Way(name, _origin(match["of"]))


def without_way(text: str) -> str:
    """The text without its direction and what follows: the objects asked for, not their reference."""
    return DIRECTION.sub(" ", text)


def _is_part(match: re.Match[str]) -> bool:
    return match["part"].lower() not in LOOSE or match["noun"] is not None or match["before"] is not None


def side(words: str) -> str | None:
    """The part that words for one or two sides name; None where they name none."""
    if re.fullmatch(CENTRE, words, re.IGNORECASE):
        return "centre"
    sides = [side for word in re.findall(NAMED, words.lower()) for side in WORD[word].split("-")]
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
