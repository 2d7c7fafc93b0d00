"""Tiles of a map on a screen, held against geometry: each pixel's position is computed anew here."""

import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from pyproj import Transformer

from mci_model.prediction import Ground, Window
from tests.factories.predictors import KnownMaskPredictor
from tests.tools.drawn_maps import drawn_map
from tools.change.change_map import UNKNOWN_OBJECT, ObjectFilter
from tools.errors import RasterError, RoomError, UnknownLayerError
from tools.outputs.overlay import OTHER, PALETTE, UNKNOWN
from tools.outputs.vectors import outline, outlines
from tools.tiles.map_layers import LAYERS, MAX_ZOOMED, MapLayers
from tools.workspace.run_settings import RunSettings
from tools.workspace.workspace import Workspace

HALF = math.pi * 6_378_137
"""Metres from the middle of the Web Mercator square to its edge."""
SIZE = (200, 300)
GRIDS = {
    "utm": ("EPSG:32614", Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)),
    "askew": (
        "EPSG:32733",
        Affine.translation(400_000, 6_200_000) @ Affine.rotation(25) @ Affine.scale(0.5, -0.5),
    ),
    "polar": ("EPSG:3413", Affine(0.5, 0, 1_000, 0, -0.5, -1_000)),
    "pixels": None,
}
NONE = RunSettings()
POND = np.s_[150:180, 60:100]


@dataclass
class Shown:
    """A pair and its map, and what truly is where."""

    workspace: Workspace
    layers: MapLayers
    eyes: KnownMaskPredictor

    @property
    def grid(self):
        return self.layers.grid

    @property
    def pair(self):
        return self.layers.pair

    @property
    def found(self):
        return self.workspace.change(self.pair)

    def where(self, obj):
        """A place as the map tells it."""
        return obj.lonlat if self.grid.placed else obj.centre

    def tiles(self, zoom):
        """Columns and rows of the tiles that the pair's bounds need."""
        left, low, right, high = self.grid.bounds
        if self.grid.placed:
            corners = _web(np.array([left, right]), np.array([high, low]), zoom)
        else:
            corners = np.array([left, right]), np.array([high, low])
            corners = [sides * 2.0 ** (zoom - self.grid.zoom) / 256 for sides in corners]
        (first, last), (above, below) = [(math.floor(a + 1e-6), math.ceil(b - 1e-6)) for a, b in corners]
        return [(column, row) for row in range(above, below) for column in range(first, last)]

    def places(self, zoom, column, row):
        """Columns and rows of the pair, as the files have them, at the centres of a tile's pixels.

        Of levels beyond the map's own, at the centres of its own pixels.
        """
        times = 2 ** max(0, zoom - self.grid.zoom)
        centres = (np.arange(256) // times + 0.5) * times
        across, down = np.meshgrid(centres, centres)
        if not self.grid.placed:
            step = 2.0 ** (self.grid.zoom - zoom)
            return (256 * column + across) * step, (256 * row + down) * step
        step = 2 * HALF / 256 / 2**zoom
        xs, ys = (256 * column + across) * step - HALF, HALF - (256 * row + down) * step
        there = self.pair.georeference
        xs, ys = Transformer.from_crs("EPSG:3857", there.crs, always_xy=True).transform(xs, ys)
        back = ~there.transform
        return back.a * xs + back.b * ys + back.c, back.d * xs + back.e * ys + back.f

    def seen(self, layer, zoom):
        """All tiles of a zoom level with the places of their pixels: (4, n) colours and opacity, columns, rows."""
        tiles = [(place, picture(self.layers.tile(layer, zoom, *place))) for place in self.tiles(zoom)]
        drawn = [(shown, *self.places(zoom, *place)) for place, shown in tiles if shown is not None]
        colours = np.concatenate([shown.reshape(-1, 4).T.astype(int) for shown, _, _ in drawn], axis=1)
        columns, rows = (np.concatenate([one[number].ravel() for one in drawn]) for number in (1, 2))
        return colours, columns, rows


def _web(lon, lat, zoom):
    """Columns and rows of tiles, by the formula that every web map uses."""
    column = (lon + 180) / 360 * 2**zoom
    return column, (1 - np.arcsinh(np.tan(np.radians(lat))) / math.pi) / 2 * 2**zoom


def picture(png):
    """(h, w, 4) RGB and opacity."""
    if png is None:
        return None
    assert png[:4] == b"\x89PNG"
    return cv2.cvtColor(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED), cv2.COLOR_BGRA2RGBA)


