import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tools.landcover.trajectory.simplex_path import fisher_rao, simplex_path

SHARES = arrays.arrays(np.float64, 4, elements=st.floats(0.001, 1)).map(lambda found: found / found.sum())


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        ((0.5, 0.3, 0.2), (0.2, 0.5, 0.3), 0.644816729),
        ((0.6, 0.3, 0.1), (0.1, 0.3, 0.6), 1.320307522),
        ((1 / 3, 1 / 3, 1 / 3), (1, 0, 0), 1.910633236),
        ((1, 0), (0, 1), np.pi),
    ],
)
def test_distances_of_known_points(first, second, distance):
    assert fisher_rao(np.array(first), np.array(second)) == pytest.approx(distance, abs=1e-8)


def test_a_path_is_longer_than_its_chord():
    path = simplex_path([np.array(point) for point in ((0.6, 0.3, 0.1), (0.5, 0.3, 0.2), (0.3, 0.3, 0.4))])
    assert path.arc == pytest.approx(0.784937588, abs=1e-8)
    assert path.chord == pytest.approx(0.783386036, abs=1e-8)
    assert path.sinuosity == pytest.approx(1.001980571, abs=1e-8)
    assert sum(path.steps) == path.arc


def test_a_path_that_returns_has_no_sinuosity():
    here, there = np.array((0.5, 0.5)), np.array((0.2, 0.8))
    assert simplex_path([here, there, here]).sinuosity is None


@given(SHARES, SHARES, SHARES)
def test_it_is_a_metric(one, other, third):
    assert fisher_rao(one, one) == 0.0
    assert fisher_rao(one, other) == fisher_rao(other, one)
    assert fisher_rao(one, other) <= fisher_rao(one, third) + fisher_rao(third, other) + 1e-9
