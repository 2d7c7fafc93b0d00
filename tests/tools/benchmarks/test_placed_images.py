import numpy as np
import pytest
import rasterio

from tests.factories.bands import S2, stack, write
from tests.factories.bands import WATER as LAKE
from tools.benchmarks.placed_images import with_place
from tools.benchmarks.sample_pairs import ORIGIN, SAMPLE_CRS
from tools.errors import RasterError
from tools.rasters.gdal_warnings import without_gdal_warnings


@pytest.fixture
def bands(tmp_path):
    return write(tmp_path / "2020-06-01.tif", stack(LAKE), crs=None, transform=None, tags={"WHO": "me"})


def test_a_photograph_gets_a_place_and_keeps_its_pixels(tmp_path, bands):
    placed = with_place(bands, tmp_path, 10.0)
    assert placed != bands
    with without_gdal_warnings(), rasterio.open(bands) as plain, rasterio.open(placed) as file:
        assert np.array_equal(file.read(), plain.read())
        assert (file.crs.to_string(), file.res) == (SAMPLE_CRS, (10.0, 10.0))
        assert (file.transform.c, file.transform.f) == ORIGIN
        assert (file.descriptions, file.tags()["WHO"]) == (S2, "me")


def test_the_pixels_are_those_of_the_training_data_unless_told(tmp_path, bands):
    with rasterio.open(with_place(bands, tmp_path)) as file:
        assert file.res == (0.5, 0.5)


def test_an_image_with_a_place_is_left_as_it_is(tmp_path):
    there = write(tmp_path / "a.tif", stack(LAKE))
    assert with_place(there, tmp_path) == there


def test_images_of_one_name_in_two_folders_stay_apart(tmp_path):
    files = []
    for folder in ("A", "B"):
        (tmp_path / folder).mkdir()
        files.append(write(tmp_path / folder / "1.tif", stack(LAKE), crs=None, transform=None))
    assert len({with_place(one, tmp_path) for one in files}) == 2


def test_what_is_no_image_is_refused(tmp_path):
    text = tmp_path / "a.tif"
    text.write_text("no image", encoding="utf-8")
    with pytest.raises(RasterError):
        with_place(text, tmp_path)