def drawn_label(size=SIZE):
    label = np.zeros(size, np.uint8)
    label[20:40, 30:60] = 2
    label[150:160, 282:292] = 2  # in the last tile of a picture without a place
    label[100:140, 100:140], label[108:132, 108:132] = 1, 0  # a ring
    label[60:64, 200:290] = 1
    label[170:173, 20:23], label[173:176, 23:26] = 2, 2  # two squares that touch at a corner
    label[0:6, 0:9] = 2  # at the edge
    return label


def colours_of(date, columns, rows):
    """What the images show at places in pixels: colours that change slowly."""
    red, green = 40 + 0.5 * columns, 60 + 0.7 * rows
    return np.stack([red, green, np.full_like(red, 90 if date == "before" else 180)])


@pytest.fixture
def shown(tmp_path, request):
    def make(kind, label=None, blank=None, size=SIZE):
        label = drawn_label(size) if label is None else label
        rows, columns = np.mgrid[: size[0], : size[1]] + 0.5
        for date in ("before", "after"):
            pixels = colours_of(date, columns, rows).round().astype(np.uint8)
            if blank is not None:
                pixels[:, *blank] = 0
            write(tmp_path / f"{date}.{'tif' if GRIDS[kind] else 'png'}", pixels, GRIDS[kind], blank is not None)
        changed = np.zeros(size, np.float32)
        changed[POND] = 0.9
        eyes = KnownMaskPredictor(label, ground=Ground(changed, np.zeros((2, *size), np.uint8)))
        space = Workspace(tmp_path / "work", lambda: eyes)
        pair = space.open(*(tmp_path / f"{date}.{'tif' if GRIDS[kind] else 'png'}" for date in ("before", "after")))
        return Shown(space, MapLayers(space, pair), eyes)

    return make


def write(path, pixels, grid, declared):
    if grid is None:
        cv2.imwrite(str(path), cv2.cvtColor(pixels.transpose(1, 2, 0), cv2.COLOR_RGB2BGR))
        return
    place = {"crs": grid[0], "transform": grid[1], "nodata": 0 if declared else None}
    shape = {"count": 3, "height": pixels.shape[1], "width": pixels.shape[2], "dtype": "uint8"}
    with rasterio.open(path, "w", driver="GTiff", **place, **shape) as file:
        file.write(pixels)


def inside(columns, rows, margin=0.0, size=SIZE):
    """Whether places lie in the pair, by at least so many pixels."""
    height, width = size
    across = (columns >= margin) & (columns < width - margin)
    return across & (rows >= margin) & (rows < height - margin)


def truth(classes, columns, rows, slack=0.3):
    """Class at each place, and whether it is the same within `slack` of a pixel, so that rounding does not matter."""
    at = []
    for dx, dy in ((0, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)):
        x, y = np.floor(columns + dx * slack).astype(int), np.floor(rows + dy * slack).astype(int)
        here = inside(x, y, size=classes.shape)
        at.append(np.where(here, classes[np.where(here, y, 0), np.where(here, x, 0)], 0))
    return at[0], np.all([one == at[0] for one in at], axis=0)


@pytest.mark.parametrize("kind", GRIDS)
@pytest.mark.parametrize("date", ["before", "after"])
def test_dates_show_the_colours_of_the_images_where_they_lie_and_nothing_elsewhere(shown, kind, date):
    here = shown(kind)
    for zoom in (here.grid.zoom, here.grid.zoom + 1):
        colours, columns, rows = here.seen(date, zoom)
        deep, within, out = inside(columns, rows, 25), inside(columns, rows, 1.5), ~inside(columns, rows, -1.5)
        assert within.sum() > 0.5 * np.prod(SIZE)
        off = np.abs(colours[:3] - colours_of(date, columns, rows))
        assert off[:, deep].max() < 8, "JPEG is a little off"
        assert off[:, within].max() < 48, "and a little more along the rim"
        assert off[:, within].mean() < 3
        assert (colours[3, within] == 255).all()
        assert out.any()
        assert (colours[3, out] == 0).all()
    assert here.eyes.looks == 0, "images can be looked at before anything is looked for"


