"""How sure a result is, and what cannot be seen here at all. Every number is read from the map of change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from mci_model.prediction import CHANGED_FROM
from tools.change.change_map import ALL_CLASSES, MIN_PIXELS, ChangeMap
from tools.pairs.preflight import FIT_RESOLUTION_M, PairCard

UNSURE_BELOW = 0.7
"""Mean probability below which an object is called unsure."""
UNSEEN = (
    "trees and crops",
    "water",
    "bare soil",
    "vehicles",
    "what a building is used for",
    "damage that leaves a roof in place",
    "heights",
    "anything that came and went between the two dates",
)
"""What these networks do not tell, whatever the images."""


@runtime_checkable
class TellsOfRoads(Protocol):
    """A result in which changed roads may stand."""

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads enter it or were asked for."""


def road_caution(results: Iterable[object], caution: str) -> tuple[str, ...]:
    """The caution of a network whose weak side are roads, where any of the results tells of them.

    Args:
        results: of tools.
        caution: what the weights say of their roads; empty where there is nothing to say.
    """
    due = any(isinstance(one, TellsOfRoads) and one.tells_of_roads for one in results)
    return (caution,) if due and caution else ()


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the change found in a pair is."""

    pair: str
    probability: float
    """Of any change in the images, 0-1."""
    mask_agrees: bool
    """Whether mask and sentence of the network both say changed, or both unchanged."""
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


@dataclass(frozen=True, slots=True)
class DetectionLimits:
    """What can and cannot be seen in a pair."""

    pair: str
    classes: tuple[str, ...]
    """Whose change is seen."""
    tells_direction: bool
    """Whether appeared and disappeared are told apart."""
    smallest_pixels: int
    smallest_m2: float | None
    """Ground of the smallest object that counts, where the images tell their resolution."""
    fit_resolution_m: tuple[float, float]
    """Ground sizes of a pixel for which the network was made, metres."""
    resolution_m: float | None
    unseen: tuple[str, ...]
    indices: tuple[str, ...]
    """Spectral indices that the bands of both dates allow, which tell of some of what the network does not see."""
    warnings: tuple[str, ...]


def certainty(found: ChangeMap, card: PairCard, caution: str) -> Certainty:
    """How sure the change of a map is."""
    unsure = [thing for thing in found.objects if thing.probability < UNSURE_BELOW]
    pixels = sum(thing.pixels for thing in found.objects)
    changed = found.changed >= CHANGED_FROM
    return Certainty(
        pair=found.pair,
        probability=found.changed,
        mask_agrees=bool(found.found) == changed,
        objects=len(found.objects),
        unsure_objects=len(unsure),
        unsure_below=UNSURE_BELOW,
        unsure_share=sum(thing.pixels for thing in unsure) / max(1, pixels),
        lowest_probability=min((thing.probability for thing in found.objects), default=None),
        unknown_share=found.unknown_pixels / max(1, found.valid_pixels + found.unknown_pixels),
        warnings=(*card.warnings, *road_caution([found], caution)),
    )


def limits(card: PairCard, caution: str, *, tells_direction: bool, indices: tuple[str, ...] = ()) -> DetectionLimits:
    """What can and cannot be seen in a pair; nothing is looked at for it."""
    side = card.resolution_m
    return DetectionLimits(
        pair=card.pair,
        classes=ALL_CLASSES,
        tells_direction=tells_direction,
        smallest_pixels=MIN_PIXELS,
        smallest_m2=None if side is None else MIN_PIXELS * side**2,
        fit_resolution_m=FIT_RESOLUTION_M,
        resolution_m=side,
        unseen=UNSEEN,
        indices=indices,
        warnings=(*card.warnings, *filter(None, [caution])),
    )
