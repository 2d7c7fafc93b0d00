"""Effects over zones estimated: every set of covariates judged alike, and what the first one finds told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from tools.effects.zones.blocks import blocks_of, two_folds
from tools.effects.zones.learners import CrossFitted, cross_fit
from tools.effects.zones.rate import DRAWS, Estimate, Folds, autoc, in_thirds, qini
from tools.effects.zones.zone_effects import METHOD, AverageEffect, Contrast, SetScore, ZoneEffects
from tools.effects.zones.zone_table import CovariateSet, Numbers, ZoneTable
from tools.errors import ZoneEffectError
from tools.notices import notice

EDGE, MOST_AT_EDGE = 0.05, 0.1
"""Probability of treatment, from 0 or 1, at which a zone has no counterpart; and the largest share of such zones."""
LEAST_DIFFERENCE, MOST_CONTRASTS, MOST_NAMES = 0.3, 4, 5
"""Standard deviations by which groups differ before that is told, and how many covariates and zones are told."""
FEW_BLOCKS = 16
"""Blocks below which half-samples tell a standard error badly."""
INTERVAL_LEVEL = 0.95
MOST, LEAST = 2, 0
"""Thirds by predicted effect."""


@dataclass(frozen=True)
class Fitted:
    """All that was estimated, zone by zone."""

    effects: ZoneEffects
    predicted: Numbers
    """(zones,) by the X-learner on the first set."""
    scores: Numbers
    thirds: npt.NDArray[np.int64]
    folds: Folds


def estimate(table: ZoneTable, outcome: str, treatment: str, seed: int = 0) -> Fitted:
    """Estimate effects over zones.

    Args:
        table: the zones.
        outcome: name of the outcome.
        treatment: name of the treatment.
        seed: of blocks, folds, forests and half-samples.

    Raises:
        ZoneEffectError: treated and untreated zones are too unlike to be compared.
    """
    blocks = blocks_of(table, seed)
    second = two_folds(blocks, table.treated, seed)
    folds = Folds(second, blocks)
    fits = [cross_fit(one.values, table.outcome, table.treated, table.probability, second, seed) for one in table.sets]
    _check_overlap(fits[0])
    scored = [row for one, fit in zip(table.sets, fits, strict=True) for row in _scores(one, fit, folds, seed)]
    main = fits[0]
    thirds = in_thirds(main.by_x, second)
    order = np.argsort(-main.by_x, kind="stable")[:MOST_NAMES]
    effects = ZoneEffects(
        outcome=outcome,
        treatment=treatment,
        zones=len(table.names),
        treated=int(table.treated.sum()),
        left_out=table.left_out,
        block_count=len(np.unique(blocks)),
        average=_mean(main.scores, folds, np.ones(len(thirds), bool), seed),
        most=_mean(main.scores, folds, thirds == MOST, seed),
        least=_mean(main.scores, folds, thirds == LEAST, seed),
        scores=tuple(scored),
        interval_level=INTERVAL_LEVEL,
        differs=scored[0].differs,
        contrasts=_contrasts(table.sets[0], thirds),
        names_most=tuple(table.names[place] for place in order),
        table="",
        chart="",
        method=METHOD.format(draws=DRAWS),
        warnings=tuple(_warnings(table, blocks)),
    )
    return Fitted(effects, main.by_x, main.scores, thirds, folds)


def _check_overlap(fit: CrossFitted) -> None:
    at_edge = float(((fit.probability < EDGE) | (fit.probability > 1 - EDGE)).mean())
    if at_edge > MOST_AT_EDGE:
        text = (
            "{share:.0f} % of the zones have covariates by which they were all but sure to be treated or not, so "
            "nothing stands for what would have been; zones of the same kind with and without treatment would be "
            "needed."
        )
        raise ZoneEffectError(notice("zones-without-overlap", text, share=100 * at_edge))


def _scores(one: CovariateSet, fit: CrossFitted, folds: Folds, seed: int) -> Iterator[SetScore]:
    """Both learners on one set; the X-learner first."""
    for learner, effects in (("X", fit.by_x), ("T", fit.by_t)):
        area, even = (folds.estimate(partial(_rate, rate, fit.scores, effects), seed) for rate in (autoc, qini))
        yield SetScore(one.name, learner, len(one.columns), _told(area), _told(even), area.low > 0)


def _rate(
    rate: Callable[[Numbers, Numbers], float], scores: Numbers, effects: Numbers, part: npt.NDArray[np.int64]
) -> float:
    return rate(scores[part], effects[part])


def _mean(scores: Numbers, folds: Folds, among: npt.NDArray[np.bool_], seed: int) -> AverageEffect:
    """The mean of scores among some zones, of which each half-sample of blocks has some."""

    def mean(part: npt.NDArray[np.int64]) -> float:
        own = part[among[part]]
        return float(scores[own].mean()) if len(own) else float(scores[part].mean())

    return _told(folds.estimate(mean, seed))


def _told(one: Estimate) -> AverageEffect:
    return AverageEffect(one.value, one.deviation, one.low, one.high)


def _contrasts(one: CovariateSet, thirds: npt.NDArray[np.int64]) -> tuple[Contrast, ...]:
    """Covariates in which the third with the largest predicted effects differs most from that with the smallest."""
    most, least = one.values[thirds == MOST], one.values[thirds == LEAST]
    spread = np.sqrt((most.var(0, ddof=1) + least.var(0, ddof=1)) / 2)
    apart = (most.mean(0) - least.mean(0)) / np.where(spread > 0, spread, np.inf)
    order = [place for place in np.argsort(-np.abs(apart), kind="stable") if abs(apart[place]) >= LEAST_DIFFERENCE]
    return tuple(
        Contrast(one.columns[place], float(most[:, place].mean()), float(least[:, place].mean()), float(apart[place]))
        for place in order[:MOST_CONTRASTS]
    )


def _warnings(table: ZoneTable, blocks: npt.NDArray[np.int64]) -> Iterator[str]:
    if table.left_out:
        text = "{count} zones lack a value and are left out."
        yield notice("zones-left-out", text, count=table.left_out)
    if table.blocks is None and table.places is None:
        text = "The zones have no place, so each is taken for independent of the others; intervals may be too narrow."
        yield notice("zones-unplaced", text)
    elif (count := len(np.unique(blocks))) < FEW_BLOCKS:
        text = "There are only {count} blocks of zones, so standard errors are rough."
        yield notice("zones-few-blocks", text, count=count)
    if table.probability is None:
        text = (
            "The probability of treatment was estimated from the covariates: unless treatment was drawn by lot, what "
            "they do not tell may stand behind the effects."
        )
        yield notice("zones-not-drawn", text)