@pytest.mark.parametrize("kind", GRIDS)
@pytest.mark.parametrize("layer", ["building", "road", "any"])
def test_classes_are_coloured_exactly_where_the_map_has_them(shown, kind, layer):
    here = shown(kind)
    found = here.found.other if layer == "any" else here.found
    classes, wanted = found.classes(found.whole), {"road": 1, "building": 2, "any": 3}[layer]
    assert (classes == wanted).sum() > 100
    for zoom in (here.grid.zoom, here.grid.zoom + 1):
        colours, columns, rows = here.seen(layer, zoom)
        expected, sure = truth(classes, columns, rows)
        assert np.array_equal(colours[3, sure] > 0, expected[sure] == wanted)
        coloured = colours[:, colours[3] > 0]
        assert set(map(tuple, coloured.T)) <= {(*(PALETTE | {"any": OTHER})[layer], 255)}


@pytest.mark.slow
@pytest.mark.parametrize("kind", GRIDS)
def test_tiles_of_a_zoom_level_together_show_every_object(shown, kind):
    here = shown(kind)
    assert len(here.found.objects) == 6
    for zoom in (here.grid.zoom, here.grid.zoom + 2):
        hit = np.zeros(SIZE, bool)
        for layer in ("building", "road"):
            colours, columns, rows = here.seen(layer, zoom)
            painted = (colours[3] > 0) & inside(columns, rows)
            hit[rows[painted].astype(int), columns[painted].astype(int)] = True
        numbers = here.found.ids(here.found.whole)
        assert set(np.unique(numbers[hit])) >= {obj.id for obj in here.found.objects}


@pytest.mark.parametrize("kind", ["utm", "pixels"])
def test_an_objects_centre_lies_on_its_colour(shown, kind):
    here = shown(kind)
    zoom, obj = here.grid.zoom, here.found.objects[1]
    assert obj.object_class == "building"
    if kind == "utm":
        column, row = _web(*np.array(obj.lonlat), zoom)
    else:
        column, row = np.array(obj.centre) / 256
    tile = picture(here.layers.tile("building", zoom, math.floor(column), math.floor(row)))
    assert tuple(tile[int(row % 1 * 256), int(column % 1 * 256)]) == (*PALETTE["building"], 255)


@pytest.mark.parametrize("size", [(200, 300), (30, 1400), (900, 40), (700, 1000)])
def test_pictures_of_any_shape_are_shown_to_their_ends(shown, size):
    label = np.zeros(size, np.uint8)
    label[-9:, -9:] = 2
    here = shown("pixels", label, size=size)
    for zoom in range(here.grid.least_zoom, here.grid.zoom + 1):
        for layer, least in (("after", 0.9 * np.prod(size)), ("building", 40)):
            colours, columns, rows = here.seen(layer, zoom)
            step = 2 ** (here.grid.zoom - zoom)
            assert (colours[3] > 0).sum() * step**2 > least
            ends = columns[colours[3] > 0].max(), rows[colours[3] > 0].max()
            assert ends == pytest.approx((size[1], size[0]), abs=2 * step)


@pytest.mark.parametrize("kind", GRIDS)
@pytest.mark.parametrize("layer", LAYERS)
def test_where_the_pair_shows_nothing_there_is_no_tile(shown, kind, layer):
    here = shown(kind, size=(40, 60))
    zoom, (column, row) = here.grid.zoom, here.tiles(here.grid.zoom)[-1]
    assert here.layers.tile(layer, zoom, column, row)
    for place in (
        (99, 0, 0),
        (-1, 0, 0),
        (zoom + MAX_ZOOMED + 1, column, row),
        (zoom, -1, row),
        (zoom, column, -1),
        (zoom, column + 2, row),
        (zoom, column, row + 2),
        (zoom, 2**zoom, row),
        (zoom, column, 10**30),
        (zoom, -(10**30), 10**30),
        (10**30, 10**30, 10**30),
    ):
        assert here.layers.tile(layer, *place) is None


