"""What follows from several results together by arithmetic that nobody doubts, such as a mean size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.grounding.facts.fact import NO_STEP, Fact
from agent.grounding.text.words import AREA, COUNT, PIXELS, SHARE, Kind

CLASSES: tuple[Kind, ...] = ("building", "road")
MEASURES = (AREA, PIXELS, SHARE, COUNT)


def derived(facts: Sequence[Fact]) -> list[Fact]:
    """Facts that follow from others."""
    return [*_mean_sizes(facts), *_only_class(facts), *_unchanged_share(facts)]


def _whole(facts: Sequence[Fact], kind: Kind, dimension: str) -> list[Fact]:
    """What is known of a class in the whole image."""
    return [
        fact
        for fact in facts
        if fact.kind == kind and fact.dimension == dimension and fact.step != NO_STEP
        and not (fact.scoped or fact.places or fact.limit or fact.role or fact.object_id is not None)
    ]  # fmt: skip


def _mean_sizes(facts: Sequence[Fact]) -> Iterator[Fact]:
    for kind in CLASSES:
        counts = {fact.value for fact in _whole(facts, kind, COUNT) if fact.sign is None and fact.value > 0}
        for area in _whole(facts, kind, AREA):
            if len(counts) == 1:
                yield replace(area, value=area.value / next(iter(counts)), role="mean")


def _only_class(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Where one of both classes did not change, all that changed is of the other."""
    for kind, other in zip(CLASSES, reversed(CLASSES), strict=True):
        known = [fact for dimension in MEASURES for fact in _whole(facts, other, dimension)]
        if known and all(fact.value == 0 for fact in known):
            yield from (replace(fact, kind=kind) for fact in facts if fact.kind == "any" and fact.step != NO_STEP)
            yield from (replace(fact, kind="any") for fact in facts if fact.kind == kind and fact.step != NO_STEP)


def _unchanged_share(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Of an image of which the share of every class is known."""
    shares = {kind: [one.value for one in _whole(facts, kind, SHARE)] for kind in CLASSES}
    if all(shares.values()):
        changed = sum(max(values) for values in shares.values())
        first = next(fact for fact in facts if fact.kind == "building" and fact.dimension == SHARE)
        yield replace(first, value=1 - changed, kind=None, places=frozenset(), role="unchanged")
