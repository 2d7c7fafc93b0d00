"""A text as sentences with what each of them claims. Knows no result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agent.grounding.text.claims import Claim, claim, opposed
from agent.grounding.text.numbers import quantities
from agent.grounding.text.sentences import Sentence, sentences
from agent.grounding.text.statements import Statement, statements
from agent.grounding.text.words import HEDGES, KINDS, Kind

PRONOUNS = frozenset("none it they its their them these those this that".split())
HEADINGS = frozenset("cause causes explanation explanations hypothesis hypotheses reason reasons".split())
"""Words of a sentence whose hedge goes on for what it announces: "Possible causes: ..."."""


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence with its claims."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    hedged: bool


def read(text: str, *, english: bool = True) -> Iterator[ParsedSentence]:
    """The sentences of a text with what they claim."""
    reader = Reader()
    for sentence in sentences(text):
        yield reader.parse(sentence, english=english)


class Reader:
    """Reads one sentence after the other, and remembers of what the last one spoke."""

    def __init__(self, asked: str = "") -> None:
        kinds = {KINDS[token.text] for one in sentences(asked) for token in one.tokens if token.text in KINDS}
        self._subject: Kind | None = next(iter(kinds)) if len(kinds) == 1 else None
        self._announced = False

    def parse(self, sentence: Sentence, *, english: bool = True) -> ParsedSentence:
        """A sentence with what it claims.

        Args:
            sentence: the next one.
            english: whether its numbers are written as in English.
        """
        numbers = quantities(sentence, english=english)
        before = self._subject if any(token.text in PRONOUNS for token in sentence.tokens[:3]) else None
        claims = opposed(tuple(claim(quantity, sentence, before) for quantity in numbers), sentence)
        stated = tuple(statements(sentence, before))
        words = {token.text for token in sentence.tokens}
        hedged = bool(words & HEDGES)
        self._announced = self._announced or (hedged and bool(words & HEADINGS))
        self._subject = next((KINDS[t.text] for t in reversed(sentence.tokens) if t.text in KINDS), before)
        return ParsedSentence(sentence, claims, stated, hedged or self._announced)
