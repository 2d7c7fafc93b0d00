import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from sklearn.metrics import f1_score, jaccard_score, precision_score, recall_score

from mci_model.evaluation.masks import always, class_score, confusion, interval, mean_iou

MASKS = arrays.arrays(np.uint8, (12, 9), elements=st.integers(0, 2))


@given(MASKS, MASKS)
def test_scores_equal_those_of_scikit_learn(truth, predicted):
    parts = [confusion(truth[rows], predicted[rows], has_roads=True) for rows in (slice(5), slice(5, None))]
    counts = parts[0] + parts[1]
    for class_id in (1, 2):
        here, there = (mask.ravel() == class_id for mask in (truth, predicted))
        score = class_score(counts, class_id)
        assert score.iou == pytest.approx(jaccard_score(here, there, zero_division=0))
        assert score.f1 == pytest.approx(f1_score(here, there, zero_division=0))
        assert score.precision == pytest.approx(precision_score(here, there, zero_division=0))
        assert score.recall == pytest.approx(recall_score(here, there, zero_division=0))
    labels = sorted(set(truth.ravel()) | set(predicted.ravel()))
    expected = jaccard_score(truth.ravel(), predicted.ravel(), average="macro", labels=labels, zero_division=0)
    assert mean_iou(counts) == pytest.approx(expected)


def test_a_road_without_labels_is_no_false_positive():
    assert confusion(np.zeros((4, 4), np.uint8), np.ones((4, 4), np.uint8), has_roads=False)[0, 0] == 16


@given(MASKS)
def test_the_constant_baseline_is_scored_as_a_constant_mask(truth):
    counts = confusion(truth, np.zeros_like(truth), has_roads=True)
    assert always(counts, 2) == class_score(confusion(truth, np.full_like(truth, 2), has_roads=True), 2)


def test_intervals_enclose_the_score_and_narrow_with_more_scenes():
    rng = np.random.default_rng(0)

    def of(scenes):
        counts, groups = [], []
        for scene in range(scenes):
            truth = (rng.random((20, 20)) < 0.3).astype(np.uint8) * 2
            noise = rng.random((20, 20)) < rng.uniform(0.05, 0.3)
            counts.append(confusion(truth, np.where(noise, 2 - truth, truth).astype(np.uint8), has_roads=True))
            groups.append(str(scene))
        (low, high) = interval(counts, groups, 2, repeats=200)["f1"]
        assert low <= class_score(np.sum(counts, axis=0), 2).f1 <= high
        return high - low

    assert of(80) < of(8)
