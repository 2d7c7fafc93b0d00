import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from sklearn.metrics import f1_score, jaccard_score, precision_score, recall_score

from mci_model.evaluation import Confusion

MASKS = arrays.arrays(np.uint8, (12, 9), elements=st.integers(0, 2))


@given(MASKS, MASKS)
def test_scores_equal_those_of_scikit_learn(truth, predicted):
    confusion = Confusion()
    confusion.add(truth[:5], predicted[:5], has_roads=True)
    confusion.add(truth[5:], predicted[5:], has_roads=True)
    for class_id in (1, 2):
        here, there = (mask.ravel() == class_id for mask in (truth, predicted))
        score = confusion.score(class_id)
        assert score.iou == pytest.approx(jaccard_score(here, there, zero_division=0))
        assert score.f1 == pytest.approx(f1_score(here, there, zero_division=0))
        assert score.precision == pytest.approx(precision_score(here, there, zero_division=0))
        assert score.recall == pytest.approx(recall_score(here, there, zero_division=0))


def test_a_road_that_cannot_be_judged_is_no_false_alarm():
    confusion = Confusion()
    confusion.add(np.zeros((4, 4), np.uint8), np.ones((4, 4), np.uint8), has_roads=False)
    assert confusion.counts[0, 0] == 16
