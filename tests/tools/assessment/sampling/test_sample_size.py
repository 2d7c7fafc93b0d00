import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.assessment.sampling.sample_size import allocation, sample_size
from tools.errors import AssessmentError

OLOFSSON = (0.02, 0.015, 0.32, 0.645), (0.7, 0.6, 0.9, 0.95)


def test_the_size_is_that_of_the_paper():
    assert sample_size(*OLOFSSON, 0.01, 10_000_000) == 641


def test_rare_classes_get_their_least_and_the_others_share_the_rest():
    assert allocation(641, (200_000, 150_000, 3_200_000, 6_450_000), 75) == (75, 75, 163, 328)


def test_a_stratum_gives_no_more_points_than_it_has_pixels():
    assert allocation(100, (5, 10, 3000), 50) == (5, 10, 85)


@given(st.lists(st.integers(2, 10**7), min_size=2, max_size=8), st.integers(1, 2000), st.integers(2, 100))
def test_points_sum_up_unless_the_least_are_more(sizes, total, least):
    counts = allocation(total, sizes, least)
    floor = np.minimum(least, sizes)
    assert (np.array(counts) >= floor).all()
    assert (np.array(counts) <= sizes).all()
    assert sum(counts) == max(min(total, sum(sizes)), floor.sum())


@given(st.floats(0.005, 0.2), st.floats(0.005, 0.2))
def test_a_smaller_error_needs_no_fewer_points(one, other):
    small, large = sorted((one, other))
    assert sample_size(*OLOFSSON, small, 10**6) >= sample_size(*OLOFSSON, large, 10**6)


@pytest.mark.parametrize("wished", [0, -0.1, 0.5, float("nan")])
def test_impossible_wishes_are_refused(wished):
    with pytest.raises(AssessmentError, match=r"such as 0\.01"):
        sample_size(*OLOFSSON, wished, 1000)
