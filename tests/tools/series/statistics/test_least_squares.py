"""Fits against numpy's own, one series at a time."""

import numpy as np
import pytest

from tools.series.statistics.least_squares import fit, robust_fit, slope_widening

DICE = np.random.default_rng(0)
COLUMNS = np.stack([np.ones(20), np.linspace(-1, 1, 20), DICE.normal(size=20)], axis=1)


def many(columns, count):
    return np.repeat(columns[None], count, axis=0)


def test_each_series_is_fitted_as_numpy_fits_it():
    values, weights = DICE.normal(size=(5, 20)), (DICE.random((5, 20)) < 0.8).astype(float)
    found = fit(values * weights, weights, many(COLUMNS, 5))
    for row, weight, told in zip(values, weights, found.coefficients, strict=True):
        known = weight > 0
        exact, *_ = np.linalg.lstsq(COLUMNS[known], row[known], rcond=None)
        assert told == pytest.approx(exact, abs=1e-6)
    assert (found.residuals[weights == 0] == 0).all()


def test_single_outliers_do_not_move_a_robust_fit():
    values = (COLUMNS @ [0.5, -0.2, 0.1])[None] + DICE.normal(0, 0.01, (1, 20))
    values[0, 4] += 3
    found = robust_fit(values, np.ones((1, 20)), many(COLUMNS, 1))
    assert found.coefficients[0] == pytest.approx([0.5, -0.2, 0.1], abs=0.02)
    assert found.residuals[0, 4] == pytest.approx(3, abs=0.1)


def test_a_trend_is_less_sure_beside_a_column_that_is_like_it():
    like = np.stack([np.ones(20), np.linspace(-1, 1, 20), np.linspace(-1, 1, 20) ** 3], axis=1)
    apart = np.stack([np.ones(20), np.linspace(-1, 1, 20), np.tile([1.0, -1.0], 10)], axis=1)
    known = np.ones((1, 20))
    assert slope_widening(known, many(like, 1))[0] > 3 > slope_widening(known, many(apart, 1))[0] >= 1
