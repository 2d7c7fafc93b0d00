"""Gaps moved behind, noise of neighbours, and single values that come back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.series.statistics.clear_values import clear_values, dips, noise

NAN = np.nan


def test_clear_values_keep_their_order():
    clear = clear_values(np.array([[NAN, 3, NAN, 1, 2]], np.float32))
    assert clear.values[0, :3].tolist() == [3, 1, 2]
    assert clear.order[0, :3].tolist() == [1, 3, 4]
    assert clear.count.tolist() == [3]
    assert clear.back(np.array([[False, True, False, False, False]])).tolist() == [[False, False, False, True, False]]


def test_noise_is_that_of_neighbours_and_not_of_steps():
    dice = np.random.default_rng(0)
    values = dice.normal(0, 0.05, (1, 2000)).astype(np.float32)
    values[:, 1000:] += 5
    assert noise(clear_values(values))[0] == pytest.approx(0.05, rel=0.1)
    assert noise(clear_values(np.array([[NAN, 1.0, NAN]], np.float32)))[0] == 0


def test_only_what_comes_back_is_a_dip():
    values = np.array([[0, 0, -1, 0, 0], [0, 0, -1, -1, -1], [0, NAN, -1, NAN, 0]], np.float32)
    found = dips(clear_values(values), np.full(3, 0.5), ends=False)
    assert found[0].tolist() == [False, False, True, False, False]
    assert not found[1].any()
    assert found[2].tolist() == [False, True, False, False, False]


@given(st.lists(st.floats(-1, 1), min_size=3, max_size=8), st.booleans())
def test_nothing_is_a_dip_above_the_range_of_the_values(values, ends):
    assert not dips(clear_values(np.array([values], np.float32)), np.array([2.1]), ends=ends).any()
