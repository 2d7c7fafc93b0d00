"""How one kind of land changed, on drawn ground of which the truth is known."""

import numpy as np
import pytest

from tests.factories.bands import BURN, FIELD, MEADOW, S2, SOIL, WATER, WOODS, files_of, space, stack, write
from tests.factories.land import CLEARING, POND, SIDE, land_space
from tools.errors import MissingBandsError
from tools.measurements.land_change import OF_COVER, land_change

BURNT = (CLEARING[0], BURN)
DRAINED = (np.s_[SIDE - 40 :, : SIDE // 4], FIELD)
"""The whole lake, 40 x 40 px."""


def changed(tmp_path, cover, *changes):
    made = land_space(tmp_path, *changes)
    return land_change(made, made.pair(), cover)


@pytest.mark.parametrize("ground", [CLEARING, POND, DRAINED], ids=["clearing", "pond", "drained lake"])
def test_other_change_is_no_fire(tmp_path, ground):
    found = changed(tmp_path, "burnt", ground)
    assert (found.gained.pixels, found.lost.pixels, found.net.pixels) == (0, 0, 0)
    assert found.layers == ()


def test_a_fire_is_one(tmp_path):
    found = changed(tmp_path, "burnt", BURNT)
    assert (found.before, found.after, found.noise) == (None, None, None)
    assert found.gained.pixels == pytest.approx(24 * 30, rel=0.02)
    assert found.gained.area_m2 == pytest.approx(24 * 30 * 100, rel=0.02)
    assert "NBR" in found.method


def test_a_pond_is_gained_water(tmp_path):
    found = changed(tmp_path, "water", POND)
    assert (found.before.pixels, found.after.pixels) == (1600, 1600 + 14 * 16)
    assert (found.lost.pixels, found.gained.pixels, found.net.pixels) == (0, 14 * 16, 14 * 16)
    assert found.net.area_m2 == pytest.approx(14 * 16 * 100, rel=0.01)
    assert found.layers == ("1:landcover-change.tif",)


def test_a_drained_lake_is_lost_water(tmp_path):
    found = changed(tmp_path, "water", DRAINED)
    assert (found.before.pixels, found.after.pixels, found.net.pixels) == (1600, 0, -1600)
    assert found.lost == found.before


def test_a_clearing_is_lost_forest_and_gained_bare_ground(tmp_path):
    trees, bare = (changed(tmp_path / cover, cover, CLEARING) for cover in ("trees", "bare"))
    assert trees.net.pixels == pytest.approx(-720, abs=50)
    assert bare.net.pixels == 720


@pytest.mark.parametrize("cover", OF_COVER)
def test_what_did_not_change_stays_within_the_noise(tmp_path, cover):
    found = changed(tmp_path, cover)
    assert abs(found.net.pixels) <= found.noise.pixels
    assert found.net.pixels == found.gained.pixels - found.lost.pixels == found.after.pixels - found.before.pixels


def test_vegetation_is_trees_and_grass(tmp_path):
    plants, trees = (changed(tmp_path / cover, cover) for cover in ("vegetation", "trees"))
    assert plants.before.pixels > trees.before.pixels


def test_without_a_short_wave_band_trees_and_fires_are_not_told(tmp_path):
    visible = np.s_[:4]
    made = space(tmp_path, _without_swir(tmp_path, visible))
    for cover in ("trees", "burnt"):
        with pytest.raises(MissingBandsError):
            land_change(made, made.pair(), cover)
    assert land_change(made, made.pair(), "vegetation").lost.pixels > 0


def test_without_a_place_there_are_no_areas(tmp_path):
    made = space(tmp_path, files_of(tmp_path / "files", crs=None, transform=None))
    found = land_change(made, made.pair(), "water")
    assert (found.before.area_m2, found.net.area_m2) == (None, None)
    assert found.before.pixels


def _without_swir(folder, bands):
    grounds = (WOODS, MEADOW, SOIL, WATER, WATER), (SOIL, MEADOW, SOIL, WATER, WATER)
    return [write(folder / f"202{n}-06-01.tif", stack(*one)[bands], S2[bands]) for n, one in enumerate(grounds)]
