"""An index at all dates: clouds out, same-day scenes merged, sensors told, and what is refused."""

import numpy as np
import pytest

from mci_model.prediction import Window
from tests.factories.bands import FIELD, FOREST, S2, stack, write
from tests.factories.over_time.series import SIDE, cut_forest, days, ndvi_folder, seasonal, write_ndvi
from tools.errors import MissingBandsError, ReflectanceError, SeriesError, StatementError, UnknownIndexError
from tools.sensors.statement import Statement
from tools.series import stack_reader
from tools.series.opening.open_series import open_series
from tools.series.stack_reader import StackReader

WHEN = days(4, years=1.0)
WHOLE = Window(0, 0, SIDE, SIDE)


def read(folder, tmp_path, index="ndvi", window=WHOLE, **stated):
    reader = StackReader(open_series([folder], tmp_path / "scratch"), index, Statement(**stated))
    with reader.reading():
        return reader.read(window), reader


def ndvi(ground):
    return (ground[3] - ground[2]) / (ground[3] + ground[2])


def test_ready_values_are_scaled_and_their_gaps_kept(tmp_path):
    values = seasonal(WHEN)
    values[1, :5] = np.nan
    found, reader = read(ndvi_folder(tmp_path / "stack", WHEN, values), tmp_path)
    assert found == pytest.approx(values, abs=1e-4, nan_ok=True)
    assert reader.notes == ("The numbers of the files are taken for NDVI x 10,000; state another --scale.",)


def test_nan_of_real_numbers_is_a_gap(tmp_path):
    values = seasonal(WHEN)
    values[2, 3:9] = np.nan
    folder = tmp_path / "stack"
    folder.mkdir()
    for day, one in zip(WHEN, values, strict=True):
        write_ndvi(folder / f"ndvi_{day}.tif", one, dtype="float32", nodata=None)
    found, _ = read(folder, tmp_path)
    assert found == pytest.approx(values, abs=1e-4, nan_ok=True)


def test_bands_become_an_index_and_clouds_are_left_out_by_the_scene_classes(tmp_path):
    folder, when = cut_forest(tmp_path / "s2", count=6, cut=3, clouds=(1,))
    found, reader = read(folder, tmp_path, window=Window(0, 0, 40, 50))
    assert found[0, 5, 5] == pytest.approx(ndvi(FOREST), abs=1e-3)
    assert found[5, 5, 5] == pytest.approx(ndvi(FIELD), abs=1e-3)
    assert np.isnan(found[1]).all()
    assert reader.masked
    assert len(when) == 6


def test_a_band_by_its_name_is_read_as_reflectance(tmp_path):
    folder, _ = cut_forest(tmp_path / "s2", count=4)
    found, reader = read(folder, tmp_path, "nir", Window(0, 0, 40, 50))
    assert found[0, 5, 5] == pytest.approx(FOREST[3], abs=1e-3)
    assert reader.long_name == "reflectance, nir"


def test_scenes_of_one_day_fill_each_others_gaps(tmp_path):
    values = seasonal(WHEN)
    folder = ndvi_folder(tmp_path / "stack", WHEN, values)
    left, right = values[0].copy(), values[0].copy() + 0.1
    left[:, 10:], right[:, :8] = np.nan, np.nan
    write_ndvi(folder / f"ndvi_{WHEN[0]}.tif", left)
    write_ndvi(folder / f"ndvi_b_{WHEN[0]}.tif", right)
    found, _ = read(folder, tmp_path)
    assert found[0, :, :8] == pytest.approx(values[0, :, :8], abs=1e-4)
    assert found[0, :, 10:] == pytest.approx(values[0, :, 10:] + 0.1, abs=1e-4)
    assert found[0, :, 8:10] == pytest.approx(values[0, :, 8:10] + 0.05, abs=1e-4)


def test_mixed_sensors_are_told(tmp_path):
    folder, _ = cut_forest(tmp_path / "mixed", count=4)
    landsat = ("SR_B2", "SR_B3", "SR_B4", "SR_B5", "SR_B6", "SR_B7")
    write(folder / "LC08_L2SP_20200303.tif", stack(FOREST, FOREST, FOREST, FIELD, FIELD), names=landsat)
    _, reader = read(folder, tmp_path, window=Window(0, 0, 40, 50), scale="0.0001", offset="0")
    assert any("of different sensors (Sentinel-2, Landsat" in note for note in reader.notes)
    assert any("brought no cloud mask" in note for note in reader.notes)


def test_a_band_that_one_date_lacks_is_told_with_that_date(tmp_path):
    folder, _ = cut_forest(tmp_path / "s2", count=4)
    write(folder / "S2A_MSIL2A_20200303_N0214.tif", stack(FOREST, FOREST, FOREST, FIELD, FIELD)[:3], names=S2[:3])
    with pytest.raises(
        MissingBandsError, match=r"NDVI needs .*, which S2A_MSIL2A_20200303_N0214.tif \(2020-03-03\) has"
    ):
        read(folder, tmp_path)


def test_ready_values_of_one_index_are_no_other_one(tmp_path):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))
    with pytest.raises(MissingBandsError, match="a ready NDVI, from which NBR cannot be computed; ask for ndvi"):
        read(folder, tmp_path, "nbr")


def test_what_is_neither_index_nor_band_is_refused(tmp_path):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))
    with pytest.raises(UnknownIndexError, match=r"no spectral index 'greenish'.*Bands have the names"):
        read(folder, tmp_path, "greenish")


def test_a_date_without_any_data_is_passed_over_and_all_of_them_are_refused(tmp_path):
    values = seasonal(WHEN)
    values[2] = np.nan
    found, _ = read(ndvi_folder(tmp_path / "stack", WHEN, values), tmp_path)
    assert np.isnan(found[2]).all()
    with pytest.raises(SeriesError, match="No date of the series holds data"):
        read(ndvi_folder(tmp_path / "stack", WHEN, values * np.nan), tmp_path)


def test_numbers_that_can_be_no_reflectance_are_told_with_file_and_date(tmp_path):
    folder, _ = cut_forest(tmp_path / "s2", count=4)
    write(folder / "S2A_MSIL2A_20200303_N0214.tif", stack(FOREST, FOREST, FIELD, FIELD, FIELD), factor=60_000)
    with pytest.raises(
        ReflectanceError, match=r"The numbers of S2A_MSIL2A_20200303.* are no reflectance.*date 2020-03-03"
    ):
        read(folder, tmp_path)


def test_one_band_of_eight_bits_is_no_index(tmp_path):
    folder = tmp_path / "grey"
    folder.mkdir()
    for day, one in zip(WHEN, seasonal(WHEN), strict=True):
        write_ndvi(folder / f"grey_{day}.tif", one / 100, dtype="uint8", nodata=None, names=(None,))
    with pytest.raises(ReflectanceError, match="holds one band of eight bits, which is no NDVI"):
        read(folder, tmp_path)


def test_a_series_has_one_scale_and_not_two(tmp_path):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))
    with pytest.raises(StatementError, match="holds two values; of a series state one for all"):
        read(folder, tmp_path, scale="0.1,0.2")


def test_files_are_opened_window_by_window_where_there_are_too_many(tmp_path, monkeypatch):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))
    plenty, _ = read(folder, tmp_path)
    monkeypatch.setattr(stack_reader, "MAX_OPEN", 2)
    few, _ = read(folder, tmp_path)
    assert few == pytest.approx(plenty)


def test_a_sketch_is_the_place_in_small(tmp_path):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))
    found, reader = read(folder, tmp_path)
    assert reader.sketch(12) == pytest.approx(found[:, ::2, ::2], abs=0.1)
