"""How one kind of land changed for a pair: water, trees, vegetation, snow, bare or burnt ground."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tools.errors import LegendError, MissingBandsError, ReflectanceError
from tools.landcover.spectral_cover import BARE, LOW, PLANTS, SNOW, TREES, WATER
from tools.landcover.transitions.cover_change import Ground, Transition, Transitions
from tools.measurements.cover_maps import land_cover_transitions
from tools.measurements.index_maps import index_request
from tools.pairs.pair import ImagePair
from tools.spectrum.change_signs import signs_of_change
from tools.workspace.workspace import Workspace

Cover = Literal["water", "trees", "vegetation", "snow", "bare", "burnt"]
OF_COVER: dict[Cover, tuple[str, ...]] = {
    "water": (WATER.name,),
    "trees": (TREES.name,),
    "vegetation": (TREES.name, LOW.name, PLANTS.name),
    "snow": (SNOW.name,),
    "bare": (BARE.name,),
}
"""Classes of the spectral legend that belong to a cover."""


FEWEST_BURNT = 6
"""Pixels from which burnt ground is told: noise alone makes a few."""


@dataclass(frozen=True, slots=True)
class LandChange:
    """How much of one kind of land there is at either date, and what was lost and gained."""

    pair: str
    cover: Cover
    before: Ground | None
    """None of burnt ground, of which only what burnt in between is known."""
    after: Ground | None
    lost: Ground
    gained: Ground
    """Of burnt ground, what burnt."""
    net: Ground
    noise: Ground | None
    """What two maps of this accuracy would show as lost if nothing had changed; None of burnt ground."""
    unknown_share: float
    """Of all pixels, 0-1."""
    method: str
    layer: str | None
    """Artefact id of the map file."""
    warnings: tuple[str, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return () if self.layer is None else (self.layer,)


def land_change(workspace: Workspace, pair: ImagePair, cover: Cover) -> LandChange:
    """How a kind of land changed.

    Raises:
        MissingBandsError: the bands do not tell this cover from others.
        LegendError: the class maps that were given have no such class.
        ReflectanceError, UnknownSensorError, PairError: as for `land_cover_transitions`.
    """
    return _burnt(workspace, pair) if cover == "burnt" else _of_classes(workspace, pair, cover)


def _of_classes(workspace: Workspace, pair: ImagePair, cover: Cover) -> LandChange:
    found = land_cover_transitions(workspace, pair)
    names = _names(found, cover)

    def ground(belongs: Callable[[Transition], bool]) -> Ground:
        cells = [cell for cell in found.cells if belongs(cell)]
        known = [cell.area_m2 for cell in cells if cell.area_m2 is not None]
        area = None if found.known.area_m2 is None else float(sum(known))
        return Ground(sum(cell.pixels for cell in cells), sum(cell.share for cell in cells), area)

    before, after = ground(lambda cell: cell.before in names), ground(lambda cell: cell.after in names)
    lost = ground(lambda cell: cell.before in names and cell.after not in names)
    gained = ground(lambda cell: cell.before not in names and cell.after in names)
    noise = _scaled(before, 1 - found.noise.agreement_share)
    return LandChange(
        pair.id, cover, before, after, lost, gained, _less(gained, lost), noise,
        found.unknown_share, found.method, found.layer, found.warnings,
    )  # fmt: skip


def _names(found: Transitions, cover: Cover) -> set[str]:
    """Names of the legend's classes that belong to a cover."""
    there = {name for cell in found.cells for name in (cell.before, cell.after)}
    names = {name for name in there if name in OF_COVER[cover]}
    if names:
        return names
    if there <= {one.name for one in (WATER, SNOW, TREES, LOW, PLANTS, BARE)}:
        if cover == "trees" and PLANTS.name in there:
            raise MissingBandsError("Without a short-wave infrared band trees are not told from other plants.")
        return set(OF_COVER[cover])
    by_word = {name for name in there if any(word in name.lower() for word in (cover, *OF_COVER[cover]))}
    if not by_word:
        raise LegendError(f"These class maps have no class of {cover}; they have {', '.join(sorted(there))}.")
    return by_word


def _burnt(workspace: Workspace, pair: ImagePair) -> LandChange:
    signs = signs_of_change(pair, index_request(workspace, pair))
    sign = signs.of("burnt")
    if sign.ground is None:
        raise (MissingBandsError if sign.index is None else ReflectanceError)(
            f"Burnt ground cannot be measured: {sign.unmeasured}."
        )
    nothing = Ground(0, 0.0, None if sign.ground.area_m2 is None else 0.0)
    found = Ground(sign.ground.pixels, sign.ground.share, sign.ground.area_m2)
    burnt = found if found.pixels >= FEWEST_BURNT else nothing
    return LandChange(
        pair.id, "burnt", None, None, nothing, burnt, burnt, None, 0.0, f"{sign.rule}; {signs.method}", None,
        signs.warnings,
    )  # fmt: skip


def _scaled(one: Ground, factor: float) -> Ground:
    area = None if one.area_m2 is None else one.area_m2 * factor
    return Ground(round(one.pixels * factor), one.share * factor, area)


def _less(one: Ground, other: Ground) -> Ground:
    area = None if one.area_m2 is None or other.area_m2 is None else one.area_m2 - other.area_m2
    return Ground(one.pixels - other.pixels, one.share - other.share, area)
