"""Square metres, metres and places against pyproj: outlines drawn densely on the ellipsoid, without our own code."""

import math
import tempfile
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from mci_model.prediction import Window
from tests.tools.drawn_maps import DrawnBy, DrawnPair, DrawnScene
from tools.change.make_map import make_map
from tools.inference.interpret import SceneCaption
from tools.inference.parts import STEPS, UNKNOWN
from tools.outputs import vectors
from tools.pairs.pair import open_pair
from tools.rasters.blocks import blocks
from tools.rasters.georeference import Georeference

GEOD = Geod(ellps="WGS84")
SAID = SceneCaption("", Window(0, 0, 16, 16), 0.9)
METRE_OF_LATITUDE = 1 / 111_320
"""Degrees."""


@dataclass(frozen=True)
class Place:
    """A CRS, a place in degrees, and how wide pixels of half a metre are there, in the units of the CRS."""

    crs: str
    longitude: float
    latitude: float
    step: float = 0.5
    turned: float = 0.0
    """Degrees by which the grid is turned."""

    def grid(self, height: int, width: int) -> Georeference:
        """A grid with its middle here."""
        x, y = Transformer.from_crs("EPSG:4326", self.crs, always_xy=True).transform(self.longitude, self.latitude)
        middle = Affine.translation(x, y) @ Affine.rotation(self.turned)
        transform = middle @ Affine.scale(self.step, -self.step) @ Affine.translation(-width / 2, -height / 2)
        return Georeference(self.crs, transform, height, width)


def mercator(longitude, latitude):
    return Place("EPSG:3857", longitude, latitude, 0.5 / math.cos(math.radians(latitude)))


def degrees(longitude, latitude):
    return Place("EPSG:4326", longitude, latitude, 0.5 * METRE_OF_LATITUDE)


NAMED = {
    "UTM in the mid of its zone": Place("EPSG:32633", 15.0, 48.0),
    "UTM beyond the rim of its zone": Place("EPSG:32633", 19.5, 60.0),
    "UTM south, across the 180th meridian": Place("EPSG:32760", 180.0, -17.0),
    "degrees at 60 north": degrees(10.7, 60.0),
    "degrees at 80 north": degrees(15.0, 80.0),
    "degrees beyond 180": degrees(180.0, -17.0),
    "web mercator at 60 north": mercator(10.7, 60.0),
    "polar north": Place("EPSG:3413", 15.0, 78.0),
    "polar south": Place("EPSG:3031", 166.7, -77.8),
    "US feet": Place("EPSG:2263", -73.9, 40.7, 1.64),
    "equal area": Place("EPSG:3035", 24.9, 60.2),
    "turned by 30 degrees": Place("EPSG:32614", -97.7, 30.3, turned=30.0),
}


