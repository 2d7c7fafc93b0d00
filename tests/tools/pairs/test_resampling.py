"""Pixels of another size where a person asks for them: the same ground, square, and no way round the refusals."""

import cv2
import numpy as np
import pytest
import rasterio
from affine import Affine
from pyproj import Transformer

from tests.factories.hill_views import LEFT, TOP, assert_same_ground, degrees, write_view
from tools.errors import PairError, ResolutionError
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


@pytest.fixture
def fine(tmp_path):
    """A pair of 0.1 m that lies on one grid."""
    grid = Affine(0.1, 0, LEFT, 0, -0.1, TOP)
    return [write_view(tmp_path / f"{name}.tif", "EPSG:32614", grid, 400, 480) for name in "ab"]


def test_both_dates_come_to_the_pixels_asked_for(fine):
    pair = open_pair(*fine, resample=0.5)
    assert pair.size == (80, 96)
    assert pair.georeference.transform == Affine(0.5, 0, LEFT, 0, -0.5, TOP) or pair.georeference.resolution_m == (
        pytest.approx(0.5, rel=2e-4)
    )
    assert np.array_equal(pair.before, pair.after)
    assert any("resampled to pixels of 0.5 m" in note for note in pair.notes)
    card = inspect(pair)
    assert card.overlap == pytest.approx(1, abs=0.03)
    assert not any("A pixel is" in warning for warning in card.warnings)
    assert any("--resample 0.5" in warning for warning in inspect(open_pair(*fine)).warnings)


def test_what_is_averaged_is_what_lies_there(fine, tmp_path):
    pair = open_pair(*fine, resample=0.5)
    place = pair.georeference
    other = write_view(tmp_path / "truth.tif", place.crs, place.transform, *pair.size)
    with rasterio.open(other) as file:
        truth = np.moveaxis(file.read(), 0, -1).astype(int)
    assert np.abs(pair.before - truth)[1:-1, 1:-1].max() <= 3


def test_degrees_become_square_on_the_ground(tmp_path):
    files = [write_view(tmp_path / f"{name}.tif", "EPSG:4326", degrees(), 160, 200) for name in "ab"]
    card = inspect(open_pair(*files))
    assert not any("wide and" in warning for warning in card.warnings)
    north = [stretched(tmp_path / f"n{name}.tif") for name in "ab"]
    warned = " ".join(inspect(open_pair(*north)).warnings)
    assert "m wide and" in warned
    assert "square with --resample 0.5" in warned
    pair = open_pair(*north, resample=0.5)
    assert pair.georeference.pixel_sides_m == (pytest.approx(0.5, rel=1e-3), pytest.approx(0.5, rel=1e-3))
    assert not any("wide and" in warning for warning in inspect(pair).warnings)


def stretched(path):
    """Pixels of EPSG:4326 at 70 N: a third as wide as high."""
    pixels = np.random.default_rng(3).integers(0, 255, (3, 40, 120), np.uint8).repeat(4, 1).repeat(4, 2)
    shape = {"count": 3, "height": 160, "width": 480, "dtype": "uint8"}
    with rasterio.open(
        path, "w", driver="GTiff", crs="EPSG:4326", transform=Affine(5e-6, 0, 25, 0, -5e-6, 70), **shape
    ) as file:
        file.write(pixels)
    return path


def test_another_grid_and_another_size_are_met_in_one_step(fine, tmp_path):
    other = write_view(tmp_path / "degrees.tif", "EPSG:4326", degrees(), 160, 200)
    pair = open_pair(fine[0], other, resample=0.5)
    assert pair.georeference.crs == "EPSG:32614"
    assert_same_ground(pair, tolerance=6)
    assert not any("brought onto the first one's grid" in note for note in pair.notes)


@pytest.mark.parametrize("metres", [0, -1, 0.001, 400, float("nan"), float("inf")])
def test_pixels_that_cannot_be_made_are_refused(fine, metres):
    with pytest.raises(PairError, match=r"choose from 0\.005 to 40 m"):
        open_pair(*fine, resample=metres)


def test_pixels_so_large_that_nothing_is_left_are_refused(fine):
    with pytest.raises(PairError, match="share only"):
        open_pair(*fine, resample=20)


def test_without_a_place_nothing_tells_how_large_a_pixel_is(tmp_path):
    for name in "ab":
        cv2.imwrite(str(tmp_path / f"{name}.png"), np.ones((32, 32, 3), np.uint8))
    with pytest.raises(PairError, match="leave out --resample"):
        open_pair(tmp_path / "a.png", tmp_path / "b.png", resample=0.5)


def test_making_ten_metres_small_shows_no_house_and_is_refused(tmp_path, eyes):
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:32614", always_xy=True).transform(-97, 30)
    files = []
    for name in "ab":
        pixels = np.random.default_rng(1).integers(0, 255, (3, 64, 64), np.uint8)
        files.append(tmp_path / f"{name}.tif")
        shape = {"count": 3, "height": 64, "width": 64, "dtype": "uint8"}
        with rasterio.open(
            files[-1], "w", driver="GTiff", crs="EPSG:32614", transform=Affine(10, 0, x, 0, -10, y), **shape
        ) as file:
            file.write(pixels)
    space = Workspace(tmp_path / "work", lambda: eyes, settings=RunSettings(resample=1.0))
    pair = space.open(*files)
    assert pair.size in [(639, 639), (640, 640)], "a pixel of UTM is not quite 10 m on the ground"
    assert any("One image has pixels of 10 m" in warning for warning in space.card(pair).warnings)
    with pytest.raises(ResolutionError, match="A pixel is 10 m"):
        space.change(pair)
