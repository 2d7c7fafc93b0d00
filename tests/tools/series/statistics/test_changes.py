"""Changes found in drawn series whose truth is known."""

import numpy as np
import pytest

from tests.factories.over_time.series import days
from tools.series.series import decimal_year
from tools.series.statistics.changes import find_changes, rule_for


def drawn(count=36, years=3.0, noise=0.02, n=50, seed=0):
    """(times, values) of a season with noise."""
    when = np.array([decimal_year(day) for day in days(count, years=years)])
    values = 0.5 + 0.15 * np.cos(2 * np.pi * when) + np.random.default_rng(seed).normal(0, noise, (n, count))
    return when, values.astype(np.float32)


def found(values, when, min_change=0.1):
    return find_changes(values, when, rule_for(when, values, min_change))


def test_a_break_is_dated_and_sized_across_a_season():
    when, values = drawn()
    values[:, 20:] -= 0.25
    told = found(values, when)
    assert (told.largest == 20).mean() > 0.95
    assert np.median(told.magnitude) == pytest.approx(-0.25, abs=0.03)
    assert (told.count == 1).mean() > 0.95
    assert ((told.first == told.largest) & (told.last == told.largest)).mean() > 0.95


def test_a_season_alone_is_no_change_and_no_trend():
    when, values = drawn(n=400)
    told = found(values, when)
    assert (told.count > 0).mean() <= 0.05
    assert (told.p_value < 0.05).mean() <= 0.08


def test_two_breaks_are_both_found_in_their_order():
    when, values = drawn(48, 4.0)
    values[:, 16:] -= 0.3
    values[:, 32:] += 0.2
    told = found(values, when)
    both = (told.first == 16) & (told.last == 32) & (told.largest == 16)
    assert both.mean() > 0.9
    assert (told.count == 2).mean() > 0.9


def test_a_dip_that_recovers_is_suspect_and_no_change():
    when, values = drawn()
    values[:, 17] -= 0.35
    told = found(values, when)
    assert told.suspect[:, 17].mean() > 0.95
    assert (told.count > 0).mean() <= 0.05


def test_a_fall_on_the_last_date_is_suspect_since_nothing_confirms_it():
    when, values = drawn()
    values[:, -1] -= 0.4
    told = found(values, when)
    assert told.suspect[:, -1].mean() > 0.95
    assert (told.count > 0).mean() <= 0.05


def test_a_trend_is_told_with_its_slope_and_is_no_break():
    when, values = drawn(48, 4.0)
    values += (-0.06 * (when - when[0]))[None].astype(np.float32)
    told = found(values, when)
    assert np.median(told.slope) == pytest.approx(-0.06, abs=0.01)
    assert (told.p_value < 0.05).mean() > 0.95
    assert (told.count > 0).mean() <= 0.1
    assert ((told.slope_low <= -0.06) & (told.slope_high >= -0.06)).mean() > 0.85


def test_too_few_clear_dates_are_unknown():
    when, values = drawn()
    values[0, 5:] = np.nan
    told = found(values, when)
    assert not told.known[0]
    assert told.clear[0] == 5
    assert np.isnan(told.magnitude[0])
    assert np.isnan(told.slope[0])
    assert told.known[1:].all()


def test_steps_below_what_counts_are_none():
    when, values = drawn(noise=0.005)
    values[:, 20:] -= 0.05
    assert (found(values, when).count > 0).mean() == 0
    assert (found(values, when, min_change=0.02).count > 0).mean() > 0.95


def test_of_few_dates_differences_are_told():
    when = np.array([decimal_year(day) for day in days(6, years=1.0)])
    values = np.random.default_rng(0).normal(0.5, 0.01, (40, 6)).astype(np.float32)
    values[:20, 3:] -= 0.3
    values[20:30, 2] -= 0.3
    told = found(values, when)
    assert (told.first[:20] == 3).all()
    assert told.magnitude[:20] == pytest.approx(-0.3, abs=0.08)
    assert told.suspect[20:30, 2].all()
    assert (told.count[20:] == 0).all()
    assert np.isfinite(told.slope).all()


def test_within_a_year_no_season_is_fitted():
    when, values = drawn(14, 0.8)
    rule = rule_for(when, values, 0.1)
    assert rule.design is not None
    assert rule.design.harmonics == 0
    assert rule_for(when[:11], values[:, :11], 0.1).design is None


def test_gaps_leave_the_date_of_a_break_at_the_first_clear_date_after_it():
    when, values = drawn(n=30)
    values[:, 20:] -= 0.3
    values[:, 20:22] = np.nan
    told = found(values, when)
    assert (told.largest == 22).mean() > 0.9


def test_series_without_anything_are_unknown_and_do_no_harm():
    when, values = drawn(n=3)
    values[:] = np.nan
    told = found(values, when)
    assert not told.known.any()
    assert found(values[:0], when).count.shape == (0,)
