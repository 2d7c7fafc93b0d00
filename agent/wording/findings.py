"""What was found in a pair, in words: its card, change, counts, areas, zones."""

from __future__ import annotations

from typing import Any

from agent.wording.conditions import counted, named, none_found, without_limits
from agent.wording.ground import bands_sentence, with_other_change
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.change.objects import ObjectCount
from tools.change.summary import Area, ChangeSummary, ClassChange
from tools.change.zones import ZoneRow
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import PairCard

WHOLE = 0.995
"""Share of a zone in the images from which it counts as wholly seen."""
MAX_ZONES = 5
"""Zones told in a sentence; the table holds all of them."""
MAX_FIELDS = 2
"""Fields of the image told with a class; the result holds all of them."""
MAX_CRS_CHARS = 40
"""Longer descriptions of a CRS are no names."""
SUMMED = "sum of pixel areas"
"""How the method of an area on the ground begins."""
STOPS = ".\u3002"
"""Ends of a sentence."""


DAYS_A_YEAR, MONTHS_A_YEAR = 365.25, 12


def _apart(card: PairCard, words: Words) -> str:
    """How long the dates lie apart, in years and in months; empty where that is unknown, or under a month."""
    years = 0.0 if card.days_apart is None else card.days_apart / DAYS_A_YEAR
    months = round(years * MONTHS_A_YEAR)
    if months < 1:
        return ""
    return words.say("card-apart", years=words.quantity(years), months=words.quantity(months))


@sentence.register
def _(card: PairCard, words: Words = ENGLISH) -> str:
    kinds = dict.fromkeys((date.bands, str(date.dtype)) for date in (card.before, card.after))
    told = [words.say("card-bands", bands=bands, dtype=dtype) for bands, dtype in kinds]
    sizes = {"width": str(card.before.width), "height": str(card.before.height)}
    sentences = [words.say("card-size", bands=words.conjoined(told), **sizes)]
    if card.crs is None:
        sentences.append(words.say("card-no-crs"))
    else:
        name = card.crs if len(card.crs) < MAX_CRS_CHARS else words.say("card-crs-unnamed")
        sentences.append(words.say("card-crs", crs=name, size=words.quantity(card.resolution_m)))
    if card.before.date or card.after.date:
        before, after = (date.date or words.say("unknown") for date in (card.before, card.after))
        sentences.append(words.say("card-dates", before=before, after=after, apart=_apart(card, words)))
    if card.area_m2 is not None:
        sentences.append(words.say("card-area", area=words.land(0, card.area_m2)))
    sentences.append(words.say("card-overlap", share=words.share(card.overlap)))
    if card.shift is not None and not card.shift.sure and not card.shift.turn:
        sentences.append(words.say("card-no-shift"))
    if card.shift is not None and card.shift.sure:
        sentences.append(words.say("card-shift", shift=words.amount(card.shift.pixels, "px")))
    return words.paragraph([*sentences, *words.notices(card.warnings)])


@sentence.register
def _(summary: ChangeSummary, words: Words = ENGLISH) -> str:
    if summary.other is not None and summary.other.seen_by == "bands":
        return bands_sentence(summary.other, summary.unknown_share, words)
    classes = [_class_change(row, words) for row in summary.classes]
    text = words.say("summary", classes=words.listed(classes, "list-semicolon"))
    unchanged = not any(row.pixels for row in summary.classes if row.object_class != "any")
    text = with_other_change(text, summary.other, words, first=unchanged)
    return words.paragraph([text, no_data(summary.unknown_share, words)])


def no_data(share: float, words: Words) -> str:
    """What share of the pixels holds no data; empty where all do."""
    return words.say("no-data", share=words.share(share)) if share > 0 else ""


def _class_change(row: ClassChange, words: Words) -> str:
    name = words.say("classes", kind=row.object_class)
    if row.pixels == 0:
        return words.say("summary-none", name=name)
    ground = "" if row.area_m2 is None else words.say("summary-ground", size=words.amount(row.area_m2, "m2"))
    pixels, share = words.amount(row.pixels, "px"), words.share(row.share)
    size = words.say("summary-class", name=name, pixels=pixels, share=share, ground=ground)
    fields = [
        words.say("summary-field", share=words.share(field.share), place=words.place(field.place))
        for field in row.where[:MAX_FIELDS]
    ]
    return words.say("summary-where", size=size, fields=words.conjoined(fields)) if fields else size


@sentence.register
def _(found: ObjectCount, words: Words = ENGLISH) -> str:
    if found.count == 0:
        return words.paragraph([none_found(found, words), *_bounds(found, words)])
    told = [counted(found, found.count, words), *_directions(found, words), _sizes(found, words)]
    if found.largest_place is not None:
        place = words.place(found.largest_place)
        told.append(words.say("count-place", count=found.count, kind=found.object_class, place=place))
    sentences = [words.say("stop", told="".join(told)), *_bounds(found, words), *_of_doubtful(found, words)]
    return words.paragraph([*sentences, *_of_touching(found, words)])


