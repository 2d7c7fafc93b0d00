"""Radar in words: what was asked comes first, water is only ever likely, and other languages say the same."""

from dataclasses import replace
from itertools import pairwise

import pytest

from agent.answer import Step
from agent.grounding import check
from agent.wording import sentence
from agent.wording.words import CODES, Words
from tools.landcover.transitions.cover_change import Ground
from tools.radar.radar_change import OpenWater, RadarChange, RadarInterval


def ground(pixels, places=True):
    return Ground(pixels, pixels / 65_536, pixels * 100.0 if places else None)


WATER = OpenWater(ground(4000), ground(20_000), ground(16_000), ground(0), ground(0), False, "open water: rule")
FOUND = RadarChange(
    "1", ("2021-07-01", "2021-07-13"), ("VV", "VH"), 4.4, False, 0.01, 0.26, ground(18_000), ground(1500),
    ground(16_490), ground(10), (RadarInterval("2021-07-01", "2021-07-13", ground(18_000)),), WATER, 20, 2000.0, 0.0,
    "m", "a", (), (), "the eastern half",
)  # fmt: skip
DRY = replace(FOUND, water=OpenWater(*[ground(0)] * 5, False, "rule"), changed=ground(0), part=None)


def test_change_is_told_with_its_direction_and_place():
    told = sentence(FOUND)
    assert told.startswith(
        "Radar shows change on 180 ha (27.5 % of the known ground) between 2021-07-01 and 2021-07-13: "
        "165 ha became darker; 15 ha became brighter. Most of it lies in the eastern half. "
        "Likely open water came to cover 160 ha of it (24.4 % of the known ground)."
    )
    assert "one polarisation" not in told, "ten pixels are less than the smallest piece"


@pytest.mark.parametrize(
    ("about", "begins"),
    [
        ("flood", "Likely yes: between 2021-07-01 and 2021-07-13, likely open water came to cover 160 ha (24.4 %"),
        (
            "water",
            "Likely open water covers 200 ha (30.5 % of the known ground) on the last image (2021-07-13); on the",
        ),
        (
            "certainty",
            "The test takes speckle of 4.4 looks, as ground without change shows. Of unchanged pixels it",
        ),
    ],
)
def test_what_was_asked_comes_first(about, begins):
    assert sentence(replace(FOUND, about=about)).startswith(begins)


@pytest.mark.parametrize(
    ("about", "begins"),
    [
        ("change", "Radar shows no change between 2021-07-01 and 2021-07-13: no piece of 2,000 m² or more."),
        ("flood", "No new open water was found between 2021-07-01 and 2021-07-13: no changed piece of 2,000 m²"),
        ("water", "Likely open water covers 0 ha"),
    ],
)
def test_nothing_is_told_as_nothing(about, begins):
    assert sentence(replace(DRY, about=about)).startswith(begins)


@pytest.mark.parametrize("about", ["flood", "water"])
def test_water_that_cannot_be_told(about):
    assert sentence(replace(FOUND, water=None, about=about)).startswith("Whether there is open water cannot be told")


def test_flat_ground_is_told_as_checked_or_not():
    assert "whether that ground is flat, as water is, was not checked" in sentence(replace(FOUND, about="flood"))
    flat = replace(FOUND, water=replace(WATER, on_flat_ground=True), about="flood")
    assert "Only flat ground was counted." in sentence(flat)
    assert "not checked" not in sentence(flat)


def test_flood_is_never_said_without_likely():
    for about in ("change", "flood", "water", "certainty"):
        told = sentence(replace(FOUND, about=about))
        assert "flooded" not in told
        assert told.lower().count("open water") == told.lower().count("likely open water"), about


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("about", ["change", "flood", "water", "certainty"])
def test_every_language_tells_the_same_numbers(code, about):
    words = Words.of(code)
    told = sentence(replace(FOUND, about=about, dates=(None, None), unknown_share=0.125), words)
    numbers = {"change": ("180", "165", "160"), "flood": ("160",), "water": ("200", "40"), "certainty": ("26",)}
    assert all(number in told for number in numbers[about])
    assert words.share(0.125) in told


def test_the_largest_intervals_are_told():
    days = [f"2021-07-{day:02d}" for day in range(1, 8)]
    intervals = tuple(
        RadarInterval(first, last, ground(100 * place)) for place, (first, last) in enumerate(pairwise(days), 1)
    )
    told = sentence(replace(FOUND, dates=tuple(days), intervals=intervals))
    assert "First changes by date: 3 ha between 2021-07-03 and 2021-07-04;" in told
    assert "between 2021-07-01 and 2021-07-02;" not in told


@pytest.mark.parametrize("about", ["change", "flood", "water", "certainty"])
def test_what_is_told_holds_against_the_result(about):
    step = Step("radar_change", {"about": about}, replace(FOUND, about=about), None, 0.1, 1)
    assert check(sentence(step.result), [step], [], [], []).faults == ()


@pytest.mark.parametrize(
    "lie",
    [
        "Likely yes: 500 ha became likely open water.",
        "Likely open water covers 900 ha on the last image.",
        "Radar shows change on 77 % of the known ground.",
        "3 buildings disappeared in the water.",
    ],
)
def test_lies_on_radar_are_refused(lie):
    step = Step("radar_change", {"about": "flood"}, replace(FOUND, about="flood"), None, 0.1, 1)
    assert check(lie, [step], [], [], []).faults


def test_water_that_came_and_went_is_told():
    passed = replace(FOUND, water=replace(WATER, appeared=ground(0), passed=ground(9000)), about="flood")
    told = sentence(passed)
    assert told.startswith("Likely yes, for a time: between 2021-07-01 and 2021-07-13, likely open water came to")
    both = replace(FOUND, water=replace(WATER, passed=ground(9000)), about="flood")
    assert "For a time, likely open water covered 90 ha" in sentence(both)
