"""Spectral indices and their change, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agent.wording.sentence import sentence
from tools.number_format import quantity
from tools.spectrum.index_tally import ClassArea, Spread
from tools.spectrum.indices import IndexChange, IndexMap

DATES = {"before": "earlier", "after": "later"}
NOTHING_NEW = ("in the same class", "unburned")
"""Classes of change that are no change, told last."""


@sentence.register
def _(found: IndexMap) -> str:
    name = found.index.upper()
    text = f"{name} at the {DATES[found.date]} date is {_mean(found.values)}, {_range(found.values)}."
    return " ".join([text, *_classes(found.classes), *_unknown(found.unknown_share), *found.warnings])


@sentence.register
def _(found: IndexChange) -> str:
    text = (
        f"{found.index.upper()} was {_mean(found.before)} and is {_mean(found.after)}; it changed by "
        f"{_middle(found.difference, signed)}, {_range(found.difference)}."
    )
    return " ".join([text, *_classes(found.classes), *_unknown(found.unknown_share), *found.warnings])


def signed(value: float) -> str:
    """A difference with its sign, to a hundredth."""
    return f"{value:+.2f}" if abs(value) >= 0.005 else "0.00"


def _mean(spread: Spread) -> str:
    return _middle(spread, lambda value: f"{value:.2f}")


def _middle(spread: Spread, written: Callable[[float], str]) -> str:
    """The mean; the median where a few pixels pull the mean out of the range of nearly all."""
    if spread.low <= spread.mean <= spread.high:
        return f"{written(spread.mean)} in the mean"
    return f"{written(spread.median)} in the median"


def _range(spread: Spread) -> str:
    return f"mostly {spread.low:.2f} to {spread.high:.2f}"


def _classes(classes: Sequence[ClassArea]) -> list[str]:
    """What covers ground, that which is no change last."""
    told = sorted((one for one in classes if one.pixels), key=lambda one: (one.name in NOTHING_NEW, -one.share))
    rows = [f"{one.name} {_ground(one)}" for one in told]
    text = "; ".join(rows)
    return [f"{text[:1].upper()}{text[1:]}."] if rows else []


def _ground(one: ClassArea) -> str:
    ground = f"{quantity(one.pixels)} px" if one.area_m2 is None else f"{quantity(one.area_m2 / 1e4)} ha"
    return f"{ground} ({quantity(100 * one.share)} %)"


def _unknown(share: float) -> list[str]:
    return [] if share < 0.001 else [f"{quantity(100 * share)} % of the pixels are not known."]
