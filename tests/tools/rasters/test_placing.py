"""A place that stands beside an image, in a world file and a .prj."""

import numpy as np
import pytest
from PIL import Image
from pyproj import CRS

from tools.pairs.pair import open_pair
from tools.rasters.opener import open_source

WKT = CRS.from_epsg(32614).to_wkt()
LEFT, TOP, SIDE = 621_000, 3_349_000, 0.5


def beside(folder, name, shift=0, crs=".prj", side=64):
    """A picture without a place of its own, whose upper left corner lies `shift` pixels in."""
    drawn = np.random.default_rng(3).integers(0, 255, (96, 96, 3), np.uint8)[shift : shift + side, shift : shift + side]
    path = folder / name
    Image.fromarray(drawn).save(path)
    centre = (LEFT + SIDE * (shift + 0.5), TOP - SIDE * (shift + 0.5))
    ending = {"tif": "tfw", "png": "pgw"}[path.suffix[1:]]
    lines = (SIDE, 0, 0, -SIDE, *centre)
    path.with_suffix(f".{ending}").write_text("\n".join(map(str, lines)) + "\n", encoding="utf-8")
    if crs == ".prj":
        path.with_suffix(crs).write_text(WKT, encoding="utf-8")
    if crs == ".aux.xml":
        text = f"<PAMDataset><SRS dataAxisToSRSAxisMapping='1,2'>{WKT.replace(chr(34), '&quot;')}</SRS></PAMDataset>"
        path.with_name(f"{name}{crs}").write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["a.tif", "a.png"])
@pytest.mark.parametrize("crs", [".prj", ".aux.xml"])
def test_a_world_file_with_a_crs_places_the_image(tmp_path, name, crs):
    source = open_source(beside(tmp_path, name, crs=crs))
    assert source.georeference.crs == "EPSG:32614"
    assert source.georeference.bounds == pytest.approx((LEFT, TOP - 32, LEFT + 32, TOP))
    assert source.notes == (f"{name} does not tell where it lies; it is placed by the world file or .prj beside it.",)


def test_two_dates_are_laid_on_each_other_by_their_world_files(tmp_path):
    first, second = beside(tmp_path, "a.tif", side=80), beside(tmp_path, "b.tif", shift=16)
    pair = open_pair(first, second)
    assert pair.size == (64, 64)
    assert np.array_equal(pair.before, pair.after)
    assert pair.georeference.area == pytest.approx(64 * 64 * 0.25, rel=1e-3)


@pytest.mark.parametrize("text", ["", "not numbers", "1\n2\n3\n", "0\n0\n0\n0\n5\n5\n", "nan\n0\n0\n-1\n5\n5\n"])
def test_what_is_no_world_file_places_nothing(tmp_path, text):
    path = beside(tmp_path, "a.tif")
    path.with_suffix(".tfw").write_text(text, encoding="utf-8")
    assert open_source(path).georeference is None


def test_a_world_file_without_a_crs_is_told_with_the_way_out(tmp_path):
    source = open_source(beside(tmp_path, "a.tif", crs=None))
    assert source.georeference is None
    assert "The world file beside a.tif does not place it" in source.notes[0]
    assert "gdal_translate -a_srs EPSG:CODE a.tif placed.tif" in source.notes[0]


def test_a_crs_that_is_none_or_too_long_is_passed_over(tmp_path):
    path = beside(tmp_path, "a.tif")
    for text in ('GEOGCS["x"]', "+init=epsg:4326", WKT + " " * 70_000):
        path.with_suffix(".prj").write_text(text, encoding="utf-8")
        assert open_source(path).georeference is None
