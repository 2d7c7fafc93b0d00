"""Yes or no, more or less: what a question asserts or asks, held against the results."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.planning.dialogue.remarks import Every, Whether
from agent.reading.thresholds import Thresholds
from agent.wording.beside import verdicts
from agent.wording.words import ENGLISH
from tests.agent.wording.beside.test_remarks import COUNT, LAKE, ground
from tests.agent.wording.test_languages import FOUND

GROWN = replace(LAKE, lost=ground(300), gained=ground(900), net=ground(600))


def said(remark, *results):
    steps = [Step("tool", {}, result, None, 0.1, number) for number, result in enumerate(results, 1)]
    return verdicts.said(remark, steps, ENGLISH)


def first_of(area_m2, probability):
    """A list whose first object has this size and probability."""
    placed = FOUND.objects[0]
    changed = replace(placed.object, area_m2=area_m2, probability=probability)
    return replace(FOUND, objects=(replace(placed, object=changed),))


def test_a_loss_counts_though_a_gain_outweighs_it():
    assert said(Whether("loss"), GROWN) == "No:"
    assert said(Whether("loss", gross=True), GROWN) == "Yes, 3 ha lost, and in all:"
    assert said(Whether("gain", gross=True), GROWN) == "Yes:"


def test_a_loss_within_the_errors_of_the_maps_is_none():
    assert said(Whether("loss", gross=True), replace(GROWN, lost=ground(100))).startswith("Hardly")


def test_more_water_alone_is_no_flood():
    assert said(Whether("gain", unsure=True), GROWN) == "Possibly:"
    assert said(Whether("gain", unsure=True), LAKE) == "No:"


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Thresholds(min_area=50.0), "Yes:"),
        (Thresholds(min_area=100.0), "No:"),
        (Thresholds(max_area=100.0), "Yes:"),
        (Thresholds(max_area=50.0), "No:"),
        (Thresholds(min_probability=0.5), "Yes:"),
        (Thresholds(min_probability=0.9), "No:"),
    ],
)
def test_all_keep_a_limit_where_the_first_in_order_does(limits, told):
    assert said(Every(limits), first_of(80.0, 0.7)) == told


def test_the_part_with_most_is_told_where_one_has_most():
    steps = [
        Step("count_objects", {}, replace(COUNT, count=count, within=part), None, 0.1, number)
        for number, (count, part) in enumerate([(3, "north-west"), (7, "south-east")], 1)
    ]
    assert verdicts.most_in(steps, ENGLISH) == "Most in the south-eastern quarter:"
    assert (
        verdicts.most_in([steps[0], replace(steps[1], result=replace(steps[0].result, within="north"))], ENGLISH) == ""
    )


def test_sizes_in_pixels_are_noticed():
    assert verdicts.is_in_pixels(
        [Step("land_change", {}, replace(LAKE, lost=replace(LAKE.lost, area_m2=None)), None, 0.1, 1)]
    )
    assert not verdicts.is_in_pixels([Step("land_change", {}, LAKE, None, 0.1, 1)])
