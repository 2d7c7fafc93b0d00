"""Means of places over windows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box

from mci_model.prediction import Window
from tools.pairs.areas import AreaOfInterest
from tools.rasters.blocks import blocks
from tools.series.places.place_series import PlaceTally

DAYS = ("2020-01-01", "2020-02-01", "2020-03-01")


def summed(values, areas, side):
    tally = PlaceTally(areas, [str(number) for number in range(len(areas))], DAYS)
    for window in blocks(values.shape[1:], side):
        rows, columns = window.slices
        tally.add(window, values[:, rows, columns])
    return tally.series()


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 100), st.integers(3, 20), st.floats(0, 0.4))
def test_sums_do_not_depend_on_windows(seed, side, cloudy):
    dice = np.random.default_rng(seed)
    values = dice.random((3, 16, 20)).astype(np.float32)
    values[dice.random(values.shape) < cloudy] = np.nan
    areas = [None, AreaOfInterest("a", box(2, 3, 9, 12)), AreaOfInterest("b", box(5, 5, 18, 15))]
    for whole, parts in zip(summed(values, areas, 32), summed(values, areas, side), strict=True):
        assert parts.values == pytest.approx(whole.values)
        assert (parts.pixels, parts.clear_share) == (whole.pixels, whole.clear_share)


def test_a_place_is_the_mean_of_its_clear_pixels():
    values = np.full((3, 10, 10), 0.2, np.float32)
    values[0, :, :5] = 0.6
    values[1, :, :4] = np.nan
    values[2, :, :6] = np.nan
    (whole,) = summed(values, [None], 32)
    assert whole.values[:2] == pytest.approx((0.4, 0.2))
    assert whole.values[2] is None, "of fewer than half of its pixels the mean would be of another place"
    assert whole.clear_share == pytest.approx((1.0, 0.6, 0.4))
    assert whole.clear_dates == 2


def test_a_place_outside_a_window_is_left_alone():
    tally = PlaceTally([AreaOfInterest("far", box(50, 50, 60, 60))], ["far"], DAYS)
    tally.add(Window(0, 0, 8, 8), np.ones((3, 8, 8), np.float32))
    assert tally.series()[0].pixels == 0
