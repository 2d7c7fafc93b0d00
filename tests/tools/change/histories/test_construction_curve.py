"""What appeared and disappeared between dates, counted from linked objects."""

import pytest
import shapely

from tools.change.histories.construction_curve import has_passed, interval_change, standing, total
from tools.change.histories.object_histories import Event, Interval, ObjectHistory

DAYS = ("2012-01-01", "2014-01-01", "2015-01-01")
INTERVALS = (Interval(DAYS[0], DAYS[1], ()), Interval(DAYS[1], DAYS[2], ()))


def event(what, interval, area=100.0, *, contradicts=False):
    return Event(what, interval.since, interval.until, 400, area, 0.9, contradicts)


def history(number, *events):
    return ObjectHistory(number, events, events[-1].what != "disappeared", shapely.box(0, 0, 1, 1))


FIRST, SECOND = INTERVALS
HISTORIES = (
    history(1, event("appeared", FIRST), event("disappeared", SECOND)),
    history(2, event("appeared", FIRST), event("grew", SECOND, 20.0), event("appeared", SECOND, contradicts=True)),
    history(3, event("disappeared", FIRST, 50.0)),
    history(4, event("appeared", FIRST), event("shrank", SECOND, 30.0)),
)


def test_each_interval_counts_its_own_events():
    first, second = (interval_change(one, HISTORIES, areas=True) for one in INTERVALS)
    assert (first.appeared, first.disappeared, first.grew, first.shrank, first.contradictions) == (3, 1, 0, 0, 0)
    assert (second.appeared, second.disappeared, second.grew, second.shrank, second.contradictions) == (0, 1, 1, 1, 1)
    assert (first.gained_m2, first.lost_m2) == (300.0, 50.0)
    assert (second.gained_m2, second.lost_m2) == (20.0, 130.0)
    assert first.appeared_a_year == pytest.approx(1.5, rel=0.01)


def test_the_total_is_the_sum():
    whole = total([interval_change(one, HISTORIES, areas=True) for one in INTERVALS])
    assert (whole.since, whole.until, whole.appeared, whole.disappeared) == (DAYS[0], DAYS[2], 3, 2)
    assert (whole.gained_m2, whole.lost_m2, whole.contradictions) == (320.0, 180.0, 1)
    assert whole.appeared_a_year == pytest.approx(1.0, rel=0.01)


def test_without_a_georeference_there_are_no_areas():
    whole = total([interval_change(one, HISTORIES, areas=False) for one in INTERVALS])
    assert (whole.gained_m2, whole.lost_m2) == (None, None)


def test_the_curve_starts_at_zero():
    assert standing([interval_change(one, HISTORIES, areas=True) for one in INTERVALS]) == (0, 2, 1)


def test_what_came_and_went_has_passed():
    assert [has_passed(one) for one in HISTORIES] == [True, False, False, False]
