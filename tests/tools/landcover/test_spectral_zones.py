"""Zones of like spectrum: alike at both dates, the same at every run, and refused where there are too few grounds."""

import warnings

import numpy as np
import pytest
import rasterio

import tools.landcover.spectral_zones as zoning
from tests.factories.bands import COLUMNS, MEADOW, PLACE, ROWS, S2, SNOW, SOIL, WATER, WOODS, band, space, stack, write
from tools.catalogue.land_tools import find_zones
from tools.errors import MissingBandsError, ReflectanceError
from tools.landcover.spectral_zones import CAUTION, COLOURS, MAX_ZONES, MIN_ZONES
from tools.rasters.gdal_warnings import without_gdal_warnings

BEFORE = (WOODS, MEADOW, SOIL, WATER, WATER)
AFTER = (SOIL, MEADOW, SOIL, WATER, SOIL)


def noisy(*grounds, seed=0, spread=0.004):
    rng = np.random.default_rng(seed)
    return [one + rng.uniform(0, spread, (ROWS, COLUMNS)) for one in stack(*grounds)]


def dates(folder, before=BEFORE, after=AFTER, names=S2, seeds=(1, 2), **profile):
    folder.mkdir(parents=True, exist_ok=True)
    return [
        write(folder / f"{year}-06-01.tif", noisy(*grounds, seed=seed)[: len(names)], names, **profile)
        for year, grounds, seed in ((2020, before, seeds[0]), (2021, after, seeds[1]))
    ]


def table(found):
    return {(one.before, one.after): one.pixels for one in found.cells}


def numbers(workspace, found):
    with without_gdal_warnings(), rasterio.open(workspace.artefacts[found.layer].path) as file:
        return file.read(1)


def test_zones_follow_the_grounds_and_tell_what_moved(tmp_path):
    workspace = space(tmp_path, dates(tmp_path))
    found = find_zones(workspace, 4)
    names = "trees", "low vegetation", "bare or built-up ground", "water"
    zones = [f"zone {number} (like {name})" for number, name in enumerate(names, 1)]
    assert [one.name for one in found.classes] == zones, "the greenest first"
    woods, meadow, soil, water = zones
    assert table(found) == {
        (woods, soil): 400, (meadow, meadow): 400, (soil, soil): 400, (water, water): 400, (water, soil): 400,
    }  # fmt: skip
    assert found.changed.share == pytest.approx(0.4)
    assert found.changed.area_m2 == pytest.approx(80_000, rel=0.01)
    assert CAUTION in found.warnings
    assert "4 zones by k-means on principal components of 6 bands, learnt from both dates together" in found.method
    first, second = band(1, 2, 3, 4, 4), band(3, 2, 3, 4, 3)
    assert (numbers(workspace, found) == 1 + 4 * (first - 1) + second - 1).all()


def test_where_both_dates_are_alike_nothing_moves(tmp_path):
    workspace = space(tmp_path, dates(tmp_path, after=BEFORE, seeds=(5, 5)))
    for count in (2, 4, 7):
        found = find_zones(workspace, count)
        assert all(one.before == one.after for one in found.cells)
        assert (found.changed.pixels, found.kept.pixels) == (0, ROWS * COLUMNS)
        assert len(found.classes) == count


def test_the_same_seed_gives_the_same_zones_and_another_one_may_not(tmp_path, monkeypatch):
    files = dates(tmp_path)
    maps = []
    for seed in (zoning.SEED, zoning.SEED, 1, 2, 3):
        monkeypatch.setattr(zoning, "SEED", seed)
        workspace = space(tmp_path / str(len(maps)), files)
        maps.append(numbers(workspace, find_zones(workspace, 9)))
    assert (maps[0] == maps[1]).all()
    assert any((maps[0] != other).any() for other in maps[2:])


def test_swapped_dates_transpose_the_table(tmp_path):
    there = find_zones(space(tmp_path / "there", dates(tmp_path / "a", BEFORE, AFTER, seeds=(1, 2))), 4)
    back = find_zones(space(tmp_path / "back", dates(tmp_path / "b", AFTER, BEFORE, seeds=(2, 1))), 4)
    assert table(there) == {(after, before): pixels for (before, after), pixels in table(back).items()}


