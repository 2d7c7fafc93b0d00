"""The tools that tell one number, on a sample pair."""

from datetime import date

import pytest

from tools.catalogue.change_tools import count_objects, find_objects, inspect_pair
from tools.catalogue.statistics_tools import measure_distance, measure_objects


def test_a_mean_is_that_of_the_counted_objects(workspace):
    counted = count_objects(workspace, "building")
    told = measure_objects(workspace, "building", "mean_area")
    assert told.count == counted.count
    assert told.value == pytest.approx(sum(one.area_m2 for one in counted.objects) / counted.count)


def test_a_rate_is_over_the_years_between_the_dates(workspace):
    days = [date.fromisoformat(one.date) for one in (inspect_pair(workspace).before, inspect_pair(workspace).after)]
    told = measure_objects(workspace, "building", "yearly_count")
    assert told.years == pytest.approx((days[1] - days[0]).days / 365.25)
    assert told.value == pytest.approx(told.count / told.years)


def test_the_object_spoken_of_last_may_be_one_end(workspace):
    first = find_objects(workspace, "building", k=1).objects[0].object.id
    others = [one.object.id for one in find_objects(workspace, "building", order="smallest", k=1).objects]
    assert others != [first]
    assert measure_distance(workspace, "last", first) == measure_distance(workspace, others[0], first)
