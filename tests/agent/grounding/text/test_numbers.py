import math

import pytest

from agent.grounding.text.numbers import quantities
from agent.grounding.text.sentences import readable, sentences


def told(text, english=True):
    return [one for sentence in sentences(readable(text)) for one in quantities(sentence, english=english)]


def names(text):
    return [(one.values[0], one.unit.name if one.unit else "") for one in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3,512 m2", [(3512, "m2")]),
        ("0.35 hectares", [(0.35, "ha")]),
        ("5 square kilometres", [(5, "km2")]),
        ("3 m^2", [(3, "m2")]),
        ("3 m²", [(3, "m2")]),
        ("5,45 %", [(5.45, "%")]),
        ("97 per cent", [(97, "%")]),
        ("3,574 changed pixels", [(3574, "px")]),
        ("0.5-m pixels", [(0.5, "m")]),
        ("1.5 million dollars", [(1.5e6, "dollars")]),
        ("$5", [(5, "dollars")]),
        ("between 700 and 1,100 m2", [(700, "m2"), (1100, "m2")]),
        ("700\u20131,100 m2", [(700, "m2"), (1100, "m2")]),
        ("256 x 256 px", [(256, "px"), (256, "px")]),
        ("256x256", [(256, "px"), (256, "px")]),
        ("twelve houses", [(12, "")]),
        ("a dozen houses", [(12, "")]),
        ("twenty-one houses", [(21, "")]),
        ("one new building", [(1, "")]),
        ("half of the scene", [(50, "%")]),
        ("-97.72", [(-97.72, "")]),
    ],
)
def test_numbers_are_read_with_their_units(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    ["the 2nd house", "one date or both", "one of them", "two images", "the northern half", "step 3", "version 3.12"],
)
def test_what_counts_nothing_is_no_number(text):
    assert told(text) == []


def test_figures_of_other_scripts_are_read():
    assert names("\u0663\u0664 m2") == [(34, "m2")]
    assert names("变化面积为894平方米的建筑")[0][0] == 894
    assert told("变化面积为894平方米的建筑")[0].unit.dimension == "area"


def test_a_point_may_part_thousands_only_in_other_languages():
    assert told("3.512 m2")[0].values == (3.512,)
    assert told("3.512 m2", english=False)[0].values == (3.512, 3512.0)


def test_round_numbers_may_be_off_by_their_zeros_but_not_by_much():
    assert told("3,500 m2")[0].readings[0].slack == 50
    assert told("1,000 m2")[0].readings[0].slack == 20
    assert told("3,512 m2")[0].readings[0].slack == 0.5
    assert told("0.35 ha")[0].readings[0].slack == pytest.approx(0.005)


def test_absurd_numbers_fit_nothing():
    assert math.isnan(told("9" * 400)[0].values[0])
    assert math.isnan(told("1e999")[0].values[0])


@pytest.mark.parametrize(("text", "bound"), [("over 99 %", "over"), ("less than 6 px", "under"), ("99 %", "")])
def test_bounds_are_read(text, bound):
    assert told(text)[0].bound == bound
