"""Amounts in words: vague counts, proportions, wholes, ranges, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from agent.grounding.checks import Finding, Passage
from agent.grounding.facts.fact import Fact
from agent.grounding.guards.clause_words import facts_of, holds, kind_of, sign_of, words_of
from agent.grounding.relations import related
from agent.grounding.support import places_of
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import places
from agent.grounding.text.quantity import is_share
from agent.grounding.text.sentences import joined
from agent.grounding.text.words import (
    AREA,
    CHANGED,
    COUNT,
    COUNTED_IN_IMAGES,
    KINDS,
    PIXELS,
    SHARE,
    SIGNS,
    Kind,
    Sign,
)
from agent.language.answers.english import VAGUE
from agent.language.english import ENGLISH

PROPORTIONS = frozenset("most mostly mainly majority".split())
WHOLE = re.compile(
    r"\b(?:now|currently|altogether|exist|stands?)\b|\bin total\b"
    r"|\bin the (?:image|images|scene|picture|pictures|area)\b"
    r"|\b(?:consists?|comprises?|contains?|includes?)\b|\btotal (?:number|count) of\b"
    r"|\bof (?:the|all|these|those) (?:buildings|houses|roads|structures|streets)\b"
)
NOW = re.compile(r"\b(?:now|currently|in all|exists?)\b")
OF_WHOLE = re.compile(r"\bof the (?:whole|entire) (?:image|scene|picture|photo|frame|area)\b")
EACH = frozenset("each every any".split())


def _vague(passage: Passage) -> Iterator[Finding]:
    """Of "Several buildings": a count in words, which a count of that kind must bear out."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        for at, word in enumerate(words):
            kind = next((KINDS[after] for after in words[at + 1 : at + 4] if after in KINDS), None)
            counts = word in VAGUE and kind is not None
            if word == "pair" and words[at + 1 : at + 2] == ["of"]:
                counts = kind is not None
            if not counts or kind is None:
                continue
            least, most = VAGUE.get(word, (2, 2))
            sign = sign_of(words)
            where = set(places(joined(clause)))
            here = [one for one in facts_of(passage, COUNT, kind) if one.kind != "image" and not one.places - where]
            of_sign = [one for one in here if sign in (None, one.sign, *_any_sign(one))]
            fits = [one for one in of_sign if least <= one.value <= most]
            if fits:
                yield "", frozenset(one.step for one in fits)
            else:
                yield f"No tool returned a count that '{word}' fits.", frozenset()


def _any_sign(fact: Fact) -> tuple[Sign, ...]:
    return () if fact.sign else ("appeared", "disappeared")


