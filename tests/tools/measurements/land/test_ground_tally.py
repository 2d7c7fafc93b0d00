"""Parts of the ground add up to the whole, whatever its codes and its size."""

from collections import namedtuple

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mci_model.prediction import Window
from tests.factories.ground.land import POND, land_space
from tools.measurements.land.ground_tally import HALVES, GroundTally, tallied
from tools.rasters.georeference import Georeference

Pair = namedtuple("Pair", ["size", "georeference"])
CODES = 4
sizes = st.tuples(st.integers(1, 24), st.integers(1, 24))
rasters = sizes.flatmap(lambda size: arrays(np.int64, size, elements=st.integers(0, CODES - 1)))
chosen_codes = arrays(bool, CODES).map(lambda chosen: chosen & (np.arange(CODES) > 0))


def tally_of(codes, within="whole", georeference=None, pixel_m=None, split=7):
    """The tally of codes that are added in windows of `split` rows."""
    tally = GroundTally(CODES, Pair(codes.shape, georeference), within, pixel_m)
    for top in range(0, codes.shape[0], split):
        part = codes[top : top + split]
        tally.add(Window(top, 0, *part.shape), part)
    return tally


@given(rasters, chosen_codes)
def test_two_halves_and_the_middle_line_make_the_whole(codes, chosen):
    tally, (height, width) = tally_of(codes), codes.shape
    whole = tally.ground(chosen).pixels
    assert whole == np.isin(codes, np.flatnonzero(chosen)).sum()
    row = codes[height // 2] if height % 2 else codes[:0]
    column = codes[:, width // 2] if width % 2 else codes[:, :0]
    for ends, line in ((("north", "south"), row), (("west", "east"), column)):
        between = int(np.isin(line, np.flatnonzero(chosen)).sum())
        assert sum(tally.half(end, chosen).pixels for end in ends) + between == whole


@given(rasters, chosen_codes)
def test_the_nine_fields_make_the_whole_the_largest_first(codes, chosen):
    fields = tally_of(codes).where(chosen)
    shares = [field.share for field in fields]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1 if np.isin(codes, np.flatnonzero(chosen)).any() else 0)
    assert len({field.place for field in fields}) == len(fields) <= 9


@given(rasters, chosen_codes, st.sampled_from(HALVES))
def test_a_half_asked_of_is_the_half_told_of_the_whole(codes, chosen, half):
    inside, whole = tally_of(codes, half), tally_of(codes)
    assert inside.ground(chosen).pixels == whole.half(half, chosen).pixels == inside.half(half, chosen).pixels
    assert inside.known == whole.half(half, np.arange(CODES) > 0).pixels


@given(rasters, chosen_codes, st.integers(1, 30))
def test_windows_do_not_matter(codes, chosen, split):
    one, other = tally_of(codes, split=split), tally_of(codes, split=24)
    assert one.ground(chosen) == other.ground(chosen)
    assert one.halves(chosen, ~chosen) == other.halves(chosen, ~chosen)


def test_north_is_by_the_compass():
    codes = np.zeros((6, 4), np.int64)
    codes[:2] = 1
    upside_down = Georeference("EPSG:32614", Affine(-10, 0, 620_000, 0, 10, 3_350_000), 4, 6)
    ones = np.arange(CODES) == 1
    assert tally_of(codes).half("north", ones).pixels == 8
    turned = tally_of(codes, georeference=upside_down)
    assert (turned.half("north", ones).pixels, turned.half("south", ones).pixels) == (0, 8)
    assert {field.place for field in turned.where(ones)} <= {"south", "south-east", "south-west"}


def test_areas_are_of_the_ground_or_of_a_size_that_is_assumed():
    codes, ones = np.ones((4, 4), np.int64), np.arange(CODES) == 1
    assert tally_of(codes).ground(ones).area_m2 is None
    assert tally_of(codes, pixel_m=2.0).ground(ones).area_m2 == 64
    names = [one.place for one in tally_of(codes, pixel_m=2.0).halves(ones, ~ones)]
    assert names == ["top", "bottom", "left", "right"]


def test_a_raster_is_read_as_its_codes(tmp_path):
    from tools.measurements.cover_maps import land_cover_transitions

    made = land_space(tmp_path, POND)
    found = land_cover_transitions(made, made.pair())
    tally = tallied(made.artefacts[found.layer].path, GroundTally(37, made.pair()), made.pair().size)
    assert tally.known == found.known.pixels
    assert tally.ground(np.arange(37) > 0).area_m2 == pytest.approx(found.known.area_m2)
