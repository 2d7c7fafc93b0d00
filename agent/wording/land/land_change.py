"""How one kind of land changed, in words: the balance first, then what was lost and gained, and the noise floor."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land_change import LandChange

UNKNOWN_FROM = 0.001
"""Share of the pixels from which unknown ones are told."""


@sentence.register
def _(found: LandChange, words: Words = ENGLISH) -> str:
    if found.before is None or found.after is None:
        told = [_burnt(found, words)]
    else:
        told = [capitalised(_balance(found, found.before, found.after, words))]
    if found.noise is not None and found.noise.pixels and found.lost.pixels + found.gained.pixels:
        told.append(words.say("land-noise", size=land(found.noise, words)))
    if found.unknown_share >= UNKNOWN_FROM:
        told.append(words.say("land-unknown", share=words.share(found.unknown_share)))
    return words.paragraph([*told, *found.warnings])


def _balance(found: LandChange, before: Ground, after: Ground, words: Words) -> str:
    name = words.say("land", name=found.cover)
    if not (before.pixels or after.pixels):
        return words.say("land-none", land=name)
    if not (found.lost.pixels or found.gained.pixels):
        return words.say("land-same", land=name, size=land(after, words))
    parts = {"lost": land(found.lost, words), "gained": land(found.gained, words)}
    parts |= {"before": land(before, words), "after": land(after, words)}
    way = "less" if found.net.pixels < 0 else "more" if found.net.pixels else "same"
    return words.say("land-balance", way=way, land=name, size=land(_size(found.net), words), **parts)


def _burnt(found: LandChange, words: Words) -> str:
    if not found.gained.pixels:
        return words.say("burnt-none")
    return words.say("burnt", size=land(found.gained, words), share=words.share(found.gained.share))


def land(ground: Ground, words: Words) -> str:
    """An area of land."""
    return words.land(ground.pixels, ground.area_m2)


def _size(net: Ground) -> Ground:
    return Ground(abs(net.pixels), abs(net.share), None if net.area_m2 is None else abs(net.area_m2))