@st.composite
def places(draw):
    """Somewhere on land or sea, in one of the CRS that hold there, turned or not."""
    longitude, latitude = draw(st.floats(-180, 180)), draw(st.floats(-83.5, 83.5))
    zone = min(60, int((longitude + 180) // 6) + 1)
    turned = draw(st.sampled_from([0.0, 0.0, 17.0, 90.0]))
    fitting = [
        Place(f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}", longitude, latitude, turned=turned),
        degrees(longitude, latitude),
        mercator(longitude, latitude),
    ]
    if abs(latitude) > 60:
        fitting.append(Place("EPSG:3413" if latitude > 0 else "EPSG:3031", longitude, latitude, turned=turned))
    return draw(st.sampled_from(fitting))


Box = tuple[int, int, int, int]
"""Top, left, bottom, right, the last two exclusive, in pixels."""
HEIGHT, WIDTH, DARK = 90, 140, 20
"""Of the maps; so many columns at the right hold no data."""


@st.composite
def boxes(draw):
    """Up to four rectangles, each in a quarter of its own, none touching another or what holds no data."""
    found = []
    for top, left in ((0, 0), (0, 60), (45, 0), (45, 60)):
        if not found or draw(st.booleans()):
            height, width = draw(st.integers(3, 44)), draw(st.integers(3, 58))
            top += draw(st.integers(0, 44 - height))
            left += draw(st.integers(0, 58 - width))
            found.append((top, left, top + height, left + width))
    return found


FOUR = [(0, 0, 44, 3), (10, 70, 13, 118), (50, 5, 80, 50), (70, 90, 90, 110)]


def outline(grid, box):
    """Longitudes and latitudes around a rectangle of pixels, each edge in 64 steps."""
    top, left, bottom, right = box
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    walk = np.concatenate([np.linspace(a, b, 64, endpoint=False) for a, b in pairwise(corners)])
    a, b, c, d, e, f = grid.transform[:6]
    xs, ys = a * walk[:, 0] + b * walk[:, 1] + c, d * walk[:, 0] + e * walk[:, 1] + f
    return Transformer.from_crs(grid.crs, "EPSG:4326", always_xy=True).transform(xs, ys)


def truth(grid, box):
    """Square metres and metres around, on WGS 84."""
    area, around = GEOD.polygon_area_perimeter(*outline(grid, box))
    return abs(area), around


def map_of(grid, drawn):
    """The map on which these rectangles changed and the columns at the right hold no data."""
    label = np.zeros((grid.height, grid.width), np.uint8)
    for number, (top, left, bottom, right) in enumerate(drawn):
        label[top:bottom, left:right] = 1 + number % 2
    classes = label.copy()
    classes[:, -DARK:] = UNKNOWN
    sure = (label > 0) * np.uint8(STEPS)
    not_told = np.full_like(sure, UNKNOWN)
    layers = np.stack([classes, sure * (label == 1), sure * (label == 2), sure, not_told, 0 * sure, 0 * sure])
    scene = DrawnScene(layers, DrawnPair(label.shape, grid))
    with tempfile.TemporaryDirectory() as folder:
        found = make_map(scene, SAID, DrawnBy(), Path(folder) / "objects.tif")
        return found, vectors.outlines(found)


def assert_measured(place, drawn):
    """Areas within a thousandth, lengths within five, of what pyproj says of the outlines."""
    grid = place.grid(HEIGHT, WIDTH)
    found, table = map_of(grid, drawn)
    assert {thing.box for thing in found.found} == set(drawn)
    rows = table.set_index("id")
    for thing in found.found:
        area, around = truth(grid, thing.box)
        assert thing.area_m2 == pytest.approx(area, rel=1e-3)
        assert rows["area_m2"][thing.id] == thing.area_m2
        assert rows["perimeter_m"][thing.id] == pytest.approx(around, rel=5e-3)
    assert found.valid_area_m2 == pytest.approx(truth(grid, (0, 0, HEIGHT, WIDTH - DARK))[0], rel=1e-3)


@pytest.mark.parametrize("name", NAMED)
def test_objects_and_valid_ground_measure_what_the_ellipsoid_says(name):
    assert_measured(NAMED[name], FOUR)


@pytest.mark.slow
@given(places(), boxes())
@settings(max_examples=25, deadline=None)
def test_objects_and_valid_ground_measure_so_anywhere(place, drawn):
    assert_measured(place, drawn)


@pytest.mark.parametrize("name", NAMED)
def test_a_scene_of_many_kilometres_measures_so_everywhere(name):
    grid = NAMED[name].grid(16_000, 24_000)
    assert grid.area == pytest.approx(truth(grid, (0, 0, 16_000, 24_000))[0], rel=1e-5)
    rng = np.random.default_rng(2)
    rows, columns = rng.integers(0, 16_000 - 64, 20), rng.integers(0, 24_000 - 64, 20)
    around = [truth(grid, (row, column, row + 64, column + 64))[0] for row, column in zip(rows, columns, strict=True)]
    assert grid.areas_at(rows + 32, columns + 32) == pytest.approx(np.array(around) / 64**2, rel=1e-3)


SIDE = 7.0
"""Of the squares, metres."""
DULL, BRIGHT = 30.0, 200.0
SPOTS = [(east, north) for east in (-52, -17, 3, 44) for north in (-38, 5, 31)]
"""Of the squares' centres, about so many metres from the middle."""
VIEWS = {
    "mid latitude": ("EPSG:32633", 14.2, 48.1),
    "southern hemisphere": ("EPSG:32719", -70.6, -33.4),
    "far north, at the rim of its zone": ("EPSG:32633", 18.9, 69.6),
}


def covered(extent, start, step, low, high):
    """Share of each of `extent` pixels, along one axis, that lies between two coordinates."""
    edges = start + step * np.arange(extent + 1)
    left, right = np.minimum(edges[:-1], edges[1:]), np.maximum(edges[:-1], edges[1:])
    return np.clip((np.minimum(right, high) - np.maximum(left, low)) / abs(step), 0, 1)


@pytest.fixture
def squares(tmp_path):
    """Writes two dates, the later one in degrees with bright squares; the paths and the squares' centres."""

    def write(crs, longitude, latitude, metres):
        x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(longitude, latitude)
        profile = {"driver": "GTiff", "count": 3, "dtype": "uint8"}
        pixels = np.full((3, 200, 260), int(DULL), np.uint8)
        pixels[:, 90:110, 120:130] = int(BRIGHT)
        place = {"crs": crs, "transform": Affine(0.5, 0, x - 65, 0, -0.5, y + 50), "height": 200, "width": 260}
        with rasterio.open(tmp_path / "before.tif", "w", **profile, **place) as file:
            file.write(pixels)
        east, north = METRE_OF_LATITUDE / math.cos(math.radians(latitude)), METRE_OF_LATITUDE
        # The later date reaches less far to the west and the north, so that the grid of the pair begins elsewhere.
        height, width = round(130 / metres), round(180 / metres)
        left, top = longitude - 61.3 * east, latitude + 40.7 * north
        picture = np.full((height, width), DULL)
        centres = [(longitude + e * east, latitude + n * north) for e, n in SPOTS]
        for lon, lat in centres:
            across = covered(width, left, metres * east, lon - SIDE / 2 * east, lon + SIDE / 2 * east)
            down = covered(height, top, -metres * north, lat - SIDE / 2 * north, lat + SIDE / 2 * north)
            picture += (BRIGHT - DULL) * np.outer(down, across)
        place = {"crs": "EPSG:4326", "transform": Affine(metres * east, 0, left, 0, -metres * north, top)}
        with rasterio.open(tmp_path / "after.tif", "w", **profile, **place, height=height, width=width) as file:
            file.write(np.stack([picture.round().astype(np.uint8)] * 3))
        box = [(lon + a * SIDE / 2 * east, lat + b * SIDE / 2 * north) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        ground = abs(GEOD.polygon_area_perimeter(*zip(*box, strict=True))[0])
        return tmp_path / "before.tif", tmp_path / "after.tif", centres, ground

    return write


def read_in_windows(pair, side):
    """The later date and where it is known, put together from windows."""
    after, valid = np.zeros((*pair.size, 3), np.uint8), np.zeros(pair.size, bool)
    with pair.reading() as reader:
        for window in blocks(pair.size, side):
            part = reader.read(window)
            after[window.slices], valid[window.slices] = part.after, part.valid
    return after, valid


@pytest.mark.parametrize("metres", [0.5, 0.25, 1.0])
@pytest.mark.parametrize("view", VIEWS)
def test_squares_at_known_degrees_come_to_lie_where_pyproj_says(squares, view, metres):
    crs = VIEWS[view][0]
    before, after, centres, ground = squares(*VIEWS[view], metres)
    pair = open_pair(before, after)
    assert pair.size[0] < 200
    assert pair.size[1] < 260
    picture, valid = read_in_windows(pair, 60)
    grid = pair.georeference
    assert (grid.crs, grid.transform.a, grid.transform.e) == (crs, 0.5, -0.5)
    rows, columns = np.nonzero(pair.before[..., 0] > DULL)
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(*VIEWS[view][1:])
    marked = columns.mean() + 0.5, rows.mean() + 0.5
    assert grid.transform @ marked == pytest.approx((x - 2.5, y), abs=1e-6), "the mark of the earlier date"
    for centre in centres:
        x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(*centre)
        column, row = (x - grid.transform.c) / 0.5, (grid.transform.f - y) / 0.5
        top, left = round(row) - 13, round(column) - 13
        around = slice(top, top + 26), slice(left, left + 26)
        assert valid[around].all()
        light = (picture[around].mean(-1) - DULL) / (BRIGHT - DULL)
        rows, columns = np.mgrid[top : top + 26, left : left + 26] + 0.5
        found = (light * columns).sum() / light.sum(), (light * rows).sum() / light.sum()
        assert math.dist(found, (column, row)) < 0.1
        assert light.sum() * 0.25 == pytest.approx(ground, rel=0.01)


@pytest.mark.parametrize("name", ["UTM beyond the rim of its zone", "equal area", "turned by 30 degrees"])
@pytest.mark.parametrize("metres", [0.05, 0.01])
def test_pixels_of_a_drone_are_measured_too(name, metres):
    place = NAMED[name]
    coarse = truth(place.grid(100, 100), (0, 0, 100, 100))[0]
    scale = metres / 0.5
    grid = replace(place, step=place.step * scale).grid(100, 100)
    assert grid.area == pytest.approx(coarse * scale**2, rel=1e-3)
    assert grid.pixel_areas == pytest.approx(np.full((100, 100), coarse * scale**2 / 1e4), rel=1e-3)


def test_a_later_date_in_degrees_is_whole_across_the_180th_meridian(squares):
    before, after, _, _ = squares("EPSG:32760", 180.0, -17.0, 0.5)
    assert open_pair(before, after).valid.mean() > 0.95


def test_places_are_told_between_minus_180_and_180():
    grid = NAMED["degrees beyond 180"].grid(90, 140)
    assert grid.lonlat(139, 0)[0] == pytest.approx(-180 + 69 * 0.5 * METRE_OF_LATITUDE, abs=1e-6)
