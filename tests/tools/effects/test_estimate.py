import numpy as np
import pytest

from tools.benchmarks.effects.effect_simulation import World, simulate_world
from tools.effects.estimate import estimate
from tools.effects.structural import forecast


@pytest.mark.parametrize("errors", ["white", "autoregressive", "seasonal"])
def test_an_effect_is_found_with_its_interval(errors):
    found = [estimate(simulate_world(World(errors=errors, effect=-0.2), seed)).effect for seed in range(12)]
    assert sum(one.low <= -0.2 <= one.high for one in found) >= 9, "11.4 are to be expected of limits that hold 95 %"
    assert all(one.high < 0 and one.p_value < 0.05 for one in found)
    effect = found[0]
    assert effect.cumulative_low < effect.cumulative_difference < effect.cumulative_high < 0
    assert effect.relative_share == pytest.approx(effect.mean / effect.expected_mean)


def test_values_after_the_event_do_not_shape_the_forecast():
    steps = simulate_world(World(), 1)
    before = forecast(steps).mean
    steps.outcome[steps.event :] += 5
    np.testing.assert_allclose(forecast(steps).mean, before)


def test_units_do_not_matter():
    steps = simulate_world(World(), 2)
    small = estimate(steps).effect
    steps.outcome[:] = 1000 * steps.outcome + 7
    large = estimate(steps).effect
    assert (large.mean, large.low) == pytest.approx((1000 * small.mean, 1000 * small.low), rel=1e-6)


def test_a_slope_of_its_own_makes_the_interval_wider():
    steps = simulate_world(World(), 4)
    level, slope = estimate(steps).effect, estimate(steps, "local linear trend").effect
    assert slope.high - slope.low > level.high - level.low


def test_limits_stand_around_the_mean_and_widen_with_probability():
    told = forecast(simulate_world(World(), 5))
    each = np.eye(len(told.mean))
    (low, high), (lower, higher) = told.limits(each, 0.8), told.limits(each, 0.95)
    assert (lower < low).all()
    assert (low < told.mean).all()
    assert (told.mean < high).all()
    assert (high < higher).all()
    np.testing.assert_allclose(told.below(each, higher), 0.975, atol=1e-6)


def test_intervals_hold_the_truth_in_most_of_some_worlds():
    held = [estimate(simulate_world(World(errors="autoregressive"), seed)).effect for seed in range(20)]
    assert sum(one.low <= -0.1 <= one.high for one in held) >= 17
