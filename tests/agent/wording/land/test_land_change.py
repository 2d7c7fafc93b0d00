from dataclasses import replace

import pytest

from agent.wording import sentence
from agent.wording.words import CODES, Words
from tools.change.places import FieldShare
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.ground_tally import HalfChange
from tools.measurements.land.land_change import CoverPart, LandChange


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
        "6 ha less water than before, a loss of 37.5 %: 16 ha at the earlier date, 10 ha at the later one; 7 ha lost,"
        " 1 ha gained. Errors of the maps alone would show about 1.56 ha as lost."
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


NOTHING = ground(0)
WOODS = replace(
    LAKE,
    cover="trees", years=2.0, lost_where=(FieldShare("north-west", 0.23),), gained_where=(FieldShare("centre", 0.5),),
    halves=(
        HalfChange("north", "north", ground(400), ground(100)), HalfChange("south", "south", ground(300), NOTHING),
        HalfChange("west", "west", ground(600), ground(50)), HalfChange("east", "east", ground(100), ground(50)),
    ),
    became=(CoverPart("low vegetation", ground(600)), CoverPart("water", ground(97)), CoverPart("bare", ground(3))),
    came_from=(CoverPart("bare or built-up ground", ground(100)),),
)  # fmt: skip


def told(**changes):
    return sentence(replace(WOODS, noise=None, **changes))


def test_where_is_told_by_halves_and_by_the_field_with_most():
    assert told(tell="where") == (
        "7 ha of ground under trees lost: 4 ha in the northern half and 3 ha in the southern half, 6 ha in the western"
        " half and 1 ha in the eastern half; most of all in the north-west (23 %). 1 ha of ground under trees gained:"
        " all in the northern half, 5,000 m² in the western half and 5,000 m² in the eastern half; most of all in the"
        " centre (50 %)."
    )


def test_a_small_gain_is_left_out_and_a_gain_alone_is_told_alone():
    assert "gained" not in told(tell="where", gained=ground(69))
    assert told(tell="where", lost=NOTHING).startswith("1 ha of ground under trees gained: ")


def test_what_was_asked_for_comes_first():
    both = replace(LAKE, tell="where", lost=ground(50), gained=ground(100), net=ground(50))
    assert sentence(both).startswith("0.5 ha") or "lost" in sentence(both).split(".")[0]
    gained = sentence(replace(both, way="gained"))
    assert gained.index("gained") < gained.index("lost")


def test_that_none_was_lost_is_said_first_where_that_was_asked():
    gained = replace(LAKE, way="lost", lost=ground(0), gained=ground(100), net=ground(100))
    assert sentence(gained).startswith("No water was lost.")
    assert sentence(replace(gained, tell="where")).startswith("No water was lost.")
    assert not sentence(replace(gained, way="both")).startswith("No water was lost.")


def test_what_it_became_is_told_down_to_small_parts():
    assert told(tell="became") == (
        "7 ha of ground under trees lost: 6 ha became low vegetation, 9,700 m² became water; others are smaller."
        " 1 ha of ground under trees gained: 1 ha was bare or built-up ground before."
    )


def test_a_rate_is_a_year_of_it():
    assert told(tell="rate") == (
        "3 ha less ground under trees a year (6 ha in 2 years); 3.50 ha a year lost, 5,000 m² a year gained."
    )
    assert told(tell="rate", years=0.5).endswith("the season may be part of it.")
    assert "as much ground under trees as before" in told(tell="rate", net=NOTHING).lower()


def test_a_part_of_the_image_is_always_said():
    for tell in ("balance", "where", "became", "rate"):
        assert "in the northern half" in told(tell=tell, within="north", halves=())
    assert "in the upper half" in told(within="north", placed=False)
    within = told(tell="where", within="north")
    assert "southern" not in within
    assert "western" in within
    assert sentence(replace(WOODS, within="north")).endswith("about 1.56 ha as lost in the northern half.")


@pytest.mark.parametrize(
    ("unit", "size"), [("m2", "60,000 m²"), ("km2", "0.06 km²"), ("acre", "14.8 acres"), ("px", "600 px")]
)
def test_every_size_is_in_the_unit_asked_for(unit, size):
    for tell in ("balance", "where", "became", "rate"):
        text = sentence(replace(WOODS, tell=tell, unit=unit))
        assert size in text
        assert " ha " not in text
    unplaced = replace(WOODS, unit=unit, net=ground(-600, places=False))
    assert sentence(unplaced).startswith("600 px")


def test_percent_is_of_the_known_ground():
    text = told(unit="percent", net=ground(-600, -0.3))
    assert text.startswith("30 % less ground under trees than before: ")
    assert text.endswith("Sizes are shares of the known ground.")


def test_the_noise_is_told_beside_places_only_where_it_matters():
    assert "Errors" not in sentence(replace(WOODS, tell="where"))
    assert "Errors" in sentence(replace(WOODS, tell="where", lost=ground(300)))


BURNT_WOODS = replace(FIRE, years=2.0, gained_where=WOODS.gained_where, halves=WOODS.halves)


def test_a_fire_has_a_place_and_a_rate():
    assert "Of this: 1 ha in the northern half and 0 m² in the southern half" in sentence(
        replace(BURNT_WOODS, tell="where")
    )
    assert sentence(replace(BURNT_WOODS, tell="rate")).endswith("That is 3.60 ha a year (in 2 years).")
    assert sentence(replace(FIRE, gained=ground(0), within="north")) == (
        "No burnt ground was found in the northern half between the dates."
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("tell", ["balance", "where", "became", "rate"])
@pytest.mark.parametrize("found", [LAKE, FIRE, WOODS, BURNT_WOODS], ids=["lake", "fire", "woods", "burnt woods"])
def test_each_language_tells_it(code, tell, found):
    asked = replace(found, tell=tell, within="north-east", years=1.0)
    text = sentence(asked, Words.of(code))
    assert text
    assert "{" not in text
    assert (text == sentence(asked)) == (code == "en")
