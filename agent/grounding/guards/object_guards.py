"""What is said of single objects, of all of them, and of what was not detected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.grounding.checks import Finding, Passage
from agent.grounding.guards.amount_guards import PROPORTIONS
from agent.grounding.guards.clause_words import facts_of, kind_of, sign_of, words_of
from agent.grounding.support import supporting
from agent.grounding.text.place_words import places
from agent.grounding.text.quantity import is_share
from agent.grounding.text.sentences import Token, joined
from agent.grounding.text.speech import INDIRECT, admitted, detects_none, is_of_quality, is_offer
from agent.grounding.text.statements import Statement
from agent.grounding.text.words import (
    AREA,
    COUNT,
    KINDS,
    NEGATIONS,
    PIXELS,
    Kind,
)
from agent.language.answers.english import WITH_COMPANION
from agent.language.english import ENGLISH

UNMEASURED = re.compile(
    r"\b(?:cannot|can not|can't|did not|didn't|was not|were not|has not been|have not been)"
    r" (?:be )?(?:measured?|counted?)\b"
)
ALL_OF_THEM = re.compile(
    r"\b(?:they|these|those|the (?:new |changed )?(?:buildings|houses|roads|structures|streets|objects|changes))"
    r"(?: all| that \w+)? (?:are|were|lie|lay|stand|stood|appeared|can be found)\b"
)


def _numbered(passage: Passage) -> Iterator[Finding]:
    """Of "Building 5 is gone", "building 3 lies in the north": what is said of one object."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        starts = {token.start for token in clause}
        ids = [
            int(one.quantity.values[0])
            for one in passage.parsed.claims
            if one.named and passage.parsed.sentence.tokens[one.quantity.at].start in starts
        ]
        sign, denied = sign_of(words), any(word in NEGATIONS or word.endswith("n't") for word in words)
        for number in ids:
            own = [fact for fact in passage.library.facts if fact.object_id == number and fact.role != "half"]
            signs = {fact.sign for fact in own if fact.sign}
            if sign and own and ((sign in signs) == denied):
                yield f"No tool told that object {number} {sign}.", frozenset()
            located = {place for fact in own for place in fact.places}
            told = places(joined(clause))
            if told and own and not denied and not any(part in place for part in told for place in located):
                yield f"No tool told that object {number} lies there.", frozenset()


def _companions(passage: Passage) -> Iterator[Finding]:
    """Words that claim nothing only beside another one."""
    words = set(words_of(passage.parsed.sentence.tokens))
    if is_offer(passage.parsed.sentence):
        return
    for word in words & WITH_COMPANION.keys():
        if WITH_COMPANION[word] not in words:
            yield f"'{word}' is not understood.", frozenset()


def _names(passage: Passage) -> Iterator[Finding]:
    """Reference systems, versions and the like: as a result has them."""
    for token in passage.parsed.sentence.tokens:
        if token.kind == "name":
            bare = token.text.replace(" ", "")
            steps = [one.step for one in passage.library.sources if bare in one.text.lower().replace(" ", "")]
            yield ("" if steps else f"No tool told of {token.text}."), frozenset(steps)


def _undetected(passage: Passage) -> Iterator[Finding]:
    """Of "I could not find any new building": a denial of what the tools detect."""
    for clause in passage.parsed.sentence.clauses:
        kind = kind_of(clause)
        unmeasured = UNMEASURED.search(joined(clause)) is not None and not INDIRECT & set(words_of(clause))
        unmeasured = unmeasured and not is_of_quality(joined(clause))
        measured = [one for dimension in (AREA, PIXELS, COUNT) if kind for one in facts_of(passage, dimension, kind)]
        if unmeasured and any(one.value > 0 for one in measured):
            yield "Tools measured what this says they could not.", frozenset()
        if kind is None or not detects_none(clause):
            continue
        stated = Statement((kind,), sign_of(words_of(clause)), denied=True, either=False, places=(), limited=False)
        resting = supporting(stated, passage.library.facts)
        if resting is None:
            yield "Tools detected what this says they did not.", frozenset()
        else:
            yield "", frozenset(fact.step for fact in resting)


