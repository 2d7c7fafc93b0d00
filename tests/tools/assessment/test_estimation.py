import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tools.assessment.estimation import Z_95, estimate
from tools.errors import AssessmentError

OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])


def test_areas_are_those_of_the_paper_to_the_digit():
    found = estimate(OLOFSSON, PIXELS)
    assert (found.adjusted * PIXELS.sum()).round().tolist() == [235_086, 129_846, 3_175_221, 6_459_846]
    assert (Z_95 * found.adjusted_error * PIXELS.sum()).round().tolist() == [68_418, 41_731, 172_332, 180_907]
    assert round(found.overall, 4) == 0.9465


def test_accuracies_are_those_of_the_paper():
    found = estimate(OLOFSSON, PIXELS)
    assert found.users.round(2).tolist() == [0.88, 0.73, 0.93, 0.96]
    assert (Z_95 * found.users_error).round(2).tolist() == [0.07, 0.10, 0.04, 0.02]
    assert found.producers.round(2).tolist() == [0.75, 0.85, 0.93, 0.96]
    assert (Z_95 * found.producers_error).round(2).tolist() == [0.21, 0.25, 0.03, 0.02]
    assert round(Z_95 * found.overall_error, 2) == 0.02


matrices = st.integers(2, 5).flatmap(
    lambda classes: st.tuples(
        arrays(np.int64, (classes, classes), elements=st.integers(0, 40)),
        arrays(np.float64, (classes,), elements=st.floats(0.01, 1e6)),
    )
)


@given(matrices)
def test_shares_sum_to_one_and_accuracies_are_shares(drawn):
    counts, weights = drawn[0] + 2 * np.eye(len(drawn[0]), dtype=np.int64), drawn[1]
    found = estimate(counts, weights)
    assert found.adjusted.sum() == pytest.approx(1)
    assert 0 <= found.overall <= 1
    for values in (found.users, found.producers):
        assert ((values >= 0) & (values <= 1)).all()
    assert (found.adjusted_error >= 0).all()


@given(matrices, st.randoms())
def test_the_order_of_classes_does_not_matter(drawn, dice):
    counts, weights = drawn[0] + 2 * np.eye(len(drawn[0]), dtype=np.int64), drawn[1]
    order = list(range(len(weights)))
    dice.shuffle(order)
    one, other = estimate(counts, weights), estimate(counts[np.ix_(order, order)], weights[order])
    assert other.adjusted == pytest.approx(one.adjusted[order])
    assert other.producers_error == pytest.approx(one.producers_error[order])


def test_a_map_without_errors_keeps_its_areas():
    found = estimate(np.diag([30, 40]), [100.0, 900.0])
    assert found.adjusted.tolist() == [0.1, 0.9]
    assert found.adjusted_error.tolist() == [0, 0]
    assert (found.overall, found.overall_error) == (1, 0)


def test_intervals_hold_the_truth_as_often_as_they_say():
    """Samples drawn from a known table of errors: the 95 % interval of each area holds its truth in about 95 %."""
    dice = np.random.default_rng(5)
    parts = np.array([[0.8, 0.05, 0.15], [0.1, 0.75, 0.15], [0.02, 0.01, 0.97]])
    weights, points = np.array([0.05, 0.1, 0.85]), (200, 200, 1500)
    truth, held = weights @ parts, np.zeros(3)
    for _ in range(400):
        counts = np.stack([dice.multinomial(count, row) for count, row in zip(points, parts, strict=True)])
        found = estimate(counts, weights)
        held += np.abs(found.adjusted - truth) <= Z_95 * found.adjusted_error
    assert (held / 400 > 0.92).all(), held / 400


def test_a_class_of_one_point_has_no_error_to_tell():
    with pytest.raises(AssessmentError, match="class 2 of the map"):
        estimate([[30, 0], [0, 1]], [1, 1])
