"""Slopes and tests against values computed by hand and published, and against a plain loop."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.series.statistics.trend import trends


def row(*values):
    return np.array([values], np.float32)


def test_a_straight_line_has_the_score_of_kendall():
    found = trends(row(*range(1, 11)), np.arange(10.0))
    assert (found.score[0], found.variance[0], found.slope[0]) == (45, 125, 1)
    assert found.p_value[0] == pytest.approx(8.303e-5, rel=1e-3)


def test_ties_lessen_the_variance():
    found = trends(row(3, 1, 4, 1, 5, 9, 2, 6, 5, 3), np.arange(10.0))
    assert (found.score[0], found.variance[0]) == (12, 122)
    assert found.p_value[0] == pytest.approx(0.319302, abs=1e-6)
    assert found.slope[0] == pytest.approx(1 / 3, abs=1e-6)


def test_the_slope_is_of_time_and_not_of_places_in_the_list():
    times = np.array([0, 1, 2, 10, 11, 12.0])
    assert trends((0.1 * times)[None].astype(np.float32), times).slope[0] == pytest.approx(0.1, abs=1e-6)


def test_equal_values_have_no_trend_and_two_values_none_that_is_known():
    assert trends(row(2, 2, 2, 2), np.arange(4.0)).p_value[0] == 1
    assert np.isnan(trends(row(1, np.nan, 2), np.arange(3.0)).slope[0])


def test_the_limits_are_wider_where_a_season_was_taken_off():
    values = np.random.default_rng(0).normal(size=(1, 20)).astype(np.float32)
    plain = trends(values, np.arange(20.0))
    wide = trends(values, np.arange(20.0), widening=np.array([4.0]))
    assert wide.low[0] < plain.low[0] < plain.slope[0] < plain.high[0] < wide.high[0]
    assert wide.slope[0] == plain.slope[0]


@settings(deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(-50, 50)), min_size=4, max_size=12), st.integers(0, 1000))
def test_slope_and_score_are_those_of_a_plain_loop(values, seed):
    times = np.cumsum(np.random.default_rng(seed).uniform(0.1, 2, len(values)))
    known = [(time, value) for time, value in zip(times, values, strict=True) if value is not None]
    found = trends(row(*(np.nan if value is None else value for value in values)), times)
    if len(known) < 3:
        assert np.isnan(found.slope[0])
        return
    pairs = list(combinations(known, 2))
    slopes = [(later[1] - sooner[1]) / (later[0] - sooner[0]) for sooner, later in pairs]
    assert found.slope[0] == pytest.approx(np.median(slopes), rel=1e-4, abs=1e-4)
    assert found.score[0] == sum(np.sign(later[1] - sooner[1]) for sooner, later in pairs)
    assert found.low[0] <= found.slope[0] <= found.high[0]


def test_gaps_do_not_change_what_the_clear_values_tell():
    values = np.random.default_rng(1).normal(size=30).astype(np.float32)
    times = np.sort(np.random.default_rng(2).uniform(0, 5, 30))
    gaps = np.arange(30) % 3 == 0
    with_gaps = trends(np.where(gaps, np.nan, values)[None].astype(np.float32), times)
    alone = trends(values[~gaps][None], times[~gaps])
    assert with_gaps.slope[0] == pytest.approx(alone.slope[0])
    assert with_gaps.p_value[0] == pytest.approx(alone.p_value[0])
