"""Comparisons and ranks: of two places or two objects that are both known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.grounding.checks import Finding, Passage
from agent.grounding.guards.clause_words import words_of
from agent.grounding.referents import referents
from agent.grounding.relations import compares, related
from agent.grounding.support import places_of, supporting
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import OPPOSITE_SIDE, places
from agent.grounding.text.sentences import Token, joined
from agent.grounding.text.speech import is_offer
from agent.grounding.text.statements import Statement
from agent.grounding.text.words import (
    AREA,
    COUNTED_IN_IMAGES,
    FRACTIONS,
    HEDGES,
    KINDS,
    LARGEST,
    NEGATIONS,
    PIXELS,
    ROLES,
    SHARE,
    Sign,
)
from agent.language.english import ENGLISH

ARITHMETIC = re.compile(
    rf"\b(?:\d+|{ENGLISH.number_pattern})(?: \w+)?(?: \w+)? (?:more|less|fewer) than (?:\d|{ENGLISH.number_pattern}\b)"
)
LONE = re.compile(r"\b(?:more|fewer|less|larger|smaller|bigger|greater|higher|lower)\b")


def _compared(passage: Passage) -> Iterator[Finding]:
    """Of "Larger than": than a number, which is checked with it; of two places or two objects that are both known."""
    sentence = passage.parsed.sentence
    plain = f" {sentence.plain} "
    words = words_of(sentence.tokens)
    if any(word in HEDGES for word in words) or any(related(passage, one) for one in passage.parsed.claims):
        return
    if " than " in plain:
        ahead, _, behind = plain.partition(" than ")
        if ARITHMETIC.search(plain):
            yield "Tools returned no such sum; say the number that they returned.", frozenset()
            return
        number = bool(re.match(r"\s*(?:the |about )?[\d]", behind)) or _begins_with_number(behind)
        ids = [one for one in passage.parsed.claims if one.named]
        if number and not (places(ahead) and places(behind)):
            return
        if _is_of_places(passage, ahead, behind):
            return
        resting = compares(passage)
        if resting:
            yield "", resting
            return
        if len(ids) == 2 and _is_larger(passage, ids, smaller="smaller" in ahead):
            return
        yield "No tool compared that.", frozenset()
    else:
        yield from _more_of_a_kind(passage)


def _is_of_places(passage: Passage, ahead: str, behind: str) -> bool:
    """Whether more changed in the first place than in the second, as a comparison of both says."""
    first, second, less = places(ahead), places(behind), bool(re.search(r"\b(?:less|fewer|smaller)\b", ahead))
    more, other = (second, first) if less else (first, second)
    compared = {one for fact in passage.library.facts if fact.role == "difference" for one in fact.places}
    return bool(more and other) and bool(set(more) & compared) and not set(other) & compared


def _begins_with_number(text: str) -> bool:
    words = [word for word in text.split() if word not in ("a", "an", "the", "about")]
    return bool(words) and (ENGLISH.number(words[0]) is not None or words[0] in FRACTIONS)


def _is_larger(passage: Passage, ids: Sequence[Claim], *, smaller: bool) -> bool:
    sizes = []
    for one in ids:
        known = [
            fact.value
            for fact in passage.library.facts
            if fact.object_id == int(one.quantity.values[0]) and fact.dimension in (AREA, PIXELS)
        ]
        sizes.append(max(known, default=0.0))
    return 0 not in sizes and (sizes[0] < sizes[1] if smaller else sizes[0] > sizes[1])


def _more_of_a_kind(passage: Passage) -> Iterator[Finding]:
    """Of "More buildings", "fewer roads": a sign; other comparatives need something to be compared with."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        for at, word in enumerate(words):
            if not LONE.fullmatch(word):
                continue
            kind = next((KINDS[after] for after in words[at + 1 : at + 3] if after in KINDS), None)
            if any(after in COUNTED_IN_IMAGES for after in words[at + 1 : at + 3]) or is_offer(passage.parsed.sentence):
                continue
            if _is_borne_out(passage, word, clause):
                continue
            if kind is not None and word in ("more", "fewer", "less"):
                sign: Sign = "appeared" if word == "more" else "disappeared"
                stated = Statement(
                    (kind,), sign, any(w in NEGATIONS for w in words), either=False, places=(), limited=False
                )
                resting = supporting(stated, passage.library.facts)
                told = "" if resting is not None else f"No tool told of {word} {words[at + 1]}."
                yield told, frozenset(fact.step for fact in resting or ())
            elif not set(places(joined(clause))) & places_of(None, passage.library.facts, "most"):
                yield f"No tool compared what is called '{word}'.", frozenset()


def _is_borne_out(passage: Passage, word: str, clause: Sequence[Token]) -> bool:
    """Whether a comparative is of sizes that stand beside it, of what a median is, or of the lesser half."""
    of_median = {"median", "half"} <= set(words_of(clause))
    return of_median or _is_held_against(passage, word, clause) or _is_of_lesser_side(passage, word, clause)


