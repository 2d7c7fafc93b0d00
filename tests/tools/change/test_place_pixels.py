"""Pixels count where they lie: always the same as by looking at every pixel."""

from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.drawn_maps import drawn_map
from tools.change.change_map import ALL_CLASSES
from tools.change.place_pixels import inside, spread
from tools.change.places import Compass
from tools.change.statistics.comparison import compare
from tools.rasters.georeference import Georeference


def label_of(seed, size=(48, 60)):
    """A mask of patches of all sizes, the largest over many borders."""
    rng = np.random.default_rng(seed)
    label = np.zeros(size, np.uint8)
    for _ in range(rng.integers(1, 9)):
        top, left = rng.integers(0, size[0]), rng.integers(0, size[1])
        label[top : top + rng.integers(1, 40), left : left + rng.integers(1, 40)] = rng.integers(0, 3)
    return label


def every_pixel(found):
    """Rows and columns of all changed pixels that count, by their centres."""
    rows, columns = np.nonzero((found.classes(found.whole) > 0) & (found.classes(found.whole) < 255))
    return columns + 0.5, rows + 0.5


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), eighth=st.integers(0, 7))
def test_each_pixel_counts_where_it_lies(tmp_path_factory, seed, eighth):
    found = drawn_map(tmp_path_factory.mktemp("map"), label_of(seed))
    grid = found.georeference
    turn = grid.transform @ Affine.rotation(45 * eighth)
    found = replace(found, georeference=Georeference(grid.crs, turn, *found.size))
    compass, (columns, rows) = Compass.of(found), every_pixel(found)
    shares = {one.place: one.share for one in spread(found, found.objects)}
    fields = np.bincount(compass.fields(columns, rows), minlength=9)
    assert shares == {compass.name(at): pytest.approx(fields[at] / fields.sum()) for at in np.flatnonzero(fields)}
    for part in ("north", "south-west", "centre", "whole"):
        assert inside(found, found.objects, part).sum() == compass.within(columns, rows, part).sum()


def test_a_house_across_the_border_belongs_to_both_halves(tmp_path):
    label = np.zeros((40, 40), np.uint8)
    label[10:30, 5:10] = 2
    label[25:35, 20:30] = 2
    comparison = compare(drawn_map(tmp_path, label), "north", "south", "building")
    north, south = comparison.parts
    assert (north.pixels, south.pixels) == (50, 150)
    assert north.area_m2 / south.area_m2 == pytest.approx(50 / 150)
    assert comparison.more == "south"


def test_a_ring_around_the_middle_is_not_in_it(tmp_path):
    label = np.zeros((30, 30), np.uint8)
    label[5:25, 5:25] = 2
    label[8:22, 8:22] = 0
    found = drawn_map(tmp_path, label)
    assert inside(found, found.of(ALL_CLASSES[0]), "centre").tolist() == [0]
    assert spread(found, ()) == ()
