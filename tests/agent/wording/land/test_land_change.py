from dataclasses import replace

import pytest

from agent.wording import sentence
from agent.wording.words import CODES, Words
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land_change import LandChange


def ground(pixels, share=0.0, places=True):
    return Ground(pixels, share, pixels * 100.0 if places else None)


LAKE = LandChange(
    "1", "water", ground(1600), ground(1000), ground(700), ground(100), ground(-600), ground(156), 0.0, "m", None, ()
)
FIRE = LandChange(
    "1", "burnt", None, None, ground(0), ground(720, 0.03), ground(720, 0.03), None, 0.0, "m", None, ()
)  # fmt: skip


def test_the_balance_comes_first_then_what_was_lost_and_gained():
    assert sentence(LAKE) == (
        "6 ha less water than before, a loss of 37.5 %: 16 ha at the earlier date, 10 ha at the later one; 7 ha lost, 1 ha gained."
        " Errors of the maps alone would show about 1.56 ha as lost."
    )


@pytest.mark.parametrize(
    ("changes", "begins"),
    [
        ({"net": ground(600), "after": ground(2200)}, "6 ha more water than before"),
        ({"net": ground(0), "after": ground(1600)}, "As much water as before: "),
        ({"lost": ground(0), "gained": ground(0), "net": ground(0)}, "There is as much water as before, 10 ha."),
        ({"before": ground(0), "after": ground(0)}, "No water was found at either date."),
        ({"cover": "trees"}, "6 ha less ground under trees than before"),
        ({"net": ground(-600, places=False)}, "600 px less water than before"),
    ],
)
def test_more_less_the_same_and_none(changes, begins):
    assert sentence(replace(LAKE, **changes)).startswith(begins)


def test_the_noise_is_told_only_of_what_changed():
    none = ground(0)
    assert "Errors of the maps" not in sentence(replace(LAKE, lost=none, gained=none, net=none))


def test_what_is_not_known_and_warnings_come_last():
    told = sentence(replace(LAKE, unknown_share=0.25, warnings=("Beware.",)))
    assert told.endswith("The class of 25 % of the pixels is not known. Beware.")
    assert "not known" not in sentence(replace(LAKE, unknown_share=0.0005))


def test_burnt_ground_is_told_as_a_look():
    assert sentence(FIRE).startswith("7.20 ha (3 % of the known ground) look burnt")
    assert sentence(replace(FIRE, gained=ground(0))) == "No burnt ground was found between the dates."


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("found", [LAKE, FIRE], ids=["lake", "fire"])
def test_each_language_tells_it(code, found):
    told = sentence(found, Words.of(code))
    assert told
    assert (told == sentence(found)) == (code == "en")
