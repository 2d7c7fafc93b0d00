"""Change that is neither building nor road, in words."""

from __future__ import annotations

from tools.change.other_change import OtherChange, OtherRegion
from tools.number_format import percent, quantity

MAX_TOLD = 3
"""Regions told one by one; the result lists more."""
LEAD = "Beyond buildings and roads"


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
    whole = _size(other.pixels, other.area_m2)
    rest = ", among them" if other.count > len(told) else ""
    return f"{LEAD}, {quantity(other.count)} places changed, {whole} together{rest}: {'; '.join(told)}."


def _region(region: OtherRegion) -> str:
    became = f"{region.before} became {region.after}"
    change = became if region.before != region.after else "the ground changed"
    size = _size(region.pixels, region.area_m2)
    return f"{change} on {size} in the {region.place} ({percent(region.probability)} probable)"


def _size(pixels: int, area_m2: float | None) -> str:
    return f"{quantity(pixels)} px" if area_m2 is None else f"{quantity(area_m2)} m²"
