"""What a place would have done without the event: a structural time series, by statsmodels' state space models.

level (a random walk, with a slope beside it or not) + season (harmonics) + controls (regression) + errors (AR(1))

Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter; Brodersen et al. (2015), Annals of
Applied Statistics 9. Coefficients of controls and season are states with a diffuse start, so that the forecast holds
their uncertainty. How fast the level wanders and how much errors depend on each other is not fixed at one estimate,
which makes intervals too narrow: a table of both is gone through, each entry weighs by its likelihood with the scale
integrated out, and the forecast is the mixture of their Student's t distributions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal, NamedTuple

import numpy as np
from scipy.special import stdtr, stdtrit

from tools.effects.regular_steps import Reals, Steps

Trend = Literal["local level", "local linear trend"]
WANDERING = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Standard deviations of a step of the level, in those of the errors."""
DEPENDENCE = (0.0, 0.2, 0.4, 0.6, 0.8)
"""Correlation of neighbouring errors."""
BENDING = (0.0, 0.003, 0.01, 0.03)
"""Of a step of the slope, likewise; of `local linear trend` alone."""
COARSE = 2
"""Every second entry of the first two tables where a slope is sought as well."""
LEAST_WEIGHT = 1e-3
"""Entries with less of the weight of the best are left out of the mixture."""
ROUNDS = 48
"""Halvings that find a quantile of a mixture."""


@dataclass(frozen=True)
class Part:
    """The forecast with one way of wandering: Student's t, all in units of the outcome."""

    weight: float
    free: int
    """Degrees of freedom."""
    mean: Reals
    """(steps after the event,)."""
    covariance: Reals
    """(steps, steps): the square of the scale."""


@dataclass(frozen=True)
class Forecast:
    """What the place would have done after the event."""

    parts: tuple[Part, ...]
    fitted: Reals
    """(steps before the event,): told one step ahead; NaN while coefficients are still unknown."""
    spread: Reals
    """(steps before,): scale of that."""
    wandering: float
    dependence: float

    @property
    def mean(self) -> Reals:
        """(steps after the event,)."""
        return np.asarray(np.sum([part.weight * part.mean for part in self.parts], axis=0))

    def limits(self, weights: Reals, level: float = 0.95) -> tuple[Reals, Reals]:
        """Limits of sums over the steps after the event.

        Args:
            weights: (sums, steps) of each step in each sum.
            level: probability between the limits.
        """
        tails = (1 - level) / 2
        sums = self._sums(weights)
        return _quantile(sums, tails), _quantile(sums, 1 - tails)

    def below(self, weights: Reals, values: Reals) -> Reals:
        """(sums,) probability that a sum without the event lies below a value."""
        return _below(self._sums(weights), values)

    def _sums(self, weights: Reals) -> _Sums:
        return _Sums(
            np.array([part.weight for part in self.parts])[:, None],
            np.array([part.free for part in self.parts])[:, None],
            np.array([weights @ part.mean for part in self.parts]),
            np.array([np.sqrt(((weights @ part.covariance) * weights).sum(axis=1)) for part in self.parts]),
        )


class _Sums(NamedTuple):
    """Student's t of every part, (parts, sums) or (parts, 1)."""

    weights: Reals
    free: Reals
    centre: Reals
    scale: Reals


def _below(sums: _Sums, values: Reals) -> Reals:
    standard = (values - sums.centre) / sums.scale
    return np.asarray((sums.weights * stdtr(sums.free, standard)).sum(axis=0))


def _quantile(sums: _Sums, probability: float) -> Reals:
    """By halving: the distribution function of a mixture rises with its argument."""
    reach = sums.scale * stdtrit(sums.free, 1 - 1e-6)
    low, high = (sums.centre - reach).min(axis=0), (sums.centre + reach).max(axis=0)
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        under = _below(sums, middle) < probability
        low, high = np.where(under, middle, low), np.where(under, high, middle)
    return np.asarray((low + high) / 2)


def forecast(steps: Steps, trend: Trend = "local level") -> Forecast:
    """Fit the steps before the event and tell those after it.

    Args:
        steps: the place and its controls; values after the event are not looked at.
        trend: how the level moves.
    """
    known = steps.outcome[: steps.event]
    centre, unit = float(np.nanmean(known)), float(np.nanstd(known))
    model = _model(steps, (known - centre) / unit, trend)
    tried = [_tried(model, entry, trend, steps.event) for entry in _table(trend)]
    best = max(one[0] for one in tried)
    kept = [one for one in tried if one[0] - best > np.log(LEAST_WEIGHT)]
    total = sum(np.exp(one[0] - best) for one in kept)
    parts = tuple(
        _part(one[2], float(np.exp(one[0] - best) / total), one[3], steps.event, centre, unit) for one in kept
    )
    top = max(kept, key=lambda one: one[0])
    return _told(top, parts, steps.event, centre, unit)


