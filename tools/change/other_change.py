"""Change that is neither building nor road, as measured values: how much, where, and what the ground became.

By bands too coarse for houses it is all change, of any kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.change.change_map import ChangedObject, ChangeMap, SeenBy
from tools.change.place_pixels import spread
from tools.change.places import Compass, FieldShare

MAX_REGIONS = 5
"""Regions that are listed, the largest first; the numbers count all of them."""


@dataclass(frozen=True, slots=True)
class OtherRegion:
    """One region of change that is neither building nor road."""

    id: int
    """Its number; those of regions follow those of buildings and roads, the largest first."""
    place: str
    """Field of the image in which its centre lies."""
    before: str
    """Land cover of most of it at the earlier date, as the network or the rules for bands name it."""
    after: str
    pixels: int
    area_m2: float | None
    probability: float
    """That anything changed there, mean over its pixels, 0-1."""
    cover_share: float = 1.0
    """Share of its pixels with just this land cover at either date, 0-1."""


@dataclass(frozen=True, slots=True)
class OtherChange:
    """All change of a pair that is neither building nor road."""

    count: int
    """Number of regions."""
    pixels: int
    share: float
    """Of the valid pixels, 0-1."""
    area_m2: float | None
    where: tuple[FieldShare, ...]
    """Its distribution over the nine fields of the image, the largest share first."""
    regions: tuple[OtherRegion, ...]
    """The largest ones, at most MAX_REGIONS."""
    seen_by: SeenBy = "network"
    doubts: tuple[str, ...] = ()
    """Why none of it is certain, of what bands tell; empty where nothing speaks against it."""
    notes: tuple[str, ...] = ()
    """Warnings about those bands."""


def other_change(change_map: ChangeMap) -> OtherChange | None:
    """What changed beside buildings and roads; None where the network does not tell it."""
    other = change_map.other
    if other is None:
        return None
    compass, pixels = Compass.of(other), sum(obj.pixels for obj in other.objects)
    regions = tuple(_region(obj, compass) for obj in other.objects[:MAX_REGIONS])
    return OtherChange(
        count=len(other.objects),
        pixels=pixels,
        share=pixels / max(1, change_map.valid_pixels),
        area_m2=other.ground(other.objects),
        where=spread(other, other.objects) if pixels else (),
        regions=regions,
        seen_by=change_map.seen_by,
        doubts=change_map.doubts,
        notes=change_map.notes,
    )


def _region(obj: ChangedObject, compass: Compass) -> OtherRegion:
    before, after = obj.cover or ("", "")
    share = 1.0 if obj.cover_share is None else obj.cover_share
    return OtherRegion(obj.id, compass.place(obj), before, after, obj.pixels, obj.area_m2, obj.probability, share)
