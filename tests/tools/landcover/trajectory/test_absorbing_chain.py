import numpy as np
import pytest

from tools.errors import NoAbsorptionError
from tools.landcover.trajectory.absorbing_chain import absorption, rates_a_step


def test_a_walk_between_two_ends():
    walk = np.array([[0, 0.5, 0], [0.5, 0, 0.5], [0, 0.5, 0]])
    found = absorption(walk, np.array([[0.5, 0], [0, 0], [0, 0.5]]))
    assert found.visits == pytest.approx(np.array([[1.5, 1, 0.5], [1, 2, 1], [0.5, 1, 1.5]]))
    assert found.steps == pytest.approx([3, 4, 3])
    assert found.deviation**2 == pytest.approx([8, 8, 8])
    assert found.ends == pytest.approx(np.array([[0.75, 0.25], [0.5, 0.5], [0.25, 0.75]]))


@pytest.mark.parametrize(
    ("transient", "absorbing", "steps", "deviation"),
    [
        ([[0.90, 0.06], [0.05, 0.85]], [[0.04], [0.10]], (17.5, 12.5), (15.451537, 13.616779)),
        ([[0.92, 0.05], [0.03, 0.90]], [[0.02, 0.01], [0.06, 0.01]], (23.076923, 16.923077), None),
    ],
)
def test_times_until_an_end(transient, absorbing, steps, deviation):
    found = absorption(np.array(transient), np.array(absorbing))
    assert found.steps == pytest.approx(steps, abs=1e-6)
    if deviation is not None:
        assert found.deviation == pytest.approx(deviation, abs=1e-6)
    assert found.ends.sum(1) == pytest.approx(1)


def test_two_sinks():
    found = absorption(np.array([[0.92, 0.05], [0.03, 0.90]]), np.array([[0.02, 0.01], [0.06, 0.01]]))
    assert found.ends == pytest.approx(np.array([[0.769231, 0.230769], [0.830769, 0.169231]]), abs=1e-6)


def test_without_an_end_no_time_is_told():
    with pytest.raises(NoAbsorptionError, match="no time until an end"):
        absorption(np.array([[0.9, 0.1], [0.2, 0.8]]), np.zeros((2, 0)))
    with pytest.raises(NoAbsorptionError):
        absorption(np.zeros((0, 0)), np.zeros((0, 1)))


def test_rates_are_shares_of_what_a_class_was():
    rates = rates_a_step(np.array([[80.0, 20.0, 0.0], [0.0, 50.0, 0.0], [0.0, 0.0, 0.0]]))
    assert rates.tolist() == [[0.8, 0.2, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
