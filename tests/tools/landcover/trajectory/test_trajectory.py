"""Shares, rates and ends from counted steps."""

import numpy as np
import pytest

from tools.landcover.trajectory.trajectory import Steps, class_shares, pattern, transition_rates, years_until

NAMES = ("trees", "bare", "water")


def steps(*counts, years=None):
    return Steps(NAMES, tuple(np.array(one) for one in counts), years or (1.0,) * len(counts))


CLEARED = steps([[80, 20, 0], [0, 50, 0], [0, 0, 50]], [[60, 20, 0], [0, 70, 0], [0, 0, 50]])


def test_shares_are_those_of_every_date():
    first, *others = class_shares(CLEARED)
    assert (first.name, first.shares) == ("trees", pytest.approx((0.5, 0.4, 0.3)))
    assert {one.name: one.shares for one in others}["water"] == pytest.approx((0.25, 0.25, 0.25))


def test_a_class_that_never_occurs_is_left_out():
    told = class_shares(steps([[80, 20, 0], [0, 50, 0], [0, 0, 0]]))
    assert {one.name for one in told} == {"trees", "bare"}


def test_labels_are_confused_among_classes_that_occur():
    dry = steps([[80, 20, 0], [0, 50, 0], [0, 0, 0]])
    assert dry.occurring().names == ("trees", "bare")
    assert dry.occurring().counts[0].tolist() == [[80, 20], [0, 50]]
    assert transition_rates(dry.occurring(), 0.95)[0].noise_share > transition_rates(dry, 0.95)[0].noise_share


def test_rates_are_a_year_of_all_ground():
    (rate,) = transition_rates(CLEARED, 0.95)
    assert (rate.before, rate.after, rate.yearly_share) == ("trees", "bare", pytest.approx(0.1))
    slow = transition_rates(steps(*CLEARED.counts, years=(5.0, 5.0)), 0.95)[0]
    assert slow.yearly_share == pytest.approx(0.02)


def test_maps_without_errors_show_no_change_that_is_none():
    assert transition_rates(CLEARED, 1.0)[0].noise_share == pytest.approx(0.0, abs=1e-12)
    assert transition_rates(CLEARED, 0.95)[0].noise_share > 0


def test_years_until_an_end_follow_from_the_mean_rate():
    (until,) = years_until(CLEARED, 0.95)
    assert (until.before, until.after) == ("trees", "bare")
    assert until.years == pytest.approx(180 / 40)
    assert years_until(steps(*CLEARED.counts, years=(2.0, 2.0)), 0.95)[0].years == pytest.approx(9.0)


@pytest.mark.parametrize(("accuracy", "years"), [(0.98, 35), (0.95, 14), (0.90, 7)])
def test_label_errors_alone_would_report_an_end(accuracy, years):
    """On a scene of two classes where nothing changes, as was measured: 35, 14 and 7 years."""
    still = Steps(("a", "b"), (np.array([[69_999, 1], [0, 30_000]]),), (1.0,))
    (until,) = years_until(still, accuracy)
    assert until.noise_years == pytest.approx(years, rel=0.05)


def test_where_ground_also_ends_elsewhere_no_years_are_told():
    assert years_until(steps([[70, 20, 10], [0, 50, 0], [0, 0, 50]]), 0.95) == ()


def test_where_nothing_is_gained_there_is_no_end():
    assert years_until(steps([[80, 0, 0], [0, 50, 0], [0, 0, 50]]), 0.95) == ()


def test_a_pattern_tells_patches_surrogates_and_dimension():
    mask = np.zeros((64, 64), bool)
    mask[:32] = True
    found = pattern(mask, np.ones_like(mask), "2020-07-01")
    assert (found.patches.count, found.percolation.largest_share) == (1, 1.0)
    assert 1.5 < found.boxes.dimension <= 2.0