def _bounds(found: ObjectCount, words: Words) -> list[str]:
    """Between which numbers the true count lies; nothing where that is just the count."""
    if found.interval is None or found.interval_level is None or set(found.interval) == {found.count}:
        return []
    low, high = found.interval
    level = words.share(found.interval_level)
    if found.count == 0:
        return [words.say("count-at-most", level=level, high=high)]
    return [words.say("count-interval", level=level, low=low, high=high)]


def _of_doubtful(found: ObjectCount, words: Words) -> list[str]:
    """How many of them are probably none."""
    return [words.say("count-doubtful", doubtful=found.doubtful)] if found.doubtful else []


def _directions(found: ObjectCount, words: Words) -> list[str]:
    """How many of them appeared, and how many disappeared."""
    if found.status != "any" or found.appeared is None or found.disappeared is None:
        return []
    numbers = {"appeared": found.appeared, "disappeared": found.disappeared}
    others = found.count - found.appeared - found.disappeared
    told = [words.say("count-directions", kind=found.object_class, **numbers)]
    return [*told, words.say("count-others", others=others)] if others else told


def _sizes(found: ObjectCount, words: Words) -> str:
    """Median and largest; the size of the only one."""
    if found.largest_area_m2 is not None:
        largest = words.amount(found.largest_area_m2, "m2")
    elif found.objects:
        largest = words.amount(found.objects[0].pixels, "px")
    else:
        return ""
    if found.count == 1:
        return words.say("count-size", largest=largest)
    if found.largest_area_m2 is None or found.median_area_m2 is None:
        return words.say("count-largest", largest=largest)
    return words.say("count-sizes", median=words.amount(found.median_area_m2, "m2"), largest=largest)


def _of_touching(found: ObjectCount, words: Words) -> list[str]:
    """How objects that touch are counted."""
    if found.object_class == "building":
        return [words.say("touching-buildings")] if found.count > 1 else []
    return [words.say("touching")]


@sentence.register
def _(area: Area, words: Words = ENGLISH) -> str:
    of_valid = {"share": words.share(area.share)}
    text = words.say("area", kind=area.object_class, them=named(area, words), size=words.amount(area.value, area.unit))
    text += words.say("area-of-valid") if area.unit == "percent" else words.say("area-share", **of_valid)
    if area.interval is not None and area.interval_level is not None:
        low, high = area.interval
        ends = {"low": words.quantity(low), "high": words.amount(high, area.unit)}
        text += words.say("area-interval", level=words.share(area.interval_level), **ends)
    if area.appeared_part and area.disappeared_part:
        ways = {"appeared": area.appeared_part, "disappeared": area.disappeared_part}
        text += words.say("area-ways", **{way: words.amount(part, area.unit) for way, part in ways.items()})
    if area.count == 0:
        text += without_limits(area, words)
    return _with_method(capitalised(text), area, words)


def _with_method(text: str, area: Area, words: Words) -> str:
    kind = "ground" if area.method.startswith(SUMMED) else "pixels"
    return words.say("area-method", area=text, name=kind, text=area.method)


def explanations(result: Any, words: Words) -> list[str]:
    """Parts of a result's sentence that say how it came about, which a conversation needs once."""
    match result:
        case ObjectCount():
            return _of_touching(result, words)
        case Area():
            return [_with_method("", result, words).rstrip(STOPS)]
        case _:
            return []


@sentence.register
def _(found: ZonalChange, words: Words = ENGLISH) -> str:
    changed = [row for row in found.rows if any(cell.pixels for cell in row.classes)]
    text = words.say("zones", zones=len(found.rows), changed=len(changed))
    most = sorted(changed, key=lambda row: -sum(cell.pixels for cell in row.classes))[:MAX_ZONES]
    if not most:
        return words.paragraph([words.say("stop", told=text), *words.notices(found.warnings)])
    told = words.listed([words.say("zone", zone=row.zone, told=_zone(row, words)) for row in most], "list-semicolon")
    message = "zones-most" if len(most) < len(changed) else "zones-all"
    return words.paragraph([words.say(message, zones=text, told=told), *words.notices(found.warnings)])


def _zone(row: ZoneRow, words: Words) -> str:
    parts = []
    for cell in row.classes:
        if cell.pixels:
            name, size = words.say("classes", kind=cell.object_class), words.size(cell.pixels, cell.area_m2)
            parts.append(words.say("zone-class", name=name, size=size, share=words.share(cell.share)))
    if row.inside_share < WHOLE:
        parts.append(words.say("zone-inside", share=words.share(row.inside_share)))
    return words.listed(parts)
