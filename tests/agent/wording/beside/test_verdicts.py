"""Yes or no, more or less: what a question asserts or asks, held against the results."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.planning.remark import Converted, Every, Whether
from agent.reading.thresholds import Thresholds
from agent.wording.beside import verdicts
from agent.wording.words import ENGLISH
from tools.change.change_map import ChangedObject
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects, PlacedObject
from tools.change.summary import Area
from tools.landcover.spectral_cover import BARE
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import CoverPart, LandChange, SeenGround

HOUSE = ChangedObject(7, "building", "appeared", 320, 80.0, (5.0, 6.0), (11.5, 48.25), (1, 2, 9, 8), 0.7, False)
FOUND = FoundObjects("1", "building", "any", "", "smallest", 2, 400, 0.01, 100.0, "m", (PlacedObject("north", HOUSE),))
COUNT = ObjectCount("1", "building", "any", 22, 20, 2, 50.0, 345.6, "north-west", "m", ())


def ground(pixels):
    return Ground(pixels, pixels / 10_000, pixels * 100.0)


LAKE = LandChange(
    "1", "water", ground(1600), ground(1000), ground(700), ground(100), ground(-600), ground(156), 0.0, "m", None, ()
)
GROWN = replace(LAKE, lost=ground(300), gained=ground(900), net=ground(600))


def said(remark, *results):
    steps = [Step("tool", {}, result, None, 0.1, number) for number, result in enumerate(results, 1)]
    return verdicts.said(remark, steps, ENGLISH)


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
    assert (
        said(
            Every(limits),
            FoundObjects(
                "1", "building", "any", "", "smallest", 2, 400, 0.01, 100.0, "m", (PlacedObject("north", HOUSE),)
            ),
        )
        == told
    )


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


@pytest.mark.parametrize(("asked", "noticed"), [("ha", True), ("percent", False)])
def test_a_share_that_was_asked_for_is_no_want_of_a_pixel_size(asked, noticed):
    area = Area("1", "building", 4.2, "percent", 80, 0.042, None, None, "pixel count")
    assert verdicts.is_in_pixels([Step("measure_area", {"unit": asked}, area, None, 0.1, 1)]) is noticed


def test_lost_land_became_another_kind():
    seen = replace(
        LAKE,
        cover="vegetation",
        noise=None,
        seen=SeenGround(ground(0), 0.9),
        became=(CoverPart("buildings", ground(70)),),
    )
    assert said(Converted("built"), seen) == "Yes:"
    assert said(Converted("water"), seen) == "No:"
    by_bands = replace(LAKE, cover="trees", noise=None, became=(CoverPart(BARE.name, ground(70)),))
    assert said(Converted("built"), by_bands) == "Possibly:", "bands tell built-up ground from no other bare ground"
    assert said(Converted("vegetation"), by_bands) == "No:"
    assert said(Converted("built"), replace(by_bands, noise=ground(5000))).startswith("Hardly")
    other_legend = replace(by_bands, became=(CoverPart("Tree cover", ground(70)),))
    assert said(Converted("built"), other_legend) == "", "what a class of another legend is, is not known here"
