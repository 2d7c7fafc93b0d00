import numpy as np
import pytest
from scipy.stats import chi2

from tools.alteration.mad import fitted
from tools.alteration.no_change import UNDECIDED, calibrated, least_squares, smoothed_roots

ALL = np.ones((120, 120), bool)


def squares(seed=0):
    return chi2.rvs(6, size=(120, 120), random_state=seed)


def test_where_nothing_changed_hardly_any_pixel_is_likely_changed():
    roots = smoothed_roots(np.cbrt(squares()), ALL)
    assert (calibrated(roots.ravel(), 0.0).probability(roots, roots) >= 0.5).mean() < 0.005


def test_what_stands_out_is_likely_and_the_rest_is_not():
    values = squares(1)
    values[40:60, 40:60] *= 40
    own = np.cbrt(values)
    roots = smoothed_roots(own, ALL)
    told = calibrated(roots.ravel(), 0.0).probability(roots, own)
    assert (told[41:59, 41:59] > 0.9).mean() > 0.97
    outside = np.ones_like(ALL)
    outside[40:60, 40:60] = False
    assert (told[outside] >= 0.5).mean() < 0.005


def test_the_rim_of_what_changed_is_quiet_by_itself():
    roots = smoothed_roots(np.cbrt(squares(6)), ALL)
    calibration = calibrated(roots.ravel(), 0.0)
    loud, quiet = np.full(1, 9.0), np.full(1, calibration.middle)
    assert calibration.probability(loud, loud) > 0.9
    assert calibration.probability(loud, quiet) <= UNDECIDED


def test_probability_rises_with_the_difference():
    roots, rising = smoothed_roots(np.cbrt(squares(2)), ALL), np.linspace(0, 8, 500)
    told = calibrated(roots.ravel(), 20.0).probability(rising, np.full(500, 9.0))
    assert (np.diff(told) >= 0).all()
    assert told[0] == 0
    assert told[-1] > 0.9


def test_a_difference_within_the_noise_is_never_likely():
    roots = smoothed_roots(np.cbrt(squares(3)), ALL)
    calibration = calibrated(roots.ravel(), 1000.0)
    assert calibration.floor == pytest.approx(10.0)
    below, above = np.array([9.9]), np.array([10.1])
    assert calibration.probability(below, below) <= UNDECIDED
    assert calibration.probability(above, above) > 0.9


def test_scenes_whose_pixels_are_all_alike_are_no_error():
    roots = np.full(1000, 0.7)
    assert (calibrated(roots, 0.0).probability(roots, roots) < 0.5).all()


def test_a_shift_of_half_a_pixel_is_no_change_but_a_new_patch_is():
    rng = np.random.default_rng(4)
    fine = np.repeat(np.repeat(rng.normal(size=(2, 10, 10)), 8, 1), 8, 2)
    before, after = (fine + np.roll(fine, 1, axis=2)) / 2, fine
    plain, least = ((before - after) ** 2).sum(0), least_squares(before, after, np.ones((80, 80), bool))
    assert plain.max() > 1
    assert least[:, 1:].max() < 1e-12
    after = after.copy()
    after[:, 20:30, 20:30] += 5
    assert least_squares(before, after, np.ones((80, 80), bool))[22:28, 22:28].min() > 20


def test_neighbours_without_data_lend_nothing():
    before, after = np.zeros((1, 6, 6)), np.ones((1, 6, 6))
    valid = np.ones((6, 6), bool)
    valid[:, 3:] = False
    before[:, ~valid] = 2
    after[:, ~valid] = 0
    least = least_squares(before, after, valid)
    assert (least[valid] == 1).all()
    assert np.isnan(least[~valid]).all()
    roots = smoothed_roots(np.where(valid, 2.0, 1e9), valid)
    assert (roots[valid] == 2).all()
    assert (roots[~valid] == 0).all()


def test_a_pixel_depends_on_no_pixel_beyond_its_reach():
    rng = np.random.default_rng(5)
    before = rng.normal(size=(4, 64, 64))
    after = before + rng.normal(0, 0.3, before.shape)
    model = fitted(before.reshape(4, -1), after.reshape(4, -1), rescaled=True)

    def roots(rows, columns):
        part = model.combined(before[:, rows, columns], after[:, rows, columns])
        valid = np.ones(part[0].shape[1:], bool)
        return smoothed_roots(np.cbrt(least_squares(*part, valid)), valid)

    whole = roots(slice(0, 64), slice(0, 64))
    assert np.array_equal(whole[20:37, 11:30], roots(slice(18, 39), slice(9, 32))[2:-2, 2:-2])