def test_levels_from_one_tile_to_several_times_enlarged_can_be_seen(shown):
    here = shown("utm", size=(600, 800), label=drawn_label((600, 800)))
    levels = range(here.grid.least_zoom, here.grid.zoom + MAX_ZOOMED + 1)
    assert len(levels) > MAX_ZOOMED + 1
    for zoom in levels:
        column, row = _web(*here.pair.georeference.lonlat(400, 300), zoom)
        tile = picture(here.layers.tile("after", zoom, math.floor(column), math.floor(row)))
        assert tile.shape == (256, 256, 4)
        assert (tile[..., 3] == 255).any()


def test_there_are_no_other_layers(shown):
    here = shown("pixels")
    for name in ("probability", "../before", "", "BEFORE"):
        with pytest.raises(UnknownLayerError, match="choose from before, after, building, road, any, unknown"):
            here.layers.tile(name, 0, 0, 0)


@pytest.mark.parametrize("kind", GRIDS)
def test_at_its_own_centre_an_object_is_found(shown, kind):
    here = shown(kind)
    numbers = here.found.ids(here.found.whole)
    told = {obj: here.layers.at(*here.where(obj)) for obj in here.found.objects}
    around = {
        obj: numbers[int(row) - 1 : int(row) + 2, int(column) - 1 : int(column) + 2]
        for obj in told
        for column, row in [obj.centre]
    }
    solid = [obj for obj in told if (around[obj] == obj.id).all()]
    assert len(solid) == 4
    assert all(told[obj] == obj for obj in solid)
    hollow = [obj for obj in told if (around[obj] == 0).all()]
    assert [obj.object_class for obj in hollow] == ["road"]
    assert told[hollow[0]] is None, "a ring's centre is not on it"


@pytest.mark.parametrize("kind", ["utm", "pixels"])
def test_elsewhere_there_is_no_object(shown, kind):
    here = shown(kind)
    grid = here.pair.georeference
    empty = [(100, 90), (299.9, 199.9), (-5, 20), (310, 30), (20, -9)]
    places = empty if grid is None else [grid.lonlat(*place) for place in empty]
    nowhere = [(float("nan"), 1.0), (15.0, 95.0), (1e9, 1e9), (-1e9, 0.0), (float("inf"), 0.0), (0.0, -90.0)]
    for place in places + nowhere:
        assert here.layers.at(*place) is None


@pytest.mark.parametrize("kind", ["askew", "pixels"])
def test_another_choice_is_shown_without_looking_again(shown, kind):
    here = shown(kind)
    zoom = here.grid.zoom
    few = next(obj for obj in here.found.objects if obj.pixels == 18)
    assert here.layers.at(*here.where(few) if kind == "pixels" else here.pair.georeference.lonlat(21.5, 171.5))
    before = here.seen("building", zoom)[0][3].sum()
    looks = here.eyes.looks
    here.workspace.choose(RunSettings(min_area=90 if kind == "pixels" else 22.5))
    assert len(here.found.objects) == 4
    assert here.layers.at(*here.where(few)) is None
    colours, columns, rows = here.seen("building", zoom)
    assert 0 < colours[3].sum() < before
    expected, sure = truth(here.found.classes(here.found.whole), columns, rows)
    assert np.array_equal(colours[3, sure] > 0, expected[sure] == 2)
    here.workspace.choose(NONE)
    assert here.seen("building", zoom)[0][3].sum() == before
    assert here.eyes.looks == looks


@pytest.mark.parametrize("kind", ["utm", "askew", "polar"])
def test_what_holds_no_data_is_shown_as_unknown(shown, kind):
    blank = np.s_[80:130, 90:190]
    here = shown(kind, blank=blank)
    gone = np.zeros(SIZE, np.uint8)
    gone[blank] = 1
    for zoom in (here.grid.zoom, here.grid.zoom + 1):
        colours, columns, rows = here.seen("unknown", zoom)
        expected, sure = truth(gone, columns, rows)
        assert np.array_equal(colours[3, sure] > 0, expected[sure] == 1)
        assert (colours[:3, colours[3] > 0].T == UNKNOWN).all()
        colours, columns, rows = here.seen("after", zoom)
        expected, sure = truth(gone, columns, rows, slack=1.5)
        assert (colours[3, sure & (expected == 1)] == 0).all(), "nothing is made up there"
    there = here.pair.georeference
    place = (100, 100) if kind == "polar" else there.lonlat(100, 100)
    assert here.layers.at(*place) is None


