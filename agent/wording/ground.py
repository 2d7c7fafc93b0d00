"""Change that is neither building nor road, and change of any kind that bands tell, in words."""

from __future__ import annotations

from agent.wording.words import ENGLISH, Words
from tools.change.other_change import OtherChange, OtherRegion
from tools.change.sentences.map_sentence import COVER_WORDS

MAX_TOLD = 3
"""Regions told one by one; the result lists more."""
MOSTLY = 0.75
"""Share of a region of one change of cover from which all of it is told so."""
LIMITS = ENGLISH.say("bands-limits")
"""What is always told of change by bands, in English."""


def with_other_change(text: str, other: OtherChange | None, words: Words = ENGLISH, *, first: bool) -> str:
    """A sentence on buildings and roads with one on other change.

    Args:
        text: on buildings and roads.
        other: None where the network does not tell it.
        words: of the language.
        first: whether it comes first where anything changed, because buildings and roads did not.
    """
    if other is None:
        return text
    told = other_change_sentence(other, words)
    return words.paragraph([told, text] if first and other.count else [text, told])


def other_change_sentence(other: OtherChange, words: Words = ENGLISH) -> str:
    """What changed beside buildings and roads."""
    if not other.count:
        return words.say("other-none")
    told = [_region(region, words) for region in other.regions[:MAX_TOLD]]
    if other.count == 1:
        return words.say("other-one", region=told[0])
    whole = words.land(other.pixels, other.area_m2)
    regions = words.listed(told, "list-semicolon")
    message = "other-among" if other.count > len(told) else "other-all"
    return words.say(message, count=other.count, size=whole, regions=regions)


def bands_sentence(other: OtherChange, unknown_share: float, words: Words = ENGLISH) -> str:
    """All change that bands tell, doubts first, the largest region at the head of the list.

    Args:
        other: what the bands tell.
        unknown_share: of all pixels, those not known at one date or both, 0-1.
        words: of the language.
    """
    sentences = [*words.notices(other.doubts), _found(other, words), words.say("bands-limits")]
    if unknown_share > 0:
        sentences.append(words.say("bands-unknown", share=words.share(unknown_share)))
    return words.paragraph([*sentences, *words.notices(other.notes)])


def _found(other: OtherChange, words: Words) -> str:
    if not other.count:
        return words.say("bands-none")
    told = [_region_of_bands(region, words) for region in other.regions[:MAX_TOLD]]
    if other.count == 1:
        return words.say("bands-one", region=told[0])
    whole, regions = words.land(other.pixels, other.area_m2), words.listed(told, "list-semicolon")
    return words.say("bands-many", count=other.count, size=whole, share=words.share(other.share), regions=regions)


def _region_of_bands(region: OtherRegion, words: Words) -> str:
    told = {
        "size": words.land(region.pixels, region.area_m2),
        "place": words.place(region.place),
        "probability": words.percent(region.probability),
    }
    if region.before == region.after:
        return words.say("bands-kept", cover=words.cover(region.before), **told)
    covers = {"before": words.cover(region.before), "after": words.cover(region.after)}
    if region.cover_share >= MOSTLY:
        return words.say("bands-became", **covers, **told)
    share = words.say("share", value=words.quantity(round(100 * region.cover_share)))
    return words.say("bands-partly", share=share, **covers, **told)


def ground_change(before: str, after: str, words: Words = ENGLISH) -> str:
    """What the ground became, or that it changed within one kind of cover."""
    if before == after:
        return words.say("ground-changed")
    return words.say("ground-became", before=seen_cover(before, words), after=seen_cover(after, words))


def seen_cover(name: str, words: Words) -> str:
    """Land cover that the network sees: what looks built is no building, which its mask tells."""
    return words.cover(COVER_WORDS.get(name, name))


def _region(region: OtherRegion, words: Words) -> str:
    return words.say(
        "other-region",
        change=ground_change(region.before, region.after, words),
        size=words.land(region.pixels, region.area_m2),
        place=words.place(region.place),
        probability=words.percent(region.probability),
    )
