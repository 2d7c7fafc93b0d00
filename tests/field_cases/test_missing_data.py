"""Gaps of single bands, undeclared fill, and fill of band files: what is unknown counts so, and nothing else."""

import numpy as np
import pytest

from tests.factories.field import AFTER, BARE, BEFORE, FOREST, SIDE, grounds, opened, write
from tools.catalogue.land_tools import compare_index
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect

SIX, NAMES = ("B", "G", "R", "N", "S1", "S2"), ("B02", "B03", "B04", "B08", "B11", "B12")
OLD = {"PROCESSING_BASELINE": "02.14"}


def files(folder, spoil, fill, dtype="uint16", nodata=None, factor=10_000, side_m=(10.0, 10.0), **options):
    """Unchanged forest; `spoil` is the index of what holds the fill value at the later date."""
    made = []
    for day, seed, side in zip((BEFORE, AFTER), (1, 2), side_m, strict=True):
        data = grounds(SIX, FOREST, seed) * factor
        if seed == 2:
            data[spoil] = fill
        made.append(write(folder / f"x_{day}.tif", data, side, dtype, NAMES, nodata=nodata, tags=OLD, **options))
    return made


HALF, STRIPE = np.s_[:, :, SIDE // 2 :], np.s_[3, :, 16:32]


@pytest.mark.parametrize(
    ("dtype", "fill", "factor"), [("uint16", 0, 10_000), ("int16", -9999, 10_000), ("float32", np.nan, 1)]
)
def test_a_gap_of_one_band_is_unknown_for_what_needs_it_and_for_nothing_else(tmp_path, dtype, fill, factor):
    space = opened(tmp_path, files(tmp_path, STRIPE, fill, dtype, fill, factor))
    found = compare_index(space, "ndvi")
    assert found.unknown_share == pytest.approx(0.25)
    assert found.difference.mean == pytest.approx(0, abs=0.01)
    assert compare_index(space, "mndwi").unknown_share == 0


def test_a_gap_of_one_band_does_not_bleed_where_the_grid_is_another(tmp_path):
    space = opened(tmp_path, files(tmp_path, STRIPE, 0, nodata=0, side_m=(12.0, 10.0)))
    found = compare_index(space, "ndvi")
    assert 0.2 < found.unknown_share < 0.5
    assert (found.difference.low, found.difference.high) == pytest.approx((0, 0), abs=0.03)


def test_a_band_that_is_wholly_missing_harms_no_index_without_it(tmp_path):
    space = opened(tmp_path, files(tmp_path, np.s_[5], 0, nodata=0))
    assert compare_index(space, "ndvi").unknown_share == 0


@pytest.mark.parametrize(("fill", "side_m"), [(0, 10.0), (65_535, 10.0), (0, 8.0)])
def test_undeclared_fill_of_16_bits_is_no_data_and_told(tmp_path, fill, side_m):
    made = files(tmp_path, HALF, fill, side_m=(10.0, side_m))
    found = compare_index(opened(tmp_path, made), "ndvi")
    assert found.unknown_share >= 0.45
    assert found.difference.mean == pytest.approx(0, abs=0.01)
    notes = open_pair(*made).notes
    assert any(f"is {fill} in all bands, which is taken for no data" in note for note in notes)


def photographs(folder, *spoils):
    made = []
    for number, (spoil, value) in enumerate(spoils):
        picture = np.random.default_rng(number).integers(40, 200, (3, SIDE, SIDE))
        picture[spoil] = value
        made.append(write(folder / f"p{number}.tif", picture, 0.5, "uint8", photometric="RGB"))
    return inspect(open_pair(*made))


NOWHERE = np.s_[:, :0]


@pytest.mark.parametrize("value", [0, 255])
def test_a_black_or_white_rim_of_a_photograph_is_no_data(tmp_path, value):
    card = photographs(tmp_path, (NOWHERE, 0), (HALF, value))
    assert card.nodata_share == pytest.approx(0.5)
    assert any(f"50 % of p1.tif is {value} in all bands" in warning for warning in card.warnings)


@pytest.mark.parametrize(
    "spoils",
    [
        ((NOWHERE, 0), (np.s_[:, 20:40, 20:40], 0)),
        ((NOWHERE, 0), (np.s_[:, :5, :5], 0)),
        ((HALF, 0), (HALF, 0)),
        ((NOWHERE, 0), (np.s_[0, :, 32:], 0)),
    ],
    ids=["a shadow inside", "a small one at the rim", "water at both dates", "one band alone"],
)
def test_black_ground_stays_ground(tmp_path, spoils):
    assert photographs(tmp_path, *spoils).nodata_share == 0


def test_declared_nodata_is_believed_and_other_black_is_ground(tmp_path):
    made = []
    for number in (0, 1):
        picture = np.where(np.arange(SIDE) < 9 * number, 0, 90 + 9 * number) * np.ones((3, SIDE, 1))
        made.append(write(tmp_path / f"d{number}.tif", picture, 0.5, "uint8", nodata=255, photometric="RGB"))
    assert inspect(open_pair(*made)).nodata_share == 0


def band_folder(folder, day, ground, nodata=-9999):
    """A folder of HLS as it is delivered, with a rim of fill and a cloud."""
    for name, key in {"B03": "G", "B04": "R", "B05": "N", "B06": "S1"}.items():
        data = np.full((1, SIDE, SIDE), 1e4 * ground[key])
        data[:, :, :8] = nodata
        path = folder / day / f"HLS.L30.T10SEG.{day}T184508.v2.0.{name}.tif"
        write(path, data, 30.0, "int16", nodata=nodata, scales=(1e-4, 0.0))
    mask = np.full((1, SIDE, SIDE), 64)
    mask[:, :16], mask[:, :, :8] = 64 + 2, 255
    write(folder / day / f"HLS.L30.T10SEG.{day}T184508.v2.0.Fmask.tif", mask, 30.0, "uint8", nodata=255)
    return folder / day


def test_a_folder_keeps_the_fill_the_scale_and_the_clouds_of_its_files(tmp_path):
    folders = [band_folder(tmp_path, day, ground) for day, ground in (("2020199", FOREST), ("2021199", BARE))]
    space = opened(tmp_path, folders)
    sources = space.pair().sources
    assert [source.date for source in sources] == ["2020-07-17", "2021-07-18"]
    assert {source.nodata for source in sources} == {-9999}
    found = compare_index(space, "ndvi")
    assert found.unknown_share == pytest.approx(1 - (7 / 8) * (3 / 4))
    assert found.before.mean == pytest.approx(0.175 / 0.245, abs=0.001)
    assert found.after.mean == pytest.approx(0.05 / 0.35, abs=0.001)
    assert "HLS of Landsat" in found.method
    assert "clouds and shadows left out" in found.method
