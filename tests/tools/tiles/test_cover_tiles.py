"""Land cover on the map: each class in its colour, change in the colour of what came, nothing where nothing is told."""

import io
from collections import Counter

import morecantile
import numpy as np
import pytest
import rasterio
from PIL import Image

from tests.factories.bands import HALF, MEADOW, SOIL, WATER, WOODS, space, stack, write
from tests.factories.class_rasters import pair_of_classes, patches
from tools.catalogue.land_tools import classify_landcover, compare_index, find_zones, land_cover_transitions
from tools.errors import UnknownLayerError
from tools.landcover.spectral_cover import BARE, LOW, TREES
from tools.landcover.spectral_cover import WATER as WATER_CLASS
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.tiles.map_layers import MapLayers
from tools.workspace.run_settings import RunSettings

MERCATOR = morecantile.tms.get("WebMercatorQuad")


@pytest.fixture
def files(tmp_path):
    """Woods, meadow, soil and two fifths of water; later the woods are soil."""
    return (
        write(tmp_path / "2020-06-01.tif", stack(WOODS, MEADOW, SOIL, WATER, WATER)),
        write(tmp_path / "2021-06-01.tif", stack(SOIL, MEADOW, SOIL, WATER, WATER)),
    )


def layers_of(workspace):
    return MapLayers(workspace, workspace.pair())


def drawn(layers, name):
    """How often each colour is shown on the map; None is what is transparent."""
    seen = Counter()
    for tile in MERCATOR.tiles(*layers.grid.bounds, zooms=[layers.grid.zoom]):
        made = layers.measured_tile(name, layers.grid.zoom, tile.x, tile.y)
        if made is not None:
            pixels = np.asarray(Image.open(io.BytesIO(made)).convert("RGBA")).reshape(-1, 4)
            assert set(np.unique(pixels[:, 3])) <= {0, 255}
            seen.update(tuple(int(one) for one in pixel[:3]) if pixel[3] else None for pixel in pixels)
    return seen


def parts(seen):
    """Shares of the colours of what is shown."""
    told = {colour: count for colour, count in seen.items() if colour is not None}
    return {colour: count / sum(told.values()) for colour, count in told.items()}


def test_each_class_is_shown_in_its_own_colour_and_in_no_other(tmp_path, files):
    workspace = space(tmp_path, files)
    classify_landcover(workspace, "before")
    layers = layers_of(workspace)
    assert [one.path.stem for one in layers.measured] == ["landcover-before"]
    shown = parts(drawn(layers, "landcover-before"))
    assert set(shown) == {one.colour for one in (TREES, LOW, BARE, WATER_CLASS)}
    assert shown[WATER_CLASS.colour] == pytest.approx(0.4, abs=0.05)
    assert shown[TREES.colour] == pytest.approx(0.2, abs=0.05)


def test_of_change_only_what_became_another_class_is_shown(tmp_path, files):
    workspace = space(tmp_path, files)
    classify_landcover(workspace, "after")
    land_cover_transitions(workspace)
    layers = layers_of(workspace)
    seen = drawn(layers, "landcover-change")
    assert set(seen) == {None, BARE.colour}
    everything = sum(count for colour, count in drawn(layers, "landcover-after").items() if colour is not None)
    assert seen[BARE.colour] / everything == pytest.approx(0.2, abs=0.05)


def test_what_is_not_known_is_transparent_and_drawn_anew_after_another_choice(tmp_path, files):
    workspace = space(tmp_path, files)
    layers = layers_of(workspace)
    classify_landcover(workspace, "after")
    whole = drawn(layers, "landcover-after")
    view = tmp_path / "out" / "pair1" / "view-landcover-after.tif"
    stamp = view.stat().st_mtime_ns
    drawn(layers, "landcover-after")
    assert view.stat().st_mtime_ns == stamp, "the file that tiles are read from is made once"
    workspace.choose(RunSettings(area_of_interest=HALF))
    assert layers.measured == ()
    with pytest.raises(UnknownLayerError, match="no layer 'landcover-after'"):
        layers.measured_tile("landcover-after", layers.grid.zoom, 0, 0)
    classify_landcover(workspace, "after")
    half = drawn(layers, "landcover-after")
    known = [sum(count for colour, count in seen.items() if colour is not None) for seen in (whole, half)]
    assert known[1] / known[0] == pytest.approx(0.5, abs=0.03)


