"""Which objects, where more, why, how sure, and what cannot be seen, in words."""

from __future__ import annotations

from agent.wording.conditions import counted, none_found
from agent.wording.findings import no_data
from agent.wording.ground import ground_change
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Value, Words, capitalised
from tools.change.selection import BY_DISTANCE, FoundObjects, ObjectDetails, PlacedObject
from tools.change.statistics.comparison import AreaComparison, PartChange
from tools.explain.certainty import Certainty, DetectionLimits
from tools.explain.error_sources import ErrorSource
from tools.explain.hypotheses import NOT_A_FINDING, Evidence, Explanation, Hypothesis
from tools.explain.second_opinion import NumberCheck, Verification

MAX_DIFFERING = 4
"""Numbers that differ and are told one by one."""


@sentence.register
def _(found: FoundObjects, words: Words = ENGLISH) -> str:
    if found.count == 0:
        return none_found(found, words)
    if len(found.objects) == 1 and found.count > 1 and found.within == "whole" and found.beside is None:
        return _single(found, found.objects[0], words)
    told = [counted(found, found.count, words)]
    if found.count > 1:
        told.append(words.say("found-together", size=words.sized(found.pixels, found.area_m2, found.unit)))
        told.append(words.say("found-order", order=found.order, kind=found.object_class))
    if len(found.objects) < found.count:
        told.append(words.say("found-some", listed=len(found.objects), count=found.count))
    listed = words.listed([_object(one, words, found) for one in found.objects], "list-semicolon")
    return words.say("found", told="".join(told), objects=listed)


def _single(found: FoundObjects, one: PlacedObject, words: Words) -> str:
    """The first of several in an order, or the one of a rank."""
    told, them = _object(one, words, found), counted(found, found.count, words)
    if found.rank == 1 and found.order not in BY_DISTANCE:
        return words.say("found-first", one=told, order=found.order, kind=found.object_class, them=them)
    order = words.say("found-order", order=found.order, kind=found.object_class)
    return words.say("found-ranked", one=told, order=order, rank=found.rank, them=them)


def _beside_size(one: PlacedObject, found: FoundObjects, words: Words) -> list[str]:
    """Length or outline, and the distance to what was named."""
    unit, told = "m" if found.filter_unit == "m2" else "px", list[str]()
    if one.extent is not None and found.extent is not None:
        told.append(words.say("found-extent", extent=found.extent, value=words.amount(one.extent, unit)))
    if one.distance is not None and found.to is not None:
        kind, number = ("number", str(found.to)) if isinstance(found.to, int) else (found.to, "")
        told.append(words.say("found-away", distance=words.amount(one.distance, unit), kind=kind, id=number))
    return told


def _object(one: PlacedObject, words: Words, found: FoundObjects | None = None) -> str:
    thing = one.object
    told = [words.sized(thing.pixels, thing.area_m2, None if found is None else found.unit), words.place(one.place)]
    if found is not None:
        told[1:1] = _beside_size(one, found, words)
    if thing.status != "any":
        told.append(words.say("found-status", status=thing.status, kind=thing.object_class))
    if thing.lonlat is not None:
        longitude, latitude = (f"{degrees:.5f}" for degrees in thing.lonlat)
        told.append(words.say("found-at", latitude=latitude, longitude=longitude))
    told.append(words.say("probable", probability=words.percent(thing.probability)))
    text = words.listed(told)
    if thing.cover is not None:
        text = words.say("found-became", told=text, change=ground_change(*thing.cover, words))
    return words.say("found-object", kind=thing.object_class, id=str(thing.id), told=text)


@sentence.register
def _(one: ObjectDetails, words: Words = ENGLISH) -> str:
    told, kind = _object(one.found, words), one.found.object.object_class
    return capitalised(words.say("object-rank", told=told, kind=kind, rank=one.rank, count=one.of_class))


@sentence.register
def _(found: AreaComparison, words: Words = ENGLISH) -> str:
    parts = words.listed([_part(row, words) for row in found.parts], "list-semicolon")
    if found.more is None:
        return words.say("compare-equal", parts=parts)
    more = next(row.name for row in found.parts if row.part == found.more)
    return words.say("compare-more", kind=found.object_class, place=words.within(more), parts=parts)


def _part(row: PartChange, words: Words) -> str:
    return words.say(
        "compare-part", part=words.part(row.name), count=row.count, size=words.size(row.pixels, row.area_m2)
    )


@sentence.register
def _(found: Explanation, words: Words = ENGLISH) -> str:
    if not found.hypotheses:
        return words.say("why-nothing")
    causes = words.paragraph(_hypothesis(one, words) for one in found.hypotheses)
    notice = found.notice.removeprefix(NOT_A_FINDING).strip()
    hypotheses = [words.say("why-hypotheses")] if found.notice.startswith(NOT_A_FINDING) else []
    return words.paragraph([words.say("why", causes=causes), *hypotheses, notice])


def _hypothesis(one: Hypothesis, words: Words) -> str:
    measured = words.code != "en" and len(one.measured) == len(one.evidence)
    evidence = [_evidence(part, words) for part in one.measured] if measured else list(one.evidence)
    return words.say(
        "why-cause",
        cause=capitalised(words.term("cause", one.cause)),
        evidence=words.listed(evidence, "list-semicolon"),
        check=words.term("to-check", one.to_check),
    )


