"""Sentences on drawn maps: what they tell, and which words of a network may stand beside them."""

from dataclasses import replace

import numpy as np
import pytest

from mci_model.prediction import Window
from tests.tools.drawn_maps import drawn_map
from tools.change import summary as change
from tools.change.change_map import ObjectFilter
from tools.change.sentences.map_sentence import map_sentence
from tools.change.sentences.network_words import borne_out

SIDE = 240
ROAD, BUILDING = 1, 2
VEGETATION, BARE, BUILT = 0, 1, 3


def boxes(*places, value=BUILDING, side=12):
    """A label with squares whose top left corners are given."""
    label = np.zeros((SIDE, SIDE), np.uint8)
    for top, left in places:
        label[top : top + side, left : left + side] = value
    return label


@pytest.fixture
def map_of(tmp_path):
    return lambda label, **named: drawn_map(tmp_path, label, **named)


def ground(*places, likely=0.9):
    """Probability of any change: likely in squares, none elsewhere."""
    return np.where(boxes(*places, value=1, side=40) > 0, likely, 0.0)


def test_one_building_is_told_with_its_place(map_of):
    label = boxes((10, 10))
    assert map_sentence(map_of(label)) == "a building appeared in the north-west"
    assert map_sentence(map_of(label, georeferenced=False)) == "a building appeared in the top left"
    assert map_sentence(map_of(boxes((10, 110)), georeferenced=False)) == "a building appeared at the top"


@pytest.mark.parametrize(
    ("places", "where"),
    [
        (((10, 100), (10, 130)), "2 buildings appeared, both in the north"),
        (((10, 90), (10, 110), (10, 130), (200, 10)), "4 buildings appeared, mostly in the north"),
        (((10, 10), (210, 210)), "2 buildings appeared, in different parts of the image"),
        (((10, 10), (10, 110), (10, 210)), "3 buildings appeared, all in the northern half"),
        (((10, 10), (10, 110), (10, 210), (100, 10), (200, 110)), "5 buildings appeared, mostly in the northern half"),
        (((10, 10), (10, 210), (210, 10), (210, 210)), "4 buildings appeared, spread over the image"),
    ],
)
def test_several_are_told_by_where_most_of_them_are(map_of, places, where):
    assert map_sentence(map_of(boxes(*places))) == where


def test_what_came_went_and_changed_is_told_apart(map_of):
    label = np.maximum(boxes((10, 10), (210, 210)), boxes((110, 110), value=ROAD))
    appeared = np.full(label.shape, 0.9)
    appeared[120:] = 0.1
    appeared[100:130] = 0.9
    assert map_sentence(map_of(label, appeared=appeared)) == (
        "a building appeared in the north-west; a building disappeared in the south-east; a road appeared in the centre"
    )
    undirected = map_sentence(map_of(boxes((10, 10)), appeared=None))
    assert undirected == "a building changed in the north-west"


def test_other_ground_is_told_by_what_it_became(map_of):
    bare = map_of(boxes(), any_change=ground((180, 100)), cover=(VEGETATION, BARE))
    assert map_sentence(bare) == (
        "398 m² of vegetation became bare ground in the south (90 % probable); no changed building or road was found"
    )
    same = map_of(boxes(), any_change=ground((180, 100)), cover=(BARE, BARE))
    assert map_sentence(same).startswith("the ground changed on 398 m² in the south (90 % probable)")
    built = map_of(boxes((10, 10)), any_change=ground((180, 100)), cover=(VEGETATION, BUILT))
    assert map_sentence(built) == (
        "a building appeared in the north-west; "
        "398 m² of vegetation became built-up ground in the south (90 % probable)"
    )


def test_beside_buildings_only_the_largest_kind_of_other_change_is_told(map_of):
    after = np.where(np.arange(SIDE)[:, None] < 120, BARE, BUILT)
    likely = np.maximum(ground((60, 100)), ground((190, 100), (190, 180)))
    told = map_sentence(map_of(boxes((10, 10)), any_change=likely, cover=(VEGETATION, after)))
    assert told == (
        "a building appeared in the north-west; 796 m² of vegetation became built-up ground, all in the southern half "
        "(90 % probable); the ground changed elsewhere, too"
    )


def test_where_nothing_is_shown_it_says_what_was_looked_for(map_of):
    empty = boxes()
    assert map_sentence(map_of(empty)) == ("no changed building or road was found; other change was not looked for")
    looked = map_of(empty, any_change=ground())
    assert map_sentence(looked) == "no changed building or road was found, and no other change"
    left_out = map_of(boxes((10, 10))).filtered(ObjectFilter(min_area=1000.0))
    assert map_sentence(left_out).startswith("no changed building or road that counts was found")


def test_what_is_not_sure_is_told_as_what_may_be(map_of):
    seen = map_of(boxes((10, 10)), any_change=ground((180, 100)), cover=(VEGETATION, BARE))
    assert map_sentence(seen, sure=False) == (
        "a building may have appeared in the north-west; "
        "398 m² of vegetation may have become bare ground in the south (90 % probable)"
    )


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("three houses are built along the road", True),
        ("some houses are built at the top", True),
        ("a row of houses appears", True),
        ("a house is built", False),
        ("two houses are built", False),
        ("many houses are built", False),
        ("some houses are built at the bottom", False),
        ("some houses are built in the top left corner", False),
        ("some houses and a road are built", False),
        ("three houses are removed", False),
        ("three large buildings are built", False),
        ("some trees are removed and three houses are built", False),
        ("a playground appears", False),
        ("the scene is the same as before", False),
    ],
)
def test_words_of_the_network_stand_only_where_the_maps_show_all_that_they_claim(map_of, words, agree):
    assert borne_out(words, map_of(boxes((10, 10), (10, 130), (10, 210)))) is agree


def test_words_on_roads_trees_and_large_buildings_need_their_maps(map_of):
    shown = map_of(
        np.maximum(boxes((10, 10), side=50), boxes((110, 110), value=ROAD)),
        any_change=ground((180, 100)),
        cover=(VEGETATION, BARE),
    )
    assert borne_out("some trees are removed and a large building appears", shown)
    assert borne_out("a road appears in the middle", shown)
    assert not borne_out("a lake appears", shown)
    assert not borne_out("some trees appear", shown)


def test_words_are_held_against_the_part_that_they_describe(map_of):
    seen = replace(map_of(boxes((10, 10), (10, 210))), caption_window=Window(0, 0, 120, 120))
    assert borne_out("a house is built", seen)
    assert not borne_out("two houses are built", seen)
    elsewhere = replace(seen, caption_window=Window(120, 0, 120, 240))
    assert borne_out("the scene is the same as before", elsewhere)


def test_without_directions_no_words_of_new_houses_stand(map_of):
    assert not borne_out("a house is built", map_of(boxes((10, 10)), appeared=None))


def test_a_description_holds_the_words_and_their_part_only_where_they_agree(map_of):
    agreeing = replace(map_of(boxes((10, 10), (200, 10))), caption_window=Window(0, 0, 120, 120))
    told = change.describe(agreeing)
    assert (told.network_words, told.part) == ("a house is built", Window(0, 0, 120, 120))
    assert told.caption == "2 buildings appeared, both in the western half"
    contradicting = change.describe(map_of(boxes((10, 10), (200, 10))))
    assert (contradicting.network_words, contradicting.part) == (None, None)