def test_where_all_is_known_nothing_is_grey(shown):
    here = shown("askew")
    assert (here.seen("unknown", here.grid.zoom)[0][3] == 0).all()


@pytest.mark.parametrize("kind", ["utm", "pixels"])
def test_outside_an_area_of_interest_nothing_is_known(shown, kind):
    here = shown(kind)
    zoom = here.grid.zoom
    whole = here.seen("road", zoom)[0][3].sum()
    looks = here.eyes.looks
    box = "620010,3349930,620080,3349995@EPSG:32614" if kind == "utm" else "20,10,160,140"
    here.workspace.choose(RunSettings(area_of_interest=box))
    asked = np.ones(SIZE, np.uint8)
    asked[10:140, 20:160] = 0
    colours, columns, rows = here.seen("unknown", zoom)
    expected, sure = truth(asked, columns, rows)
    assert np.array_equal(colours[3, sure] > 0, expected[sure] == 1)
    assert {obj.object_class for obj in here.found.objects} == {"building", "road"}
    for layer, wanted in (("building", 2), ("road", 1)):
        colours, columns, rows = here.seen(layer, zoom)
        expected, sure = truth(np.where(asked, 0, drawn_label()), columns, rows)
        assert np.array_equal(colours[3, sure] > 0, expected[sure] == wanted)
    here.workspace.choose(NONE)
    assert here.seen("road", zoom)[0][3].sum() == whole, "each area has tiles of its own"
    assert here.eyes.looks == looks


def test_threads_that_ask_at_once_get_what_one_gets(shown):
    here = shown("askew")
    assert here.found.objects
    wanted = [(layer, here.grid.zoom + 1, *place) for layer in LAYERS for place in here.tiles(here.grid.zoom + 1)]
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(lambda one: here.layers.tile(*one), wanted))
    assert at_once == [here.layers.tile(*one) for one in wanted]
    assert here.eyes.looks == 1


@pytest.mark.slow
def test_files_for_the_map_are_written_once_and_whole_with_overviews(shown):
    here = shown("utm", size=(600, 800), label=drawn_label((600, 800)))
    for layer in LAYERS:
        here.seen(layer, here.grid.zoom)
    files = {path: path.stat().st_mtime_ns for path in here.workspace.folder.rglob("view-*.tif")}
    assert {path.name for path in files} == {
        "view-before.tif",
        "view-after.tif",
        "view-objects.tif",
        "view-other.tif",
    }
    for path in files:
        with rasterio.open(path) as file:
            assert file.crs.to_epsg() == 3857
            assert file.overviews(1)
            assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    again = MapLayers(here.workspace, here.pair)
    assert again.tile("before", here.grid.zoom, *here.tiles(here.grid.zoom)[0])
    here.workspace.choose(RunSettings(min_area=5))
    here.seen("building", here.grid.zoom)
    assert {path: path.stat().st_mtime_ns for path in here.workspace.folder.rglob("view-*.tif")} == files
    assert not list(here.workspace.folder.rglob(".*"))


def test_a_map_that_takes_more_room_than_there_is_is_refused_before_anything_is_written(shown):
    here = shown("utm")
    asked = []

    def room():
        asked.append(1)
        return 100_000

    layers = MapLayers(here.workspace, here.pair, room)
    with pytest.raises(RoomError, match=r"would take \d+ MB for a while, and 0 MB are left; open a smaller part"):
        layers.tile("before", here.grid.zoom, *here.tiles(here.grid.zoom)[0])
    assert asked == [1]
    assert not list(here.workspace.folder.rglob("*view-*"))


def test_an_image_that_was_replaced_is_told_and_leaves_no_file(shown, tmp_path):
    here = shown("utm")
    (tmp_path / "after.tif").write_bytes(b"no image")
    with pytest.raises(RasterError, match=r"after\.tif"):
        here.layers.tile("after", here.grid.zoom, *here.tiles(here.grid.zoom)[0])
    assert not list(here.workspace.folder.rglob("*view-*"))


