from dataclasses import replace

import pytest

from agent.wording import sentence
from tools.change.change_map import ObjectFilter
from tools.change.statistics.distance import NumberedObject, ObjectDistance
from tools.change.statistics.object_statistics import ObjectStatistic

MEAN = ObjectStatistic("1", "building", "mean_area", 212.0, "m2", 14, "m")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "The mean size of the 14 changed buildings is 212 m²."),
        ({"statistic": "median_area"}, "The median size of the 14 changed buildings is 212 m²."),
        ({"statistic": "largest_area"}, "The largest of the 14 changed buildings has 212 m²."),
        ({"statistic": "total_area", "unit": "acre"}, "The 14 changed buildings cover 212 acres together."),
        ({"statistic": "density", "unit": "per_km2"}, "The density of changed buildings is 212 per km² of valid ground"
         " (14 in all)."),
        ({"statistic": "yearly_count", "unit": "per_year", "value": 3.5, "years": 4.0}, "3.50 a year: 14 changed"
         " buildings in 4 years."),
        ({"statistic": "yearly_area", "unit": "ha", "value": 3.5, "years": 4.0, "status": "appeared"},
         "3.50 ha a year: the area of 14 buildings that appeared in 4 years."),
        ({"object_class": "road", "statistic": "length", "unit": "km", "value": 1.25, "count": 3},
         "The 3 changed roads are 1.25 km long together."),
        ({"statistic": "perimeter", "unit": "m", "value": 58.0, "total": 812.0},
         "The outlines of the 14 changed buildings are 58 m long on average, 812 m together."),
        ({"statistic": "spacing", "unit": "m", "value": 33.0}, "The mean distance of the 14 changed buildings to the"
         " nearest other is 33 m, between their middles."),
        ({"count": 1}, "The only changed building has 212 m²."),
        ({"count": 1, "statistic": "spacing", "value": None}, "Only one changed building counts, so that there is no"
         " distance to another."),
        ({"filter": ObjectFilter(100.0), "of": 20, "within": "north"}, "The mean size of the 14"
         " changed buildings of at least 100 m² in the northern half is 212 m²."),
        ({"count": 0, "value": None, "filter": ObjectFilter(100.0), "of": 20}, "No changed building of at least 100 m²"
         " was found (20 without this limit)."),
    ],
)  # fmt: skip
def test_a_statistic_is_told_with_what_it_is_of(changes, told):
    assert sentence(replace(MEAN, **changes)) == told


def test_a_distance_is_told_from_outlines_and_from_centres():
    pair = NumberedObject(3, "building"), NumberedObject(5, "road")
    told = ObjectDistance("1", pair, 12.5, 30.0, "m", "m")
    assert sentence(told) == (
        "Building 3 and road 5 lie 12.5 m apart, from outline to outline; their centres lie 30 m apart."
    )
    assert sentence(replace(told, value=0.0)).startswith("Building 3 and road 5 touch; their centres lie 30 m apart.")
