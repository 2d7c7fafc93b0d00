import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mci_model.checkpoints.object_calibration import MarkedObject, ObjectCalibration, fit, held


def objects(rng, count):
    """Buildings that are real the more often the larger and surer they are."""
    pixels, probability = rng.integers(6, 600, count), rng.uniform(0.5, 0.99, count)
    chance = 1 / (1 + np.exp(-(-6 + 1.2 * np.log(pixels) + 0.6 * np.log(probability / (1 - probability)))))
    real = rng.random(count) < chance
    return [MarkedObject(*one) for one in zip(pixels.tolist(), probability.tolist(), real.tolist(), strict=True)]


def pairs(seed, count):
    """Marked buildings and true counts: half of the pairs unchanged, some missed, some marked that are none."""
    rng = np.random.default_rng(seed)
    marked = [objects(rng, rng.poisson(7)) if rng.random() < 0.5 else [] for _ in range(count)]
    return marked, [sum(one.is_real for one in pair) + rng.binomial(len(pair), 0.1) for pair in marked]


def marked(seed, count=2000):
    return objects(np.random.default_rng(seed), count)


CALIBRATION = fit(*pairs(0, 1000))


def test_bounds_hold_on_pairs_outside_the_calibration():
    assert 0.87 <= held(CALIBRATION, *pairs(1, 2000)) <= 0.99


def test_many_unsure_buildings_are_fewer_than_as_many_sure_ones():
    unsure, sure = [MarkedObject(12, 0.55, False)] * 9, [MarkedObject(500, 0.97, True)] * 9
    low = [CALIBRATION.interval(9, CALIBRATION.expected(one))[0] for one in (unsure, sure)]
    assert low[0] < low[1]


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
    calibration = fit([[MarkedObject(100, 0.9, True)]] * 100, [1] * 100)
    assert calibration.weights is None
    assert calibration.real(10, 0.5) is None
    assert not calibration.doubts(10, 0.5)
    assert calibration.expected([MarkedObject(10, 0.5, True)] * 3) == 3


def test_bounds_of_a_damaged_card_reach_no_class_that_is_missing():
    assert ObjectCalibration(0.9, (1.0, 2.0), (0.5,), (1.5,), 10).interval(7) == (3, 11)