def test_without_a_place_an_outline_holds_the_objects_pixels(tmp_path):
    found = drawn_map(tmp_path, drawn_label(), georeferenced=False)
    for obj in found.objects:
        shape = outline(found, obj)
        top, left, bottom, right = obj.box
        assert shape.is_valid
        assert shape.area == obj.pixels
        assert shape.bounds == (left, top, right, bottom), "rows are counted downwards"
    assert outline(found, found.objects[1]).area == 600


def test_an_outline_in_degrees_is_that_of_the_table(tmp_path):
    found = drawn_map(tmp_path, drawn_label())
    table = outlines(found).to_crs("EPSG:4326").set_index("id")
    assert len(table) == len(found.objects) == 6
    for obj in found.objects:
        shape = outline(found, obj)
        assert shape.equals(table.geometry[obj.id])
        if obj.pixels == 600:
            assert shape.covers(shapely.Point(obj.lonlat))


def test_an_outline_is_drawn_of_one_object_where_boxes_overlap(tmp_path):
    label = np.zeros((40, 40), np.uint8)
    label[5:30, 5:30], label[10:25, 10:25] = 1, 0
    label[14:20, 14:20] = 2  # within the ring
    found = drawn_map(tmp_path, label, georeferenced=False)
    ring, house = found.objects
    assert outline(found, ring).area == ring.pixels == 400
    assert outline(found, house).area == house.pixels == 36


def test_numbers_are_told_as_classes_of_what_counts(tmp_path):
    valid = np.ones(SIZE, bool)
    valid[80:90, 250:] = False
    found = drawn_map(tmp_path, drawn_label(), valid=valid).filtered(ObjectFilter(min_area=20))
    numbers = found.ids(found.whole)
    kept = numbers.copy()
    classes = found.to_classes(numbers)
    assert classes.dtype == np.uint8
    assert np.array_equal(classes, found.classes(found.whole))
    assert np.array_equal(numbers, kept), "what is asked about stays as it was"
    assert (classes[80:90, 250:] == 255).all()
    assert (classes[170:176, 20:26] == 0).all(), "too small to count"
    assert (classes[20:40, 30:60] == 2).all()
    road = next(obj for obj in found.objects if obj.object_class == "road")
    told = found.to_classes(np.array([[0, road.id], [UNKNOWN_OBJECT, 0]], np.uint32))
    assert told.tolist() == [[0, 1], [255, 0]]
    assert found.to_classes(found.ids(Window(30, 40, 2, 3))).tolist() == [[2] * 3] * 2


def test_what_changed_is_known_once_it_was_looked_for(shown):
    here = shown("utm")
    space, pair = here.workspace, here.pair
    assert space.known_change(pair) is None
    assert here.eyes.looks == 0
    found = space.change(pair)
    assert space.known_change(pair) == found
    space.choose(RunSettings(min_area=100.0))
    known = space.known_change(pair)
    assert known.object_filter == ObjectFilter(100.0)
    assert 0 < len(known.objects) < len(found.objects)
    space.choose(RunSettings(area_of_interest="620010,3349930,620080,3349995@EPSG:32614"))
    assert space.known_change(pair) is None, "there, nothing was counted yet"
    assert here.eyes.looks == 1


FIRST = """
import sys
from pathlib import Path
from tools.tiles.map_layers import MapLayers
from tools.workspace.workspace import Workspace

space = Workspace(Path(sys.argv[1]), lambda: None)
layers = MapLayers(space, space.open(Path(sys.argv[2]), Path(sys.argv[3])))
print(len(layers.tile(sys.argv[4], layers.grid.zoom, 0, 0)))
"""


@pytest.mark.slow
@pytest.mark.parametrize("date", ["before", "after"])
def test_the_first_tile_of_a_process_is_drawn_for_images_without_a_place(shown, tmp_path, date):
    here = shown("pixels")
    files = [str(source.path) for source in here.pair.sources]
    # Whatever was opened before may have let GDAL take in drivers that are kept shut at the start.
    done = subprocess.run(
        [sys.executable, "-c", FIRST, str(tmp_path / "new"), *files, date], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 1000
