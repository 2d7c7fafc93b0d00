"""Indices on the map: shaded where they are known, drawn anew when they are worked out anew."""

import io

import morecantile
import numpy as np
import pytest
from PIL import Image

from tests.factories.bands import FOREST, WATER, space, stack, write
from tools.catalogue.land_tools import compare_index, compute_index
from tools.errors import UnknownLayerError
from tools.tiles.map_layers import SHADES, MapLayers
from tools.workspace.run_settings import RunSettings

MERCATOR = morecantile.tms.get("WebMercatorQuad")


def shown(layers, name):
    """Colours of all pixels of the map that are not transparent."""
    seen = []
    for tile in MERCATOR.tiles(*layers.grid.bounds, zooms=[layers.grid.zoom]):
        drawn = layers.measured_tile(name, layers.grid.zoom, tile.x, tile.y)
        if drawn is not None:
            pixels = np.asarray(Image.open(io.BytesIO(drawn)).convert("RGBA"))
            seen.append(pixels[pixels[..., 3] > 0][:, :3])
    return np.concatenate(seen).astype(int)


def test_less_is_purple_and_more_is_green(tmp_path, two):
    workspace = space(tmp_path, two)
    layers = MapLayers(workspace, workspace.pair())
    assert layers.measured == ()
    with pytest.raises(UnknownLayerError, match="no layer 'ndvi-change' here"):
        layers.measured_tile("ndvi-change", 10, 0, 0)
    compare_index(workspace, "ndvi")
    compute_index(workspace, "ndvi", "before")
    assert {one.path.stem for one in layers.measured} == {"ndvi-change", "ndvi-before"}
    change, before = shown(layers, "ndvi-change"), shown(layers, "ndvi-before")
    white, purple = (np.abs(change - shade).max(1) < 8 for shade in (SHADES[1], SHADES[0]))
    assert 0.15 < purple.mean() < 0.25, "a fifth became a field"
    assert white.mean() > 0.7
    green = before[:, 1] > before[:, 0] + 30
    assert 0.5 < green.mean() < 0.7, "three fifths are forest"
    assert layers.measured_tile("ndvi-change", 99, 0, 0) is None
    assert layers.measured_tile("ndvi-change", layers.grid.zoom, 0, 0) is None


def test_each_is_worked_out_once_and_anew_for_another_area(tmp_path, two):
    workspace = space(tmp_path, two)
    layers = MapLayers(workspace, workspace.pair())
    first = compare_index(workspace, "ndvi")
    assert compare_index(workspace, "NDVI") is first
    whole = shown(layers, "ndvi-change")
    west, south, east, north = layers.grid.bounds
    workspace.choose(RunSettings(area_of_interest=f"{west},{south},{(west + east) / 2},{north}"))
    assert layers.measured == ()
    assert compare_index(workspace, "ndvi").unknown_share > 0.4
    assert len(shown(layers, "ndvi-change")) < 0.7 * len(whole)


def test_unplaced_images_are_shaded_too(tmp_path):
    files = [
        write(tmp_path / f"202{n}-01-01.tif", stack(FOREST, one), crs=None, transform=None)
        for n, one in enumerate((FOREST, WATER))
    ]
    workspace = space(tmp_path, files)
    compare_index(workspace, "ndvi")
    layers = MapLayers(workspace, workspace.pair())
    assert layers.measured_tile("ndvi-change", layers.grid.zoom, 0, 0) is not None
