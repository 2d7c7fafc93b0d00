"""Rules that reverse a sentence about a change, or reduce it to either date. Knows no image and no torch.

"a house is built beside the road" backwards in time is "a house is removed beside the road"; for the later date alone
it is "a house beside the road". Sentences that no rule covers are left out, not guessed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

APPEARANCE = {
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
REMOVAL = {
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
OPPOSITES = APPEARANCE | REMOVAL
IRREVERSIBLE = frozenset(
    "rebuilt renovated expanded widened extended narrowed arranged surround surrounds paved".split()
)
"""Words of changes whose reverse has no word here."""
NUMBERS = (("is", "are"), ("was", "were"), ("has", "have"), ("replaces", "replace"), ("turns", "turn"))
"""Of verbs of replacement, one thing's and several things'."""
BUILDINGS = frozenset("house houses building buildings villa villas bungalow bungalows residential".split())


def _alternatives(words: dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_CHANGE = re.compile(rf"(?<!\bthe )(?<!\ba )\b({_alternatives(OPPOSITES)})\b")
_GROUND = "trees?|woods?|forests?|vegetation|plants|grass|bushes|bareland|grassland|lawns?|meadows?|fields?|desert"
_CLEARED = _alternatives({word: opposite for word, opposite in REMOVAL.items() if opposite == "built"})
_GROUND_CLEARED = re.compile(
    rf"\b((?:{_GROUND})\b(?:(?! and | while |,).)*?) "
    rf"(?:(is|was|has been)|are|were|have been) (?:{_CLEARED})\b"
)
"""What is cleared of such ground comes back when time runs the other way; nobody builds it."""
_ATTRIBUTE = re.compile(
    r"\b(with (?:\w+ ){0,3}\w+) (?:built|constructed|erected) (?=along|on|around|at|beside|in|between)"
)
"""What stands along a road is no change of its own: "with houses built along"."""
_AUXILIARIES = r"(?:(?:is|are|was|were|has|have|been|being|newly|neatly|also) )*"
_APPEARED, _LOST = (re.compile(rf"\b{_AUXILIARIES}(?:{_alternatives(words)})\b ?") for words in (APPEARANCE, REMOVAL))
_REPLACED_BY = re.compile(r"(.+?) ((?:is|are|was|were|has been|have been) replaced (?:by|with)) (.+)")
_REPLACES = re.compile(r"(.+?) ((?:has |have )?replace[sd]?|(?:has |have )?turn(?:s|ed)? into) (.+)")
_AFTER_NOUN = re.compile(r" (?:of|with|on|in|along|beside|and) ")
_CONJUNCTIONS = re.compile(r" and | while |, ?")


_SET_APART = "\0"


class States(NamedTuple):
    """The parts of a sentence about a change that describe either date alone; None where there is none."""

    before: str | None
    after: str | None


def reverse(sentence: str) -> str | None:
    """The sentence for the same two images in the other order, or None where no rule gives one."""
    sentence = _ATTRIBUTE.sub(r"\1 ", sentence.strip(" .").lower())
    if replacement := _replacement(sentence):
        first, verb, second = replacement
        return None if _CHANGE.search(f"{first} {second}") else f"{second} {_agreeing(verb, second)} {first}"
    if IRREVERSIBLE & set(sentence.split()):
        return None
    cleared: list[str] = []

    def set_apart(match: re.Match[str]) -> str:
        cleared.append(f"{match[1]} {'appears' if match[2] else 'appear'}")
        return _SET_APART

    kept = _GROUND_CLEARED.sub(set_apart, sentence)
    reversed_sentence, count = _CHANGE.subn(lambda word: OPPOSITES[word[0]], kept)
    for one in cleared:
        reversed_sentence = reversed_sentence.replace(_SET_APART, one, 1)
    return reversed_sentence if count or cleared else None


def states(sentence: str) -> States:
    """The sentence as a description of either date, without its words of change."""
    before: list[str] = []
    after: list[str] = []
    for clause in _clauses(sentence.strip(" .").lower()):
        if replacement := _replacement(clause):
            first, verb, second = replacement
            earlier, later = (second, first) if verb.endswith(("replace", "replaces", "replaced")) else (first, second)
            before.append(earlier)
            after.append(later)
        elif _APPEARED.search(clause):
            after.append(_APPEARED.sub("", clause).strip())
        elif _LOST.search(clause):
            before.append(_LOST.sub("", clause).strip())
    return States(_joined(before), _joined(after))


def mentions_new_buildings(sentence: str) -> bool:
    """Whether the sentence mentions a new building."""
    after = states(sentence).after
    return after is not None and bool(BUILDINGS & set(after.split()))


def _agreeing(verb: str, subject: str) -> str:
    """The verb in the number of its new subject, which the noun before "of", "with" or "on" tells."""
    noun = _AFTER_NOUN.split(subject)[0]
    number = 1 if " and " in subject or noun.endswith("s") else 0
    first, *rest = verb.split()
    return " ".join([next((forms[number] for forms in NUMBERS if first in forms), first), *rest])


def _joined(clauses: list[str]) -> str | None:
    return " and ".join(clause for clause in clauses if clause) or None


def _replacement(text: str) -> tuple[str, str, str] | None:
    """What was replaced, the verb, and by what, in the order of the sentence."""
    whole = _REPLACED_BY.fullmatch(text) or _REPLACES.fullmatch(text)
    return (whole[1], whole[2], whole[3]) if whole else None


def _clauses(sentence: str) -> list[str]:
    """Clauses with one word of change each: "trees and sand are removed" is one clause, not two."""
    clauses: list[str] = []
    pending = ""
    for piece in _CONJUNCTIONS.split(sentence):
        pending = f"{pending} and {piece}" if pending else piece
        if _CHANGE.search(piece) or _replacement(piece):
            clauses.append(pending)
            pending = ""
    if pending and clauses:
        clauses[-1] += f" and {pending}"
    return clauses
