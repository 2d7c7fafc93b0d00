"""A second opinion on an effect: Bayesian structural time series of the package bsts-causalimpact, where installed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.effects.regular_steps import Steps

SEED = 1
"""Of its sampling, so that the same series gives the same numbers."""
PACKAGE = "bsts-causalimpact"


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """The mean effect by another model."""

    mean: float
    low: float
    """Lower limit at 95 %."""
    high: float


def second_opinion(steps: Steps) -> SecondOpinion | None:
    """The effect by `causal_impact`; None: it is not installed.

    It takes no gaps and fits no season of few years: steps without a value are left out, and the season comes in as
    regressors.
    """
    try:
        from causal_impact import CausalImpact
    except ImportError:
        return None
    known = np.flatnonzero(np.isfinite(steps.outcome))
    before = int((known < steps.event).sum())
    turn = 2 * np.pi * np.arange(len(steps.days)) / steps.period
    waves = [wave(number * turn) for number in range(1, steps.harmonics + 1) for wave in (np.cos, np.sin)]
    table = np.column_stack([steps.outcome, steps.regressors, *waves])[known]
    told = CausalImpact(table, [0, before - 1], [before, len(known) - 1], {"seed": SEED}).summary_stats
    return SecondOpinion(float(told["point_effect_mean"]), float(told["ci_lower"]), float(told["ci_upper"]))
