"""What a sentence about a change claims, so that it can be held against maps of it. Knows no image and no torch.

A sentence is read only where every part of it is understood; where any doubt is left, it is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from mci_model.text.time_reversal import IRREVERSIBLE, states

Thing = Literal["building", "road", "vegetation", "bare ground", "paved ground", "water"]
Side = Literal["top", "bottom", "left", "right", "middle", "corner"]

NOUNS: dict[Thing, str] = {
    "building": "house houses building buildings villa villas bungalow bungalows cottage cottages residences homes",
    "road": "road roads path paths street streets lane lanes",
    "vegetation": "tree trees wood woods forest forests vegetation plant plants grass bush bushes grassland "
    "lawn lawns meadow meadows",
    "bare ground": "bareland sand soil wasteland",
    "paved ground": "parking pavement driveway driveways",
    "water": "pool pools pond ponds lake lakes river water",
}
THING_OF: dict[str, Thing] = {noun: thing for thing, nouns in NOUNS.items() for noun in nouns.split()}
AREAS = re.compile(r"\bresidential (?:area|areas|community|communities|district|block|blocks)\b")
"""Such an area is many houses."""
NUMBERS: dict[str, tuple[int, int | None]] = {
    "a": (1, 1), "an": (1, 1), "one": (1, 1), "another": (1, 1), "single": (1, 1), "two": (2, 2), "three": (3, 3),
    "four": (4, 4), "five": (5, 5), "six": (6, 6), "seven": (7, 7), "eight": (8, 8), "nine": (9, 9), "ten": (10, 10),
    "few": (2, 9), "several": (3, 20), "some": (2, None), "row": (3, None), "rows": (4, None), "many": (5, None),
    "lots": (5, None), "lot": (5, None), "numerous": (5, None), "group": (3, None), "more": (1, None),
}  # fmt: skip
"""Words for how many: at least, and at most where the word bounds it."""
LARGE = frozenset("large big huge".split())
DOUBTFUL = IRREVERSIBLE | frozenset(
    "most half all almost only no not without north south east west vertical horizontal curved circular cross "
    "crossroad roundabout parallel shaped other desert jungle".split()
)
"""Words for what no map of change tells, or that turn the meaning of others."""
_PLACE = re.compile(
    r"\b(?:(top|upper|bottom|lower)(?:[ -](left|right))?|(left|right)|(middle|cent(?:er|re))|(corner))\b"
)
_OF_ONE_CORNER = re.compile(r"\b(top|upper|bottom|lower|left|right) corner\b")
_PARTS = re.compile(r" and | with |, ")
_CONTEXT = re.compile(
    r" (?:along|on|in|at|beside|near|around|by|to|from|between|behind|below|above|next|inside|across|through"
    r"|surrounded)\b"
)
"""What follows tells where something stands, not what is new."""
_SIDE_OF: dict[str, Side] = {"upper": "top", "lower": "bottom", "center": "middle", "centre": "middle"}


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that came or went, by a sentence."""

    thing: Thing
    appeared: bool
    """False: it disappeared."""
    at_least: int
    at_most: int | None
    large: bool
    """Whether one of it is called large."""


@dataclass(frozen=True, slots=True)
class Claims:
    """All that a sentence claims."""

    things: tuple[Claim, ...]
    """At least one."""
    sides: frozenset[Side]
    """Where most of it lies: top and left together are the top left. Empty where the sentence names no place."""


def read_claims(sentence: str) -> Claims | None:
    """What a sentence claims; None where it is not understood beyond doubt."""
    plain = sentence.strip(" .").lower()
    sides = _sides(plain)
    if sides is None or DOUBTFUL & set(re.findall(r"[a-z]+", plain)):
        return None
    told = states(plain)
    things = [*_things(told.before, appeared=False), *_things(told.after, appeared=True)]
    known = tuple(claim for claim in things if claim is not None)
    return Claims(known, sides) if known and len(known) == len(things) else None


def _sides(sentence: str) -> frozenset[Side] | None:
    """The one place that a sentence names; None where it names several."""
    places = _PLACE.findall(_OF_ONE_CORNER.sub(r"\1", sentence))
    corner = [place for place in places if place[4]]
    named = [place for place in places if not place[4]]
    if len(named) > 1 or len(corner) > 1:
        return None
    words = [word for place in (named or corner) for word in place if word]
    sides = {_SIDE_OF.get(word, word) for word in words}
    return frozenset(side for side in get_args(Side) if side in sides)


def _things(text: str | None, *, appeared: bool) -> Iterator[Claim | None]:
    """The things that stand at one date alone; None for one that is not known."""
    for part in _PARTS.split(text or ""):
        head = _CONTEXT.split(f" {AREAS.sub('many houses', part)}")[0].strip()
        if head:
            yield _thing(head.split(), appeared=appeared)


def _thing(words: list[str], *, appeared: bool) -> Claim | None:
    nouns = [word for word in words if word in THING_OF]
    if not nouns:
        return None
    noun, thing = nouns[-1], THING_OF[nouns[-1]]
    low, high = (2, None) if noun.endswith("s") and thing == "building" else (1, None)
    if thing not in ("building", "road"):
        return Claim(thing, appeared, 1, None, large=False)  # nobody counts trees on a map
    # Of "a few" and "a row of" the later word tells; an article before a plural tells no number.
    numbers = [NUMBERS[word] for word in words if word in NUMBERS]
    if numbers:
        low, high = numbers[-1]
    elif not noun.endswith("s") and thing == "building":
        low, high = 1, 1
    return Claim(thing, appeared, low, high, bool(LARGE & set(words)))
