"""Pieces of land one by one, on drawn ground of which the truth is known."""

from dataclasses import replace

import numpy as np
import pytest

from tests.factories.bands import FIELD
from tests.factories.ground.land import CLEARING, POND, land_space
from tests.factories.ground.seen_ground import seen_space
from tools.catalogue.land_tools import find_patches
from tools.errors import MissingBandsError, UnknownFormatError, UnknownObjectError
from tools.measurements.land import land_patches as patches
from tools.measurements.land.cover_polygons import land_polygons

GLADE = (np.s_[60:70, 10:22], FIELD)
"""10 x 12 px of wood that become bare: 1.2 ha."""


@pytest.fixture
def space(tmp_path):
    return land_space(tmp_path, CLEARING, GLADE, POND)


def test_the_largest_comes_first_with_its_place_and_covers(space):
    found = find_patches(space, "trees")
    first, second = found.patches[:2]
    assert (first.rank, second.rank) == (1, 2)
    assert first.pixels == pytest.approx(720, abs=5)
    assert first.area_m2 == pytest.approx(72_000, rel=0.02)
    assert (first.place, first.before) == ("north-west", "trees")
    assert first.lonlat is not None
    assert found.count == len(land_polygons(space, space.pair(), "trees").table.query("change == 'lost'"))
    assert found.area_m2 == pytest.approx(land_polygons(space, space.pair(), "trees").lost.area_m2)


def test_ranks_and_numbers(space):
    whole = find_patches(space, "trees", k=100)
    assert find_patches(space, "trees", k=1, rank=2).patches == (whole.patches[1],)
    assert find_patches(space, "trees", k=1).patches == (whole.patches[0],)
    with pytest.raises(UnknownObjectError, match=rf"There are {whole.count} such pieces, so there is no number 99"):
        find_patches(space, "trees", rank=99)


def test_limits_of_size_and_a_part(space):
    large = find_patches(space, "trees", min_area=50_000)
    assert (large.count, large.of) == (1, find_patches(space, "trees").count)
    assert find_patches(space, "trees", min_area=5_000, max_area=50_000, within="west").patches[0].pixels < 300
    nowhere = find_patches(space, "trees", min_area=5_000, within="south-east")
    assert (nowhere.count, nowhere.area_m2, nowhere.patches) == (0, 0.0, ())


def test_what_was_gained(space):
    (pond,) = find_patches(space, "water", way="gained").patches
    assert pond.after == "water"
    assert pond.pixels == pytest.approx(14 * 16, abs=5)


def test_parts_of_the_image_add_up(space):
    halves = [find_patches(space, "trees", within=half, k=100) for half in ("north", "south")]
    assert sum(half.count for half in halves) == find_patches(space, "trees").count


def test_burnt_ground_has_no_pieces(space):
    with pytest.raises(UnknownFormatError, match="burn ratio"):
        find_patches(space, "burnt")


def test_snow_that_is_nowhere(space):
    assert find_patches(space, "snow").count == 0


class TestWithoutBands:
    """Regions that the network saw, where bands do not tell land."""

    @pytest.fixture
    def space(self, tmp_path):
        return seen_space(tmp_path)

    def test_the_regions_of_that_cover(self, space):
        found = find_patches(space, "vegetation")
        assert found.patches[0].pixels == pytest.approx(1600, abs=12)
        assert (found.patches[0].place, found.patches[0].lonlat) == ("top left", None)
        assert found.seen
        assert found.rests_on_network
        assert all(one.before == "vegetation" != one.after for one in found.patches)
        assert [one.pixels for one in found.patches] == sorted((one.pixels for one in found.patches), reverse=True)

    def test_snow_cannot_be_told(self, space):
        with pytest.raises(MissingBandsError):
            find_patches(space, "snow")


def test_a_wish_keeps_what_has_no_area_by_its_pixels():
    patch = patches.LandPatch(1, 40, None, "top", None, "trees", "water")
    assert patches.PatchWish(min_area=40).keeps(patch)
    assert not patches.PatchWish(min_area=41).keeps(patch)
    assert not patches.PatchWish(max_area=3_999).keeps(replace(patch, area_m2=4_000.0))
