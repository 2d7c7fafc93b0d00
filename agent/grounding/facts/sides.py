"""In which half of the image each object of a list lies, by its centre and the size of the image."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from agent.answer import Step
from agent.grounding.facts.fact import Fact
from agent.grounding.text.words import AREA, COUNT, Kind
from tools.change.change_map import ChangedObject
from tools.change.selection import FoundObjects
from tools.pairs.preflight import PairCard

HALF = 0.5


def sides(steps: Sequence[Step]) -> Iterator[Fact]:
    """Facts of objects by half, and how many lie in each; only of whole lists, and where north is up."""
    cards = [step.result for step in steps if isinstance(step.result, PairCard) and step.result.crs]
    for step in steps if len(cards) == 1 else ():
        found = step.result
        if isinstance(found, FoundObjects) and len(found.objects) == found.count and not found.condition:
            kind: Kind = "road" if found.object_class == "road" else "building"
            yield from _of_list(step.number, kind, [one.object for one in found.objects], cards[0])


def _of_list(step: int, kind: Kind, objects: Sequence[ChangedObject], card: PairCard) -> Iterator[Fact]:
    counts = Counter(dict.fromkeys(("north", "south", "east", "west"), 0))
    for one in objects:
        column, row = one.centre
        across = "west" if column < HALF * card.before.width else "east"
        down = "north" if row < HALF * card.before.height else "south"
        for side in (across, down):
            counts[side] += 1
            if one.area_m2 is not None:
                where = frozenset({side})
                yield Fact(step, one.area_m2, AREA, kind, places=where, object_id=one.id, scoped=True, role="half")
    for side, count in counts.items():
        yield Fact(step, float(count), COUNT, kind, places=frozenset({side}), scoped=True, role="half")
