"""How one kind of land changed, in words: the balance, where, what it became or a rate, and the noise floor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.wording.ground import seen_cover
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.change.places import Direction, FieldShare, part_in_words
from tools.change.summary import SQUARE_METRES
from tools.landcover.transitions.cover_change import Ground
from tools.landcover.transitions.transitions import MIN_YEARS
from tools.measurements.land.ground_tally import HalfChange
from tools.measurements.land.land_change import LandChange, SeenGround

UNKNOWN_FROM = 0.001
"""Share of the pixels from which unknown ones are told."""
SMALL_GAIN = 0.1
"""Of what was lost: where less was gained, it is not told where or from what."""
CLEAR_LOSS = 2.0
"""Times the noise floor: from here on it is not told of places and of what became what."""
MAX_PARTS, SMALL_PART = 4, 0.01
"""Classes told of what ground became, and the share of it from which one is told after the first."""
AXES: tuple[tuple[Direction, Direction], ...] = (("north", "south"), ("west", "east"))
SEEN_AS, BY_BANDS = {"trees": "vegetation", "bare": "soil"}, {"built": "bare"}
"""What a cover is told as, since it cannot be told from the rest of that."""
Told = Callable[[LandChange, str, Words], str]
"""Tells of what was `lost` or `gained`."""


@sentence.register
def _(found: LandChange, words: Words = ENGLISH) -> str:
    told = [capitalised(one) for one in _told(found, words)]
    if found.noise is not None and found.noise.pixels and _noise_matters(found):
        told.append(
            words.say("land-noise", size=size_in_unit(found.noise, found, words), where=_where_asked(found, words))
        )
    if found.unit == "percent":
        told.append(words.say("land-percent"))
    if found.unknown_share >= UNKNOWN_FROM:
        told.append(words.say("land-unknown", share=words.share(found.unknown_share)))
    return words.paragraph([*told, *words.notices(found.warnings)])


def _told(found: LandChange, words: Words) -> list[str]:
    """What was asked, in one or two sentences; the balance where nothing changed."""
    if found.seen is not None:
        return _of_seen(found, found.seen, words)
    if found.before is None or found.after is None:
        return _of_burnt(found, words)
    if not (found.before.pixels or found.after.pixels) or not (found.lost.pixels or found.gained.pixels):
        return [_unchanged(found, found.after, words)]
    match found.tell:
        case "where":
            return _of_each(found, words, _where)
        case "became":
            return _of_each(found, words, _parts)
        case "rate":
            return _rate(found, words)
        case _:
            return [*_none_that_way(found, words), _balance(found, found.before, found.after, words)]


def _noise_matters(found: LandChange) -> bool:
    if not found.lost.pixels + found.gained.pixels or found.noise is None:
        return False
    return found.tell in ("balance", "rate") or found.lost.pixels < CLEAR_LOSS * found.noise.pixels


def _where_asked(found: LandChange, words: Words) -> str:
    """The part of the image that it is of, as it follows a noun; empty for the whole."""
    if found.within == "whole":
        return ""
    part = part_in_words(found.within, georeferenced=found.placed)
    return words.say("filter", condition=words.within(part))


def _about(found: LandChange, words: Words) -> dict[str, str]:
    """What each sentence names: the kind of land, and the part of the image."""
    told_as = SEEN_AS if found.seen is not None else BY_BANDS
    return {"land": words.say("land", name=told_as.get(found.cover, found.cover)), "where": _where_asked(found, words)}


def _unchanged(found: LandChange, after: Ground, words: Words) -> str:
    about = _about(found, words)
    if not after.pixels:
        return words.say("land-none", **about)
    return words.say("land-same", size=size_in_unit(after, found, words), **about)


def _balance(found: LandChange, before: Ground, after: Ground, words: Words) -> str:
    parts = {"lost": size_in_unit(found.lost, found, words), "gained": size_in_unit(found.gained, found, words)}
    parts |= {"before": size_in_unit(before, found, words), "after": size_in_unit(after, found, words)}
    way = _way(found.net)
    share = ""
    if before.pixels and found.net.pixels and found.unit != "percent":
        share = words.say("land-share", way=way, share=words.share(abs(found.net.pixels) / before.pixels))
    size = size_in_unit(_absolute(found.net), found, words)
    return words.say("land-balance", way=way, size=size, share=share, **parts, **_about(found, words))


def _way(net: Ground) -> str:
    return "less" if net.pixels < 0 else "more" if net.pixels else "same"


def _of_seen(found: LandChange, seen: SeenGround, words: Words) -> list[str]:
    """What the network saw of a kind of land, and that it is no more than that."""
    told = _of_each(found, words, _where if found.tell == "where" else _parts)
    if told and found.tell == "rate":
        told = _rate(found, words)
    if told and seen.probability is not None:
        told.append(words.say("land-seen", probability=words.percent(seen.probability)))
    trees = [words.say("land-seen-trees")] if found.cover == "trees" else []
    if not seen.unclear.pixels:
        return [*(told or [words.say("land-seen-none", **_about(found, words))]), *trees]
    size = size_in_unit(seen.unclear, found, words)
    if not told:
        return [words.say("land-seen-open", size=size, **_about(found, words)), *trees]
    return [*told, *trees, words.say("land-seen-unclear", size=size)]


def _of_burnt(found: LandChange, words: Words) -> list[str]:
    about = {"where": _where_asked(found, words)}
    if not found.gained.pixels:
        return [words.say("burnt-none", **about)]
    size = size_in_unit(found.gained, found, words)
    told = [words.say("burnt", size=size, share=words.share(found.gained.share), **about)]
    if found.tell == "where":
        return [*told, words.say("burnt-where", places=_places(found, words, "gained"))]
    if found.tell == "rate" and found.years:
        yearly = size_in_unit(_yearly(found.gained, found.years), found, words)
        return [*told, words.say("burnt-rate", yearly=yearly, **_span(found.years, words)), *_season(found, words)]
    return told


def _of_each(found: LandChange, words: Words, told: Told) -> list[str]:
    """A sentence on what was lost, and one on what was gained where that is not little beside it.

    Of built-up ground the gain matters more: the other way round, where neither was asked for.
    """
    pixels = {"lost": found.lost.pixels, "gained": found.gained.pixels}
    gain_first = found.way == "gained" or (found.way == "both" and found.cover == "built")
    first, second = ("gained", "lost") if gain_first else ("lost", "gained")
    ways = [first] if pixels[first] else []
    ways += [second] if pixels[second] >= max(1, SMALL_GAIN * pixels[first]) else []
    return [*(_none_that_way(found, words) if ways else []), *(told(found, way, words) for way in ways)]


def _none_that_way(found: LandChange, words: Words) -> list[str]:
    """That nothing was lost, or gained, where that was asked and the other happened."""
    none = (found.way == "lost" and not found.lost.pixels) or (found.way == "gained" and not found.gained.pixels)
    return [words.say("land-none-way", way=found.way, **_about(found, words))] if none else []


def _where(found: LandChange, way: str, words: Words) -> str:
    size = size_in_unit(found.lost if way == "lost" else found.gained, found, words)
    return words.say("land-where", way=way, size=size, places=_places(found, words, way), **_about(found, words))


def _places(found: LandChange, words: Words, way: str) -> str:
    """How much lies in which half, and in which of the nine fields most lies."""
    halves = {one.half: one for one in found.halves}
    pairs = [pair for pair in AXES if all(end in halves for end in pair) and not _splits(found, pair)]
    axes = [_axis([halves[end] for end in pair], way, found, words) for pair in pairs]
    fields = found.lost_where if way == "lost" else found.gained_where
    told = [words.listed(axes)] if axes else []
    return words.listed([*told, *([_most(fields, words)] if fields else [])], "list-semicolon")


def _splits(found: LandChange, pair: tuple[str, str]) -> bool:
    """Whether the part that is asked of lies in one of two halves."""
    return any(end in found.within for end in pair)


def _axis(pair: Sequence[HalfChange], way: str, found: LandChange, words: Words) -> str:
    grounds = [one.lost if way == "lost" else one.gained for one in pair]
    places = [words.within(part_in_words(one.half, georeferenced=found.placed)) for one in pair]
    whole = (found.lost if way == "lost" else found.gained).pixels
    for ground, place in zip(grounds, places, strict=True):
        if ground.pixels == whole:
            return words.say("land-all", place=place)
    sizes = [size_in_unit(ground, found, words) for ground in grounds]
    return words.say("land-halves", first=sizes[0], second=sizes[1], here=places[0], there=places[1])


def _most(fields: Sequence[FieldShare], words: Words) -> str:
    return words.say("land-most", place=words.term("at-place", fields[0].place), share=words.share(fields[0].share))


def _parts(found: LandChange, way: str, words: Words) -> str:
    """What ground became, or was before, the largest first."""
    message, ground, parts = ("land-to", found.lost, found.became)
    if way == "gained":
        message, ground, parts = ("land-from", found.gained, found.came_from)
    told = [
        words.say(message, size=size_in_unit(part.ground, found, words), cover=_cover(part.name, found, words))
        for place, part in enumerate(parts[:MAX_PARTS])
        if place == 0 or part.ground.pixels >= SMALL_PART * ground.pixels
    ]
    rest = [words.say("transitions-smaller")] if len(told) < len(parts) else []
    listed = words.listed([words.listed(told), *rest], "list-semicolon")
    return words.say(
        "land-parts", way=way, size=size_in_unit(ground, found, words), parts=listed, **_about(found, words)
    )


def _cover(name: str, found: LandChange, words: Words) -> str:
    return words.cover(name) if found.seen is None else seen_cover(name, words)


def _rate(found: LandChange, words: Words) -> list[str]:
    years = found.years or 1.0
    yearly = {
        name: size_in_unit(_yearly(ground, years), found, words)
        for name, ground in (("yearly", _absolute(found.net)), ("lost", found.lost), ("gained", found.gained))
    }
    size = size_in_unit(_absolute(found.net), found, words)
    told = words.say(
        "land-rate", way=_way(found.net), size=size, **yearly, **_span(years, words), **_about(found, words)
    )
    return [told, *_season(found, words)]


def _span(years: float, words: Words) -> dict[str, str]:
    return {"years": words.quantity(years), "span": "year" if years == 1 else "years"}


def _season(found: LandChange, words: Words) -> list[str]:
    """That the dates lie less than about a year apart."""
    return [words.say("land-season")] if found.years is not None and found.years < MIN_YEARS else []


def _yearly(ground: Ground, years: float) -> Ground:
    area = None if ground.area_m2 is None else ground.area_m2 / years
    return Ground(round(ground.pixels / years), ground.share / years, area)


def size_in_unit(ground: Ground, found: LandChange, words: Words) -> str:
    """An area in the unit that is asked for; in pixels where it is not known on the ground."""
    if found.unit == "percent":
        return words.share(ground.share)
    if found.unit == "px" or ground.area_m2 is None:
        return words.amount(ground.pixels, "px")
    if found.unit is None:
        return words.land(ground.pixels, ground.area_m2)
    return words.amount(ground.area_m2 / SQUARE_METRES[found.unit], found.unit)


def _absolute(net: Ground) -> Ground:
    return Ground(abs(net.pixels), abs(net.share), None if net.area_m2 is None else abs(net.area_m2))
