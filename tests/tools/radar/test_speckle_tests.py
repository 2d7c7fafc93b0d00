"""Tests of speckle held against values computed elsewhere, invariance, and level under no change."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from tools.errors import RadarError
from tools.radar.speckle_tests import (
    FAR_BELOW,
    changes,
    check_alpha,
    check_looks,
    minus_two_ln_r,
    omnibus,
    p_of_q,
    p_of_r,
    ratio_p,
    ratio_threshold_db,
    sequential_changes,
)

LOOKS = 4.4
ONE_BRIGHT = np.array([[0.1, 0.02], [0.1, 0.02], [0.1, 0.02], [0.3, 0.06]])
ONE_STEP = np.array([[0.1, 0.02]] * 3 + [[0.6, 0.12]] * 3)


def test_one_bright_date_of_four():
    z, p = omnibus(ONE_BRIGHT, LOOKS)
    last = p_of_r(minus_two_ln_r(ONE_BRIGHT, LOOKS, 4), LOOKS, 4, 2)
    assert (round(float(z), 6), round(float(p), 6), round(float(last), 6)) == (9.209167, 0.185385, 0.011930)


@given(st.floats(1e-4, 1e4))
def test_units_of_power_do_not_matter(factor):
    assert float(omnibus(factor * ONE_BRIGHT, LOOKS)[0]) == pytest.approx(9.209167, abs=1e-5)


def test_a_step_is_one_change_though_two_terms_reject():
    z, p = omnibus(ONE_STEP, LOOKS)
    assert float(z) == pytest.approx(37.686869, abs=1e-6)
    assert float(p) == pytest.approx(7.84e-5, rel=1e-3)
    rejecting = [float(p_of_r(minus_two_ln_r(ONE_STEP, LOOKS, j), LOOKS, j, 2)) < 0.05 for j in range(2, 7)]
    assert sum(rejecting) == 2
    found = sequential_changes(ONE_STEP[..., None], LOOKS, 0.05)
    assert found.intervals[:, 0].tolist() == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("looks", "levels"),
    [(4.4, {0.05: 6.126, 0.01: 8.265, 0.001: 10.973}), (10, {0.05: 3.917, 0.01: 5.209, 0.001: 6.770})],
)
def test_thresholds_of_the_ratio(looks, levels):
    assert {alpha: ratio_threshold_db(looks, alpha) for alpha in levels} == pytest.approx(levels, abs=1e-3)


def test_three_times_the_power_may_be_chance():
    assert float(ratio_p(np.array(0.1), np.array(0.3), LOOKS)) == pytest.approx(0.1217, abs=5e-5)


@given(st.floats(0.01, 100), st.floats(0.01, 100), st.floats(1, 50))
def test_the_order_of_two_dates_does_not_matter(before, after, looks):
    there, back = ratio_p(np.array(before), np.array(after), looks), ratio_p(np.array(after), np.array(before), looks)
    assert float(there) == pytest.approx(float(back), rel=1e-9)
    assert 0 <= float(there) <= 1


@pytest.mark.parametrize("dates", [2, 6])
@pytest.mark.parametrize("bands", [1, 2])
def test_unchanged_pixels_are_flagged_as_often_as_stated(dates, bands):
    power = np.random.default_rng(dates + bands).gamma(LOOKS, 1 / LOOKS, (dates, bands, 200_000))
    assert changes(power, LOOKS, 0.01).flagged.mean() == pytest.approx(0.01, abs=0.001)


def test_too_many_looks_flag_nearly_all():
    power = np.random.default_rng(0).gamma(LOOKS, 1 / LOOKS, (6, 2, 20_000))
    assert changes(power, 5 * LOOKS, 0.01).flagged.mean() > 0.9


def test_unknown_pixels_are_never_flagged():
    power = np.tile(ONE_STEP[..., None], 2)
    power[2, 0, 1] = np.nan
    assert changes(power, LOOKS, 0.05).flagged.tolist() == [True, False]
    assert changes(power[[0, 2]], LOOKS, 0.5).flagged.tolist()[1] is False


@pytest.mark.parametrize("looks", [0, -1, float("nan"), 1e6])
def test_impossible_looks_are_refused(looks):
    with pytest.raises(RadarError, match=r"--looks 4\.4"):
        check_looks(looks)


@pytest.mark.parametrize("alpha", [0, 1, float("nan")])
def test_impossible_levels_are_refused(alpha):
    with pytest.raises(RadarError, match="--alpha"):
        check_alpha(alpha)


@pytest.mark.parametrize("looks", [0.6, 4.4, 60.0])
def test_p_of_many_is_that_of_one(looks):
    ratios = np.exp(np.random.default_rng(0).uniform(-9, 9, 5000))
    many = ratio_p(np.ones(5000), ratios, looks)
    single = np.concatenate([ratio_p(np.ones(1000), part, looks) for part in np.split(ratios, 5)])
    assert np.allclose(many, single, rtol=1e-4, atol=1e-290)


@pytest.mark.parametrize("looks", [0.6, 1.0, 4.4, 60.0])
@pytest.mark.parametrize("dates", [3, 12, 60])
@pytest.mark.parametrize("alpha", [0.05, 0.001])
def test_no_statistic_far_below_the_quantile_rejects(looks, dates, alpha):
    for bands in (1, 2):
        below = np.linspace(0, FAR_BELOW * special.chdtri(bands * (dates - 1), alpha), 200)
        assert (p_of_q(below, looks, dates, bands) >= alpha).all()