def _all_there(passage: Passage) -> Iterator[Finding]:
    """Of "All of them are in the north", "all buildings are new": of every one that is listed, and of no others."""
    for clause in passage.parsed.sentence.clauses:
        words, found = words_of(clause), places(joined(clause))
        if is_offer(passage.parsed.sentence):
            return
        every = {"all", "every", "each", "only", "both", "exclusively"} & set(words) or _speaks_of_all(clause)
        one_each = any(after in ("each", "apiece") and _is_count(word) for word, after in pairwise(words))
        if not every or one_each:
            continue
        numbered = any(one.named for one in passage.parsed.claims)
        if found and not numbered and not any(word in NEGATIONS for word in words):
            listed = [
                one
                for one in passage.library.facts
                if one.object_id is not None and one.dimension == AREA and one.role != "half"
            ]
            inside = [any(part in place for part in found for place in one.places) for one in listed if one.places]
            if not inside or not all(inside):
                yield "No tool told that all of them lie there.", frozenset()
        at = next((at for at, word in enumerate(words) if word in ("all", "every", "each")), len(words))
        if words[at - 1 : at] == ["not"]:
            continue
        unnumbered = [word for word in words[at + 1 : at + 4] if word in KINDS]
        numbered = any(word.isdigit() or ENGLISH.number(word) is not None for word in words)
        if (
            unnumbered
            and not numbered
            and "changed" not in words[at + 1 : at + 4]
            and "new" not in words[at + 1 : at + 3]
            and "probability" not in words
            and not any(is_share(one.quantity) for one in passage.parsed.claims)
        ):
            yield "Tools count what changed, not all that stands in the images.", frozenset()


def _is_count(word: str) -> bool:
    return word.isdigit() or ENGLISH.number(word) is not None


def _speaks_of_all(clause: Sequence[Token]) -> bool:
    """Of "The houses are in the north": all of them, unless it says how many or that it is most of them."""
    words = words_of(clause)
    counted = any(token.kind == "number" for token in clause) or any(ENGLISH.number(word) is not None for word in words)
    return bool(ALL_OF_THEM.search(joined(clause))) and not counted and not PROPORTIONS & set(words)


def _only(passage: Passage) -> Iterator[Finding]:
    """Of "Only buildings changed": the other class did not."""
    for clause in passage.parsed.sentence.clauses:
        kinds = {KINDS[token.text] for token in clause if token.text in KINDS} & {"building", "road"}
        if "only" not in words_of(clause) or len(kinds) != 1 or any(token.kind == "number" for token in clause):
            continue
        other: Kind = "road" if "building" in kinds else "building"
        stated = Statement((other,), None, denied=True, either=False, places=(), limited=False)
        resting = supporting(stated, passage.library.facts)
        known = resting is not None
        yield ("" if known else f"No tool told that no {other} changed."), frozenset(f.step for f in resting or ())


def _hedged(passage: Passage) -> Iterator[Finding]:
    """Of "Houses may have been demolished": a sign must be known, also where it is worded as possible."""
    if not passage.parsed.hedged or any(admitted(passage.parsed.sentence)):
        return
    words = words_of(passage.parsed.sentence.tokens)
    of_causes = {word for cause in passage.library.causes for word in cause.text.lower().split()}
    sign, kind = sign_of([word for word in words if word not in of_causes]), kind_of(passage.parsed.sentence.tokens)
    if sign is None:
        return
    stated = Statement((kind or "any",), sign, denied=False, either=False, places=(), limited=False)
    if supporting(stated, passage.library.facts) is None:
        yield f"No tool told that anything {sign}, so that it is not possible either.", frozenset()


GUARDS = (_numbered, _companions, _names, _undetected, _all_there, _only, _hedged)
