"""Effects of single zones by T- and X-learner, and doubly robust scores, each from models of the other fold.

Kuenzel et al. 2019 (PNAS) for the learners, Robins et al. 1994 for the scores (AIPW).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
TREES, LEAF = 60, 5
PENALTIES = tuple(10.0**power for power in range(-1, 5))
CLIP = 0.02
"""Estimated probabilities of treatment are kept this far from 0 and 1 in scores."""


@dataclass(frozen=True)
class CrossFitted:
    """What models of the other fold say of each zone; arrays are (zones,)."""

    probability: Numbers
    """Of treatment: estimated, or as the design of the trial states it."""
    scores: Numbers
    """Doubly robust scores of the effect."""
    by_t: Numbers
    """Effect by the T-learner."""
    by_x: Numbers
    """Effect by the X-learner."""


def cross_fit(
    values: Numbers, outcome: Numbers, treated: Flags, probability: Numbers | None, second: Flags, seed: int
) -> CrossFitted:
    """Fit on each fold, predict on the other.

    Args:
        values: (zones, columns) covariates.
        outcome: (zones,).
        treated: (zones,).
        probability: (zones,) of treatment by design; None: estimated by logistic regression.
        second: (zones,) which fold each zone is in.
        seed: of the forests.
    """
    parts = np.zeros((5, len(outcome)))
    for there in (second, ~second):
        here = ~there
        design = None if probability is None else probability[there]
        told = _of_fold(_Fold(values[there], outcome[there], treated[there], design), values[here], seed)
        parts[:, here] = told
    none, all_treated, chance, by_t, by_x = parts
    chance = chance if probability is None else probability
    return CrossFitted(chance, aipw(outcome, treated, none, all_treated, np.clip(chance, CLIP, 1 - CLIP)), by_t, by_x)


def aipw(outcome: Numbers, treated: Flags, none: Numbers, all_treated: Numbers, probability: Numbers) -> Numbers:
    """(n,) doubly robust scores of the effect.

    Args:
        outcome: as observed.
        treated: whether it was.
        none: expected outcome without treatment.
        all_treated: expected outcome with it.
        probability: of treatment.
    """
    with_it = treated * (outcome - all_treated) / probability
    without = ~treated * (outcome - none) / (1 - probability)
    return np.asarray(all_treated - none + with_it - without)


@dataclass(frozen=True)
class _Fold:
    """What models are fitted on."""

    values: Numbers
    outcome: Numbers
    treated: Flags
    probability: Numbers | None


def _of_fold(there: _Fold, values: Numbers, seed: int) -> Numbers:
    """(5, zones) outcome without and with treatment, its probability, effect by T- and by X-learner."""
    treated, others = there.treated, ~there.treated
    none = _fitted(there.values[others], there.outcome[others], seed)
    given = _fitted(there.values[treated], there.outcome[treated], seed)
    gained = _fitted(there.values[treated], there.outcome[treated] - none.predict(there.values[treated]), seed)
    missed = _fitted(there.values[others], given.predict(there.values[others]) - there.outcome[others], seed)
    chance = _chance(there, values)
    without, with_it = none.predict(values), given.predict(values)
    by_x = chance * missed.predict(values) + (1 - chance) * gained.predict(values)
    return np.stack([without, with_it, chance, with_it - without, by_x])


def _fitted(values: Numbers, outcome: Numbers, seed: int) -> Any:
    """The mean of a ridge regression, which extrapolates, and a forest, which bends."""
    from sklearn.ensemble import RandomForestRegressor, VotingRegressor
    from sklearn.linear_model import RidgeCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    ridge = make_pipeline(StandardScaler(), RidgeCV(PENALTIES))
    forest = RandomForestRegressor(TREES, min_samples_leaf=LEAF, max_features=0.5, random_state=seed)
    return VotingRegressor([("ridge", ridge), ("forest", forest)]).fit(values, outcome)


def _chance(there: _Fold, values: Numbers) -> Numbers:
    """(zones,) probability of treatment."""
    if there.probability is not None:
        return np.full(len(values), float(there.treated.mean()))
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=1000))
    return np.asarray(model.fit(there.values, there.treated).predict_proba(values)[:, 1])