def _proportions(passage: Passage) -> Iterator[Finding]:
    """Of "Most of it": of a place, which is checked with places, or of a whole of which more than half is known."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        for at, word in enumerate(words):
            if word not in PROPORTIONS or words[at - 1 : at] == ["at"]:
                continue
            found = places(joined(clause)) or places(joined(passage.parsed.sentence.tokens))
            leading = places_of(kind_of(clause), passage.library.facts, "most")
            if not found or not set(found) <= leading:
                yield f"No tool told of '{word}'.", frozenset()


def _whole(passage: Passage) -> Iterator[Finding]:
    """Of "There are now 7 buildings": what is counted are changed ones, never all that stand there."""
    sentence = passage.parsed.sentence
    words = words_of(sentence.tokens)
    changing = any(word in SIGNS or word in CHANGED or word in ("change", "changes") for word in words)
    counts = [one for one in passage.parsed.claims if one.quantity.unit is None and not one.named and one.noun]
    counts = [one for one in counts if one.kind in ("building", "road")]
    if counts and not changing and WHOLE.search(sentence.plain):
        yield "Tools count what changed, not all that stands in the images.", frozenset()
    sized = [one for one in passage.parsed.claims if one.quantity.unit is not None and one.kind in ("building", "road")]
    if sized and not changing and NOW.search(sentence.plain):
        yield "Tools measure what changed, not all that stands in the images.", frozenset()
    for one in passage.parsed.claims:
        after = words[one.quantity.last + 1 : one.quantity.last + 4]
        if one.quantity.unit is None and after[:1] == ["of"] and any(word in KINDS for word in after):
            number = next((word for word in after if word.isdigit() or ENGLISH.number(word) is not None), None)
            if number is None and not any(word in ("these", "them") for word in after):
                yield "Tools count what changed, not how many of all that is.", frozenset()


def _entire(passage: Passage) -> Iterator[Finding]:
    """Of "The whole scene was built over": tools return how much of it was."""
    words = words_of(passage.parsed.sentence.tokens)
    shared = any(
        one.quantity.unit is not None and one.quantity.unit.dimension == SHARE for one in passage.parsed.claims
    )
    if shared and OF_WHOLE.search(passage.parsed.sentence.plain):
        return
    if {"whole", "entire"} & set(words) and any(word in SIGNS or word in CHANGED for word in words):
        yield "No tool told that of all of the image.", frozenset()


def _of_kind(passage: Passage) -> Iterator[Finding]:
    """Of "5 % of the buildings": shares are of the images."""
    words = words_of(passage.parsed.sentence.tokens)
    for one in passage.parsed.claims:
        if one.quantity.unit is None or one.quantity.unit.dimension != SHARE:
            continue
        after = words[one.quantity.last + 1 : one.quantity.last + 5]
        if words[one.quantity.at - 1 : one.quantity.at] == ["by"] and "image" not in after:
            yield "Tools return shares of the images, not by how much something grew.", frozenset()
        if after[:1] == ["of"] and any(word in KINDS and KINDS[word] in ("building", "road") for word in after[:3]):
            yield "Shares that tools return are of the images, not of all buildings or roads.", frozenset()


def _each(passage: Passage) -> Iterator[Finding]:
    """Of "Each covers more than 100 m²": of a whole list of objects."""
    is_mean = {"mean", "average", "averages"} & set(words_of(passage.parsed.sentence.tokens))
    for clause in () if is_mean else passage.parsed.sentence.clauses:  # a mean is of all, and checked as one
        words = words_of(clause)
        every = bool(EACH & set(words)) or "apiece" in words
        denied = bool({"no", "none"} & set(words))
        for one in passage.parsed.claims:
            unit = one.quantity.unit
            if every and "probability" in words and (is_share(one.quantity) or (unit and unit.dimension == SHARE)):
                if not _all_probable(passage, one, denied=False):
                    yield "No tool told that probability of each of them.", frozenset()
                continue
            inside = any(token.start == passage.parsed.sentence.tokens[one.quantity.at].start for token in clause)
            sized = unit is not None and unit.dimension in (AREA, PIXELS) and inside
            universal = (every and not any(word in COUNTED_IN_IMAGES | {"pixel", "pixels"} for word in words)) or (
                bool(one.quantity.bound) and bool({"all", "none", "no"} & set(words))
            )
            if not sized or not universal or "together" in words or unit is None or one.kind == "image":
                continue
            sizes = _all_sizes(passage, unit.dimension, one.kind)
            extreme = [
                fact.value / unit.scale
                for fact in facts_of(passage, unit.dimension, one.kind)
                if fact.role == "largest" and denied and one.quantity.bound == "over"
            ]
            if extreme and all(holds(one, value, denied=True) for value in extreme):
                continue
            if not sizes or not all(holds(one, fact.value / unit.scale, denied=denied) for fact in sizes):
                yield "No tool told that of each of them.", frozenset()


def universal(passage: Passage, claim: Claim) -> frozenset[int]:
    """The steps by which a limit holds of all: "all are larger than 100 m²"; empty where it does not."""
    words, unit = set(words_of(passage.parsed.sentence.tokens)), claim.quantity.unit
    if not claim.quantity.bound or not words & (EACH | {"all", "none", "no"}):
        return frozenset()
    if "probability" in words and (is_share(claim.quantity) or (unit is not None and unit.dimension == SHARE)):
        return _all_probable(passage, claim, denied=bool(words & {"no", "none"}))
    if unit is None or unit.dimension not in (AREA, PIXELS):
        return frozenset()
    denied = bool(words & {"no", "none"})
    sizes = _all_sizes(passage, unit.dimension, claim.kind)
    is_true = sizes and all(holds(claim, one.value / unit.scale, denied=denied) for one in sizes)
    return frozenset(one.step for one in sizes) if is_true else frozenset()


def _all_probable(passage: Passage, claim: Claim, *, denied: bool) -> frozenset[int]:
    """The steps by which the probability of each object is within a limit."""
    scale = 1.0 if claim.quantity.unit is None else claim.quantity.unit.scale
    known = [
        one for one in facts_of(passage, SHARE, claim.kind) if one.role == "probability" and one.object_id is not None
    ]
    right = known and all(holds(claim, one.value / scale, denied=denied) for one in known)
    return frozenset(one.step for one in known) if right else frozenset()


def _all_sizes(passage: Passage, dimension: str, kind: Kind | None) -> list[Fact]:
    """The sizes of all objects; empty where only some of those that were counted are listed."""
    sizes = [one for one in facts_of(passage, dimension, kind) if one.object_id is not None and one.role != "of object"]
    counted = [one for one in facts_of(passage, COUNT, kind) if one.kind in ("building", "road", "any")]
    counts = [one.value for one in counted if not (one.scoped or one.places or one.role)]
    return sizes if len({one.object_id for one in sizes}) >= max(counts, default=0) else []


def _ranges(passage: Passage) -> Iterator[Finding]:
    """Of "The buildings are 108 to 157 m2": from the smallest to the largest, or an interval that a tool returned."""
    words = words_of(passage.parsed.sentence.tokens)
    for one, other in pairwise(passage.parsed.claims):
        joint = words[one.quantity.last + 1 : other.quantity.at]
        unit = other.quantity.unit
        if joint not in (["to"], ["-"], ["and"]) or (joint == ["and"] and "between" not in words) or unit is None:
            continue
        if unit.dimension not in (AREA, PIXELS) or one.quantity.unit is None:
            continue
        facts = facts_of(passage, unit.dimension, one.kind)
        sizes = sorted(fact.value / unit.scale for fact in facts if fact.object_id is not None)
        ends = [(sizes[0], sizes[-1])] if sizes else []
        apart = [
            fact.value / unit.scale for fact in facts if fact.scoped and fact.object_id is None and not fact.places
        ]
        ends += list(pairwise(apart))
        if "between" in words and related(passage, one):
            continue
        if not any(holds(one, low, denied=False) and holds(other, high, denied=False) for low, high in ends):
            yield "No tool returned that range.", frozenset()


GUARDS = (_vague, _proportions, _whole, _entire, _of_kind, _each, _ranges)
