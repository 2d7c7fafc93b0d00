"""Maps of change in memory: what the exported files hold, with the grid on which it lies."""

import builtins
from dataclasses import replace

import numpy as np
import pytest
import rasterio

from mci_model.prediction import Window
from tools.errors import ExtraMissingError, WindowError
from tools.outputs import arrays
from tools.outputs.arrays import read_arrays
from tools.rasters.png import write_png
from tools.runs.exports import write
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace


def read(workspace, window=None):
    pair = workspace.pair()
    return read_arrays(workspace.change(pair), workspace.seen(pair), window)


@pytest.fixture
def pixels_only(tmp_path, eyes):
    """A pair without a CRS, on which one building appeared."""
    rng = np.random.default_rng(3)
    picture = rng.integers(60, 200, (96, 128, 3), np.uint8)
    eyes.label = np.zeros((96, 128), np.uint8)
    eyes.label[10:20, 30:50] = 2
    files = [tmp_path / "before.png", tmp_path / "after.png"]
    for path in files:
        write_png(path, picture)
    space = Workspace(tmp_path / "work", lambda: eyes)
    space.open(*files)
    return space


def test_arrays_hold_what_the_exported_files_hold(workspace):
    found, pair = read(workspace), workspace.pair()
    with rasterio.open(write(workspace, pair, "geotiff").path) as file:
        assert np.array_equal(found.classes, file.read(1))
        assert (found.transform, found.crs) == (file.transform, file.crs.to_string())
        assert found.bounds == tuple(file.bounds)
    with rasterio.open(write(workspace, pair, "probability").path) as file:
        assert np.allclose(found.probability, file.read() * file.scales[0], atol=1e-6)
    assert found.units == "metre"
    assert found.valid.all()
    assert (found.classes == 2).sum() == sum(obj.pixels for obj in workspace.change(pair).of("building")) > 0


def test_a_window_is_that_part_of_the_whole_and_knows_its_place(workspace):
    whole, part = read(workspace), read(workspace, Window(40, 100, 60, 30))
    assert np.array_equal(part.classes, whole.classes[40:100, 100:130])
    assert np.array_equal(part.probability, whole.probability[:, 40:100, 100:130])
    assert part.transform @ (0, 0) == whole.transform @ (100, 40)
    left, bottom, right, top = part.bounds
    assert (right - left, top - bottom) == (15.0, 30.0)


def test_blocks_make_no_difference(workspace, monkeypatch):
    whole = read(workspace)
    monkeypatch.setattr(arrays, "LABEL_BLOCK", 100)
    again = read(workspace)
    assert np.array_equal(whole.classes, again.classes)
    assert np.array_equal(whole.probability, again.probability)


def test_outside_of_the_area_of_interest_nothing_is_known(workspace):
    left, bottom, _, top = workspace.pair().georeference.bounds
    workspace.choose(RunSettings(area_of_interest=f"{left},{bottom},{left + 50},{top}@EPSG:32614"))
    found = read(workspace)
    assert np.array_equal(found.valid, np.broadcast_to(np.arange(256) < 100, (256, 256)))
    assert (found.classes[~found.valid] == 255).all()
    assert np.isnan(found.probability[:, ~found.valid]).all()
    assert not np.isnan(found.probability[:, found.valid]).any()


def test_without_a_crs_coordinates_are_pixels_that_fit_the_outlines(pixels_only):
    found, outline = read(pixels_only), pixels_only.outlines(pixels_only.pair()).geometry[0]
    assert (found.crs, found.units, found.bounds) == (None, "pixel", (0, -96, 128, 0))
    rows, columns = np.nonzero(found.classes == 2)
    left, top = found.transform @ (columns.min(), rows.min())
    right, bottom = found.transform @ (columns.max() + 1, rows.max() + 1)
    assert outline.bounds == (left, bottom, right, top)
    assert read(pixels_only, Window(10, 30, 10, 20)).bounds == (30, -20, 50, -10)


@pytest.mark.parametrize("window", [(-1, 0, 5, 5), (0, 0, 257, 5), (250, 0, 7, 5), (0, 0, 0, 5), (0, 252, 5, 5)])
def test_a_window_must_lie_within_the_images(workspace, window):
    with pytest.raises(WindowError, match=f"top {window[0]}, left {window[1]}.*within the 256 x 256 px"):
        read(workspace, Window(*window))


def test_more_than_fits_is_not_read_at_once(workspace, monkeypatch):
    monkeypatch.setattr(arrays, "MAX_PIXELS", 5_000)
    with pytest.raises(WindowError, match="256 x 256 px are more than the 5,000 px that are read at once; give a win"):
        read(workspace)
    assert read(workspace, Window(0, 0, 50, 100)).classes.shape == (50, 100)


def test_as_xarray_pixels_lie_at_their_centres_and_keep_crs_and_mask(workspace):
    found = read(workspace)
    array = found.to_xarray()
    assert array.dims == ("y", "x")
    assert np.array_equal(array.values, found.classes)
    row, column = np.argwhere(found.classes == 2)[0]
    assert (array.x.values[column], array.y.values[row]) == found.transform @ (column + 0.5, row + 0.5)
    assert array.attrs["crs"] == "EPSG:32614"
    assert array.attrs["transform"] == tuple(found.transform)[:6]
    assert array.spatial_ref.attrs["GeoTransform"] == "623000.0 0.5 0.0 3350000.0 0.0 -0.5"
    assert rasterio.crs.CRS.from_wkt(array.spatial_ref.attrs["crs_wkt"]).to_epsg() == 32614
    assert array.encoding["grid_mapping"] == "spatial_ref"
    assert array.valid.values.all()


def test_probabilities_as_xarray_are_named_by_class(workspace):
    found = read(workspace)
    array = found.to_xarray("probability")
    assert array.dims == ("band", "y", "x")
    assert np.array_equal(array.sel(band="building").values, found.probability[1])
    assert float(array.sel(band="building").values[found.classes == 2].min()) > 0.9


def test_without_a_crs_xarray_has_pixel_axes_and_no_crs(pixels_only):
    array = read(pixels_only).to_xarray()
    assert "crs" not in array.attrs
    assert list(array.y.values[:2]) == [-0.5, -1.5]
    assert array.x.attrs["units"] == "pixel"


def test_on_a_rotated_grid_xarray_has_no_axes(workspace):
    from affine import Affine

    found = read(workspace)
    turned = replace(found, transform=found.transform @ Affine.rotation(30)).to_xarray()
    assert set(turned.coords) == {"valid", "spatial_ref"}
    assert turned.attrs["transform"] == tuple(found.transform @ Affine.rotation(30))[:6]


def test_without_xarray_a_sentence_says_what_to_install(workspace, monkeypatch):
    found, real = read(workspace), builtins.__import__

    def missing(name, *arguments, **named):
        if name == "xarray":
            raise ImportError(name)
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(ExtraMissingError, match=r"DataArrays need an extra: pip install 'terradelta\[xarray\]'\."):
        found.to_xarray()
