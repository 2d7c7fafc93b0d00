import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.effects.zones.rate import Folds, autoc, in_thirds, qini, toc

SCORES = np.array([4.0, 3.0, 2.0, 1.0])


@pytest.mark.parametrize(
    ("priorities", "area", "weighted"),
    [((4, 3, 2, 1), 0.75, 0.3125), ((1, 2, 3, 4), -0.75, -0.3125), ((2, 2, 1, 1), 0.583333, 0.25)],
)
def test_the_values_of_grf(priorities, area, weighted):
    assert autoc(SCORES, np.array(priorities, float)) == pytest.approx(area, abs=1e-6)
    assert qini(SCORES, np.array(priorities, float)) == pytest.approx(weighted, abs=1e-12)


numbers = st.lists(st.tuples(st.floats(-50, 50), st.integers(-3, 3)), min_size=2, max_size=40)


@given(numbers)
def test_all_ties_find_nothing_and_the_curve_ends_at_nothing(rows):
    scores, priorities = (np.array(values, float) for values in zip(*rows, strict=True))
    assert autoc(scores, np.zeros(len(scores))) == pytest.approx(0, abs=1e-9)
    assert toc(scores, priorities)[-1] == pytest.approx(0, abs=1e-9)


@given(numbers, st.randoms())
def test_neither_the_order_of_zones_nor_the_scale_of_priorities_matters(rows, dice):
    order = list(range(len(rows)))
    dice.shuffle(order)
    scores, priorities = (np.array(values, float) for values in zip(*rows, strict=True))
    assert autoc(scores[order], np.exp(priorities[order])) == pytest.approx(autoc(scores, priorities), abs=1e-9)
    assert qini(scores + 7, priorities) == pytest.approx(qini(scores, priorities), abs=1e-9)


@given(numbers)
def test_no_priorities_find_more_than_the_scores_themselves(rows):
    scores, priorities = (np.array(values, float) for values in zip(*rows, strict=True))
    assert autoc(scores, priorities) <= autoc(scores, scores) + 1e-9


def test_half_samples_tell_the_standard_error_of_a_mean():
    dice = np.random.default_rng(3)
    values, blocks = dice.normal(size=400), np.arange(400)
    folds = Folds(blocks % 2 == 0, blocks)
    found = folds.estimate(lambda part: float(values[part].mean()), 0)
    assert found.value == pytest.approx(values.mean())
    assert found.deviation == pytest.approx(values.std() / 20, rel=0.15)


def test_blocks_that_are_alike_count_once():
    """Twice the same zones in one block are no more than once."""
    values = np.random.default_rng(3).normal(size=200)
    single = Folds(np.arange(200) % 2 == 0, np.arange(200))
    twice = Folds(np.tile(np.arange(200) % 2 == 0, 2), np.tile(np.arange(200), 2))
    both = np.tile(values, 2)
    one = single.estimate(lambda part: float(values[part].mean()), 0).deviation
    assert twice.estimate(lambda part: float(both[part].mean()), 0).deviation == pytest.approx(one)


def test_thirds_are_those_of_each_fold():
    second = np.arange(12) % 2 == 0
    thirds = in_thirds(np.arange(12.0) + 100 * second, second)
    assert [(thirds[second] == one).sum() for one in range(3)] == [2, 2, 2]
    assert thirds[second].tolist() == [0, 0, 1, 1, 2, 2]
