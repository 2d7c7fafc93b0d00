"""Pieces of land in words."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.grounding import check
from agent.wording import sentence
from agent.wording.words import Words
from tools.measurements.land.land_patches import LandPatch, LandPatches

FIRST = LandPatch(1, 720, 72_000.0, "north-west", (-97.1, 30.2), "trees", "bare or built-up ground")
SECOND = LandPatch(2, 120, 12_000.0, "west", (-97.2, 30.1), "trees", "low vegetation")
FOUND = LandPatches(
    "1", "trees", "lost", 2, 840, 84_000.0, None, (FIRST, SECOND), None, None, "whole", "", None, 10, "m", None,
    seen=False,
)  # fmt: skip


def test_all_of_them():
    assert sentence(FOUND) == (
        "2 pieces of ground under trees were lost, 8.40 ha together, the largest first: 7.20 ha (in the north-west, at"
        " 30.20000, -97.10000, trees that became bare or built-up ground); 1.20 ha (in the west, at 30.10000,"
        " -97.20000, trees that became low vegetation). Pieces below 1,000 m² are not told."
    )


def test_the_largest_of_many_and_one_by_its_rank():
    assert sentence(replace(FOUND, count=9, patches=(FIRST,))).startswith(
        "The largest of 9 pieces of ground under trees that were lost (8.40 ha together): 7.20 ha (in the north-west"
    )
    assert "number 2 by size: 1.20 ha (in the west" in sentence(replace(FOUND, count=9, patches=(SECOND,)))
    assert "; the 2 largest: 7.20 ha" in sentence(replace(FOUND, count=9))


def test_none_is_told_with_its_limits():
    none = replace(FOUND, count=0, pixels=0, area_m2=0.0, of=7, patches=(), min_area=5_000.0, within="north")
    assert sentence(none) == (
        "No piece of ground under trees that was lost of at least 5,000 m² in the northern half was found (7 without"
        " this limit)."
    )


def test_without_a_pixel_size_there_are_pixels():
    patch = replace(FIRST, area_m2=None, place="top left", lonlat=None)
    told = sentence(replace(FOUND, count=1, pixels=720, area_m2=None, patches=(patch,)))
    assert told.startswith("1 piece of ground under trees was lost: 720 px (in the top left, trees that became")


def test_what_the_network_saw_is_said_so():
    told = sentence(replace(FOUND, seen=True, cover="vegetation"))
    assert told.endswith("That is by the look of the ground; ground under buildings is not among them.")


EACH = [
    FOUND,
    replace(FOUND, way="gained", count=9),
    replace(FOUND, count=9, patches=(SECOND,)),
    replace(FOUND, count=9, patches=(FIRST,), seen=True, cover="vegetation"),
    replace(FOUND, count=0, pixels=0, area_m2=0.0, of=7, patches=(), min_area=5_000.0),
    replace(FOUND, unit="acre"),
]


@pytest.mark.parametrize("code", ["en", "de", "es", "fr", "zh"])
@pytest.mark.parametrize("found", EACH)
def test_every_language_tells_it(code, found):
    assert "{" not in sentence(found, Words.of(code))


@pytest.mark.parametrize("found", EACH)
def test_the_checker_lets_it_pass(found):
    arguments = {"cover": found.cover} | ({} if found.min_area is None else {"min_area": found.min_area})
    step = Step("find_patches", arguments, found, None, 0.0, 1)
    assert check(sentence(found), [step], [], ["List the patches over half a hectare"], []).faults == ()


def test_another_number_does_not_pass():
    step = Step("find_patches", {"cover": "trees"}, FOUND, None, 0.0, 1)
    assert check("5 pieces of ground under trees were lost.", [step], [], ["How many?"], []).faults
    assert check("The largest has 9.1 ha.", [step], [], ["How large?"], []).faults
