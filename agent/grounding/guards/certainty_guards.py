"""How sure a network is, how well images fit, and what is said of all the others: words that a result must bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.grounding.checks import Finding, Passage
from agent.grounding.facts.fact import Fact
from agent.grounding.guards.clause_words import words_of
from agent.grounding.text.place_words import places
from agent.grounding.text.sentences import Token, joined
from agent.grounding.text.speech import INDIRECT, is_offer, is_question
from agent.grounding.text.words import COUNT, KINDS, NEGATIONS, REST, SHARE, SIGNS, UNSURE

LIKELY = 0.9
"""Probability from which a network may be called sure."""
WHOLLY = 0.995
"""Share from which images may be said to overlap completely."""
SURE = frozenset({"sure"})
OTHERS = frozenset("others rest remaining".split())
COMPLETE = frozenset("completely fully entirely totally wholly".split())
CLOUDS = frozenset("cloud clouds cloudy".split())
AGREE = frozenset("agree agrees".split())
OF_AGREEMENT = frozenset("caption mask network sentence description both map maps probability".split())


def _with_role(passage: Passage, role: str) -> list[Fact]:
    return [one for one in passage.library.facts if one.role == role]


def _steps(facts: Sequence[Fact]) -> frozenset[int]:
    return frozenset(one.step for one in facts)


def _is_denied(words: Sequence[str]) -> bool:
    return any(word in NEGATIONS or word.endswith("n't") for word in words)


def _is_open(words: Sequence[str]) -> bool:
    """Whether it speaks of the writer: "I am unsure why"."""
    return "i" in words or bool(INDIRECT & set(words))


def _unsure(passage: Passage) -> Iterator[Finding]:
    """Of "None of them is uncertain", "two are uncertain": as many as a tool returned."""
    tokens = passage.parsed.sentence.tokens
    for clause in passage.parsed.sentence.clauses:
        words, starts = words_of(clause), {token.start for token in clause}
        if not UNSURE & set(words) or _is_open(words):
            continue
        known = [one for one in _with_role(passage, "unsure") if one.dimension == COUNT]
        told = [
            one.quantity.values[0]
            for one in passage.parsed.claims
            if tokens[one.quantity.at].start in starts and tokens[one.quantity.at - 1].text not in ("of", "the", "all")
        ]
        count = 0.0 if _is_denied(words) else next(iter(told), None)
        right = count is not None and any(one.value == count for one in known)
        yield ("" if right else "No tool told that of how many are uncertain."), _steps(known if right else ())


def _sure(passage: Passage) -> Iterator[Finding]:
    """Of "I am quite sure": where a probability of change is high."""
    words = words_of(passage.parsed.sentence.tokens)
    if not SURE & set(words) or _is_denied(words) or is_question(passage.parsed.sentence):
        return
    if {"100", "hundred"} & set(words):
        yield "No tool is sure without doubt.", frozenset()
        return
    told = _with_role(passage, "probability")
    high = [one for one in told if one.value > LIKELY and one.object_id is None]
    high = high or ([one for one in told if all(other.value > LIKELY for other in told)])
    yield ("" if high else "No tool told how sure that is."), _steps(high)


def _agreeing(passage: Passage) -> Iterator[Finding]:
    """Of "The caption and the mask agree": as a tool tells."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        if not AGREE & set(words) or "i" in words:
            continue
        known = _with_role(passage, "agreement")
        right = bool(OF_AGREEMENT & set(words)) and any(one.value != _is_denied(words) for one in known)
        yield ("" if right else "No tool told that they agree."), _steps(known if right else ())


def _fitting(passage: Passage) -> Iterator[Finding]:
    """Of "No clouds", "the images overlap completely": as the shares that a tool measured say."""
    for clause in passage.parsed.sentence.clauses:
        words = set(words_of(clause))
        if CLOUDS & words and not _is_open(list(words)):
            clouds = _with_role(passage, "clouds")
            right = bool(clouds) and _is_denied(list(words)) == all(one.value == 0 for one in clouds)
            yield ("" if right else "No tool told that of clouds."), _steps(clouds if right else ())
        if COMPLETE & words and not _is_denied(list(words)):
            whole = [one for one in _with_role(passage, "overlap") if one.value >= WHOLLY]
            right = bool(whole) and bool({"overlap", "overlaps"} & words)
            yield ("" if right else "No tool told that of all of it."), _steps(whole if right else ())


def _others(passage: Passage) -> Iterator[Finding]:
    """Of "Two are in the north, the others in the south": no place of any is left out; "the rest is unchanged"."""
    sentence = passage.parsed.sentence
    if is_offer(sentence) or is_question(sentence):
        return
    for clause in sentence.clauses:
        words = set(words_of(clause))
        if not OTHERS & words or (_is_denied(list(words)) and words & {"%", "percent"}):
            continue  # a share that is unchanged is checked as a number
        if _is_rest_of_image(clause):
            known = _with_role(passage, "unchanged")
            yield ("" if known else "No tool told that the rest did not change."), _steps(known)
            continue
        listed = [
            one for one in passage.library.facts if one.object_id is not None and one.places and one.role != "half"
        ]
        listed = listed or [one for one in passage.library.facts if one.dimension == SHARE and len(one.places) == 1]
        told = set(places(sentence.plain))
        right = (
            bool(places(joined(clause)))
            and bool(listed)
            and _are_told(told, {place for one in listed for place in one.places})
        )
        yield ("" if right else "No tool told that of all the others."), _steps(listed if right else ())


def _are_told(told: set[str], known: set[str]) -> bool:
    """Whether the others are at the places that are told; the first of several may stand in a sentence before."""
    return known <= told or (len(told) > 1 and told <= known and len(known - told) == 1)


def _is_rest_of_image(clause: Sequence[Token]) -> bool:
    words = words_of(clause)
    of_class = any(word in KINDS or word in SIGNS or word in REST - OTHERS for word in words)
    changing = any(word in ("change", "changed") for word in words) and _is_denied(words)
    return not of_class and not places(joined(clause)) and ("unchanged" in words or changing)


GUARDS = (_unsure, _sure, _agreeing, _fitting, _others)
