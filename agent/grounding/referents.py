"""What a sentence names that has a size: the largest, building 3, the median, a half of the image, a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from agent.grounding.checks import Passage
from agent.grounding.facts.fact import Fact
from agent.grounding.matching import judge
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import OPPOSITE_SIDE, places
from agent.grounding.text.quantity import Quantity
from agent.grounding.text.reading import read
from agent.grounding.text.sentences import Token
from agent.grounding.text.words import AREA, COUNT, PIXELS, ROLES, SHARE
from agent.language.english import ENGLISH

MORE = frozenset("more larger bigger greater higher ahead over above exceed exceeds exceeding longer".split())
LESS = frozenset("less fewer smaller lower behind under below short shy shorter".split())
OF_ALL = frozenset("total together altogether combined overall".split())
OF_IMAGE = frozenset("image scene picture frame".split())
SLACK = {AREA: 0.5, PIXELS: 0.5, COUNT: 0.0, SHARE: 0.005}
"""By how much a difference of rounded values may be off."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Something with a size that a sentence names."""

    at: int
    """Place of its word; -1 where the question names it."""
    name: str
    value: float
    dimension: str
    step: int


def wholes(passage: Passage, dimension: str) -> list[Fact]:
    """What is known of classes in the whole image."""
    return [
        one
        for one in passage.library.facts
        if one.dimension == dimension and one.kind in ("building", "road", "any") and one.step > 0
        and not (one.scoped or one.places or one.limit or one.role or one.object_id is not None)
    ]  # fmt: skip


def is_compared(words: Sequence[str], quantity: Quantity) -> bool:
    """Whether a number says by how much something is more or less."""
    return bool(set(words[quantity.last + 1 : quantity.last + 3]) & (MORE | LESS))


def referents(passage: Passage, claim: Claim | None = None) -> list[Referent]:
    """What a sentence names that has a size; what the question names, too, where the sentence names less than two."""
    tokens = passage.parsed.sentence.tokens
    found = list(_named(passage, tokens))
    for other in passage.parsed.claims:
        unit = other.quantity.unit
        if other is claim or unit is None or unit.dimension not in SLACK or is_compared(_texts(tokens), other.quantity):
            continue
        verdict = judge(other, tokens, passage.library.facts, passage.library.dates)
        if not verdict.fault:
            value = other.quantity.values[0] * unit.scale
            step = min(verdict.steps, default=0)
            found.append(Referent(other.quantity.at, f"={value:g}", value, unit.dimension, step))
    if len({one.name for one in found}) < 2:
        for parsed in read(passage.asked):
            asked = _named(passage, parsed.sentence.tokens)
            found += [Referent(-1, one.name, one.value, one.dimension, one.step) for one in asked]
    return found


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]


def _named(passage: Passage, tokens: Sequence[Token]) -> Iterator[Referent]:
    facts, words = passage.library.facts, _texts(tokens)
    for at, word in enumerate(words):
        role = ROLES.get(word, "")
        if role:
            ordinal = words[at - 1] if at else ""
            if ordinal in ENGLISH.ordinals[1:] and role in ("largest", "smallest"):
                yield from _ranked(passage, at, role, ENGLISH.ordinals.index(ordinal))
            elif role in ("largest", "smallest"):
                yield from _ranked(passage, at, role, 0)
            else:
                yield from (
                    Referent(at, role, one.value, one.dimension, one.step)
                    for one in facts
                    if one.role == role and one.dimension in (AREA, PIXELS)
                )
        if word.isdigit() and at and words[at - 1] in ("building", "house", "object", "number", "road"):
            own = [one for one in facts if one.object_id == int(word) and one.role != "of object"]
            yield from (
                Referent(at, f"#{word}", one.value, one.dimension, one.step)
                for one in own
                if one.dimension in (AREA, PIXELS)
            )
        if word in OF_ALL:
            yield from (
                Referent(at, "total", one.value, one.dimension, one.step)
                for dimension in (AREA, PIXELS, COUNT)
                for one in wholes(passage, dimension)
                if one.kind == "building" and one.sign is None
            )
        if word in OF_IMAGE:
            yield from (
                Referent(at, "image", one.value, one.dimension, one.step)
                for one in facts
                if one.kind == "image" and one.dimension == AREA and one.value > 1 and not one.limit
            )
        yield from _placed(passage, at, word, set(words))


def _ranked(passage: Passage, at: int, role: str, rank: int) -> Iterator[Referent]:
    sizes = sorted(all_sizes(passage), key=lambda one: -one.value)
    if role == "smallest":
        sizes = sizes[::-1]
    if rank < len(sizes):
        one = sizes[rank]
        yield Referent(at, f"#{one.object_id}", one.value, AREA, one.step)
    elif role == "largest" and rank == 0:
        for one in passage.library.facts:
            if one.role == "largest" and one.dimension == AREA:
                yield Referent(at, "largest", one.value, AREA, one.step)


def _placed(passage: Passage, at: int, word: str, words: Set[str]) -> Iterator[Referent]:
    """The size of what changed at a place: as a comparison of two parts tells, else as the share of a field."""
    found = places(word)
    if len(found) != 1:
        return
    here = [
        one
        for one in passage.library.facts
        if one.places == {found[0]} and one.object_id is None and one.value > 0
        and one.dimension in (AREA, PIXELS, COUNT, SHARE) and one.role in ("", "half")
    ]  # fmt: skip
    if {"half", "halves"} & words:
        here = [one for one in here if one.role == "half" or found[0] in compared_places(passage)]
    if found[0] in compared_places(passage):
        here = [one for one in here if one.dimension != SHARE]
    for one in here:
        yield Referent(at, found[0], one.value, one.dimension, one.step)


def compared_places(passage: Passage) -> set[str]:
    """The two parts that a tool compared."""
    more = {one for fact in passage.library.facts if fact.role == "difference" for one in fact.places}
    return more | {OPPOSITE_SIDE[one] for one in more if one in OPPOSITE_SIDE}


def all_sizes(passage: Passage) -> list[Fact]:
    """The area of each object of a list that is whole; empty where it is not."""
    by_id = {
        one.object_id: one
        for one in passage.library.facts
        if one.dimension == AREA
        and one.object_id is not None
        and one.role != "of object"
        and one.kind in ("building", "any")
    }
    counts = [one.value for one in wholes(passage, COUNT) if one.kind == "building" and one.sign is None]
    return list(by_id.values()) if counts and len(by_id) == max(counts) else []
