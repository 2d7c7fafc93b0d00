"""Pieces of land that were lost or gained, in words: how many, and those asked for one by one."""

from __future__ import annotations

from agent.wording.conditions import limits
from agent.wording.ground import seen_cover
from agent.wording.land.land_change import BY_BANDS, SEEN_AS
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.change.change_map import ObjectFilter
from tools.change.places import part_in_words
from tools.measurements.land.land_patches import LandPatch, LandPatches


@sentence.register
def _(found: LandPatches, words: Words = ENGLISH) -> str:
    about = {
        "land": words.say("land", name=(SEEN_AS if found.seen else BY_BANDS).get(found.cover, found.cover)),
        "way": found.way,
        "where": _where(found, words),
    }
    told = [words.say("patches-seen")] if found.seen else []
    if not found.count:
        without = words.say("patches-without", count=found.of) if found.of else ""
        none = capitalised(words.say("patches-none", without=without, **about))
        return words.paragraph([none, *_least(found, words), *told, *words.notices(found.warnings)])
    pieces = words.listed([_piece(one, found, words) for one in found.patches], "list-semicolon")
    text = words.say(_message(found), count=found.count, size=_size(found.pixels, found.area_m2, found, words),
                     shown=len(found.patches), rank=found.patches[0].rank, pieces=pieces, **about)  # fmt: skip
    return words.paragraph([capitalised(text), *_least(found, words), *told, *words.notices(found.warnings)])


def _least(found: LandPatches, words: Words) -> list[str]:
    """Below which size none are told, where no other was asked for."""
    smallest = _size(found.smallest_pixels, _ground(found, found.smallest_pixels), found, words)
    return [] if found.min_area is not None else [words.say("patches-smallest", size=smallest)]


def _message(found: LandPatches) -> str:
    shown = len(found.patches)
    if found.patches[0].rank > 1:
        return "patches-ranked"
    if found.count == shown:
        return "patches"
    return "patches-first" if shown == 1 else "patches-some"


def _ground(found: LandPatches, pixels: int) -> float | None:
    """The ground of so many pixels, as those that were found cover it."""
    return None if found.area_m2 is None or not found.pixels else found.area_m2 * pixels / found.pixels


def _where(found: LandPatches, words: Words) -> str:
    """Limits and the part of the image, as they follow a noun."""
    placed = found.area_m2 is not None
    told = limits(ObjectFilter(found.min_area, max_area=found.max_area), "m2" if placed else "px", words)
    if found.within != "whole":
        georeferenced = placed and found.assumed_pixel_m is None
        told.append(words.within(part_in_words(found.within, georeferenced=georeferenced)))
    return words.say("filter", condition=words.listed(told, "list-conditions")) if told else ""


def _size(pixels: int, area_m2: float | None, found: LandPatches, words: Words) -> str:
    return words.land(pixels, area_m2) if found.unit is None else words.sized(pixels, area_m2, found.unit)


def _piece(one: LandPatch, found: LandPatches, words: Words) -> str:
    told = [words.place(one.place)]
    if one.lonlat is not None:
        longitude, latitude = one.lonlat
        told.append(words.say("found-at", latitude=f"{latitude:.5f}", longitude=f"{longitude:.5f}"))
    before, after = (seen_cover(name, words) if found.seen else words.cover(name) for name in (one.before, one.after))
    told.append(words.say("patches-became", before=before, after=after))
    return words.say("patches-piece", size=_size(one.pixels, one.area_m2, found, words), told=words.listed(told))
