"""Change that is neither building nor road, and change of any kind that bands tell, in words."""

from __future__ import annotations

from tools.change.other_change import OtherChange, OtherRegion
from tools.number_format import ground_size, percent, quantity

MAX_TOLD = 3
"""Regions told one by one; the result lists more."""
LEAD = "Beyond buildings and roads"
BY_BANDS = "By the bands of the two dates"
MOSTLY = 0.75
"""Share of a region of one change of cover from which all of it is told so."""
LIMITS = (
    "The pixels are too coarse to tell buildings and roads; season, harvest and haze count as change, too, and the "
    "cover is by spectral rules."
)
"""What is always told of change by bands."""


def with_other_change(text: str, other: OtherChange | None, *, first: bool) -> str:
    """A sentence on buildings and roads with one on other change.

    Args:
        text: on buildings and roads.
        other: None where the network does not tell it.
        first: whether it comes first where anything changed, because buildings and roads did not.
    """
    if other is None:
        return text
    told = other_change_sentence(other)
    return f"{told} {text}" if first and other.count else f"{text} {told}"


def other_change_sentence(other: OtherChange) -> str:
    """What changed beside buildings and roads."""
    if not other.count:
        return f"{LEAD}, no change was found."
    told = [_region(region) for region in other.regions[:MAX_TOLD]]
    if other.count == 1:
        return f"{LEAD}, {told[0]}."
    whole = ground_size(other.pixels, other.area_m2)
    rest = ", among them" if other.count > len(told) else ""
    return f"{LEAD}, {quantity(other.count)} places changed, {whole} together{rest}: {'; '.join(told)}."


def bands_sentence(other: OtherChange, unknown_share: float) -> str:
    """All change that bands tell, doubts first, the largest region at the head of the list.

    Args:
        other: what the bands tell.
        unknown_share: of all pixels, those not known at one date or both, 0-1.
    """
    sentences = [*other.doubts, _found(other), LIMITS]
    if unknown_share > 0:
        sentences.append(
            f"{quantity(100 * unknown_share)} % of the pixels are unknown: no data, or hidden by cloud, shadow or snow."
        )
    return " ".join([*sentences, *other.notes])


def _found(other: OtherChange) -> str:
    if not other.count:
        return f"{BY_BANDS}, no change was found."
    told = [_region_of_bands(region) for region in other.regions[:MAX_TOLD]]
    if other.count == 1:
        return f"{BY_BANDS}, one place changed: {told[0]}."
    share = f"{quantity(100 * other.share)} % of the known ground"
    whole = f"{ground_size(other.pixels, other.area_m2)} together ({share})"
    return f"{BY_BANDS}, {quantity(other.count)} places changed, {whole}; the largest: {'; '.join(told)}."


def _region_of_bands(region: OtherRegion) -> str:
    size, sure = ground_size(region.pixels, region.area_m2), percent(region.probability)
    if region.before == region.after:
        return f"{size} changed on what stayed {region.before} in the {region.place} ({sure} probable)"
    if region.cover_share >= MOSTLY:
        return f"{size} of {region.before} became {region.after} in the {region.place} ({sure} probable)"
    part = f"{quantity(round(100 * region.cover_share))} % of it from {region.before} to {region.after}"
    return f"{size} changed in the {region.place} ({sure} probable), {part}"


def ground_change(before: str, after: str) -> str:
    """What the ground became, or that it changed within one kind of cover."""
    return f"{before} became {after}" if before != after else "the ground changed"


def _region(region: OtherRegion) -> str:
    change, size = ground_change(region.before, region.after), ground_size(region.pixels, region.area_m2)
    return f"{change} on {size} in the {region.place} ({percent(region.probability)} probable)"
