"""A text as sentences with what each of them claims. Knows no result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.grounding.text.claims import Claim, claim
from agent.grounding.text.numbers import quantities
from agent.grounding.text.sentences import Sentence, sentences
from agent.grounding.text.statements import Statement, statements
from agent.grounding.text.words import CHANGED, FUNCTION_WORDS, HEDGES, KINDS, SIGNS, Kind

PRONOUNS = frozenset("it they its their them these those this that".split())
HEADINGS = frozenset("cause causes explanation explanations hypothesis hypotheses reason reasons".split())
"""Words of a sentence whose hedge goes on for what it announces: "Possible causes: ..."."""

SHORT = 6
"""Words of a text that is too short to detect its language."""
MIN_KNOWN = 1 / 12
"""Share of the words of an English text that are common ones, at least."""


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its claims."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    hedged: bool


def is_english(text: str) -> bool:
    """Whether the words of a text can be checked; what is too short to decide counts as English."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    known = sum(word in FUNCTION_WORDS or word in KINDS or word in SIGNS or word in CHANGED for word in words)
    latin = sum(word.isascii() for word in words)
    return latin * 2 >= len(words) and (len(words) < SHORT or known >= MIN_KNOWN * len(words))


def read(text: str, *, english: bool = True) -> Iterator[ParsedSentence]:
    """The sentences of a text with what they claim."""
    subject: Kind | None = None
    announced = False
    for sentence in sentences(text):
        numbers = quantities(sentence, english=english)
        before = subject if any(token.text in PRONOUNS for token in sentence.tokens[:3]) else None
        claims = tuple(claim(quantity, sentence, before) for quantity in numbers)
        stated = tuple(statements(sentence, before))
        words = {token.text for token in sentence.tokens}
        hedged = bool(words & HEDGES)
        announced = announced or (hedged and bool(words & HEADINGS))
        yield ParsedSentence(sentence, claims, stated, hedged or announced)
        subject = next((KINDS[t.text] for t in reversed(sentence.tokens) if t.text in KINDS), before)
