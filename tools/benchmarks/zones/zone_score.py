"""How estimates of effects over zones hold on simulated worlds: coverage, false findings, power."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tools.benchmarks.zones.simulated_programme import SEQUENCE, Programme, World, simulated
from tools.effects.zones.estimate import Fitted, estimate
from tools.effects.zones.rate import autoc
from tools.effects.zones.zone_effects import AverageEffect
from tools.effects.zones.zone_table import CovariateSet, ZoneTable
from tools.types import Progress


@dataclass(frozen=True, slots=True)
class ZoneScore:
    """Shares of worlds, 0-1."""

    worlds: int
    """Of each kind."""
    zones: int
    average_coverage: float
    """95 % intervals of the mean effect that hold the true one, over worlds with and without differences."""
    autoc_coverage: float
    """95 % intervals of AUTOC that hold that of the true effects by the same priorities, where effects differ."""
    power: float
    """Worlds with differences in which they are found."""
    false_share: float
    """Worlds without in which some are."""


def score(worlds: int, programme: Programme, progress: Progress | None = None) -> ZoneScore:
    """Score estimates on so many worlds with differences of effects, and as many without.

    Args:
        worlds: of each kind.
        programme: what they are like; the other kind has no differences.
        progress: called with worlds done and all.
    """
    even = Programme(programme.side, 0.0, programme.noise, drawn=programme.drawn)
    held, area_held, found, wrongly = list[bool](), list[bool](), list[bool](), list[bool]()
    for number, (kind, seed) in enumerate(_kinds(programme, even, worlds), 1):
        world = simulated(kind, seed)
        fitted = estimate(table_of(world), "outcome", "treatment", seed)
        held.append(_holds(fitted.effects.average, float(world.effect.mean())))
        (found if kind is programme else wrongly).append(fitted.effects.differs)
        if kind is programme:
            area_held.append(_holds(fitted.effects.scores[0].autoc, _true_area(fitted, world)))
        if progress is not None:
            progress(number, 2 * worlds)
    return ZoneScore(
        worlds, programme.side**2, float(np.mean(held)), float(np.mean(area_held)), float(np.mean(found)),
        float(np.mean(wrongly)),
    )  # fmt: skip


def table_of(world: World, sets: tuple[str, ...] = (SEQUENCE,)) -> ZoneTable:
    """The zones of a world, with some sets of covariates and the roads, as they are read from a file."""
    chosen = tuple(
        CovariateSet(name, tuple(columns), np.stack(list(columns.values()), axis=1))
        for name, columns in ((name, world.sets["table"] | world.sets[name]) for name in sets)
    )
    names = tuple(f"Z{number}" for number in range(len(world.outcome)))
    return ZoneTable(
        names, world.outcome, world.treated, chosen, None, world.places, None, (None,) * len(names), None, 0
    )


def _kinds(programme: Programme, even: Programme, worlds: int) -> Iterator[tuple[Programme, int]]:
    for seed in range(worlds):
        yield programme, seed
        yield even, seed


def _holds(one: AverageEffect, truth: float) -> bool:
    return one.low <= truth <= one.high


def _true_area(fitted: Fitted, world: World) -> float:
    """AUTOC of the true effects by the same priorities, averaged over folds alike."""
    parts = [np.flatnonzero(fitted.folds.second == fold) for fold in (False, True)]
    areas = [autoc(world.effect[part], fitted.predicted[part]) * len(part) for part in parts]
    return float(sum(areas) / len(world.effect))