def test_zones_are_shown_where_something_moved(tmp_path, files):
    workspace = space(tmp_path, files)
    found = find_zones(workspace, 4)
    (came,) = [one.after for one in found.cells if one.before != one.after]
    colours = {entry.label: entry.colour for entry in workspace.artefacts[found.layer].legend}
    assert set(drawn(layers_of(workspace), "zones-4")) == {None, colours[came]}


def test_indices_and_classes_are_read_each_in_their_own_way(tmp_path, files):
    workspace = space(tmp_path, files)
    compare_index(workspace, "ndvi")
    land_cover_transitions(workspace)
    layers = layers_of(workspace)
    assert {one.kind for one in layers.measured} == {"index", "cover"}
    assert {one.kind for one in layers.files} == {"index", "cover", "cover_table", "flow"}
    assert len(parts(drawn(layers, "ndvi-change"))) > 1
    assert len(parts(drawn(layers, "landcover-change"))) == 1


def test_beyond_what_the_map_shows_there_is_no_tile(tmp_path, files):
    workspace = space(tmp_path, files)
    classify_landcover(workspace, "after")
    layers = layers_of(workspace)
    assert layers.measured_tile("landcover-after", 99, 0, 0) is None
    assert layers.measured_tile("landcover-after", -1, 0, 0) is None
    assert layers.measured_tile("landcover-after", layers.grid.zoom, 0, 0) is None


def test_classes_of_images_without_a_place_are_shown_pixel_by_pixel(tmp_path):
    grounds = ((MEADOW, WATER), (WATER, WATER))
    files = [
        write(tmp_path / f"202{n}-06-01.tif", stack(*one), crs=None, transform=None) for n, one in enumerate(grounds)
    ]
    workspace = space(tmp_path, files)
    land_cover_transitions(workspace)
    classify_landcover(workspace, "before")
    layers = layers_of(workspace)

    def tile(name):
        made = layers.measured_tile(name, layers.grid.zoom, 0, 0)
        return np.asarray(Image.open(io.BytesIO(made)).convert("RGBA"))

    before, change = tile("landcover-before"), tile("landcover-change")
    assert tuple(before[20, 10]) == (*LOW.colour, 255)
    assert tuple(before[20, 40]) == (*WATER_CLASS.colour, 255)
    assert tuple(change[20, 10]) == (*WATER_CLASS.colour, 255)
    assert change[20, 40, 3] == before[100, 100, 3] == 0


def test_the_file_that_tiles_are_read_from_has_the_same_classes_and_colours(tmp_path, files):
    workspace = space(tmp_path, files)
    found = classify_landcover(workspace, "before")
    drawn(layers_of(workspace), "landcover-before")
    made = workspace.artefacts[found.layer].path
    with (
        without_gdal_warnings(),
        rasterio.open(made) as plain,
        rasterio.open(made.with_name(f"view-{made.name}")) as view,
    ):
        assert view.crs.to_epsg() == 3857
        assert (view.dtypes, view.nodata, view.colormap(1)) == (plain.dtypes, 0, plain.colormap(1))
        assert set(np.unique(view.read(1))) - {0} == set(np.unique(plain.read(1)))


def test_more_transitions_than_a_table_of_colours_holds_are_not_shown(tmp_path):
    before = patches(*range(1, 18), side=64)
    workspace = pair_of_classes(tmp_path, before, np.roll(before, 8, axis=0))
    found = land_cover_transitions(workspace)
    assert found.changed.pixels
    assert set(drawn(layers_of(workspace), "landcover-change")) == {None}
