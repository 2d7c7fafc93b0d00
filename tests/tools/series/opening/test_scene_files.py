"""Which files are the dates: folders, lists, manifests, bands of one file, folders of scenes."""

import numpy as np
import pytest
import rasterio

from tests.factories.bands import FIELD, FOREST, PLACE, stack, write
from tests.factories.over_time.series import days, ndvi_folder, seasonal, write_ndvi
from tools.errors import SeriesError
from tools.series.opening.open_series import open_series
from tools.series.opening.scene_files import scene_files

WHEN = days(4, years=1.0)


def test_a_file_with_a_band_a_date_is_as_many_scenes(tmp_path):
    path = write_ndvi(tmp_path / "ndvi_stack.tif", seasonal(WHEN), names=tuple(f"ndvi {day}" for day in WHEN))
    found = scene_files([path], tmp_path)
    assert [(one.day, one.band) for one in found] == [(day, place) for place, day in enumerate(WHEN, 1)]


def test_a_file_of_more_bands_than_an_image_has_is_a_series_all_the_same(tmp_path):
    when = days(30)
    path = write_ndvi(tmp_path / "ndvi_stack.tif", seasonal(when), names=tuple(when))
    assert open_series([path], tmp_path).days == tuple(when)


def test_a_manifest_states_paths_days_and_bands(tmp_path):
    path = write_ndvi(tmp_path / "all.tif", seasonal(WHEN), names=("a", "b", "c", "d"))
    rows = "".join(f"{path.name},{day},{place}\n" for place, day in enumerate(WHEN, 1))
    (tmp_path / "list.csv").write_text(f"path,date,band\n{rows}", encoding="utf-8")
    assert open_series([tmp_path / "list.csv"], tmp_path).days == tuple(WHEN)


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("path\na.tif\n", "has no column date"),
        ("path,date\n,2020-01-01\n", "Line 2 of list.csv names no path"),
        ("path,date\na.tif,January\n", "Line 2 of list.csv has the date 'January'; write it as YYYY-MM-DD"),
        ("path,date,band\na.tif,2020-01-01,red\n", "has the band 'red'; write its number"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_told_line_by_line(tmp_path, text, needle):
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SeriesError, match=needle):
        scene_files([tmp_path / "list.csv"], tmp_path)


def test_a_band_that_a_file_has_not_is_refused(tmp_path):
    folder = ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN))
    rows = "".join(f"stack/{path.name},{day},2\n" for path, day in zip(sorted(folder.iterdir()), WHEN, strict=True))
    (tmp_path / "list.csv").write_text(f"path,date,band\n{rows}", encoding="utf-8")
    with pytest.raises(SeriesError, match="has 1 bands, and band 2 was asked for"):
        open_series([tmp_path / "list.csv"], tmp_path)


def test_files_of_single_bands_are_stacked_by_date(tmp_path):
    folder = tmp_path / "bands"
    folder.mkdir()
    for day in WHEN:
        for name, one in (("B04", FOREST[2]), ("B08", FOREST[3])):
            write(folder / f"T14RMV_{day.replace('-', '')}_{name}.tif", [np.full((1, 1), one)], names=(name,))
    series = open_series([folder], tmp_path / "scratch")
    assert series.days == tuple(WHEN)
    assert all(scene.source.bands == 2 for scene in series.scenes)


def test_folders_of_scenes_are_stacked_one_by_one(tmp_path):
    for day in WHEN:
        scene = tmp_path / "scenes" / f"S2A_MSIL2A_{day.replace('-', '')}T100000_N0214_R122_T14RMV.SAFE"
        scene.mkdir(parents=True)
        for name, one in zip(("B02", "B03", "B04", "B08"), stack(FOREST, FIELD, FOREST, FIELD, FOREST), strict=False):
            write(scene / f"T14RMV_{name}_10m.tif", [one], names=(name,))
    assert open_series([tmp_path / "scenes"], tmp_path / "scratch").days == tuple(WHEN)


def test_jpeg_2000_files_are_converted(tmp_path):
    folder = tmp_path / "jp2"
    folder.mkdir()
    for day, one in zip(WHEN, seasonal(WHEN), strict=True):
        profile = {"width": 24, "height": 24, "count": 1, "dtype": "int16", "crs": "EPSG:32614", "transform": PLACE}
        with rasterio.open(
            folder / f"NDVI_{day}.jp2", "w", driver="JP2OpenJPEG", REVERSIBLE="YES", QUALITY="100", **profile
        ) as file:
            file.write((one * 10_000).astype("int16"), 1)
    series = open_series([folder], tmp_path / "scratch")
    assert series.days == tuple(WHEN)
    assert series.scenes[0].source.path.parent == (tmp_path / "scratch").absolute()


def test_a_folder_without_images_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    with pytest.raises(SeriesError, match="holds no images"):
        scene_files([tmp_path], tmp_path / "scratch")
