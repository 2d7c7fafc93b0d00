from dataclasses import replace

import numpy as np
import pytest

from tools.benchmarks.zones.simulated_programme import IMAGE, SEQUENCE, Programme, simulated
from tools.benchmarks.zones.zone_score import table_of
from tools.effects.zones.estimate import estimate
from tools.effects.zones.learners import aipw
from tools.errors import ZoneEffectError


@pytest.fixture(scope="module")
def world():
    return simulated(Programme(), 1)


@pytest.fixture(scope="module")
def fitted(world):
    return estimate(table_of(world, (SEQUENCE, IMAGE)), "forest_kept", "programme", 1)


def test_scores_are_those_of_the_formula():
    outcome, treated = np.array([3.0, 1.0]), np.array([True, False])
    none, given, chance = np.array([1.0, 0.5]), np.array([2.0, 1.5]), np.array([0.5, 0.25])
    assert aipw(outcome, treated, none, given, chance).tolist() == pytest.approx([1 + 2, 1 - 0.5 / 0.75])


def test_the_mean_effect_and_larger_effects_are_found(fitted, world):
    effects = fitted.effects
    assert effects.average.low <= world.effect.mean() <= effects.average.high
    assert effects.differs
    assert effects.most.low > effects.least.high
    assert np.corrcoef(fitted.predicted, world.effect)[0, 1] > 0.7


def test_every_set_is_judged_by_both_learners_and_the_first_is_told(fitted):
    scores = fitted.effects.scores
    assert [(one.name, one.learner) for one in scores] == [
        (SEQUENCE, "X"), (SEQUENCE, "T"), (IMAGE, "X"), (IMAGE, "T"),
    ]  # fmt: skip
    assert scores[0].autoc.mean > scores[2].autoc.mean, "a sequence sees the forest better than an image"
    assert all(one.column.startswith(("path", "road")) for one in fitted.effects.contrasts)
    assert fitted.effects.contrasts[0].most_mean > fitted.effects.contrasts[0].least_mean


def test_the_same_seed_tells_the_same(world, fitted):
    again = estimate(table_of(world, (SEQUENCE, IMAGE)), "forest_kept", "programme", 1)
    assert again.effects == fitted.effects


def test_where_effects_are_the_same_none_is_called_larger():
    found = [
        estimate(table_of(simulated(Programme(strength=0), seed)), "o", "t", seed).effects.differs for seed in range(4)
    ]
    assert sum(found) <= 1


def test_treatment_by_a_covariate_alone_is_refused(world):
    table = table_of(world)
    sure = replace(table, treated=world.road > 0)
    with pytest.raises(ZoneEffectError, match="all but sure to be treated or not"):
        estimate(sure, "o", "t")


def test_a_known_probability_takes_the_place_of_the_estimated_one(world):
    table = replace(table_of(world), probability=np.full(len(world.outcome), 0.5))
    effects = estimate(table, "o", "t", 1).effects
    assert effects.average.low <= world.effect.mean() <= effects.average.high
    assert not any("estimated from the covariates" in told for told in effects.warnings)


def test_zones_without_a_place_are_told(world):
    warnings = estimate(replace(table_of(world), places=None), "o", "t", 1).effects.warnings
    assert any("no place" in told for told in warnings)
