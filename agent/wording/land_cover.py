"""Land cover, and what became of it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.wording.sentence import sentence
from agent.wording.spectrum import DATES
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import CoverChange, EstimatedTransition, Ground, Transition, Transitions
from tools.number_format import quantity
from tools.spectrum.index_tally import ClassArea

MAX_CHANGES = 5
"""Transitions told in a sentence; the table holds all of them."""


@sentence.register
def _(found: LandCover) -> str:
    classes = "; ".join(f"{one.name} {_ground(one)}" for one in found.classes)
    text = f"Land cover at the {DATES[found.date]} date: {classes}."
    return " ".join([text, *_uses(found), *_unknown(found.unknown_share), *found.warnings])


@sentence.register
def _(found: Transitions) -> str:
    if not found.changed.pixels:
        told = ["Between the two dates no pixel changed its class of land cover."]
    else:
        told = [
            f"Between the two dates {_ground(found.changed)} changed class, and {_ground(found.kept)} kept it.",
            _changes([cell for cell in found.cells if cell.changed]),
            *_yearly(found),
            *_net(found.classes),
            *_corrected(found),
        ]
    return " ".join([*told, *_unknown(found.unknown_share), *found.warnings])


def _uses(found: LandCover) -> list[str]:
    """What cells seem to be used for."""
    told = "; ".join(f"{one.name} {quantity(100 * one.share)} %" for one in found.uses[:MAX_CHANGES])
    return [f"Its use seems to be: {told} ({found.uses_method})."] if told else []


def _changes(changes: Sequence[Transition]) -> str:
    """The largest changes first."""
    told = "; ".join(f"{cell.before} to {cell.after} {_ground(cell)}" for cell in changes[:MAX_CHANGES])
    return f"From what to what: {told}{'; others are smaller' * (len(changes) > MAX_CHANGES)}."


def _yearly(found: Transitions) -> list[str]:
    return [] if found.yearly_share is None else [f"That is {quantity(100 * found.yearly_share)} % a year."]


def _net(classes: Sequence[CoverChange]) -> list[str]:
    """What each class has more or less of, the largest first."""
    moved = sorted((one for one in classes if one.net.pixels), key=lambda one: -abs(one.net.pixels))
    told = [f"{one.name} {_signed(one.net)}" for one in moved[:MAX_CHANGES]]
    return [f"In balance: {'; '.join(told)}."] if told else []


def _corrected(found: Transitions) -> list[str]:
    if found.correction is None:
        return []
    changes = [one for one in found.correction.cells if one.before != one.after][:MAX_CHANGES]
    told = "; ".join(f"{one.before} to {one.after} {_estimated(one)}" for one in changes)
    share = f"With the errors of the maps taken out {quantity(100 * found.correction.changed_share)} % changed"
    return [f"{share}: {told}." if told else f"{share}."]


def _ground(one: Ground | Transition | ClassArea) -> str:
    ground = f"{quantity(one.pixels)} px" if one.area_m2 is None else f"{quantity(one.area_m2 / 1e4)} ha"
    return f"{ground} ({quantity(100 * one.share)} %)"


def _estimated(one: EstimatedTransition) -> str:
    share = f"{quantity(100 * one.share)} %"
    return share if one.area_m2 is None else f"{quantity(one.area_m2 / 1e4)} ha ({share})"


def _signed(net: Ground) -> str:
    """A net amount with its sign."""
    sign = "+" if net.pixels > 0 else "-"
    if net.area_m2 is None:
        return f"{sign}{quantity(abs(net.pixels))} px"
    return f"{sign}{quantity(abs(net.area_m2) / 1e4)} ha"


def _unknown(share: float) -> list[str]:
    return [] if share < 0.001 else [f"The class of {quantity(100 * share)} % of the pixels is not known."]