def test_fewer_kinds_of_ground_than_zones_are_refused(tmp_path):
    files = [write(tmp_path / f"202{n}-06-01.tif", stack(WOODS, WATER)) for n in (0, 1)]
    workspace = space(tmp_path, files)
    with pytest.raises(ReflectanceError, match="too few kinds of ground for 3 zones; ask for fewer"):
        find_zones(workspace, 3)
    assert not list(workspace.artefacts)
    assert len(find_zones(workspace, 2).classes) == 2


def test_zones_are_found_on_every_kind_of_ground_that_is_asked_for(tmp_path):
    workspace = space(tmp_path, dates(tmp_path, (WOODS, MEADOW, SOIL, WATER, SNOW), (WOODS, MEADOW, SOIL, WATER, SNOW)))
    found = find_zones(workspace, 5)
    assert {one.name.partition("like ")[2].rstrip(")") for one in found.classes} == {
        "trees", "low vegetation", "bare or built-up ground", "water", "snow and ice",
    }  # fmt: skip
    assert all(one.before.pixels == 400 for one in found.classes)


def test_zones_too_near_each_other_to_be_told_apart_are_refused(tmp_path):
    rng = np.random.default_rng(0)
    ground = stack((0.9, 0.9, 0.9, 0.9, 0.1, 0.1), WATER)
    stepped = [one + rng.integers(0, 2, (ROWS, COLUMNS)) / 10_000 for one in ground]
    files = [write(tmp_path / f"202{n}-06-01.tif", stepped) for n in (0, 1)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(ReflectanceError, match="ask for fewer"):
            find_zones(space(tmp_path, files), MAX_ZONES)


@pytest.mark.parametrize("side", [9, 33])
def test_windows_of_any_size_give_the_same_zones(tmp_path, monkeypatch, side):
    files = dates(tmp_path)
    whole = space(tmp_path / "whole", files)
    first = find_zones(whole, 6)
    monkeypatch.setattr(zoning, "READ_BLOCK", side)
    parted = space(tmp_path / "parted", files)
    again = find_zones(parted, 6)
    assert table(first) == table(again)
    assert (numbers(whole, first) == numbers(parted, again)).all()


def test_told_clouds_and_what_was_not_asked_for_have_no_zone(tmp_path):
    names = (*S2, "SCL")
    scl = [band(4, 4, 4, 4, 9) / 10_000]
    files = [
        write(tmp_path / f"{year}-06-01.tif", [*noisy(*grounds), *scl], names)
        for year, grounds in ((2020, BEFORE), (2021, AFTER))
    ]
    left, top = PLACE @ (0, 0)
    workspace = space(tmp_path, files, area_of_interest=f"{left + 100},{top - 400},{left + 500},{top}@EPSG:32614")
    found = find_zones(workspace, 4)
    assert found.unknown_share == pytest.approx(0.4)
    assert found.known.pixels == 1200
    zone_numbers = numbers(workspace, found)
    assert not zone_numbers[:, :10].any()
    assert not zone_numbers[:, 40:].any()
    assert zone_numbers[:, 10:40].all()


def test_without_near_infrared_the_darkest_zone_is_the_first_and_has_no_likeness(tmp_path):
    names = ("red", "green", "blue")
    files = dates(tmp_path, (WATER, SOIL), (WATER, WATER), names)
    found = find_zones(space(tmp_path, files), 2)
    assert [one.name for one in found.classes] == ["zone 1", "zone 2"]
    assert table(found) == {("zone 1", "zone 1"): 1000, ("zone 2", "zone 1"): 1000}


def test_dates_that_share_too_few_bands_are_refused(tmp_path):
    files = (
        write(tmp_path / "2020-06-01.tif", stack(WOODS)[:3], S2[:3]),
        write(tmp_path / "2021-06-01.tif", stack(WOODS)[2:], S2[2:]),
    )
    with pytest.raises(MissingBandsError, match="at least 3 bands that both dates have; these share 1"):
        find_zones(space(tmp_path, files), 2)


def test_only_bands_of_both_dates_are_used(tmp_path):
    files = (
        write(tmp_path / "2020-06-01.tif", noisy(*BEFORE)),
        write(tmp_path / "2021-06-01.tif", noisy(*AFTER)[1:4], S2[1:4]),
    )
    found = find_zones(space(tmp_path, files), 3)
    assert "components of 3 bands" in found.method
    assert found.changed.share == pytest.approx(0.4)


def test_every_zone_has_a_colour_of_its_own():
    assert (MIN_ZONES, MAX_ZONES) == (2, 12)
    assert len(COLOURS) == len(set(COLOURS)) == MAX_ZONES
