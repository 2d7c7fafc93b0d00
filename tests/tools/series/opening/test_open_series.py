"""Files as a series: days, one grid, notes, and what is refused with which sentence."""

import numpy as np
import pytest
from affine import Affine

from tests.factories.bands import PLACE
from tests.factories.over_time.series import ELSEWHERE, SIDE, days, ndvi_folder, seasonal, write_ndvi
from tools.errors import RasterError, SeriesError
from tools.series.opening import open_series as opening
from tools.series.opening.open_series import open_series

WHEN = days(5, years=1.0)


@pytest.fixture
def folder(tmp_path):
    return ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))


def opened(paths, tmp_path):
    return open_series(paths if isinstance(paths, list) else [paths], tmp_path / "scratch")


def test_a_folder_is_opened_in_the_order_of_its_days(folder, tmp_path):
    series = opened(folder, tmp_path)
    assert series.days == tuple(WHEN)
    assert series.size == (SIDE, SIDE)
    assert series.notes == ()


def test_files_may_be_given_in_any_order(folder, tmp_path):
    files = sorted(folder.iterdir(), reverse=True)
    assert opened(files, tmp_path).days == tuple(WHEN)


def test_images_of_one_day_are_merged_and_told(folder, tmp_path):
    write_ndvi(folder / f"ndvi_b_{WHEN[0]}.tif", seasonal(WHEN)[0])
    series = opened(folder, tmp_path)
    assert series.days == tuple(WHEN)
    assert len(series.of_day(WHEN[0])) == 2
    assert series.notes == (f"1 day has more than one image, which are merged ({WHEN[0]}).",)


def test_two_dates_are_no_series(folder, tmp_path):
    with pytest.raises(SeriesError, match="needs 3 dates, and these are two; for two images use terradelta ask"):
        opened(sorted(folder.iterdir())[:2], tmp_path)


def test_files_without_a_day_are_named(folder, tmp_path):
    (folder / f"ndvi_{WHEN[1]}.tif").rename(folder / "second.tif")
    with pytest.raises(SeriesError, match=r"1 of 5 files tells no day \(second\.tif\); write the days into the names"):
        opened(folder, tmp_path)


def test_files_of_one_day_alone_are_no_series(tmp_path):
    files = [write_ndvi(tmp_path / f"{name}_2020-01-01.tif", seasonal(WHEN)[0]) for name in "abc"]
    with pytest.raises(SeriesError, match="All 3 files are of one day, 2020-01-01"):
        opened(files, tmp_path)


def test_an_image_of_another_place_is_named(folder, tmp_path):
    write_ndvi(folder / f"ndvi_{WHEN[2]}.tif", seasonal(WHEN)[2], transform=ELSEWHERE)
    with pytest.raises(SeriesError, match=rf"ndvi_{WHEN[2]}.tif \({WHEN[2]}\) does not lie where"):
        opened(folder, tmp_path)


def test_another_grid_is_brought_onto_that_of_most_and_told(folder, tmp_path):
    moved = PLACE @ Affine.translation(0.4, 0.4)
    write_ndvi(folder / f"ndvi_{WHEN[0]}.tif", seasonal(WHEN)[0], transform=moved)
    series = opened(folder, tmp_path)
    assert series.georeference.transform == PLACE
    assert "1 of 5 images lie on another grid" in series.notes[0]


def test_a_gap_of_years_is_told(tmp_path):
    when = [*days(4, years=0.5), "2023-05-01"]
    series = opened(ndvi_folder(tmp_path / "stack", when, seasonal(when)), tmp_path)
    assert "there are no images for 3.8 years" in series.notes[0]


def test_too_many_dates_are_refused(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MAX_DATES", 4)
    with pytest.raises(SeriesError, match="These are 5 dates, more than 4; give fewer, such as one a month"):
        opened(folder, tmp_path)


def test_ten_thousand_dates_in_a_manifest_are_refused_before_any_is_opened(tmp_path):
    lines = [f"ndvi_{number}.tif,2020-01-01" for number in range(10_000)]
    (tmp_path / "list.csv").write_text("path,date\n" + "\n".join(lines), encoding="utf-8")
    with pytest.raises(SeriesError, match="lists 10,000 files, more than 5,000"):
        opened(tmp_path / "list.csv", tmp_path)


def test_undeclared_zeros_are_taken_for_no_data_and_told(folder, tmp_path):
    values = seasonal(WHEN)[0]
    values[:4] = 0
    write_ndvi(folder / f"ndvi_{WHEN[0]}.tif", values, nodata=None)
    series = opened(folder, tmp_path)
    assert series.scenes[0].source.fill == 0
    assert f"ndvi_{WHEN[0]}.tif does not declare 0" in series.notes[0]


def test_a_day_by_the_time_of_writing_alone_is_told(folder, tmp_path):
    (folder / f"ndvi_{WHEN[0]}.tif").unlink()
    write_ndvi(folder / "first.tif", seasonal(WHEN)[0], tags={"TIFFTAG_DATETIME": "2018:12:01 10:00:00"})
    series = opened(folder, tmp_path)
    assert series.days[0] == "2018-12-01"
    assert "The days of 1 files (first.tif) are those of their tag for the time of writing" in series.notes[0]


def test_days_that_contradict_each_other_must_be_stated(folder, tmp_path):
    write_ndvi(folder / f"ndvi_{WHEN[0]}.tif", seasonal(WHEN)[0], tags={"TIFFTAG_DATETIME": "2016:01:01 10:00:00"})
    with pytest.raises(SeriesError, match="two days that contradict each other"):
        opened(folder, tmp_path)
    listed = "".join(f"{path.name},{day}\n" for path, day in zip(sorted(folder.iterdir()), WHEN, strict=True))
    (folder / "list.csv").write_text(f"path,date\n{listed}", encoding="utf-8")
    assert opened(folder / "list.csv", tmp_path).days == tuple(WHEN)


def test_a_missing_file_is_named(folder, tmp_path):
    with pytest.raises(RasterError, match=r"gone\.tif was not found"):
        opened([*folder.iterdir(), folder / "gone.tif"], tmp_path)


def test_images_without_a_place_on_earth_are_a_series_of_one_size(tmp_path):
    files = [
        write_ndvi(tmp_path / f"ndvi_{day}.tif", one, crs=None, transform=Affine.identity())
        for day, one in zip(WHEN, seasonal(WHEN), strict=True)
    ]
    with np.errstate(all="ignore"):
        series = opened(files, tmp_path)
    assert series.georeference is None
    assert "do not tell where they lie" in series.notes[0]
