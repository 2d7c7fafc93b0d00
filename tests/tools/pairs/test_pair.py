import numpy as np
import pytest
from affine import Affine

from tools.errors import PairError
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect


def test_two_dates_of_one_grid_become_a_pair(sample):
    pair = open_pair(sample.before, sample.after)
    assert pair.before.shape == pair.after.shape == (256, 256, 3)
    assert pair.georeference.crs == "EPSG:32614"
    card = inspect(pair)
    assert (card.before.date, card.after.date) == ("2018-05-04", "2021-06-19")
    assert card.resolution_m == pytest.approx(0.5, rel=1e-3)
    assert card.area_m2 == pytest.approx(256 * 256 * 0.25, rel=1e-3)
    assert (card.overlap, card.nodata_share, card.identical, card.warnings) == (1.0, 0.0, False, ())
    assert card.shift.sure
    assert card.shift.pixels < 0.8, "drawn scenes are photographed up to half a pixel apart"


def test_no_common_pixel_is_no_pair(write_raster):
    left, right = (np.full((3, 32, 32), 9, np.uint8) for _ in range(2))
    left[:, :, :16], right[:, :, 16:] = 0, 0
    left[:, :, :2], right[:, :, -2:] = 0, 0
    first = write_raster("l.tif", left - np.uint8(1) * (left > 0), nodata=0)
    second = write_raster("r.tif", right - np.uint8(1) * (right > 0), nodata=0)
    import rasterio

    for path, columns in ((first, slice(0, 16)), (second, slice(16, 32))):
        with rasterio.open(path, "r+") as file:
            pixels = file.read()
            pixels[:, :, columns] = 0
            file.write(pixels)
    with pytest.raises(PairError, match="no valid pixel in common"):
        open_pair(first, second)


def test_identical_images_and_swapped_dates_are_noticed(write_raster):
    late, early = {"TIFFTAG_DATETIME": "2021:01:01 00:00:00"}, {"TIFFTAG_DATETIME": "2019:01:01 00:00:00"}
    pair = open_pair(write_raster("a.tif", tags=late), write_raster("b.tif", tags=early))
    card = inspect(pair)
    told = " ".join(card.warnings)
    assert "identical" in told
    assert "perhaps they are swapped" in told
    assert card.identical


def test_without_a_place_nothing_is_said_in_square_metres(write_raster):
    with pytest.warns(Warning, match="geotransform"):
        first, second = (write_raster(name, crs=None, transform=Affine.identity()) for name in ("a.tif", "b.tif"))
    card = inspect(open_pair(first, second))
    assert (card.crs, card.resolution_m, card.area_m2) == (None, None, None)
    assert any("not in square metres" in warning for warning in card.warnings)


def test_deep_values_are_stretched_alike_for_both_dates(write_raster):
    rng = np.random.default_rng(0)
    deep = rng.integers(500, 3000, (3, 32, 32)).astype(np.uint16)
    pair = open_pair(write_raster("a.tif", deep.copy()), write_raster("b.tif", deep.copy()))
    assert np.array_equal(pair.before, pair.after)
    assert pair.before.dtype == np.uint8
    assert int(pair.before.max()) - int(pair.before.min()) > 200
    assert any("uint16" in note for note in pair.notes)


def test_grey_images_count_as_three_equal_colours(write_raster):
    grey = np.full((1, 32, 32), 70, np.uint8)
    pair = open_pair(write_raster("a.tif", grey.copy()), write_raster("b.tif", grey.copy()))
    assert pair.before.shape == (32, 32, 3)


def test_ten_metre_pixels_are_warned_of(write_raster):
    coarse = {"transform": Affine(10, 0, 620_000, 0, -10, 3_350_000)}
    card = inspect(open_pair(write_raster("a.tif", **coarse), write_raster("b.tif", **coarse)))
    assert any("A pixel is 10 m" in warning for warning in card.warnings)