def _is_held_against(passage: Passage, word: str, clause: Sequence[Token]) -> bool:
    """Of "The median is 125 m², the mean a little higher at 128 m²": sizes that both stand in the sentence."""
    known = [one for one in referents(passage) if one.at >= 0]
    inside = [token.start for token in clause]
    tokens = passage.parsed.sentence.tokens
    own = [one for one in known if tokens[one.at].start in inside]
    others = [one for one in known if one not in own]
    pairs = [(a, b) for a in own for b in others if a.dimension == b.dimension and abs(a.value - b.value) > 1]
    less = word in ("less", "fewer", "smaller", "lower")
    return bool(pairs) and all(a.value < b.value if less else a.value > b.value for a, b in pairs)


def _is_of_lesser_side(passage: Passage, word: str, clause: Sequence[Token]) -> bool:
    """Of "Less changed in the north": as a comparison with the opposite side says."""
    sides = {OPPOSITE_SIDE.get(one, "") for one in places(joined(clause))}
    compared = {one for fact in passage.library.facts if fact.role == "difference" for one in fact.places}
    return word in ("less", "fewer", "smaller", "lower") and bool(sides) and sides <= compared


def _ranked(passage: Passage) -> Iterator[Finding]:
    """Of "Building 3 is the largest", "the biggest change is a road"."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        at = next((at for at, word in enumerate(words) if word in LARGEST or ROLES.get(word) == "smallest"), None)
        if at is None:
            continue
        ordinal = words[at - 1] if at else ""
        rank = ENGLISH.ordinals.index(ordinal) if ordinal in ENGLISH.ordinals else 0
        listed = _listed(passage)
        if ROLES.get(words[at]) == "smallest":
            listed = listed[::-1]
        plural = any(word in KINDS and word.endswith("s") for word in words[at + 1 : at + 3]) or any(
            word.isdigit() or ENGLISH.number(word) is not None for word in words[max(0, at - 1) : at]
        )
        for one in passage.parsed.claims:
            inside = any(token.start == passage.parsed.sentence.tokens[one.quantity.at].start for token in clause)
            if one.named and inside and not plural:
                right = rank < len(listed) and listed[rank] == int(one.quantity.values[0])
                yield ("" if right else f"No tool told that object {one.quantity.text} has that rank."), frozenset()
        named = [KINDS[word] for word in words[:at] + words[at + 1 :] if word in KINDS and KINDS[word] != "any"]
        changes = any(word in ("change", "changes", "object", "objects") for word in words[at : at + 3])
        kinds = {fact.kind for fact in passage.library.facts if fact.object_id is not None and fact.dimension == AREA}
        if changes and named and kinds != {named[0]}:
            yield f"No tool told that the {words[at]} of all is of that class.", frozenset()


def _listed(passage: Passage) -> list[int]:
    """Numbers of the objects of a list, the largest first."""
    sizes: dict[int, float] = {}
    for fact in passage.library.facts:
        if fact.object_id is not None and fact.dimension in (AREA, PIXELS):
            sizes[fact.object_id] = max(sizes.get(fact.object_id, 0.0), fact.value)
    return sorted(sizes, key=lambda number: -sizes[number])


def _halves(passage: Passage) -> Iterator[Finding]:
    """Of "The north changed more": as a comparison of both parts says."""
    if " than " in f" {passage.parsed.sentence.plain} ":
        return
    for clause in passage.parsed.sentence.clauses:
        words, found = words_of(clause), places(joined(clause))
        compared = {one for fact in passage.library.facts if fact.role == "difference" for one in fact.places}
        half = bool({"half", "halves"} & set(words))
        ranked = "more" in words or (half and "most" in words)
        if compared and len(found) == 1 and ranked and not set(found) <= compared:
            yield f"No tool told that more changed in the {found[0]}.", frozenset()


def _likely(passage: Passage) -> Iterator[Finding]:
    """Of "A change is likely": as the probability that a tool returned says."""
    sentence = passage.parsed.sentence
    words = set(words_of(sentence.tokens))
    numbers = any(
        one.quantity.unit is not None and one.quantity.unit.dimension == SHARE for one in passage.parsed.claims
    )
    if not words & {"likely", "probable"} or numbers or passage.parsed.hedged:
        return
    sure = [
        one for one in passage.library.facts if one.role == "probability" and one.value > LIKELY and not one.object_id
    ]
    of_change = bool(words & {"change", "changed", "changes"}) and not words & NEGATIONS
    yield ("" if sure and of_change else "No tool told how likely that is."), frozenset(one.step for one in sure)


LIKELY = 0.9
GUARDS = (_likely, _compared, _ranked, _halves)
