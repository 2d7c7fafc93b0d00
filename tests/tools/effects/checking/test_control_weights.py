import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.benchmarks.effects.effect_simulation import World, simulate_world
from tools.effects.checking.control_weights import control_weights, effective_number, share_among


def test_effective_number_of_unequal_weights():
    assert effective_number(np.array([0.5, 0.3, 0.2])) == pytest.approx(2.632, abs=5e-4)


@given(st.integers(1, 20))
def test_equal_weights_count_as_many_as_they_are(count):
    assert effective_number(np.full(count, 1 / count)) == pytest.approx(count)


def test_a_mixture_gives_its_weights_back():
    steps = simulate_world(World(controls=3), 0)
    steps.outcome[:] = steps.regressors @ [0.5, 0.3, 0.2] + 0.4
    np.testing.assert_allclose(control_weights(steps), [0.5, 0.3, 0.2], atol=1e-4)


def test_a_place_above_its_controls_lies_outside():
    steps = simulate_world(World(), 0)
    steps.outcome[:] = steps.regressors.max(axis=1) + 0.1
    assert share_among(steps) == 0
