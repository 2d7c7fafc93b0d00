import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from mci_model.evaluation.calibration import Reliability
from mci_model.evaluation.objects import ObjectMatch, match_objects, object_scores


def squares(*corners, side=5):
    mask = np.zeros((40, 40), bool)
    for row, column in corners:
        mask[row : row + side, column : column + side] = True
    return mask


def numbered(mask):
    return ndimage.label(mask, np.ones((3, 3)))[0]


def test_objects_match_by_overlap_not_by_presence():
    truth = squares((2, 2), (2, 20), (20, 2))
    predicted = squares((2, 3), (2, 24), (30, 30))
    assert match_objects(truth, numbered(predicted)) == ObjectMatch(true=3, predicted=3, matched=1)
    assert match_objects(truth, numbered(truth)) == ObjectMatch(3, 3, 3)
    assert match_objects(truth, numbered(~np.ones_like(truth))) == ObjectMatch(3, 0, 0)


def test_two_houses_predicted_as_one_are_one_object():
    assert match_objects(squares((2, 2), (2, 8)), numbered(squares((2, 2), (2, 5), (2, 8)))).predicted == 1


def test_small_components_are_ignored():
    assert match_objects(squares((3, 3), side=2), numbered(squares((3, 3), side=2))) == ObjectMatch(0, 0, 0)


def test_scores_count_over_the_split():
    scores = object_scores([ObjectMatch(4, 2, 2), ObjectMatch(0, 2, 0)])
    assert scores["f1"] == pytest.approx(2 * 2 / 8)
    assert scores["count_error"] == 2
    assert scores["count_bias"] == 0
    assert scores["count_close"] == 0
    assert object_scores([ObjectMatch(40, 46, 9), ObjectMatch(1, 0, 0), ObjectMatch(40, 47, 9)])["count_close"] == 2 / 3


@given(st.floats(0.0, 1.0), st.integers(0, 2**32 - 1))
def test_calibrated_probabilities_have_a_small_error_and_inverted_ones_a_large_one(chance, seed):
    truth = np.random.default_rng(seed).random(20_000) < chance
    calibrated, inverted = Reliability(), Reliability()
    calibrated.add(np.full(20_000, chance), truth)
    inverted.add(np.full(20_000, 1 - chance), truth)
    assert calibrated.error() < 0.02
    assert inverted.error() == pytest.approx(abs(1 - 2 * chance), abs=0.02)


def test_without_predictions_the_error_is_zero():
    assert Reliability().error() == 0.0
