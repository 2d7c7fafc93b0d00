import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.alteration.mad import alteration


def scene(seed, bands=4, side=64, noise=0.1):
    rng = np.random.default_rng(seed)
    before = rng.normal(size=(bands, side, side))
    return before, before + rng.normal(0, noise, before.shape), np.ones((side, side), bool)


@given(st.integers(0, 1000), st.floats(0.1, 50), st.floats(-100, 100))
@settings(max_examples=15, deadline=None)
def test_gain_and_offset_of_either_date_change_nothing(seed, gain, offset):
    before, after, valid = scene(seed)
    told, scaled = alteration(before, after, valid), alteration(before, gain * after + offset, valid)
    assert np.allclose(told.no_change, scaled.no_change, atol=1e-3)


@pytest.mark.parametrize("reweighted", [True, False])
def test_probabilities_of_what_did_not_change_are_uniform(reweighted):
    told = alteration(*scene(1, side=128), reweighted=reweighted).no_change
    shares = np.histogram(told, bins=10, range=(0, 1))[0] / told.size
    assert np.abs(shares - 0.1).max() < 0.02


def test_planted_change_is_found_more_surely_when_reweighted():
    before, after, valid = scene(2)
    rng = np.random.default_rng(3)
    after[:, 8:28, 8:28] = rng.normal(size=(4, 20, 20)) + 0.5
    inside = np.zeros_like(valid)
    inside[8:28, 8:28] = True
    plain, again = (alteration(before, after, valid, reweighted=one) for one in (False, True))
    assert np.median(again.no_change[inside]) < 1e-3
    assert np.median(again.no_change[~inside]) > 0.3
    assert min(again.correlations) > min(plain.correlations)


def test_what_holds_no_data_is_no_change_and_does_not_count():
    before, after, valid = scene(4)
    after[:, :10] = 1e6
    valid[:10] = False
    told = alteration(before, after, valid)
    assert (told.no_change[:10] == 1).all()
    assert np.median(told.no_change[10:]) > 0.3


def test_bands_that_are_copies_of_each_other_are_no_error():
    before, after, valid = scene(5, bands=2)
    told = alteration(np.concatenate([before, before]), np.concatenate([after, after]), valid)
    assert np.isfinite(told.no_change).all()
    constant = np.ones((3, 64, 64))
    assert np.isfinite(alteration(constant, constant, valid).no_change).all()


def test_too_few_pixels_tell_of_no_change():
    before, after, valid = scene(6, side=2)
    told = alteration(before, after, valid)
    assert (told.no_change == 1).all()
    assert told.correlations == ()
