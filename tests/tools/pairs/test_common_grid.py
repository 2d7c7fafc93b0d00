"""The later date is brought onto the grid of the earlier one: what is read there is what lies there."""

import cv2
import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from mci_model.prediction import Window
from tests.factories.hill_views import LEFT, TOP, assert_same_ground, degrees, write_view
from tools.errors import PairError
from tools.pairs.common_grid import common_grid
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.rasters.opener import open_source


@pytest.fixture
def utm(tmp_path):
    return write_view(tmp_path / "utm.tif", "EPSG:32614", Affine(0.5, 0, LEFT, 0, -0.5, TOP), 160, 200)


def test_degrees_come_onto_metres_where_they_lie(utm, tmp_path):
    other = write_view(tmp_path / "degrees.tif", "EPSG:4326", degrees(), 160, 200)
    pair = open_pair(utm, other)
    assert pair.georeference.crs == "EPSG:32614"
    assert_same_ground(pair)
    told = " ".join(pair.notes)
    assert "from EPSG:4326 to EPSG:32614" in told
    assert "Only the overlap is judged" in told


@pytest.mark.parametrize("metres", [0.25, 0.8, 1.5])
def test_other_pixel_sizes_come_onto_the_first_ones(utm, tmp_path, metres):
    grid = Affine(metres, 0, LEFT + 10, 0, -metres, TOP - 10)
    pair = open_pair(utm, write_view(tmp_path / "b.tif", "EPSG:32614", grid, round(60 / metres), round(80 / metres)))
    assert_same_ground(pair, tolerance=7)
    assert any(f"from pixels of {metres:.3g} m to 0.5 m" in note for note in pair.notes)


def test_a_turned_grid_is_turned_back(utm, tmp_path):
    turned = Affine.translation(LEFT + 20, TOP - 12) @ Affine.rotation(-7) @ Affine.scale(0.5, -0.5)
    assert_same_ground(open_pair(utm, write_view(tmp_path / "b.tif", "EPSG:32614", turned, 90, 100)))


def test_a_south_up_grid_is_turned_over(utm, tmp_path):
    over = Affine(0.5, 0, LEFT + 5, 0, 0.5, TOP - 60)
    assert_same_ground(open_pair(utm, write_view(tmp_path / "b.tif", "EPSG:32614", over, 80, 100)))


@given(row=st.integers(-60, 120), column=st.integers(-90, 150))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whole_pixels_apart_nothing_is_resampled(utm, tmp_path, row, column):
    grid = Affine(0.5, 0, LEFT + 0.5 * column, 0, -0.5, TOP - 0.5 * row)
    pair = open_pair(utm, write_view(tmp_path / "b.tif", "EPSG:32614", grid, 90, 120))
    assert np.array_equal(pair.before, pair.after)
    rows = min(160, row + 90) - max(0, row)
    columns = min(200, column + 120) - max(0, column)
    assert pair.size == (rows, columns)
    assert pair.georeference.transform @ (0, 0) == pytest.approx((LEFT + 0.5 * max(0, column), TOP - 0.5 * max(0, row)))


def test_equal_numbers_in_two_zones_are_two_places(write_raster):
    with pytest.raises(PairError, match=r"a\.tif and b\.tif cover different ground"):
        open_pair(write_raster(), write_raster("b.tif", crs="EPSG:32615"))


def test_a_few_common_pixels_are_too_few(utm, tmp_path):
    grid = Affine(0.5, 0, LEFT + 0.5 * 195, 0, -0.5, TOP)
    with pytest.raises(PairError, match="share only 5 x 160 px"):
        open_pair(utm, write_view(tmp_path / "b.tif", "EPSG:32614", grid, 160, 200))


def test_an_image_inside_the_other_is_all_that_is_judged(utm, tmp_path):
    grid = Affine(0.5, 0, LEFT + 20, 0, -0.5, TOP - 20)
    card = inspect(open_pair(utm, write_view(tmp_path / "b.tif", "EPSG:32614", grid, 40, 50)))
    assert card.overlap == pytest.approx(40 * 50 / (160 * 200))
    assert card.bounds == (LEFT + 20, TOP - 40, LEFT + 45, TOP - 20)
    assert card.area_m2 == pytest.approx(500, rel=2e-3)


