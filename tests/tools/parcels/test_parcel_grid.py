"""Polygons as numbers on a grid: each keeps its pixels, in whatever windows, whoever overlaps."""

import numpy as np
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import geometry_mask

from mci_model.prediction import Window
from tools.parcels.parcel_grid import ParcelGrid
from tools.parcels.parcel_tally import ParcelTally
from tools.rasters.blocks import blocks

SIZE = (40, 50)
CORNERS = st.tuples(st.integers(0, 45), st.integers(0, 35), st.integers(1, 12), st.integers(1, 12))


def boxes(corners):
    return [shapely.box(left, top, left + wide, top + tall) for left, top, wide, tall in corners]


@given(st.lists(CORNERS, max_size=12), st.sampled_from([7, 16, 64]))
@settings(deadline=None, max_examples=40)
def test_each_polygon_has_the_pixels_of_its_own_mask(corners, side):
    shapes = boxes(corners)
    tally = ParcelTally(ParcelGrid(shapes), 3)
    codes = np.random.default_rng(len(corners)).integers(0, 3, SIZE)
    for window in blocks(SIZE, side):
        tally.add(window, codes[window.slices], np.full((1, 1), 4.0))
    for place, shape in enumerate(shapes):
        inside = geometry_mask([shape], SIZE, Affine.identity(), invert=True)
        assert tally.pixels[place].tolist() == np.bincount(codes[inside], minlength=3).tolist()
        assert tally.areas[place].tolist() == (4.0 * tally.pixels[place]).tolist()


def test_means_leave_unknown_values_out_and_none_is_none():
    tally = ParcelTally(ParcelGrid([shapely.box(0, 0, 2, 1), shapely.box(3, 0, 4, 1)]), 1)
    values = np.array([[1, np.nan, 5, np.nan]], np.float32)
    tally.add(Window(0, 0, 1, 4), np.zeros((1, 4), np.int64), np.ones((1, 1)), values)
    assert tally.means[0] == 1
    assert np.isnan(tally.means[1])


def test_neighbours_share_an_edge_and_no_ground():
    grid = ParcelGrid([shapely.box(0, 0, 5, 5), shapely.box(5, 0, 10, 5), shapely.box(4, 4, 6, 6)])
    assert grid.overlapping.tolist() == [[0, 2], [1, 2]]
    assert grid.layer_of.tolist() == [0, 0, 1]


def test_slivers_of_rounding_are_no_overlap():
    assert not len(ParcelGrid([shapely.box(0, 0, 5, 5), shapely.box(4.9999, 0, 10, 5)]).overlapping)


def test_no_polygon_at_all_is_nothing():
    assert list(ParcelGrid([]).numbers(Window(0, 0, 4, 4))) == []
