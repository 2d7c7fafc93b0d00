import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mci_model.checkpoints.object_calibration import MarkedObject, ObjectCalibration, fit, held


def pairs(seed, count):
    """Counts as a network makes them: half of the pairs unchanged, rows of houses merged, a few specks."""
    rng = np.random.default_rng(seed)
    true = np.where(rng.random(count) < 0.5, 0, rng.poisson(6, count) + 1)
    predicted = rng.binomial(true, 0.85) + rng.choice([0, 0, 0, 1], count)
    return list(predicted), list(true)


def marked(seed, count=2000):
    """Buildings that are real the more often the larger and surer they are."""
    rng = np.random.default_rng(seed)
    pixels, probability = rng.integers(6, 600, count), rng.uniform(0.5, 0.99, count)
    chance = 1 / (1 + np.exp(-(-6 + 1.2 * np.log(pixels) + 0.6 * np.log(probability / (1 - probability)))))
    real = rng.random(count) < chance
    return [MarkedObject(*one) for one in zip(pixels.tolist(), probability.tolist(), real.tolist(), strict=True)]


CALIBRATION = fit(marked(0), *pairs(0, 1000))


def test_bounds_hold_on_pairs_outside_the_calibration():
    assert 0.87 <= held(CALIBRATION, *pairs(1, 4000)) <= 0.98


@given(st.integers(0, 10_000))
def test_bounds_hold_the_count_itself(count):
    low, high = CALIBRATION.interval(count)
    assert 0 <= low <= count <= high


def test_a_small_unsure_building_is_doubted_and_a_large_sure_one_is_not():
    assert CALIBRATION.doubts(10, 0.55)
    assert not CALIBRATION.doubts(500, 0.95)
    assert CALIBRATION.real(10, 0.55) < CALIBRATION.real(100, 0.55) < CALIBRATION.real(100, 0.9)


def test_probabilities_hold_outside_the_calibration():
    others = marked(1, 4000)
    told = np.array([CALIBRATION.real(one.pixels, one.probability) for one in others])
    real = np.array([one.is_real for one in others])
    for low in (0.2, 0.4, 0.6, 0.8):
        inside = (told >= low) & (told < low + 0.2)
        assert real[inside].mean() == pytest.approx(told[inside].mean(), abs=0.06)


def test_too_few_buildings_of_a_kind_are_not_calibrated():
    calibration = fit([MarkedObject(100, 0.9, True)] * 100, *pairs(0, 100))
    assert calibration.weights is None
    assert calibration.real(10, 0.5) is None
    assert not calibration.doubts(10, 0.5)


def test_bounds_of_a_damaged_card_reach_no_class_that_is_missing():
    assert ObjectCalibration(0.9, (1.0, 2.0), (0.5,), (1.5,), 10).interval(7) == (3, 11)
