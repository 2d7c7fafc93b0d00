"""What follows from a result without arithmetic that a person could doubt: each kind of result registers its own."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch
from typing import Any

from agent.grounding.facts.fact import Fact
from agent.grounding.text.place_words import places
from agent.grounding.text.words import AREA, CHANGE, COUNT, ID, KINDS, LENGTH, PIXELS, PLAIN, SHARE, SIGNS, Sign
from tools.change.change_map import ChangedObject
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects
from tools.change.statistics.comparison import AreaComparison, PartChange
from tools.change.statistics.object_statistics import ObjectStatistic
from tools.change.summary import Area, ChangeSummary, Description
from tools.explain.certainty import Certainty
from tools.explain.hypotheses import Explanation
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import LandChange
from tools.measurements.land.land_patches import LandPatches
from tools.measurements.parcels.parcel_change import ParcelChange
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import PairCard
from tools.radar.radar_change import RadarChange
from tools.spectrum.change_signs import BURNT

HALF = 0.5
WHOLLY = 0.995
"""Share from which fields hold all of a class."""
UTM = re.compile(r"EPSG:32[67](\d\d)")
AGREEMENT = "agreement"
PROBABLE = re.compile(r"(\d+) % probable")
MOST = frozenset({"mostly", "all", "both"})
"""Words of captions for where most of something lies."""
EMPTIABLE = frozenset({"centre", "north-east", "north-west", "south-east", "south-west"})
FIELDS = EMPTIABLE | {"north", "south", "east", "west"}
"""The places of a selection, by compass."""


@singledispatch
def implied(result: Any, about: Fact) -> Iterator[Fact]:  # noqa: ARG001 - what others need
    """Facts that stand in no field; `about` holds what the result states of all of its numbers."""
    yield from ()


@implied.register
def _(description: Description, about: Fact) -> Iterator[Fact]:
    yield replace(about, value=float(description.changed), dimension=CHANGE, kind="any")
    for clause in description.caption.split("; "):
        yield from _of_clause(clause, about)
    yield _agreement(about, float(description.mask_agrees))
    if description.part is not None:
        top, left, height, width = description.part
        yield replace(about, value=float(top + height), dimension=PLAIN)
        yield replace(about, value=float(left + width), dimension=PLAIN)


def _of_clause(clause: str, about: Fact) -> Iterator[Fact]:
    """Where what a clause of a caption tells lies, and how probable it is."""
    words = clause.replace(",", " ").split()
    if "no" in words:
        return
    kind = next((KINDS[word] for word in words if KINDS.get(word) in ("building", "road")), None)
    sign = next((SIGNS[word] for word in words if word in SIGNS), None) if kind else None
    where = replace(about, kind=kind, sign=sign, places=frozenset(places(clause)))
    if where.places:
        yield replace(where, value=1.0, dimension=CHANGE, lead="most" if MOST & set(words) else "")
    for probability in PROBABLE.findall(clause):
        yield replace(where, value=int(probability) / 100, dimension=SHARE, role="probability")


@implied.register
def _(certainty: Certainty, about: Fact) -> Iterator[Fact]:
    yield _agreement(about, float(certainty.mask_agrees))


def _agreement(about: Fact, agrees: float) -> Fact:
    """Whether the probability of the network and its maps tell the same."""
    return replace(about, value=agrees, dimension=AGREEMENT, role="agreement")


@implied.register
def _(explanation: Explanation, about: Fact) -> Iterator[Fact]:
    if not explanation.hypotheses:
        yield replace(about, value=0.0, dimension=CHANGE, kind="any")


@implied.register
def _(one: ChangedObject, about: Fact) -> Iterator[Fact]:
    yield replace(about, value=float(one.touches_edge), dimension="edge", role="edge")


@implied.register
def _(change: ZonalChange, about: Fact) -> Iterator[Fact]:
    changed = sum(any(cell.pixels for cell in row.classes) for row in change.rows)
    yield replace(about, value=float(changed), dimension=COUNT, kind="image")
    yield from (replace(about, value=float(row.zone), dimension=ID) for row in change.rows if row.zone.isdigit())


@implied.register
def _(card: PairCard, about: Fact) -> Iterator[Fact]:
    about = replace(about, kind="image")
    if card.resolution_m is not None:
        for side in (card.before.width, card.before.height):
            yield replace(about, value=side * card.resolution_m, dimension=LENGTH)
        yield replace(about, value=card.resolution_m**2, dimension=AREA)
    yield replace(about, value=float(card.identical), dimension="identical", role="identical")
    yield from _time_between(card, about)
    zone = UTM.fullmatch(card.crs or "")
    if zone is not None:
        yield replace(about, value=float(zone[1]), dimension=PLAIN)
    if card.bounds is not None and card.resolution_m is not None:
        west, south, east, north = card.bounds
        yield from (replace(about, value=side, dimension=LENGTH) for side in (east - west, north - south))
    if card.shift is not None:
        # Below a tenth of a pixel a shift is noise, so that it may be stated to a tenth.
        for shift in (card.shift.pixels, round(card.shift.pixels, 1)):
            yield replace(about, value=shift, dimension=PIXELS)


def _time_between(card: PairCard, about: Fact) -> Iterator[Fact]:
    dates = [date.date for date in (card.before, card.after)]
    if None not in dates:
        first, last = (datetime.date.fromisoformat(str(date)[:10]) for date in dates)
        days = float((last - first).days)
        for unit, length in (("days", 1.0), ("weeks", 7.0), ("months", 30.44), ("years", 365.25)):
            yield replace(about, value=days / length, dimension=unit)


@implied.register
def _(area: Area, about: Fact) -> Iterator[Fact]:
    if area.pixels or area.filter.keeps_all:
        yield replace(about, value=float(area.pixels > 0), dimension=CHANGE)


@implied.register
def _(found: ObjectStatistic, about: Fact) -> Iterator[Fact]:
    if found.years is not None:
        yield replace(about, value=found.years, dimension="years", kind="image")


@implied.register
def _(land: LandChange, about: Fact) -> Iterator[Fact]:
    """What was lost and gained with its sign, also a year; the net change as a share; and where most of it lies."""
    grounds: tuple[tuple[Ground | None, Sign], ...] = (
        (land.lost, "disappeared"), (land.gained, "appeared"), (land.noise, "disappeared"),
        (land.net, "disappeared" if land.net.pixels < 0 else "appeared"),
    )  # fmt: skip
    for ground, sign in grounds:
        signed = replace(about, sign=sign)
        for span in (1.0, land.years) if land.years else (1.0,):
            yield from _of_ground(ground, span, signed)
        if ground is land.net and land.before is not None and land.before.pixels:
            yield replace(signed, value=abs(land.net.pixels) / land.before.pixels, dimension=SHARE)
    if land.cover == "burnt":
        yield Fact(about.step, BURNT, PLAIN, "image")
    if land.years:
        yield replace(about, value=land.years, dimension="years", kind="image")
    for fields in (land.lost_where, land.gained_where):
        for field in fields[:1]:
            where = replace(about, places=about.places | {field.place})
            yield replace(where, value=field.share, dimension=SHARE, scoped=True, lead="most")


@implied.register
def _(found: LandPatches, about: Fact) -> Iterator[Fact]:
    """How many pieces there are, with and without limits, their sizes, and the size below which none is told."""
    signed = replace(about, sign="disappeared" if found.way == "lost" else "appeared")
    for count in (found.count, found.of):
        if count is not None:
            yield replace(signed, value=float(count), dimension=COUNT, scoped=True)
            yield replace(about, value=float(count), dimension=COUNT, kind="image", scoped=True)
    for patch in found.patches:
        yield replace(about, value=float(patch.rank), dimension=ID)
    sizes = [(found.pixels, found.area_m2), *((patch.pixels, patch.area_m2) for patch in found.patches)]
    for pixels, area_m2 in sizes:
        yield replace(signed, value=float(pixels), dimension=PIXELS)
        if area_m2 is not None:
            yield replace(signed, value=area_m2, dimension=AREA)
    if found.area_m2 and found.pixels:
        smallest = found.area_m2 * found.smallest_pixels / found.pixels
        yield replace(about, value=smallest, dimension=AREA, kind="image", limit=True)
    yield replace(about, value=float(found.smallest_pixels), dimension=PIXELS, kind="image", limit=True)


@implied.register
def _(found: ParcelChange, about: Fact) -> Iterator[Fact]:
    """In how many parcels how much changed, with the sign of what is asked; sizes and shares of those listed."""
    sign: Sign | None = {"lost": "disappeared", "gained": "appeared"}.get(found.way)  # type: ignore[assignment]
    signed = about if sign is None else replace(about, sign=sign)
    for row in found.rows:
        for share in (row.share, row.low_share, row.high_share):
            yield replace(signed, value=share, dimension=SHARE, scoped=True)
        yield from _of_size(row.pixels, row.area_m2, signed)
    yield from _of_size(found.pixels, found.area_m2, signed)


def _of_size(pixels: int, area_m2: float | None, about: Fact) -> Iterator[Fact]:
    yield replace(about, value=float(pixels), dimension=PIXELS)
    if area_m2 is not None:
        yield replace(about, value=area_m2, dimension=AREA)


def _of_ground(ground: Ground | None, years: float, about: Fact) -> Iterator[Fact]:
    """The size of ground, whichever sign its number has, over some years."""
    if ground is not None:
        for dimension, size in ((PIXELS, ground.pixels), (SHARE, ground.share), (AREA, ground.area_m2)):
            if size is not None:
                yield replace(about, value=abs(size) / years, dimension=dimension)


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
        fields = {field.place for field in row.where}
        if row.where and sum(field.share for field in row.where) >= WHOLLY and fields <= FIELDS:
            empty = replace(about, value=0.0, dimension=AREA, kind=row.object_class, scoped=True, role="field")
            yield from (replace(empty, places=frozenset({place})) for place in EMPTIABLE - fields)


@implied.register
def _(counted: ObjectCount, about: Fact) -> Iterator[Fact]:
    if counted.largest_place is not None:
        yield replace(about, value=1.0, dimension=CHANGE, places=frozenset({counted.largest_place}), lead="largest")
    areas = [one.area_m2 for one in counted.objects if one.area_m2 is not None]
    if areas and len(areas) == counted.count:
        yield replace(about, value=min(areas), dimension=AREA, role="smallest")


@implied.register
def _(found: RadarChange, about: Fact) -> Iterator[Fact]:
    """Whether anything changed, and where most of it lies."""
    if found.part is not None:
        where = frozenset(places(found.part))
        yield replace(about, value=1.0, dimension=CHANGE, kind="any", places=where, lead="most")
    yield replace(about, value=float(found.changed.pixels > 0), dimension=CHANGE, kind="any")


@implied.register
def _(comparison: AreaComparison, about: Fact) -> Iterator[Fact]:
    if comparison.more is not None:
        more = replace(about, places=frozenset({comparison.more}))
        yield replace(more, value=1.0, dimension=CHANGE, lead="most")
        first, second = comparison.parts
        yield replace(more, value=float(abs(first.count - second.count)), dimension=COUNT, role="difference")
        for dimension, sizes in _sizes(first, second):
            if sum(sizes):
                yield replace(more, value=float(abs(sizes[0] - sizes[1])), dimension=dimension, role="difference")
                for part, size in zip(comparison.parts, sizes, strict=True):
                    yield replace(
                        about, value=size / sum(sizes), dimension=SHARE, places=frozenset({part.part}), scoped=True
                    )


@implied.register
def _(selection: FoundObjects, about: Fact) -> Iterator[Fact]:
    if selection.area_m2:
        for one in selection.objects:
            if one.object.area_m2 is not None:
                share = one.object.area_m2 / selection.area_m2
                lead = "largest" if one is selection.objects[0] and selection.order == "largest" else ""
                share_of = replace(about, value=share, dimension=SHARE, object_id=one.object.id)
                yield replace(share_of, role="of object", lead=lead)
    if len(selection.objects) == selection.count:
        yield from _complete(selection, about)
    if selection.objects and selection.order == "largest":
        place = frozenset({selection.objects[0].place})
        yield replace(about, value=1.0, dimension=CHANGE, places=place, lead="largest")


def _complete(selection: FoundObjects, about: Fact) -> Iterator[Fact]:
    """Of a list of all objects: how many lie at each place, and which is the smallest."""
    counts = Counter(one.place for one in selection.objects)
    for place, count in counts.items():
        yield replace(about, value=float(count), dimension=COUNT, places=frozenset({place}), scoped=True, role="field")
    # A side is more than the field in its middle, so that an empty field tells only of corners and of the centre.
    for place in EMPTIABLE - counts.keys() if counts.keys() <= FIELDS else ():
        yield replace(about, value=0.0, dimension=COUNT, places=frozenset({place}), scoped=True, role="field")
    areas = [one.object.area_m2 for one in selection.objects if one.object.area_m2 is not None]
    if areas:
        yield replace(about, value=min(areas), dimension=AREA, role="smallest")


def _sizes(first: PartChange, second: PartChange) -> Iterator[tuple[str, tuple[float, float]]]:
    """What changed in both parts, by dimension."""
    yield PIXELS, (float(first.pixels), float(second.pixels))
    if first.area_m2 is not None and second.area_m2 is not None:
        yield AREA, (first.area_m2, second.area_m2)
