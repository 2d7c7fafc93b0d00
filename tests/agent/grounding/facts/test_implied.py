"""What follows from results about land without doubt: shares, rates and where most lies."""

import re
from dataclasses import replace

import pytest

from agent import wording
from agent.answer import Step
from agent.grounding import check
from agent.grounding.facts.facts import of_step
from agent.grounding.text.words import AREA, SHARE
from tests.factories.bands import BURN
from tests.factories.ground.land import CLEARING, POND, land_space
from tools.measurements.land.land_change import Wish, land_change

WISHES = (
    Wish(), Wish(tell="where"), Wish(tell="became"), Wish(tell="rate"), Wish("north", "where"), Wish("west", "balance"),
    Wish("north-west", "where", "acre"), Wish("whole", "rate", "km2"), Wish("whole", "became", "percent"),
)  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    made = land_space(tmp_path_factory.mktemp("land"), CLEARING, POND)
    asked = [(cover, wish) for cover in ("trees", "water", "bare") for wish in WISHES]
    found = [land_change(made, made.pair(), cover, wish) for cover, wish in asked]
    burnt = land_space(tmp_path_factory.mktemp("fire"), (CLEARING[0], BURN))
    fires = [land_change(burnt, burnt.pair(), "burnt", wish) for wish in (WISHES[0], WISHES[1], WISHES[3], WISHES[4])]
    # Warnings are of the whole image, and are passed to the checker apart.
    return [Step("land_change", {}, replace(one, warnings=()), None, 0.1, 1) for one in (*found, *fires)]


def test_what_is_said_of_land_is_grounded(told):
    for step in told:
        text = wording.answer([step])
        assert check(text, [step], [], [], []).faults == (), text


def test_another_size_or_share_is_not(told):
    for step in told[:4]:
        text = wording.answer([step])
        wrong = re.sub(r"^([\d.]+)", lambda number: f"{3.7 * float(number[1]):.2f}", text)
        assert check(wrong, [step], [], [], []).faults, wrong


def test_the_share_lost_and_what_was_lost_a_year_follow(told):
    land = told[0].result
    facts = list(of_step(told[0]))
    assert any(one.dimension == SHARE and one.value == -land.net.pixels / land.before.pixels for one in facts)
    assert any(one.dimension == AREA and one.value == land.lost.area_m2 / land.years for one in facts)
    most = [one for one in facts if one.lead == "most"]
    assert most[0].places == {"north-west"}
