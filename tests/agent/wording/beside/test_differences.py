"""By how much two results differ."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.wording.beside.differences import difference
from agent.wording.words import ENGLISH
from tools.change.objects import ObjectCount
from tools.change.statistics.comparison import AreaComparison, PartChange
from tools.change.statistics.object_statistics import ObjectStatistic

COUNT = ObjectCount("1", "building", "any", 22, 20, 2, 50.0, 345.6, "north-west", "m", ())
MEAN = ObjectStatistic("1", "building", "mean_area", 212.0, "m2", 14, "m")


def told(*results):
    steps = [Step("tool", {}, result, None, 0.1, number) for number, result in enumerate(results, 1)]
    return difference(steps, ENGLISH)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ((replace(COUNT, within="east"), replace(COUNT, within="west", count=12)), "10 more in the eastern half:"),
        ((replace(COUNT, within="east", count=3), replace(COUNT, within="west")), "19 more in the western half:"),
        ((COUNT, replace(COUNT, object_class="road", count=4)), "The difference is 18:"),
        ((COUNT, replace(COUNT, object_class="road")), "The same in both:"),
        ((MEAN, replace(MEAN, value=12.0)), "The difference is 200 m²:"),
        ((MEAN, replace(MEAN, unit="ha")), ""),
        ((MEAN, replace(MEAN, value=None)), ""),
        ((COUNT, MEAN), ""),
        ((COUNT,), ""),
    ],
)
def test_two_results_are_held_against_each_other(results, expected):
    assert told(*results) == expected


def test_a_comparison_of_parts_tells_its_own_difference():
    east = PartChange("east", "the eastern half", 3, 3, 0, 90, 22.5)
    west = PartChange("west", "the western half", 8, 8, 0, 60, 15.0)
    found = AreaComparison("1", "building", (east, west), "east", "m")
    assert told(found) == "5 more in the western half:"
    assert told(replace(found, parts=(east, replace(west, count=3)))) == "The same in both:"
