"""What changed between radar images, in words: first what was asked, then what narrows it."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.landcover.transitions.cover_change import Ground
from tools.radar.radar_change import OpenWater, RadarChange, RadarInterval

UNKNOWN_FROM = 0.001
"""Share of the pixels from which unknown ones are told."""
MAX_INTERVALS = 4
"""Intervals told; the result holds all."""


@sentence.register
def _(found: RadarChange, words: Words = ENGLISH) -> str:
    told = {"flood": _flood, "water": _water, "certainty": _certainty}.get(found.about, _change)(found, words)
    if found.unknown_share >= UNKNOWN_FROM:
        told.append(words.say("radar-unknown", share=words.share(found.unknown_share)))
    return words.paragraph([*(capitalised(one) for one in told), *words.notices(found.warnings)])


def _change(found: RadarChange, words: Words) -> list[str]:
    when = _when(found.dates[0], found.dates[-1], words)
    if not found.changed.pixels:
        return [words.say("radar-none", when=when, size=_least(found, words)), _looks(found, words)]
    ways = {"radar-darker": found.darker, "radar-brighter": found.brighter, "radar-mixed": found.mixed}
    parts = [
        words.say(message, size=_land(ground, words))
        for message, ground in sorted(ways.items(), key=lambda one: -one[1].pixels)
        if ground.pixels >= found.min_pixels or ground.pixels == found.changed.pixels
    ]
    whole = {"size": _land(found.changed, words), "share": words.share(found.changed.share)}
    message = "radar-changed" if len(found.intervals) == 1 else "radar-changed-series"
    told = [words.say(message, when=when, parts=words.listed(parts, "list-semicolon"), **whole)]
    if found.part is not None:
        told.append(words.say("radar-place", place=words.within(found.part)))
    water = found.water
    if water is not None:
        also = {"radar-flood-also": water.appeared, "radar-passed": water.passed}
        new = [_covered(message, of, words) for message, of in also.items() if of.pixels >= found.min_pixels]
        told += [*new, *([_ground(water, words)] if new else [])]
    return [*told, *_intervals(found, words), words.say("radar-limits")]


def _flood(found: RadarChange, words: Words) -> list[str]:
    water, when = found.water, _when(found.dates[0], found.dates[-1], words)
    if water is None:
        return [words.say("radar-water-untold")]
    passed = [_covered("radar-passed", water.passed, words)] if water.passed.pixels >= found.min_pixels else []
    if water.appeared.pixels >= found.min_pixels:
        told = [_covered("radar-flood", water.appeared, words, when=when), *passed]
    elif passed:
        told = [_covered("radar-flood-passed", water.passed, words, when=when)]
    else:
        return [words.say("radar-flood-none", when=when, size=_least(found, words)), words.say("radar-alike")]
    return [*told, *_of_water(water, words)]


def _covered(message: str, ground: Ground, words: Words, **more: str) -> str:
    """A message on ground that water came to cover."""
    return words.say(message, size=_land(ground, words), share=words.share(ground.share), **more)


def _water(found: RadarChange, words: Words) -> list[str]:
    water = found.water
    if water is None:
        return [words.say("radar-water-untold")]
    unknown = words.say("radar-date-unknown")
    days = {"first": found.dates[0] or unknown, "last": found.dates[-1] or unknown}
    sizes = {"before": _hectares(water.before, words), "after": _hectares(water.after, words)}
    told = words.say("radar-water", share=words.share(water.after.share), **sizes, **days)
    return [told, _ground(water, words)]


def _certainty(found: RadarChange, words: Words) -> list[str]:
    caution = [] if found.water is None else _of_water(found.water, words)
    return [_looks(found, words), words.say("radar-limits"), *caution]


def _looks(found: RadarChange, words: Words) -> str:
    return words.say(
        "radar-looks",
        how="stated" if found.looks_stated else "estimated",
        looks=words.decimal(found.looks, 1),
        alpha=words.share(found.alpha),
        flagged=words.share(found.flagged_share),
        size=_least(found, words),
    )


def _of_water(water: OpenWater, words: Words) -> list[str]:
    """What makes water on radar only likely."""
    return [_ground(water, words), words.say("radar-alike")]


def _ground(water: OpenWater, words: Words) -> str:
    return words.say("radar-flat" if water.on_flat_ground else "radar-slope")


def _intervals(found: RadarChange, words: Words) -> list[str]:
    several = [one for one in found.intervals if one.ground.pixels]
    if len(found.intervals) == 1:
        return []
    largest = sorted(several, key=lambda one: -one.ground.pixels)[:MAX_INTERVALS]
    told = [_interval(one, words) for one in several if one in largest]
    return [words.say("radar-intervals", intervals=words.listed(told, "list-semicolon"))]


def _interval(one: RadarInterval, words: Words) -> str:
    return words.say("radar-interval", size=_land(one.ground, words), when=_when(one.before, one.after, words))


def _when(before: str | None, after: str | None, words: Words) -> str:
    if before is None or after is None:
        return words.say("radar-when-unknown")
    return words.say("radar-when", before=before, after=after)


def _land(ground: Ground, words: Words) -> str:
    return words.land(ground.pixels, ground.area_m2)


def _hectares(ground: Ground, words: Words) -> str:
    return words.hectares(ground.pixels, ground.area_m2)


def _least(found: RadarChange, words: Words) -> str:
    return words.size(found.min_pixels, found.min_m2)
