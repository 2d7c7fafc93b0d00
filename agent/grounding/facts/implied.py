"""What follows from a result without arithmetic that a person could doubt: each kind of result registers its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch
from typing import Any

from agent.grounding.facts.fact import Fact
from agent.grounding.text.words import CHANGE, COUNT, ID, PIXELS, PLAIN
from tools.change.objects import ObjectCount
from tools.change.selection import AreaComparison, FoundObjects
from tools.change.summary import Area, ChangeSummary, Description
from tools.explain.hypotheses import Explanation
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import PairCard

HALF = 0.5


@singledispatch
def implied(result: Any, about: Fact) -> Iterator[Fact]:  # noqa: ARG001 - what others need
    """Facts that stand in no field; `about` holds what the result states of all of its numbers."""
    yield from ()


@implied.register
def _(description: Description, about: Fact) -> Iterator[Fact]:
    mask = description.changed == description.mask_agrees
    yield replace(about, value=float(description.changed), dimension=CHANGE, kind="any")
    yield replace(about, value=float(mask), dimension=CHANGE, kind="any")
    if description.part is not None:
        top, left, height, width = description.part
        yield replace(about, value=float(top + height), dimension=PLAIN)
        yield replace(about, value=float(left + width), dimension=PLAIN)


@implied.register
def _(explanation: Explanation, about: Fact) -> Iterator[Fact]:
    if not explanation.hypotheses:
        yield replace(about, value=0.0, dimension=CHANGE, kind="any")


@implied.register
def _(change: ZonalChange, about: Fact) -> Iterator[Fact]:
    changed = sum(any(cell.pixels for cell in row.classes) for row in change.rows)
    yield replace(about, value=float(changed), dimension=COUNT, kind="image")
    yield from (replace(about, value=float(row.zone), dimension=ID) for row in change.rows if row.zone.isdigit())


@implied.register
def _(card: PairCard, about: Fact) -> Iterator[Fact]:
    if card.shift is not None:
        # Below a tenth of a pixel a shift is noise, so that it may be stated to a tenth.
        for shift in (card.shift.pixels, round(card.shift.pixels, 1)):
            yield replace(about, value=shift, dimension=PIXELS)


@implied.register
def _(area: Area, about: Fact) -> Iterator[Fact]:
    yield replace(about, value=float(area.pixels > 0), dimension=CHANGE)


@implied.register
def _(summary: ChangeSummary, about: Fact) -> Iterator[Fact]:
    """The fields that hold most of a class: the first ones, until half of it is reached."""
    for row in summary.classes:
        reached = 0.0
        for field in row.where:
            place = frozenset({field.place})
            yield replace(about, value=1.0, dimension=CHANGE, kind=row.object_class, places=place, lead="most")
            reached += field.share
            if reached >= HALF:
                break


@implied.register
def _(counted: ObjectCount, about: Fact) -> Iterator[Fact]:
    if counted.largest_place is not None:
        yield replace(about, value=1.0, dimension=CHANGE, places=frozenset({counted.largest_place}), lead="largest")


@implied.register
def _(comparison: AreaComparison, about: Fact) -> Iterator[Fact]:
    if comparison.more is not None:
        yield replace(about, value=1.0, dimension=CHANGE, places=frozenset({comparison.more}), lead="most")


@implied.register
def _(selection: FoundObjects, about: Fact) -> Iterator[Fact]:
    if selection.objects and selection.order == "largest":
        place = frozenset({selection.objects[0].place})
        yield replace(about, value=1.0, dimension=CHANGE, places=place, lead="largest")
