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
        ({}, "The mean size is 212 m² (14 changed buildings)."),
        ({"statistic": "median_area"}, "The median size is 212 m² (14 changed buildings)."),
        ({"statistic": "largest_area"}, "The largest size is 212 m² (14 changed buildings)."),
        ({"statistic": "total_area", "unit": "acre"}, "The area is 212 acres in all (14 changed buildings)."),
        ({"statistic": "density", "unit": "per_km2"}, "The density is 212 per km² of valid ground (14 changed"
         " buildings)."),
        ({"statistic": "yearly_count", "unit": "per_year", "value": 3.5, "years": 4.0}, "3.50 a year (14 changed"
         " buildings in 4 years)."),
        ({"statistic": "yearly_count", "unit": "per_year", "value": 14.0, "years": 1.0}, "14 a year (14 changed"
         " buildings in 1 year)."),
        ({"statistic": "yearly_area", "unit": "ha", "value": 3.5, "years": 4.0, "status": "appeared"},
         "The area is 3.50 ha a year (14 buildings that appeared in 4 years)."),
        ({"object_class": "road", "statistic": "length", "unit": "km", "value": 1.25, "count": 3},
         "The length along the axis is 1.25 km in all (3 changed roads)."),
        ({"statistic": "perimeter", "unit": "m", "value": 58.0, "total": 812.0},
         "The mean length of an outline is 58 m, 812 m in all (14 changed buildings)."),
        ({"statistic": "spacing", "unit": "length_px", "value": 33.0}, "The mean distance to the nearest other is"
         " 33 px, between midpoints (14 changed buildings)."),
        ({"count": 1}, "The mean size is 212 m² (1 changed building)."),
        ({"count": 1, "statistic": "spacing", "value": None}, "Only one counts, so there is no distance to another"
         " (1 changed building)."),
        ({"filter": ObjectFilter(100.0), "of": 20, "within": "north"}, "The mean size is 212 m² (14 changed buildings"
         " of at least 100 m² in the northern half)."),
        ({"filter": ObjectFilter(100.0, max_area=900.0), "of": 20}, "The mean size is 212 m² (14 changed buildings"
         " of at least 100 m² and at most 900 m²)."),
        ({"count": 0, "value": None, "filter": ObjectFilter(100.0), "of": 20}, "No changed building of at least 100 m²"
         " was found (20 without this limit)."),
        ({"statistic": "share", "value": 70.0, "unit": "percent", "filter": ObjectFilter(100.0), "of": 20,
          "among": "building", "among_count": 20, "area_share": 91.5},
         "14 changed buildings of at least 100 m²: 70 % of all 20, and 91.5 % of their area."),
        ({"statistic": "share", "value": 70.0, "unit": "percent", "among": "any", "among_count": 20,
          "area_share": 91.5},
         "14 changed buildings: 70 % of all 20 changed objects, and 91.5 % of their area."),
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
