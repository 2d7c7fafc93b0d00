"""One number about many objects is planned with its unit and the filters that hold."""

import pytest

from agent.planning.dialogue.numbers import numbers
from agent.reading.reading import read

WISH = {"object_class": "building", "min_area": 100.0}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("average size?", {"statistic": "mean_area"}),
        ("median in sq ft", {"statistic": "median_area", "unit": "ft2"}),
        ("how many per km2", {"statistic": "density", "unit": "km2"}),
        ("how many a year", {"statistic": "yearly_count"}),
        ("how far apart are they", {"statistic": "spacing"}),
    ],
)
def test_a_statistic_is_told_of_what_was_filtered(question, expected):
    (call,) = numbers(read(question), WISH)
    assert (call.tool, call.arguments) == ("measure_objects", WISH | expected)


def test_a_length_is_one_of_roads_where_no_class_is_known():
    (call,) = numbers(read("total length in km"), {"object_class": "any"})
    assert call.arguments == {"object_class": "road", "statistic": "length", "unit": "km"}


def test_nothing_is_measured_where_no_number_is_asked_for():
    assert numbers(read("where are they?"), WISH) == []
