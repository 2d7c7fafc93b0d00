from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st

from tools.change.change_map import ChangedObject
from tools.change.places import RING, Compass, _rotation, part_in_words
from tools.rasters.georeference import Georeference

THING = ChangedObject(1, "building", "appeared", 10, None, (5.0, 5.0), None, (0, 0, 9, 9), 0.9, False)
PLAIN, NORTH_UP = Compass(90, 120, None), Compass(90, 120, 0)


def at(column, row, number=1, pixels=10):
    return replace(THING, id=number, centre=(column, row), pixels=pixels)


def grid(turned_deg, size=100):
    """A grid of half-metre pixels whose top looks this many degrees east of north."""
    turn = Affine.translation(500_000, 5_000_000) @ Affine.rotation(-turned_deg) @ Affine.scale(0.5, -0.5)
    return Georeference("EPSG:32633", turn, size, size)


@pytest.mark.parametrize(
    ("place", "plain", "compass"),
    [
        ((10, 10), "top left", "north-west"),
        ((60, 10), "top", "north"),
        ((110, 45), "right", "east"),
        ((60, 45), "centre", "centre"),
        ((110, 89.9), "bottom right", "south-east"),
        ((119.99, 1), "top right", "north-east"),
    ],
)
def test_nine_fields_are_named_by_sides_or_by_compass(place, plain, compass):
    assert PLAIN.place(at(*place)) == plain
    assert NORTH_UP.place(at(*place)) == compass


@pytest.mark.parametrize("eighth", range(8))
def test_an_image_that_lies_turned_is_named_by_true_north(eighth):
    turned = grid(45 * eighth)
    assert _rotation(turned) == eighth
    assert Compass(100, 100, eighth).place(at(50, 5)) == RING[eighth]
    top = turned.lonlat(50, 5)
    middle = turned.lonlat(50, 50)
    assert ("north" in RING[eighth]) == (top[1] - middle[1] > 1e-5)
    assert ("east" in RING[eighth]) == (top[0] - middle[0] > 1e-5)


@given(st.floats(0, 119.9), st.floats(0, 89.9), st.integers(0, 7))
def test_halves_and_quarters_split_the_image(column, row, turned):
    compass, obj = Compass(90, 120, turned), at(column, row)
    halves = [compass.lies_in(obj, part) for part in ("north", "south", "east", "west")]
    assert not (halves[0] and halves[1])
    assert not (halves[2] and halves[3])
    for part in ("north-east", "north-west", "south-east", "south-west"):
        north_south, east_west = part.split("-")
        assert compass.lies_in(obj, part) == (compass.lies_in(obj, north_south) and compass.lies_in(obj, east_west))
    assert compass.lies_in(obj, "whole")


@given(st.floats(-50, 50), st.floats(-50, 50), st.integers(0, 7))
def test_directions_are_opposite_when_objects_are_exchanged(x, y, turned):
    here, there, compass = at(60, 45, 1), at(60 + x, 45 + y, 2), Compass(90, 120, turned)
    for direction in RING:
        opposite = RING[(RING.index(direction) + 4) % 8]
        assert compass.lies_to(there, here, direction) == compass.lies_to(here, there, opposite)


def test_directions_reach_an_eighth_of_a_turn_to_both_sides():
    here = at(60, 45)
    assert NORTH_UP.lies_to(at(70, 20, 2), here, "north")
    assert NORTH_UP.lies_to(at(70, 35, 2), here, "north")
    assert not NORTH_UP.lies_to(at(80, 40, 2), here, "north")
    assert NORTH_UP.lies_to(at(80, 40, 2), here, "east")
    assert not NORTH_UP.lies_to(here, here, "north")


def test_the_middle_ninth_is_the_field_in_the_centre():
    for column, row in np.ndindex(12, 9):
        obj = at(10 * column + 5, 10 * row + 5)
        assert NORTH_UP.lies_in(obj, "centre") == (NORTH_UP.place(obj) == "centre")


def test_parts_are_worded():
    assert part_in_words("north") == "the northern half"
    assert part_in_words("south-west") == "the south-western quarter"
    assert part_in_words("south-west", georeferenced=False) == "the lower left quarter"
    assert part_in_words("centre") == "the middle ninth"
    assert part_in_words("whole") == "the whole image"
