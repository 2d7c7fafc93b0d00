"""Certainty of a result, and the limits of detection. Every number is read from the change map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from tools.change.change_map import ALL_CLASSES, MIN_BAND_PIXELS, MIN_PIXELS, ChangeMap, SeenBy
from tools.change.verdict import UNSURE_BELOW, verdict
from tools.notices import notice
from tools.pairs.preflight import FIT_RESOLUTION_M, PairCard

GROUND = ("trees and crops", "water", "bare soil")
"""What networks without ground heads never detect."""
UNSEEN = (
    "vehicles",
    "what a building is used for",
    "damage that leaves a roof in place",
    "heights",
    "anything that came and went between the two dates",
)
"""What no network of these detects."""

OF_BANDS = (
    "buildings and roads one by one",
    "whether plants changed by themselves, with the season, or by people",
    *UNSEEN[1:],
)
"""What the bands of coarse pixels do not tell."""
ROAD_CAUTIONS = (
    notice(
        "roads-of-each-date",
        "Changed roads are those that one date shows and the other does not; narrow, shaded and unpaved ones are often "
        "missed; look at the picture.",
    ),
    notice(
        "roads-from-masks",
        "Changed roads were learnt from single images with road masks, and new roads are often missed; look at the "
        "picture.",
    ),
    notice("roads-from-drawings", "Changed roads were learnt from drawn scenes; check them on the picture."),
)
"""Cautions that the weights' cards hold, so that they can be told in other languages."""


@runtime_checkable
class TellsOfRoads(Protocol):
    """A result that may contain changed roads."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether it contains changed roads or they were requested."""


def road_caution(results: Iterable[object], caution: str) -> tuple[str, ...]:
    """The caution of a network that is weak on roads, where any of the results contains them.

    Args:
        results: of tools.
        caution: of the weights; empty where they have none.
    """
    applies = any(isinstance(one, TellsOfRoads) and one.tells_of_roads for one in results)
    return _told(caution) if applies else ()


def _told(caution: str) -> tuple[str, ...]:
    """The caution as a notice, where it is one of those that weights are given; none where it is empty."""
    return tuple(next((one for one in ROAD_CAUTIONS if one == text), text) for text in filter(None, [caution]))


@dataclass(frozen=True, slots=True)
class Certainty:
    """Certainty of the change detected in a pair."""

    pair: str
    probability: float
    """Of any change in the images, 0-1."""
    mask_agrees: bool
    """Whether the maps say changed or unchanged as the probability does."""
    objects: int
    unsure_objects: int
    unsure_below: float
    """Mean probability below which an object counts as unsure."""
    unsure_share: float
    """Of the changed pixels, those of unsure objects, 0-1."""
    lowest_probability: float | None
    unknown_share: float
    """Of all pixels, those without data at one date or both, 0-1."""
    warnings: tuple[str, ...]
    seen_by: SeenBy = "network"


@dataclass(frozen=True, slots=True)
class DetectionLimits:
    """What can and cannot be detected in a pair."""

    pair: str
    classes: tuple[str, ...]
    """Classes whose change is detected; `any` is change of ground that is neither building nor road."""
    tells_direction: bool
    """Whether the network separates appeared from disappeared."""
    smallest_pixels: int
    smallest_m2: float | None
    """Area of the smallest object that counts, where the resolution is known."""
    fit_resolution_m: tuple[float, float]
    """Pixel sizes for which the network was trained, metres."""
    resolution_m: float | None
    unseen: tuple[str, ...]
    indices: tuple[str, ...]
    """Spectral indices that the bands of both dates allow, which show some changes that the network cannot."""
    warnings: tuple[str, ...]


def certainty(change_map: ChangeMap, card: PairCard, caution: str) -> Certainty:
    """Certainty of a change map."""
    unsure = [obj for obj in change_map.objects if obj.probability < UNSURE_BELOW]
    pixels = sum(obj.pixels for obj in change_map.objects)
    judged = verdict(change_map)
    return Certainty(
        pair=change_map.pair,
        probability=judged.probability,
        mask_agrees=change_map.seen_by == "bands" or judged.agrees,
        objects=len(change_map.objects),
        unsure_objects=len(unsure),
        unsure_below=UNSURE_BELOW,
        unsure_share=sum(obj.pixels for obj in unsure) / max(1, pixels),
        lowest_probability=min((obj.probability for obj in change_map.objects), default=None),
        unknown_share=change_map.unknown_pixels / max(1, change_map.valid_pixels + change_map.unknown_pixels),
        seen_by=change_map.seen_by,
        warnings=(*change_map.doubts, *change_map.notes, *card.warnings, *road_caution([change_map], caution)),
    )


def limits(
    card: PairCard, caution: str, *, tells_direction: bool, sees_ground: bool, indices: tuple[str, ...] = ()
) -> DetectionLimits:
    """What can and cannot be detected in a pair; the network is not run for it."""
    resolution = card.resolution_m
    return DetectionLimits(
        pair=card.pair,
        classes=(*ALL_CLASSES, "any") if sees_ground else ALL_CLASSES,
        tells_direction=tells_direction,
        smallest_pixels=MIN_PIXELS,
        smallest_m2=None if resolution is None else MIN_PIXELS * resolution**2,
        fit_resolution_m=FIT_RESOLUTION_M,
        resolution_m=resolution,
        unseen=UNSEEN if sees_ground else (*GROUND, *UNSEEN),
        indices=indices,
        warnings=(*card.warnings, *_told(caution)),
    )


def limits_of_bands(card: PairCard, indices: tuple[str, ...]) -> DetectionLimits:
    """What can and cannot be detected in a pair whose bands alone tell change."""
    resolution = card.resolution_m
    return DetectionLimits(
        pair=card.pair,
        classes=("any",),
        tells_direction=False,
        smallest_pixels=MIN_BAND_PIXELS,
        smallest_m2=None if resolution is None else MIN_BAND_PIXELS * resolution**2,
        fit_resolution_m=FIT_RESOLUTION_M,
        resolution_m=resolution,
        unseen=OF_BANDS,
        indices=indices,
        warnings=card.warnings,
    )
