"""How one kind of land changed, on drawn ground of which the truth is known."""

from types import SimpleNamespace

import numpy as np
import pytest

from tests.factories.bands import BURN, FIELD, MEADOW, S2, SOIL, WATER, WOODS, files_of, space, stack, write
from tests.factories.ground.land import CLEARING, POND, SIDE, land_space
from tools.errors import MissingBandsError, UnknownDaysError
from tools.measurements.land.land_change import OF_COVER, Wish, classes_of, land_change

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


@pytest.mark.parametrize(
    ("cover", "names"),
    [
        ("trees", {"tree cover"}),
        ("vegetation", {"tree cover", "cropland"}),
        ("bare", {"bare or sparse vegetation"}),
    ],
)
def test_classes_of_a_published_legend_belong_to_covers(cover, names):
    """Of ESA WorldCover: "bare or sparse vegetation" is bare."""
    classes = ("tree cover", "cropland", "bare or sparse vegetation", "permanent water bodies")
    found = SimpleNamespace(cells=[SimpleNamespace(before=name, after=name) for name in classes])
    assert classes_of(found, cover) == names


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


def asked(tmp_path, cover, *changes, **wish):
    made = land_space(tmp_path, *changes)
    return land_change(made, made.pair(), cover, Wish(**wish))


def test_a_clearing_lies_in_the_north_west_and_became_bare(tmp_path):
    found = asked(tmp_path, "trees", CLEARING)
    assert found.lost_where[0].place == "north-west"
    assert found.became[0].name == "bare or built-up ground"
    assert found.became[0].ground.pixels == pytest.approx(720, abs=5)
    north, south, west, east = found.halves
    assert (north.half, south.half, west.half, east.half) == ("north", "south", "west", "east")
    assert north.lost.pixels + south.lost.pixels == west.lost.pixels + east.lost.pixels == found.lost.pixels
    assert north.lost.area_m2 + south.lost.area_m2 == pytest.approx(found.lost.area_m2)
    assert sum(part.ground.pixels for part in found.became) == found.lost.pixels


def test_a_pond_was_something_else_before(tmp_path):
    found = asked(tmp_path, "water", POND)
    assert sum(part.ground.pixels for part in found.came_from) == found.gained.pixels == 14 * 16
    assert (found.became, found.lost_where) == ((), ())


def test_only_a_part_is_measured(tmp_path):
    north, south, whole = (asked(tmp_path / part, "water", POND, within=part) for part in ("north", "south", "whole"))
    assert (north.before.pixels, north.gained.pixels, north.condition) == (0, 0, "in the northern half")
    assert south.gained.pixels == whole.gained.pixels
    assert south.gained.share == pytest.approx(2 * whole.gained.share)
    assert south.noise.pixels == whole.noise.pixels


def test_a_rate_needs_known_days(tmp_path):
    found = asked(tmp_path, "water", POND, tell="rate")
    assert found.years == pytest.approx(365 / 365.2425)
    nameless = [
        path.rename(path.with_name(name))
        for path, name in zip(files_of(tmp_path / "f"), ("a.tif", "b.tif"), strict=True)
    ]
    made = space(tmp_path / "s", nameless)
    with pytest.raises(UnknownDaysError, match="--date-before"):
        land_change(made, made.pair(), "water", Wish(tell="rate"))
    assert land_change(made, made.pair(), "water").years is None


def test_a_fire_has_a_place_but_no_history(tmp_path):
    found = asked(tmp_path, "burnt", BURNT, tell="where", within="west")
    assert found.gained_where[0].place == "north-west"
    assert found.halves[0].gained == found.gained
    assert asked(tmp_path / "east", "burnt", BURNT, within="east").gained.pixels == 0
    with pytest.raises(MissingBandsError, match="What burnt ground was before"):
        asked(tmp_path / "became", "burnt", BURNT, tell="became")


def test_a_pixel_size_that_is_assumed_makes_areas(tmp_path):
    made = space(tmp_path, files_of(tmp_path / "files", crs=None, transform=None))
    made.assume_pixel_size(made.pair(), 10)
    found = land_change(made, made.pair(), "water", Wish("north"))
    assert found.before.area_m2 == 100 * found.before.pixels
    assert (found.assumed_pixel_m, found.condition, found.placed) == (10, "in the upper half", False)
