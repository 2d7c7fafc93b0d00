"""Pieces of land as polygons, on drawn ground of which the truth is known."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from rasterio.features import shapes
from scipy.ndimage import label
from shapely.geometry import shape

from tests.factories.ground.land import CLEARING, POND, land_space
from tools.errors import UnknownFormatError
from tools.measurements.land.cover_polygons import _touching, land_polygons
from tools.measurements.land.land_change import land_change


def found(tmp_path, cover, *changes):
    made = land_space(tmp_path, *changes)
    return made, land_polygons(made, made.pair(), cover)


def test_a_clearing_is_a_piece_of_lost_trees(tmp_path):
    made, pieces = found(tmp_path, "trees", CLEARING, POND)
    largest = pieces.table.iloc[0]
    assert (largest["id"], largest["change"], largest["cover_before"]) == (1, "lost", "trees")
    assert largest["pixels"] == pytest.approx(720, abs=5)
    assert largest["area_m2"] == pytest.approx(largest["pixels"] * 100, rel=0.01)
    assert pieces.table.crs == made.pair().georeference.crs
    west, _, _, north = largest.geometry.bounds
    assert (round(west), round(north)) == (620_000 + 200, 3_350_000 - 200)
    assert shapely.is_valid(pieces.table.geometry).all()


def test_pieces_add_up_to_what_was_lost_but_for_specks(tmp_path):
    made, pieces = found(tmp_path, "trees", CLEARING, POND)
    land = land_change(made, made.pair(), "trees")
    assert 0 <= land.lost.pixels - pieces.lost.pixels < 0.05 * land.lost.pixels
    assert pieces.lost.area_m2 / pieces.lost.pixels == pytest.approx(land.lost.area_m2 / land.lost.pixels, rel=1e-4)
    assert pieces.table["pixels"].min() >= 10
    assert pieces.lost.share == pytest.approx(pieces.lost.pixels / 160**2)


def test_a_pond_is_a_piece_of_gained_water(tmp_path):
    _, pieces = found(tmp_path, "water", POND)
    assert pieces.table[["change", "cover_after"]].to_numpy().tolist() == [["gained", "water"]]
    assert (pieces.lost.pixels, pieces.gained.pixels) == (0, pytest.approx(14 * 16, abs=5))


def test_nothing_makes_an_empty_table(tmp_path):
    _, pieces = found(tmp_path, "snow")
    assert (len(pieces.table), pieces.lost.area_m2) == (0, 0.0)


def test_burnt_ground_has_no_polygons(tmp_path):
    with pytest.raises(UnknownFormatError, match="burn ratio"):
        found(tmp_path, "burnt")


@given(arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))).filter(np.any))
def test_pieces_touch_at_corners(mask):
    outlines = [shape(one) for one, _ in shapes(mask.astype(np.uint8), mask=mask, connectivity=4)]
    numbers, count = label(mask, np.ones((3, 3)))
    expected = sorted(np.bincount(numbers.ravel())[1:].tolist())
    assert sorted(round(piece.area) for piece in _touching(outlines)) == expected
    assert count == len(expected)
