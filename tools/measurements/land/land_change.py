"""How one kind of land changed for a pair: water, trees, vegetation, snow, bare or burnt ground.

from-to raster -> ground by code, field and half, within a part of the image -> lost, gained, where, what it became
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from mci_model.prediction import Window
from tools.change.places import FieldShare, Part, part_in_words
from tools.change.summary import Unit
from tools.errors import LegendError, MissingBandsError, PairError, ReflectanceError, UnknownDaysError
from tools.landcover.spectral_cover import BARE, LOW, PLANTS, SNOW, TREES, WATER
from tools.landcover.transitions.cover_change import Ground, Transitions
from tools.landcover.transitions.transitions import years_between
from tools.measurements.cover_maps import land_cover_transitions
from tools.measurements.index_maps import index_request
from tools.measurements.land.from_to import Chosen, FromTo, from_to
from tools.measurements.land.ground_tally import Codes, GroundTally, HalfChange, tallied
from tools.notices import listed, notice, term
from tools.pairs.pair import ImagePair
from tools.spectrum.change_signs import signs_of_change
from tools.workspace.workspace import Workspace

Cover = Literal["water", "trees", "vegetation", "snow", "bare", "built", "burnt"]
LandAspect = Literal["balance", "where", "became", "rate"]
LandWay = Literal["both", "lost", "gained"]
"""What to tell: how much there is and was; where it was lost and gained; what it became; how much a year."""
OF_COVER: dict[Cover, tuple[str, ...]] = {
    "water": (WATER.name,),
    "trees": (TREES.name,),
    "vegetation": (TREES.name, LOW.name, PLANTS.name),
    "snow": (SNOW.name,),
    "bare": (BARE.name,),
    "built": (BARE.name,),
}
"""Classes of the spectral legend that belong to a cover; it tells built-up ground from no other bare ground."""

WORDS: dict[Cover, tuple[str, ...]] = {
    "water": ("water",),
    "trees": ("tree", "forest", "wood", "mangrove"),
    "vegetation": ("vegetation", "tree", "forest", "wood", "mangrove", "grass", "crop", "shrub", "scrub", "agricult"),
    "snow": ("snow",),
    "bare": ("bare",),
    "built": ("built", "urban", "artificial"),
}
"""Words by which classes of other legends belong to a cover."""

FEWEST_BURNT = 6
"""Pixels from which burnt ground is told: noise alone makes a few."""
BURNT_CODE = 2


@dataclass(frozen=True, slots=True)
class CoverPart:
    """Ground that was one class of land cover at the other date."""

    name: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class SeenGround:
    """What is known besides where land is told by the regions that a network holds for changed."""

    unclear: Ground
    """Changed in the part, too, but the network tells no other land cover for it."""
    probability: float | None
    """That anything changed where this land was lost or gained, mean over its pixels, 0-1; None where none was."""


@dataclass(frozen=True, slots=True)
class LandChange:
    """How much of one kind of land there is at either date, what was lost and gained, where, and what it became."""

    pair: str
    cover: Cover
    before: Ground | None
    """None where only what was lost and gained is known: of burnt ground, and of what regions show."""
    after: Ground | None
    lost: Ground
    gained: Ground
    """Of burnt ground, what burnt."""
    net: Ground
    noise: Ground | None
    """What two maps of this accuracy would show as lost if nothing had changed; None where there are no such maps."""
    unknown_share: float
    """Of all pixels of the part, 0-1."""
    method: str
    layer: str | None
    """Artefact id of the map file."""
    warnings: tuple[str, ...]
    within: Part = "whole"
    """The part of the image that all numbers are of; shares are of its known ground."""
    condition: str = ""
    """The part in words: "in the northern half"; empty for the whole."""
    placed: bool = True
    """Whether parts are by compass; else north is the top."""
    tell: LandAspect = "balance"
    """What was asked."""
    unit: Unit | None = None
    """In which sizes are told; None: hectares from one on, else square metres."""
    years: float | None = None
    """Between the dates; None where their days are unknown."""
    lost_where: tuple[FieldShare, ...] = ()
    """Its distribution over the nine fields of the image, the largest share first; empty fields are left out."""
    gained_where: tuple[FieldShare, ...] = ()
    halves: tuple[HalfChange, ...] = ()
    """North, south, west, east; what lies just on the line between two halves lies in neither."""
    became: tuple[CoverPart, ...] = ()
    """What the lost ground became, the largest first."""
    came_from: tuple[CoverPart, ...] = ()
    """What the gained ground was before, the largest first."""
    assumed_pixel_m: float | None = None
    """Side of a pixel that its areas assume; None where none is assumed."""
    seen: SeenGround | None = None
    """Of land that the network saw change, for want of bands."""
    way: LandWay = "both"
    """Which of what was lost and what was gained comes first."""

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the map files that show it."""
        return () if self.layer is None else (self.layer,)

    @property
    def rests_on_network(self) -> bool:
        """Whether the network saw it, for want of bands."""
        return self.seen is not None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a kind of land."""

    within: Part = "whole"
    tell: LandAspect = "balance"
    unit: Unit | None = None


ALL_OF_IT = Wish()


def land_change(workspace: Workspace, pair: ImagePair, cover: Cover, wish: Wish = ALL_OF_IT) -> LandChange:
    """How a kind of land changed.

    Raises:
        MissingBandsError: the bands do not tell this cover from others, or what burnt ground was before.
        LegendError: the class maps that were given have no such class.
        UnknownDaysError: a rate where the days of the images are not known.
        PairError: no pixel of the part is known at both dates.
        ReflectanceError, UnknownSensorError, PairError: as for `land_cover_transitions`.
    """
    if wish.tell == "rate" and years_between(pair) is None:
        raise UnknownDaysError(
            notice(
                "no-land-rate",
                "What changed in a year cannot be told, since the days of the images are not known, are the same or "
                "stand in the wrong order; give them with --date-before and --date-after, such as 2019-06-30.",
            )
        )
    return _burnt(workspace, pair, wish) if cover == "burnt" else _of_classes(workspace, pair, cover, wish)


def _of_classes(workspace: Workspace, pair: ImagePair, cover: Cover, wish: Wish) -> LandChange:
    found = land_cover_transitions(workspace, pair)
    names, codes = classes_of(found, cover), from_to(workspace, found)
    tally = _tally(workspace, pair, codes.count, wish)
    _known(tallied(workspace.artefacts[found.layer].path, tally, pair.size), pair)
    before = tally.ground(codes.chosen(lambda before, _: before in names))
    return replace(
        by_codes(pair, cover, wish, tally, codes, names),
        before=before,
        after=tally.ground(codes.chosen(lambda _, after: after in names)),
        noise=_scaled(before, 1 - found.noise.agreement_share),
        method=found.method,
        layer=found.layer,
        warnings=found.warnings,
        years=found.years,
        assumed_pixel_m=assumed_pixel(workspace, pair),
    )


def by_codes(
    pair: ImagePair, cover: Cover, wish: Wish, tally: GroundTally, codes: FromTo, names: set[str]
) -> LandChange:
    """What tallied from-to codes tell of the land of some classes: what was lost and gained, where, from and to what.

    Its method, and what else is known, is for whoever made the codes.
    """
    lost, gained = codes.lost(names), codes.gained(names)
    losses, gains = tally.ground(lost), tally.ground(gained)
    return LandChange(
        pair=pair.id,
        cover=cover,
        before=None,
        after=None,
        lost=losses,
        gained=gains,
        net=_less(gains, losses),
        noise=None,
        unknown_share=1 - tally.known / max(1, tally.all_pixels),
        method="",
        layer=None,
        warnings=(),
        within=wish.within,
        condition=_condition(pair, wish.within),
        placed=pair.georeference is not None,
        tell=wish.tell,
        unit=wish.unit,
        years=years_between(pair),
        lost_where=tally.where(lost),
        gained_where=tally.where(gained),
        halves=tally.halves(lost, gained),
        became=_parts(tally, codes, lost, lambda classes: classes[1]),
        came_from=_parts(tally, codes, gained, lambda classes: classes[0]),
    )


def _tally(workspace: Workspace, pair: ImagePair, codes: int, wish: Wish) -> GroundTally:
    return GroundTally(codes, pair, wish.within, assumed_pixel(workspace, pair))


def assumed_pixel(workspace: Workspace, pair: ImagePair) -> float | None:
    """Side of a pixel that a person assumes, metres; None where the pair is georeferenced."""
    return workspace.settings.pixel_size_m if pair.georeference is None else None


def _known(tally: GroundTally, pair: ImagePair) -> GroundTally:
    if tally.known:
        return tally
    part = part_in_words(tally.within, georeferenced=pair.georeference is not None)
    text = "No pixel {where} has a known class at both dates; ask of another part, or take other dates."
    raise PairError(notice("no-class-in-part", text, where=term("in-part", part, "in {text}")))


def _condition(pair: ImagePair, within: Part) -> str:
    if within == "whole":
        return ""
    return f"in {part_in_words(within, georeferenced=pair.georeference is not None)}"


def _parts(
    tally: GroundTally, codes: FromTo, chosen: Chosen, name: Callable[[tuple[str, str]], str]
) -> tuple[CoverPart, ...]:
    """The ground of codes by the class at one date, the largest first."""
    named = {code: name(codes.classes(code)) for code in np.flatnonzero(chosen).tolist()}
    parts = [
        CoverPart(one, tally.ground(np.array([named.get(code) == one for code in range(len(chosen))])))
        for one in dict.fromkeys(named.values())
    ]
    return tuple(sorted((part for part in parts if part.ground.pixels), key=lambda part: -part.ground.pixels))


def classes_of(found: Transitions, cover: Cover) -> set[str]:
    """Names of the legend's classes that belong to a cover.

    Raises:
        MissingBandsError, LegendError: as for `land_change`.
    """
    there = {name for cell in found.cells for name in (cell.before, cell.after)}
    names = {name for name in there if name in OF_COVER[cover]}
    if names:
        return names
    if there <= {one.name for one in (WATER, SNOW, TREES, LOW, PLANTS, BARE)}:
        if cover == "trees" and PLANTS.name in there:
            text = "Without a short-wave infrared band trees are not told from other plants."
            raise MissingBandsError(notice("no-trees", text))
        return set(OF_COVER[cover])
    by_word = {name for name in there if any(word in name.lower() for word in (*WORDS[cover], *OF_COVER[cover]))}
    if cover == "vegetation":
        by_word -= {name for name in by_word if "bare" in name.lower()}  # "bare or sparse vegetation"
    if not by_word:
        text = "These class maps have no class of {cover}; they have {names}."
        known = listed([term("cover", name) for name in sorted(there)])
        raise LegendError(notice("no-class-of", text, cover=term("cover", cover), names=known))
    return by_word


def _burnt(workspace: Workspace, pair: ImagePair, wish: Wish) -> LandChange:
    if wish.tell == "became":
        raise MissingBandsError(
            notice(
                "burnt-before",
                "What burnt ground was before is not told, since it is found by its burn ratio and not on a map of "
                "classes; ask where it burnt, or which land cover became which.",
            )
        )
    tally = _tally(workspace, pair, 1 + BURNT_CODE, wish)
    signs = signs_of_change(pair, index_request(workspace, pair), _burnt_into(tally))
    sign = signs.of("burnt")
    if sign.ground is None:
        raise (MissingBandsError if sign.index is None else ReflectanceError)(
            notice("burnt-unmeasured", "Burnt ground cannot be measured: {reason}.", reason=sign.unmeasured)
        )
    nowhere, here = np.zeros(1 + BURNT_CODE, bool), np.arange(1 + BURNT_CODE) == BURNT_CODE
    if _known(tally, pair).ground(here).pixels < FEWEST_BURNT:
        here = nowhere
    nothing, burnt = tally.ground(nowhere), tally.ground(here)
    return LandChange(
        pair.id, "burnt", None, None, nothing, burnt, burnt, None, 0.0, f"{sign.rule}; {signs.method}", None,
        signs.warnings, wish.within, _condition(pair, wish.within), pair.georeference is not None, wish.tell,
        wish.unit, years_between(pair), (), tally.where(here), tally.halves(nowhere, here), (), (),
        assumed_pixel(workspace, pair),
    )  # fmt: skip


def _burnt_into(tally: GroundTally) -> Callable[[str, Window, Codes], None]:
    """A sink that adds burnt ground to a tally: 0 unknown, 1 elsewhere, 2 burnt."""

    def add(name: str, window: Window, seen: Codes) -> None:
        if name == "burnt":
            tally.add(window, seen + 1)

    return add


def _scaled(one: Ground, factor: float) -> Ground:
    area = None if one.area_m2 is None else one.area_m2 * factor
    return Ground(round(one.pixels * factor), one.share * factor, area)


def _less(one: Ground, other: Ground) -> Ground:
    area = None if one.area_m2 is None or other.area_m2 is None else one.area_m2 - other.area_m2
    return Ground(one.pixels - other.pixels, one.share - other.share, area)
