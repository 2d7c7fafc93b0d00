"""Breaks and trends of single places."""

import numpy as np
import pytest

from tests.factories.over_time.series import days
from tools.series.places.place_changes import fitted_place, place_changes, season_of
from tools.series.places.place_series import PlaceSeries
from tools.series.series import decimal_year

WHEN = days(48, years=4.0)
YEARS = np.array([decimal_year(day) for day in WHEN])


def place(values, when=WHEN):
    told = tuple(None if np.isnan(value) else float(value) for value in values)
    return PlaceSeries("field 7", tuple(when), told, tuple(float(value is not None) for value in told), 100)


def drawn(seed=0, noise=0.02, amplitude=0.15):
    return 0.5 + amplitude * np.cos(2 * np.pi * YEARS) + np.random.default_rng(seed).normal(0, noise, len(WHEN))


def test_a_break_is_found_through_season_and_gaps():
    values = drawn()
    values[24:] -= 0.25
    values[[3, 4, 9, 23, 24, 30, 31, 40]] = np.nan
    found = place_changes(place(values), 0.1)
    (one,) = found.breaks
    assert (one.day, one.since_day) == (WHEN[25], WHEN[22])
    assert one.magnitude == pytest.approx(-0.25, abs=0.04)
    assert found.clear_dates == 40
    assert found.last_mean < found.first_mean


def test_a_season_alone_is_no_break():
    assert [place_changes(place(drawn(seed)), 0.1).breaks for seed in range(20)] == [()] * 20


def test_a_steady_fall_is_a_trend_and_no_break():
    values = drawn() - 0.08 * (YEARS - YEARS[0])
    found = place_changes(place(values), 0.1)
    assert found.breaks == ()
    assert found.slope_low <= -0.08 <= found.slope_high
    assert found.slope == pytest.approx(-0.08, abs=0.01)
    assert found.p_value < 0.001


def test_a_dip_is_suspect_and_no_break():
    values = drawn()
    values[20] -= 0.4
    found = place_changes(place(values), 0.1)
    assert found.breaks == ()
    assert found.suspect_dates == (WHEN[20],)


def test_two_breaks_are_in_the_order_of_time():
    values = drawn()
    values[15:] -= 0.3
    values[32:] += 0.25
    found = place_changes(place(values), 0.1)
    assert [one.day for one in found.breaks] == [WHEN[15], WHEN[32]]
    assert found.breaks[0].magnitude < 0 < found.breaks[1].magnitude


def test_few_dates_have_differences_and_a_slope_but_no_season():
    values = np.array([0.6, 0.61, 0.6, 0.59, 0.3, 0.31, 0.3, 0.29])
    series = place(values, WHEN[:8])
    found = place_changes(series, 0.1)
    assert [one.day for one in found.breaks] == [WHEN[4]]
    assert found.slope < 0
    assert season_of(series, 0.1) is None


def test_a_place_that_is_never_clear_has_neither():
    found = place_changes(place(np.full(len(WHEN), np.nan)), 0.1)
    assert (found.breaks, found.slope, found.clear_dates, found.first_mean) == ((), None, 0, None)
    assert place_changes(place([0.5, np.nan, 0.5], WHEN[:3]), 0.1).slope is None


def test_a_constant_series_is_no_change():
    found = place_changes(place(np.full(len(WHEN), 0.5)), 0.1)
    assert found.breaks == ()
    assert found.slope == pytest.approx(0, abs=1e-6)


def test_the_curve_follows_level_and_season():
    values = drawn(noise=0.005)
    values[24:] -= 0.25
    curve = np.array(fitted_place(place(values), 0.1).curve)
    assert curve == pytest.approx(values, abs=0.03)
