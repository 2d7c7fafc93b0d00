"""States that results hold as yes or no: warnings, missing data, objects cut off by the edge of the image."""

from __future__ import annotations

from collections.abc import Iterator

from agent.grounding.checks import Finding, Passage
from agent.grounding.guards.clause_words import words_of
from agent.grounding.text.speech import admitted, is_offer, is_question
from agent.grounding.text.words import NEGATIONS

WARNINGS = frozenset("warning warnings caution cautions flags".split())
CUT = frozenset("touch touches touching touched cut clipped truncated".split())
EDGES = frozenset("edge edges border borders boundary boundaries margin margins frame".split())
MISSING = frozenset("missing nodata no-data gaps gap holes".split())
WRONG = frozenset("wrong mistaken incorrect false untrue error-free".split())


def _states(passage: Passage) -> Iterator[Finding]:
    """Of "No warnings", "nothing touches the edge", "no missing data": as a tool returned it."""
    sentence = passage.parsed.sentence
    if is_offer(sentence) or is_question(sentence) or any(admitted(sentence)):
        return
    for clause in sentence.clauses:
        words = words_of(clause)
        denied = any(word in NEGATIONS or word.endswith("n't") for word in words)
        topics = {
            "warnings": bool(WARNINGS & set(words)),
            "edge": bool(CUT & set(words) and EDGES & set(words)),
            "unclear": denied and "unknown" in words and bool({"share", "pixels"} & set(words)),
            "identical": "identical" in words,
            "nodata": bool(MISSING & set(words)) and "data" in words,
        }
        for role, is_told in topics.items():
            known = [one for one in passage.library.facts if one.role == role]
            if not is_told or (role in ("warnings", "unclear") and not known):
                continue
            right = bool(known) and denied == all(one.value == 0 for one in known)
            yield ("" if right else f"No tool told that of {role}."), frozenset(one.step for one in known if right)


def _faultless(passage: Passage) -> Iterator[Finding]:
    """Of "The count can't be wrong", "it is not true that": no tool vouches for itself, denials are plain."""
    for clause in passage.parsed.sentence.clauses:
        words = words_of(clause)
        denied = any(word in NEGATIONS or word.endswith("n't") for word in words)
        told = next((at for at, word in enumerate(words) if word in WRONG or word in ("true", "right", "correct")), -1)
        if told >= 0 and words[told + 1 : told + 2] == ["that"] and (denied or words[told] in WRONG):
            yield "Say what the tools returned without denying a denial.", frozenset()
        elif denied and WRONG & set(words) and {"could", "can", "cannot", "can't", "never", "possibly"} & set(words):
            yield "No tool is without error.", frozenset()


GUARDS = (_states, _faultless)
