"""Land cover over many dates in words."""

from dataclasses import replace

import pytest

from agent.language.registry import LANGUAGES
from agent.wording import sentence
from agent.wording.words import Words
from tools.landcover.trajectory.box_counting import BoxCount
from tools.landcover.trajectory.patches import Patches
from tools.landcover.trajectory.percolation import Percolation
from tools.landcover.trajectory.simplex_path import SimplexPath
from tools.landcover.trajectory.trajectory import (
    ClassShares,
    CoverTrajectory,
    Pattern,
    TransitionRate,
    YearsUntil,
)

BOXES = BoxCount((1, 2, 4), (16, 4, 1), 1.8, 0.99)
FIRST = Pattern("2017-07-01", Patches(12, 500, 0.8, 10.0, 41.7, 320.0, 90), None, BOXES)
LAST = Pattern("2020-07-01", Patches(40, 400, 0.4, 4.0, 10.0, 80.0, 160), Percolation(0.4, 0.5, 0.025, 39), BOXES)
FOUND = CoverTrajectory(
    ("2017-07-01", "2018-07-01", "2020-07-01"),
    (ClassShares("trees", (0.6, 0.55, 0.45)), ClassShares("snow and ice", (0.0001, 0.0, 0.0))),
    SimplexPath((0.1, 0.3), 0.4, 0.39, 0.4 / 0.39),
    (TransitionRate("trees", "bare or built-up ground", 0.05, 0.03),),
    (YearsUntil("trees", "bare or built-up ground", 12.0, 11.5, 30.0),),
    0.95,
    True,
    "trees",
    (FIRST, LAST),
    3.0,
    "m",
    (),
)


def test_it_is_told_from_shares_to_pattern():
    assert sentence(FOUND) == (
        "Land cover at 3 dates from 2017-07-01 to 2020-07-01: trees 60 % to 45 %. Their path is 0.400 long on the"
        " simplex (Fisher-Rao), 0.390 in a straight line; the largest step is 0.300, from 2018-07-01 to 2020-07-01."
        " Fastest: trees to bare or built-up ground, 5 % of the ground a year (errors of the maps alone would show"
        " 3 %); 95 % of the pixels of each map are assumed to be right. If rates stay, it takes 12 years on average"
        " (standard deviation 11.5) from trees to bare or built-up ground; errors of the maps alone would give 30"
        " years. The largest patch of trees holds 80 % of it on 2017-07-01 and 40 % on 2020-07-01; its patches number"
        " 12 and 40. Ground of the same amount and autocorrelation would have 50 % in one patch on 2020-07-01 (p"
        " 0.025). Its box-counting dimension is 1.80 and 1.80."
    )


def test_what_is_not_known_is_left_out():
    still = replace(FOUND, path=SimplexPath((0.0, 0.0), 0.0, 0.0, None), rates=(), until=(), patterns=())
    assert sentence(still).endswith("trees 60 % to 45 %. The shares of the classes did not move.")


def test_what_the_maps_cannot_tell_comes_last():
    assert sentence(replace(FOUND, warnings=("Beware.",))).endswith("is 1.80 and 1.80. Beware.")


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_each_language_tells_all_of_it(code):
    told = sentence(FOUND, Words.of(code))
    for number in ("2017-07-01", "2018-07-01", "40", "12"):
        assert number in told
    assert "{" not in told
