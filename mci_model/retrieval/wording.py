"""What a sentence about a change says of its reverse, and of each date alone, by rule. Knows no image and no torch.

"a house is built beside the road" backwards in time is "a house is removed beside the road"; of the later date alone it
says "a house beside the road". Sentences whose wording no rule knows are left out, not guessed at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

GROWTH = {
    "built": "removed",
    "constructed": "demolished",
    "added": "removed",
    "erected": "demolished",
    "completed": "demolished",
    "planted": "cut down",
    "appear": "disappear",
    "appears": "disappears",
    "appeared": "disappeared",
    "appearing": "disappearing",
    "emerge": "vanish",
    "emerges": "vanishes",
    "emerged": "vanished",
    "show up": "disappear",
    "shows up": "disappears",
    "showed up": "disappeared",
}
LOSS = {
    "removed": "built",
    "demolished": "constructed",
    "destroyed": "constructed",
    "dismantled": "constructed",
    "cleared": "built",
    "torn down": "built",
    "cut down": "planted",
    "disappear": "appear",
    "disappears": "appears",
    "disappeared": "appeared",
    "disappearing": "appearing",
    "vanish": "emerge",
    "vanishes": "emerges",
    "vanished": "emerged",
}
OPPOSITES = GROWTH | LOSS
STUCK = frozenset("rebuilt renovated expanded widened extended narrowed arranged surround surrounds paved".split())
"""Words of changes whose way back has no word here."""
BUILDINGS = frozenset("house houses building buildings villa villas bungalow bungalows residential".split())


def _any(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_CHANGE = re.compile(rf"\b({_any(OPPOSITES)})\b")
_HELPING = r"(?:(?:is|are|was|were|has|have|been|being|newly|neatly|also) )*"
_GROWN, _LOST = (re.compile(rf"\b{_HELPING}(?:{_any(words)})\b ?") for words in (GROWTH, LOSS))
_EXCHANGED = re.compile(r"(.+?) ((?:is|are|was|were|has been|have been) replaced (?:by|with)) (.+)")
_EXCHANGE = re.compile(r"(.+?) ((?:has |have )?replace[sd]?|(?:has |have )?turn(?:s|ed)? into) (.+)")
_JOINTS = re.compile(r" and | while |, ?")


class States(NamedTuple):
    """What a sentence about a change says of either date alone; None where it says nothing."""

    before: str | None
    after: str | None


def reverse(sentence: str) -> str | None:
    """The sentence for the same two images in the other order, or None where no rule gives one."""
    sentence = sentence.strip(" .").lower()
    if exchange := _exchange(sentence):
        first, verb, second = exchange
        return None if _CHANGE.search(f"{first} {second}") else f"{second} {verb} {first}"
    if STUCK & set(sentence.split()):
        return None
    told, count = _CHANGE.subn(lambda word: OPPOSITES[word[0]], sentence)
    return told if count else None


def states(sentence: str) -> States:
    """What the sentence says of the two dates, without its words of change."""
    before: list[str] = []
    after: list[str] = []
    for clause in _clauses(sentence.strip(" .").lower()):
        if exchange := _exchange(clause):
            first, verb, second = exchange
            earlier, later = (second, first) if verb.endswith(("replace", "replaces", "replaced")) else (first, second)
            before.append(earlier)
            after.append(later)
        elif _GROWN.search(clause):
            after.append(_GROWN.sub("", clause).strip())
        elif _LOST.search(clause):
            before.append(_LOST.sub("", clause).strip())
    return States(_joined(before), _joined(after))


def tells_of_new_buildings(sentence: str) -> bool:
    """Whether the sentence tells of a building that came into being."""
    grown = states(sentence).after
    return grown is not None and bool(BUILDINGS & set(grown.split()))


def _joined(clauses: list[str]) -> str | None:
    return " and ".join(clause for clause in clauses if clause) or None


def _exchange(text: str) -> tuple[str, str, str] | None:
    """What was exchanged for what, around the words that say so."""
    whole = _EXCHANGED.fullmatch(text) or _EXCHANGE.fullmatch(text)
    return (whole[1], whole[2], whole[3]) if whole else None


def _clauses(sentence: str) -> list[str]:
    """Pieces that hold a word of change each: "trees and sand are removed" is one, as "trees" alone says nothing."""
    clauses: list[str] = []
    waiting = ""
    for piece in _JOINTS.split(sentence):
        waiting = f"{waiting} and {piece}" if waiting else piece
        if _CHANGE.search(piece) or _exchange(piece):
            clauses.append(waiting)
            waiting = ""
    if waiting and clauses:
        clauses[-1] += f" and {waiting}"
    return clauses
