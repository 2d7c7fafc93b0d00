"""How far controls can stand for a place: their weights as a mixture of it, and whether it lies among them.

Weights are those of a synthetic control (Abadie, Diamond and Hainmueller 2010, Journal of the American Statistical
Association 105): none below 0, 1 in all, fitted before the event to values less their means.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import nnls

from tools.effects.regular_steps import Reals, Steps

SUM_WEIGHT = 1e3
"""By how much the sum of the weights is held to 1, in standard deviations of the place."""


def control_weights(steps: Steps) -> Reals:
    """(controls,) shares of each in the mixture that follows the place best before the event."""
    known = np.flatnonzero(np.isfinite(steps.outcome[: steps.event]))
    place, controls = steps.outcome[known], steps.regressors[known]
    unit = float(place.std())
    around = (controls - controls.mean(axis=0)) / unit
    pull = SUM_WEIGHT * np.ones((1, len(steps.controls)))
    target = np.append((place - place.mean()) / unit, SUM_WEIGHT)
    weights, _ = nnls(np.concatenate([around, pull]), target)
    return np.asarray(weights / max(float(weights.sum()), 1e-12))


def effective_number(weights: Reals) -> float:
    """How many controls of equal weight would be as many: 1 / sum of squares."""
    return float(1 / np.sum(np.square(weights)))


def share_among(steps: Steps) -> float:
    """Share of the steps before the event, 0-1, at which the place lies between the lowest and highest control."""
    known = np.flatnonzero(np.isfinite(steps.outcome[: steps.event]))
    place, controls = steps.outcome[known], steps.regressors[known]
    return float(((controls.min(axis=1) <= place) & (place <= controls.max(axis=1))).mean())
