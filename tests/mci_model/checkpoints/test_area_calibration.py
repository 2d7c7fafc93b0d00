import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mci_model.checkpoints.area_calibration import AreaCalibration, coverage, fit


def pairs(seed, count):
    """Areas as a network marks them: half of the pairs unchanged, the others off by a factor."""
    rng = np.random.default_rng(seed)
    true = np.where(rng.random(count) < 0.5, 0, rng.lognormal(7.5, 1.2, count))
    predicted = true * rng.lognormal(-0.05, 0.25, count) + rng.choice([0, 0, 0, 40], count)
    return predicted, true


def test_intervals_cover_pairs_outside_the_calibration():
    calibration = fit(*pairs(0, 1000))
    covered = coverage(calibration, *pairs(1, 4000))
    assert 0.87 <= covered <= 0.96
    narrow = fit(*pairs(0, 1000), level=0.5)
    assert coverage(narrow, *pairs(1, 4000)) < covered


@given(st.floats(0, 1e6))
def test_an_interval_holds_what_was_measured_and_nothing_negative(predicted):
    low, high = fit(*pairs(0, 1000)).interval(predicted)
    assert 0 <= low <= predicted <= high


def test_few_pairs_make_one_size_class():
    assert fit([0.0, 10.0, 2000.0], [0.0, 20.0, 1500.0]).edges == ()


def test_it_survives_json():
    calibration = fit(*pairs(0, 500))
    assert AreaCalibration.from_json(calibration.to_json()) == calibration
    assert calibration.pairs == 500