def _evidence(one: Evidence, words: Words) -> str:
    about = {"kind": one.object_class, "status": one.status}
    size = words.size(one.pixels or 0, one.area_m2)
    if one.kind == "objects":
        return words.say("evidence-objects", count=one.count or 0, size=size, **about)
    if one.kind == "cover":
        change = ground_change(one.before, one.after, words)
        return words.say("evidence-cover", count=one.count or 0, change=change, size=size)
    if one.kind == "sign":
        ground = words.hectares(one.pixels or 0, one.area_m2)
        sign = words.term("sign", one.sign)
        return words.say("evidence-sign", sign=sign, size=ground, share=words.share(one.share or 0.0))
    if one.kind == "unsure":
        return words.say("evidence-unsure", count=one.unsure_objects or 0, below=words.share(one.unsure_below or 0.0))
    if one.kind == "shift":
        offset = words.say("amount", value=words.decimal(one.shift_pixels or 0.0, 1), unit="px")
        return words.say("evidence-shift", shift=offset)
    return words.say("evidence-no-building")


@sentence.register
def _(sure: Certainty, words: Words = ENGLISH) -> str:
    agree = "bands" if sure.seen_by == "bands" else "agree" if sure.mask_agrees else "differ"
    told = [words.say("sure", probability=words.percent(sure.probability), agree=agree)]
    if sure.objects:
        below: dict[str, Value] = {
            "below": words.share(sure.unsure_below),
            "unsure": sure.unsure_objects,
            "objects": sure.objects,
        }
        if sure.unsure_objects:
            told.append(words.say("sure-some", share=words.share(sure.unsure_share), **below))
        else:
            told.append(words.say("sure-all", **below))
    told.append(no_data(sure.unknown_share, words))
    return words.paragraph([*told, *words.notices(sure.warnings)])


@sentence.register
def _(told: DetectionLimits, words: Words = ENGLISH) -> str:
    smallest = words.say("amount", value=str(told.smallest_pixels), unit="px")
    if told.smallest_m2 is not None:
        smallest = words.say("limits-here", pixels=smallest, size=words.amount(told.smallest_m2, "m2"))
    text = words.say("limits-seen", kinds=_kinds(told, words), smallest=smallest)
    text += words.say("limits-direction" if told.tells_direction else "limits-no-direction")
    low, high = told.fit_resolution_m
    fit = {"low": words.quantity(low), "high": words.amount(high, "m")}
    text += words.say("limits-resolution", **fit)
    if told.resolution_m is not None:
        text += words.say("limits-these", resolution=words.amount(told.resolution_m, "m"))
    unseen = words.listed([words.term("unseen", one) for one in told.unseen])
    sentences = [words.say("stop", told=text), words.say("limits-unseen", unseen=unseen)]
    if "ndvi" in told.indices:
        sentences.append(words.say("limits-indices", indices=", ".join(told.indices)))
    return words.paragraph([*sentences, *words.notices(told.warnings)])


@sentence.register
def _(source: ErrorSource, words: Words = ENGLISH) -> str:
    told = [] if source.object is None else [words.say("stop", told=capitalised(_object(source.object, words)))]
    told += words.notices([source.text])
    return words.paragraph([*told, *_of_these_images(source, words)])


def _of_these_images(source: ErrorSource, words: Words) -> list[str]:
    """What these images tell of a source of error."""
    dates = {"before": source.before or "", "after": source.after or ""}
    if source.doubt in ("hidden", "threshold"):
        return [words.say("doubt-smallest", smallest=words.sized(source.smallest_pixels, source.smallest_m2, None))]
    if source.doubt in ("appearance", "position") and source.offset_pixels is not None:
        offset = words.amount(source.offset_pixels, "px")
        if source.offset_m is not None:
            offset = words.say("doubt-on-ground", offset=offset, ground=words.amount(source.offset_m, "m"))
        return [words.say("doubt-offset", offset=offset)]
    if source.doubt == "season" and source.season_days is not None:
        return [words.say("doubt-season", days=source.season_days, **dates)]
    if source.doubt == "other_source" and source.valid_area_m2 is not None and source.before and source.after:
        return [words.say("doubt-covers", area=words.land(0, source.valid_area_m2), **dates)]
    return []


@sentence.register
def _(found: Verification, words: Words = ENGLISH) -> str:
    differing = [one for one in found.checks if one.verdict != "pass"]
    told = [_differing(one, words) for one in differing[:MAX_DIFFERING]]
    how = {"told": _name(found.told_by), "again": _name(found.again_by)}
    return words.say(
        "verification",
        verdict=found.verdict,
        count=len(found.checks),
        some=len(differing),
        list=words.listed(told, "list-semicolon"),
        how=words.say("verification-how", **how) if how["told"] != how["again"] else "",
        outlines=words.say("verification-outlines") if found.by_outlines else "",
    )


def _differing(one: NumberCheck, words: Words) -> str:
    told, again = words.quantity(one.told), words.quantity(one.again)
    return words.say("verification-number", name=f"{one.tool}.{one.name}", told=told, again=again)


def _name(backend: str) -> str:
    """What computed the network, without version and processor."""
    return backend.split(" ")[0]


def _kinds(told: DetectionLimits, words: Words) -> str:
    if told.classes == ("any",):
        return words.say("limits-by-bands")
    names = [words.say("limits-ground") if one == "any" else words.say("classes", kind=one) for one in told.classes]
    text = names[0]
    for name in names[1:]:
        text = words.both(text, name)
    return text
