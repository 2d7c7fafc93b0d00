"""Plain words that claim something beside numbers and signs: amounts in words, times, ranks, comparisons, wholes.

Each guard looks for its words in a sentence and holds them against the facts; where it finds its words and no fact, the
sentence is at fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from agent.grounding.checks import Finding, Passage
from agent.grounding.guards import (
    amount_guards,
    certainty_guards,
    comparison_guards,
    object_guards,
    place_guards,
    state_guards,
    time_guards,
)

GUARDS = (
    *amount_guards.GUARDS,
    *time_guards.GUARDS,
    *comparison_guards.GUARDS,
    *object_guards.GUARDS,
    *certainty_guards.GUARDS,
    *place_guards.GUARDS,
    *state_guards.GUARDS,
)


def guards(passage: Passage) -> Iterator[Finding]:
    """All faults of words that are plain, but claim something; what stands in a result word by word has none."""
    if not passage.repeated:
        for guard in GUARDS:
            yield from guard(passage)