def test_sizes_that_differ_without_a_place_cannot_be_brought_together(tmp_path):
    first, second = tmp_path / "a.png", tmp_path / "b.png"
    for path, height in ((first, 32), (second, 40)):
        cv2.imwrite(str(path), np.ones((height, 32, 3), np.uint8))
    with pytest.raises(PairError, match=r"a\.png is 32 x 32 px and b\.png is 32 x 40 px"):
        open_pair(first, second)


def test_nodata_stays_nodata_when_it_is_warped(utm, tmp_path):
    path = write_view(tmp_path / "b.tif", "EPSG:4326", degrees(), 160, 200, nodata=0)
    with rasterio.open(path, "r+") as file:
        pixels = file.read()
        pixels[:, :, :100] = 0
        file.write(pixels)
    pair = open_pair(utm, path)
    assert 0.4 < pair.valid.mean() < 0.6
    assert_known = pair.after[pair.valid]
    assert assert_known.min() > 20, "no black of the missing half bleeds into what is known"


def test_grids_within_a_fiftieth_of_a_pixel_are_one(write_raster):
    nudged = Affine(0.5, 0, LEFT + 0.005, 0, -0.5, TOP)
    grid = common_grid(open_source(write_raster()), open_source(write_raster("b.tif", transform=nudged)))
    assert grid.second == grid.first
    assert grid.notes == ()


def write(path, pixels, crs, transform, nodata=None):
    shape = {"height": pixels.shape[1], "width": pixels.shape[2], "count": 3, "dtype": "uint8"}
    with rasterio.open(path, "w", driver="GTiff", crs=crs, transform=transform, nodata=nodata, **shape) as file:
        file.write(pixels)
    return path


@pytest.mark.parametrize("nodata", [None, 0])
def test_a_warped_date_is_the_same_in_whatever_windows_it_is_read(tmp_path, nodata):
    rng, left, top = np.random.default_rng(1), 750_000.0, 5_000_000.0
    pixels = rng.integers(1, 255, (3, 700, 900), dtype=np.uint8)
    before = write(tmp_path / "a.tif", pixels, "EPSG:32633", Affine(0.5, 0, left, 0, -0.5, top))
    longitude, latitude = Transformer.from_crs("EPSG:32633", "EPSG:4326", always_xy=True).transform(left, top)
    place = Affine(6.4e-6, 0, longitude, 0, -4.5e-6, latitude)
    pair = open_pair(before, write(tmp_path / "b.tif", pixels, "EPSG:4326", place, nodata=nodata))
    for window in (Window(0, 0, 300, 300), Window(170, 192, 256, 450)):
        with pair.reading() as reader:
            part = reader.read(window)
        assert np.array_equal(part.after, pair.after[window.slices])


@pytest.mark.parametrize("turned", [30, 90])
def test_a_date_that_lies_turned_stays_sharp(tmp_path, turned):
    rng = np.random.default_rng(1)
    write(tmp_path / "a.tif", np.full((3, 400, 500), 99, np.uint8), "EPSG:32633", Affine(0.5, 0, 500_000, 0, -0.5, 5e6))
    noise = cv2.GaussianBlur(rng.normal(0, 1, (1400, 1400)), (0, 0), 1.2)
    noise = np.clip(128 + noise / noise.std() * 40, 1, 255).astype(np.uint8)
    place = Affine.translation(500_125, 5e6 - 100) @ Affine.rotation(turned) @ Affine.scale(0.5, -0.5)
    place = place @ Affine.translation(-700, -700)
    write(tmp_path / "b.tif", np.stack([noise] * 3), "EPSG:32633", place, nodata=None)
    pair = open_pair(tmp_path / "a.tif", tmp_path / "b.tif")
    m = ~place @ pair.georeference.transform
    matrix = np.array([[m.a, m.b, m.c + (m.a + m.b - 1) / 2], [m.d, m.e, m.f + (m.d + m.e - 1) / 2]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    expected = cv2.warpAffine(noise.astype(np.float32), matrix, pair.size[::-1], flags=flags)
    off = (pair.after[..., 0] - expected)[5:-5, 5:-5]
    assert np.sqrt((off**2).mean()) < 1.5, "grey values of bilinear interpolation"
