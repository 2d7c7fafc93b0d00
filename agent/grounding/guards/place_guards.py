"""Where single objects lie: the place that a sentence gives to the largest one, to building 3, to the one of 139 m²."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from agent.grounding.checks import Finding, Passage, locations
from agent.grounding.facts.fact import Fact
from agent.grounding.guards.clause_words import words_of
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import places
from agent.grounding.text.reading import read
from agent.grounding.text.sentences import Token
from agent.grounding.text.speech import is_offer, is_question
from agent.grounding.text.words import AREA, KINDS, MOST, NEGATIONS, PIXELS, ROLES
from agent.language.english import ENGLISH

HALVES = frozenset("half halves side sides".split())
OTHER_SUBJECTS = MOST | frozenset("rest others remaining area change changes footprint than part".split())
"""Words from which on a place is of something else than the object before it."""
OF_SUBJECT = frozenset(
    "has have had holds held gained gains leads led is was saw changed comes came accounts covers got contains".split()
)
"""Verbs behind a place that is the subject itself: "the south has more"."""
MAX_ELLIPSIS = 14
"""Words of an answer that goes on with what the question named."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """Something at a place of a sentence: an object, a place, or another subject."""

    at: int
    objects: frozenset[int] | None = None
    place: str = ""


def _placed(passage: Passage) -> Iterator[Finding]:
    """Of "The second largest stands in the north-west": as the list of objects has it."""
    sentence = passage.parsed.sentence
    words = words_of(sentence.tokens)
    if is_offer(sentence) or is_question(sentence) or NEGATIONS & set(words):
        return
    if any(fault for fault, _ in locations(passage)):
        return
    mentions = sorted(_mentions(passage, passage.parsed.claims, sentence.tokens), key=lambda one: one.at)
    if not any(one.objects for one in mentions):
        if len(words) > MAX_ELLIPSIS or any(word in KINDS for word in words):
            return
        mentions = [*_asked(passage), *mentions]
    for objects, place in _pairs(mentions):
        known = _where(passage, objects, set(words))
        if not any(place in one or (one == place) for one in known):
            yield f"No tool told that this object lies in the {place}.", frozenset()


def _asked(passage: Passage) -> Iterator[_Mention]:
    """The one object that the question before is about."""
    named = [one for parsed in read(passage.asked) for one in _objects(passage, parsed.claims, parsed.sentence.tokens)]
    if len(named) == 1:
        yield _Mention(-1, named[0].objects)


def _pairs(mentions: Sequence[_Mention]) -> Iterator[tuple[frozenset[int], str]]:
    """Objects with the places that are told of them: the object before a place, else the one behind it."""
    first_place = next((at for at, one in enumerate(mentions) if one.place), len(mentions))
    behind = not any(one.objects is not None for one in mentions[:first_place])
    current: frozenset[int] | None = None
    fresh = False  # whether the last mention was an object, so that the next one joins it: "2, 3 and 4"
    for one in reversed(mentions) if behind else mentions:
        if one.place and current:
            yield current, one.place
            current = None if behind else current
            fresh = False
        elif not one.place:
            current = current | one.objects if fresh and current and one.objects else one.objects
            fresh = True


def _mentions(passage: Passage, claims: Sequence[Claim], tokens: Sequence[Token]) -> Iterator[_Mention]:
    objects = list(_objects(passage, claims, tokens))
    taken = {one.at for one in objects}
    yield from objects
    for at, token in enumerate(tokens):
        if not (at + 1 < len(tokens) and tokens[at + 1].text in OF_SUBJECT):
            of = at + 1 < len(tokens) and tokens[at + 1].text == "of"
            yield from (_Mention(at, place=one) for one in places(token.text) if not (of and one == "centre"))
        if token.text in OTHER_SUBJECTS or (token.text in KINDS and token.text.endswith("s")):
            yield _Mention(at, frozenset())
    for claim in claims:
        if claim.quantity.at not in taken and not claim.named:
            yield _Mention(claim.quantity.at, frozenset())


def _objects(passage: Passage, claims: Sequence[Claim], tokens: Sequence[Token]) -> Iterator[_Mention]:
    words = words_of(tokens)
    listed = [one.object_id for one in _listed(passage)]
    for at, word in enumerate(words):
        role = ROLES.get(word)
        many = any(other in KINDS and other.endswith("s") for other in words[at + 1 : at + 3])
        counted = at > 0 and (words[at - 1].isdigit() or ENGLISH.number(words[at - 1]) is not None)
        if role not in ("largest", "smallest") or counted or (many and "of" not in words[at + 1 : at + 3]):
            continue
        ordinal = words[at - 1] if at else ""
        rank = ENGLISH.ordinals.index(ordinal) if ordinal in ENGLISH.ordinals else 0
        ordered = listed if role == "largest" else listed[::-1]
        if rank < len(ordered):
            yield _Mention(at, frozenset({ordered[rank] or 0}))
    for claim in claims:
        if claim.named:
            yield _Mention(claim.quantity.at, frozenset({int(claim.quantity.values[0])}))
        elif claim.quantity.unit is not None and claim.quantity.unit.dimension in (AREA, PIXELS):
            number = _of_size(passage, claim)
            if number is not None:
                yield _Mention(claim.quantity.at, frozenset({number}))


def _listed(passage: Passage) -> list[Fact]:
    """The objects of a list, the largest first."""
    sizes: dict[int, Fact] = {}
    for fact in passage.library.facts:
        if fact.object_id is not None and fact.dimension == AREA and fact.role != "of object":
            sizes.setdefault(fact.object_id, fact)
    return sorted(sizes.values(), key=lambda one: -one.value)


def _of_size(passage: Passage, claim: Claim) -> int | None:
    """The number of the one object that has a size; None where several have it, or something else has."""
    unit = claim.quantity.unit
    if unit is None:
        return None
    wanted = claim.quantity.readings[0]
    fits = [
        fact
        for fact in passage.library.facts
        if fact.dimension == unit.dimension and abs(fact.value / unit.scale - wanted.value) <= wanted.exact
    ]
    numbers = {fact.object_id for fact in fits if fact.role not in ("largest", "smallest") or fact.object_id}
    return next(iter(numbers)) if len(numbers) == 1 else None


def _where(passage: Passage, objects: frozenset[int], words: Set[str]) -> set[str]:
    """Where an object lies; which half of the image it lies in only where halves are spoken of."""
    own = [one for one in passage.library.facts if one.object_id in objects and one.places]
    found = {place for one in own if one.role != "half" or HALVES & words for place in one.places}
    largest = [one.object_id for one in _listed(passage)[:1]]
    if objects & set(largest):
        found |= {place for one in passage.library.facts if one.lead == "largest" for place in one.places}
    return found


GUARDS = (_placed,)
