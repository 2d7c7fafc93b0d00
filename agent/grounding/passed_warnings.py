"""Is a warning passed on in substance? By its numbers, or by enough of its words close together."""

from __future__ import annotations

from itertools import pairwise

from agent.grounding.library import content, stem
from agent.grounding.text.numbers import quantities
from agent.grounding.text.sentences import Sentence, joined, readable, sentences

ENOUGH = 0.4
"""Share of a warning's content words that must be passed on."""
ENOUGH_NUMBERS = 0.5
COMMON = frozenset(
    stem(word)
    for word in "building buildings house houses road roads image images pixel pixels picture area new look "
    "found".split()
)
"""Words of nearly every answer, which prove nothing."""


def is_passed_on(warning: str, text: str, *, english: bool) -> bool:
    """Whether a text passes a warning on; of texts that are not in English only the numbers can be checked."""
    parts = list(sentences(readable(text)))
    windows = [*pairwise(parts), *((part,) for part in parts)]
    numbers = _numbers(list(sentences(readable(warning))))
    if not english and not numbers:
        return True
    terms = content(warning) - COMMON
    return any(_passes_on(window, terms, numbers, english=english) for window in windows)


def _passes_on(
    window: tuple[Sentence, ...], terms: set[str], numbers: set[tuple[float, str]], *, english: bool
) -> bool:
    words = content(" ".join(joined(part.tokens) for part in window)) - COMMON
    shared = len(terms & words)
    if numbers and len(numbers & _numbers(window)) >= ENOUGH_NUMBERS * len(numbers) and (shared or not english):
        return True
    return english and shared >= max(1, ENOUGH * len(terms))


def _numbers(parts: list[Sentence] | tuple[Sentence, ...]) -> set[tuple[float, str]]:
    return {
        (quantity.values[0], quantity.unit.name if quantity.unit else "")
        for part in parts
        for quantity in quantities(part)
    }