def _model(steps: Steps, known: Reals, trend: Trend) -> Any:
    from statsmodels.tsa.statespace.structural import UnobservedComponents

    before = steps.regressors[: steps.event]
    regressors = (steps.regressors - before.mean(axis=0)) / before.std(axis=0)
    season: dict[str, Any] = {}
    if steps.harmonics:
        season = {
            "freq_seasonal": [{"period": steps.period, "harmonics": steps.harmonics}],
            "stochastic_freq_seasonal": [False],
        }
    outcome = np.concatenate([known, np.full(len(steps.outcome) - steps.event, np.nan)])
    slope = trend == "local linear trend"
    return UnobservedComponents(
        outcome, level=True, stochastic_level=True, trend=slope, stochastic_trend=slope, autoregressive=1,
        exog=regressors if steps.controls else None, mle_regression=False, use_exact_diffuse=True, **season,
    )  # fmt: skip


def _table(trend: Trend) -> list[tuple[float, ...]]:
    if trend == "local level":
        return list(product(WANDERING, DEPENDENCE))
    return list(product(WANDERING[::COARSE], BENDING, DEPENDENCE[::COARSE]))


def _parameters(model: Any, entry: Sequence[float], trend: Trend) -> Reals:
    values = {"sigma2.level": entry[0] ** 2, "sigma2.ar": 1 - entry[-1] ** 2, "ar.L1": entry[-1]}
    if trend == "local linear trend":
        values["sigma2.trend"] = entry[1] ** 2
    return np.array([values[name] for name in model.param_names])


def _tried(model: Any, entry: tuple[float, ...], trend: Trend, event: int) -> tuple[float, tuple[float, ...], Any, int]:
    """Logarithm of the likelihood without the scale, the entry, what the filter found, degrees of freedom."""
    model.update(_parameters(model, entry, trend))
    found = model.ssm.filter()
    spread = found.forecasts_error_cov[0, 0, :event]
    usable = np.isfinite(found.forecasts_error[0, :event])
    started = usable & (np.arange(event) >= found.nobs_diffuse)
    squares = float((found.forecasts_error[0, :event][started] ** 2 / spread[started]).sum())
    free = int(started.sum())
    diffuse = found.forecasts_error_diffuse_cov
    early = usable & ~started
    vague = 0.0 if diffuse is None else float(np.log(np.maximum(diffuse[0, 0, :event][early], 1e-12)).sum())
    likelihood = -0.5 * (float(np.log(spread[started]).sum()) + vague + free * np.log(max(squares, 1e-12)))
    return likelihood, entry, (found, squares / max(free, 1)), max(free, 1)


def _part(run: tuple[Any, float], weight: float, free: int, event: int, centre: float, unit: float) -> Part:
    found, scale = run
    design, transition = np.asarray(found.design), np.asarray(found.transition)[:, :, 0]
    design = np.broadcast_to(design, (*design.shape[:2], found.nobs))[0, :, event:].T
    states, spread = found.predicted_state[:, event:-1].T, np.moveaxis(found.predicted_state_cov[:, :, event:-1], 2, 0)
    count = len(states)
    covariance = np.zeros((count, count))
    for first in range(count):
        moved = spread[first] @ design[first]
        for later in range(first, count):
            covariance[first, later] = covariance[later, first] = design[later] @ moved
            moved = transition @ moved
    mean = centre + unit * np.einsum("ij,ij->i", design, states)
    return Part(weight, free, mean, unit**2 * scale * covariance)


def _told(
    top: tuple[float, tuple[float, ...], Any, int], parts: tuple[Part, ...], event: int, centre: float, unit: float
) -> Forecast:
    _, entry, (found, scale), _ = top
    started = np.arange(event) >= found.nobs_diffuse
    fitted = np.where(started, centre + unit * found.forecasts[0, :event], np.nan)
    spread = np.where(started, unit * np.sqrt(scale * found.forecasts_error_cov[0, 0, :event]), np.nan)
    return Forecast(parts, fitted, spread, entry[0], entry[-1])
