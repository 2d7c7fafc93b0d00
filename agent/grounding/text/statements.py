"""Change, or none, that a sentence states, with or without numbers. Knows no result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.grounding.text.claims import is_landmark, one_sign
from agent.grounding.text.place_words import places
from agent.grounding.text.sentences import Sentence, Token, joined
from agent.grounding.text.words import (
    CHANGED,
    HEDGES,
    KINDS,
    NEGATIONS,
    OFFERS,
    OPEN,
    REST,
    SAYINGS,
    SIGNS,
    TO_CHANGE,
    UNDONE,
    UNITS,
    UNSURE,
    Kind,
    Sign,
)

TOUCHING = frozenset("touch touches touching touched clipped truncated".split())
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Statement:
    """That something of a kind changed, appeared or disappeared, or did not."""

    kinds: tuple[Kind, ...]
    sign: Sign | None
    denied: bool
    either: bool
    """Whether one of the kinds is enough: "buildings or roads"."""
    places: tuple[str, ...]
    limited: bool
    """Whether a number or a place beside it limits what it speaks of."""


def statements(sentence: Sentence, before: Kind | None) -> Iterator[Statement]:
    """Change or none that is stated; offers, questions and doubts state nothing."""
    plain = sentence.plain
    offers = plain.startswith(OFFERS) or any(f" {offer}" in plain for offer in OFFERS)
    if plain.endswith("?") or (offers and not any(word in plain for word in SAYINGS)):
        return
    subject = before
    for clause in sentence.clauses:
        statement = _statement(clause, subject)
        if statement is not None:
            yield statement
        subject = next((KINDS[token.text] for token in reversed(clause) if token.text in KINDS), subject)


def _statement(clause: Sequence[Token], before: Kind | None) -> Statement | None:
    words = [token.text for token in clause]
    denied = _denies(words)
    if TOUCHING & set(words):
        return None  # where an object ends at the edge of an image is no change
    if _is_open(words, denied=denied) or (denied and "than" in words):
        return None
    kinds = _kinds(clause)
    signs = {SIGNS[word] for word in words if word in SIGNS}
    if len(signs) == 2 or not (signs or _states_change(words, kinds, denied=denied) or _denies_kind(words)):
        return None
    chosen: tuple[Kind, ...] = kinds or ((before,) if before else ("any",))
    where = places(joined(clause))
    limited = any(token.kind == "number" and not YEAR.fullmatch(token.text) for token in clause) or bool(where)
    # "appeared or changed" says no more than that something changed.
    return Statement(chosen, one_sign(clause), denied, "or" in words, where, limited)


def _kinds(clause: Sequence[Token]) -> tuple[Kind, ...]:
    """The classes of which a clause speaks; "road changes" are roads."""
    named = [token.text for at, token in enumerate(clause) if not is_landmark(at, clause)]
    kinds = tuple(dict.fromkeys(KINDS[word] for word in named if word in KINDS))
    return tuple(kind for kind in kinds if kind != "any") or kinds


def _is_open(words: Sequence[str], *, denied: bool) -> bool:
    """Whether a clause leaves open what happened: a doubt, a request, something not examined."""
    if any(word in OPEN or word in HEDGES or word in UNSURE for word in words) or _states_zero(words):
        return True
    return denied and any(word in UNDONE or word in REST for word in words)


def _states_change(words: Sequence[str], kinds: Sequence[Kind], *, denied: bool) -> bool:
    """Whether a clause says of something that it changed, or that it did not."""
    if denied and any(word in TO_CHANGE for word in words):
        did_not = any(
            word == "change" and (before == "not" or before.endswith("n't")) for before, word in pairwise(words)
        )
        return bool(kinds) or did_not or "change" not in words
    return bool(kinds) and any(word in CHANGED for word in words)


def _states_zero(words: Sequence[str]) -> bool:
    """Whether it says "0 %", which may be a little more than none; the number itself is checked."""
    return any(word == "0" and after in UNITS for word, after in pairwise(words))


def _denies(words: Sequence[str]) -> bool:
    for word, after in pairwise([*words, ""]):
        if (word in NEGATIONS or word.endswith("n't")) and (word, after) != ("not", "only"):
            return True
    zero = any(word == "0" and before != "to" for before, word in pairwise(["", *words]))
    return zero or "unchanged" in words


def _denies_kind(words: Sequence[str]) -> bool:
    """Whether it says "no roads", "nothing changed" or "no change"."""
    if "nothing" in words:
        return any(word in CHANGED or word in SIGNS or word == "change" for word in words)
    if "none" in words:
        alone = [word for word in words if word.isalpha()] == ["none"]
        return alone or any(word in KINDS for word in words) or bool(places(" ".join(words)))
    starts = [at for at, word in enumerate(words) if word in ("no", "neither", "without", "nor")]
    return any(word in KINDS or word == "change" for at in starts for word in words[at : at + 4])
