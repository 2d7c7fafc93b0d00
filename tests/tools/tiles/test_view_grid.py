"""The grid of a map on a screen: whole pixels of Web Mercator tiles, around all of a pair, wherever it lies."""

import math

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from tests.tools.drawn_maps import DrawnPair
from tools.rasters.georeference import Georeference
from tools.tiles.view_grid import TILE, view_grid

AROUND = 2 * math.pi * 6_378_137
"""Metres around the equator: the width of the Web Mercator square."""


def placed_pair(crs, lon, lat, size=(200, 300), metres=0.5, turned=0.0):
    """A pair whose top left corner lies there, its top turned by so many degrees."""
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat)
    lies = Affine.translation(x, y) @ Affine.rotation(turned) @ Affine.scale(metres, -metres)
    return DrawnPair(size, Georeference(crs, lies, *size))


@st.composite
def utm_pairs(draw):
    zone, lat = draw(st.integers(1, 60)), draw(st.floats(-79.5, 84))
    lon = 6 * zone - 183 + draw(st.floats(-1.5, 1.5))
    size = draw(st.tuples(st.integers(1, 3000), st.integers(1, 3000)))
    crs = f"EPSG:{326 if lat >= 0 else 327}{zone:02d}"
    return placed_pair(crs, lon, lat, size, draw(st.floats(0.1, 3)), draw(st.floats(0, 360)))


def rim(pair, steps=8):
    """Longitudes and latitudes of the corners, and of places along the edges."""
    (height, width), along = pair.size, np.linspace(0, 1, steps + 1)
    none, whole = np.zeros_like(along), np.ones_like(along)
    columns = np.concatenate([along, along, none, whole]) * width
    rows = np.concatenate([none, whole, along, along]) * height
    return list(zip(*pair.georeference.lonlats(columns, rows), strict=True))


def tile_at(lon, lat, zoom):
    """Column and row of the tile over a place, by the formula that every web map uses."""
    column = (lon + 180) / 360 * 2**zoom
    row = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom
    return math.floor(column), math.floor(row)


@settings(deadline=None)
@given(utm_pairs())
def test_tiles_of_its_zoom_level_begin_on_whole_pixels(pair):
    grid = view_grid(pair)
    assert grid.placed
    assert grid.transform.a == pytest.approx(AROUND / TILE / 2**grid.zoom, rel=1e-9)
    for corner in ((0, 0), (grid.width, grid.height)):
        west, south, east, north = grid.bounds
        lon, lat = (west, north) if corner == (0, 0) else (east, south)
        assert grid.pixel(lon, lat) == pytest.approx(corner, abs=1e-3)
        sides = grid.tile(grid.zoom, *tile_at(lon, lat, grid.zoom))
        assert sides == pytest.approx([round(side) for side in sides], abs=1e-3)
        assert sides[2] - sides[0] == pytest.approx(TILE)
        assert sides[3] - sides[1] == pytest.approx(TILE)


@pytest.mark.slow
@settings(deadline=None)
@given(utm_pairs())
def test_bounds_hold_all_of_the_pair_and_little_more(pair):
    grid = view_grid(pair)
    west, south, east, north = grid.bounds
    for lon, lat in rim(pair):
        assert west - 1e-9 <= lon <= east + 1e-9
        assert south - 1e-9 <= lat <= north + 1e-9
    columns, rows = np.transpose([grid.pixel(*place) for place in rim(pair)])
    loose = 2 + 0.03 * max(grid.width, grid.height)  # the zone's grid lies up to 1.5 degrees askew
    assert columns.min() < loose
    assert rows.min() < loose
    assert columns.max() > grid.width - loose
    assert rows.max() > grid.height - loose


@pytest.mark.parametrize(
    ("crs", "lon", "lat"), [("EPSG:32633", 14, 72), ("EPSG:32733", 14, -70), ("EPSG:3035", 25, 65)]
)
def test_edges_that_bend_on_the_map_lie_within_bounds_too(crs, lon, lat):
    pair = placed_pair(crs, lon, lat, (2000, 3000), metres=30)
    grid = view_grid(pair)
    columns, rows = np.transpose([grid.pixel(*place) for place in rim(pair, steps=50)])
    assert -0.5 <= columns.min() < columns.max() <= grid.width + 0.5
    assert -0.5 <= rows.min() < rows.max() <= grid.height + 0.5


@settings(deadline=None)
@given(utm_pairs(), st.floats(0, 1), st.floats(0, 1), st.integers(0, 4))
def test_a_place_lies_in_the_tile_over_it(pair, across, down, finer):
    grid = view_grid(pair)
    lon, lat = pair.georeference.lonlat(across * pair.size[1], down * pair.size[0])
    for zoom in {grid.least_zoom, grid.zoom, grid.zoom + finer}:
        left, top, right, bottom = grid.tile(zoom, *tile_at(lon, lat, zoom))
        column, row = grid.pixel(lon, lat)
        assert left - 1e-3 <= column <= right + 1e-3
        assert top - 1e-3 <= row <= bottom + 1e-3
        assert right - left == pytest.approx(TILE * 2.0 ** (grid.zoom - zoom))


def test_very_fine_images_can_be_enlarged():
    pair = placed_pair("EPSG:32633", 15, 50, metres=0.01)
    grid = view_grid(pair)
    zoom, place = grid.zoom + 4, pair.georeference.lonlat(150, 100)
    left, top, right, bottom = grid.tile(zoom, *tile_at(*place, zoom))
    column, row = grid.pixel(*place)
    assert left <= column <= right == left + 16
    assert top <= row <= bottom == top + 16


@settings(deadline=None)
@given(utm_pairs())
def test_a_tile_is_its_four_quarters(pair):
    grid = view_grid(pair)
    zoom = grid.zoom
    column, row = tile_at(*rim(pair)[0], zoom)
    left, top, right, bottom = grid.tile(zoom, column, row)
    for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
        middle = (left + right) / 2, (top + bottom) / 2
        quarter = (left, middle[0], right)[x], (top, middle[1], bottom)[y]
        assert grid.tile(zoom + 1, 2 * column + x, 2 * row + y)[:2] == pytest.approx(quarter, abs=1e-3)


@settings(deadline=None)
@given(utm_pairs())
def test_at_its_least_zoom_level_the_whole_is_about_a_tile(pair):
    grid = view_grid(pair)
    longest = max(grid.width, grid.height) / 2 ** (grid.zoom - grid.least_zoom)
    assert longest <= TILE
    assert grid.least_zoom == grid.zoom or longest > TILE / 2


@pytest.mark.parametrize("lat", [0, 37, 60, 84])
def test_pixels_are_about_as_large_as_those_of_the_images(lat):
    pair = placed_pair("EPSG:32633", 15, lat)
    grid = view_grid(pair)
    ground = grid.transform.a * math.cos(math.radians(lat))
    assert 0.5 / 1.5 < ground < 0.5 * 1.5


@pytest.mark.parametrize(
    ("size", "turned", "coarser"),
    [((1500, 2000), 0, 1.5), ((1500, 2000), 45, 1.5), ((100, 3000), 0, 1.5), ((100, 3000), 45, 3)],
)
def test_images_that_lie_askew_keep_their_detail(size, turned, coarser):
    grid = view_grid(placed_pair("EPSG:32633", 15, 40, size, turned=turned))
    assert grid.transform.a * math.cos(math.radians(40)) < coarser * 0.5
    assert grid.width * grid.height < 9 * size[0] * size[1]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:2154", "EPSG:32631"])
def test_any_crs_is_placed(crs):
    metres = 5e-6 if crs == "EPSG:4326" else 0.5
    pair = placed_pair(crs, 3.1, 46.2, metres=metres)
    grid = view_grid(pair)
    assert grid.placed
    assert grid.pixel(3.1, 46.2) == pytest.approx((0, 0), abs=6)


@pytest.mark.parametrize("size", [(60, 80), (700, 1000), (200, 300), (300, 5000)])
def test_without_a_place_the_pixels_are_the_pairs_own(size):
    grid = view_grid(DrawnPair(size, None))
    height, width = size
    assert (grid.placed, grid.width, grid.height) == (False, width, height)
    assert grid.bounds == (0, height, width, 0)
    assert grid.pixel(12.25, 7.5) == (12.25, 7.5)
    assert grid.tile(grid.zoom, 0, 0) == (0, 0, TILE, TILE)
    assert grid.tile(grid.zoom, 3, 2) == (3 * TILE, 2 * TILE, 4 * TILE, 3 * TILE)
    assert grid.tile(grid.zoom + 2, 1, 0) == (TILE / 4, 0, TILE / 2, TILE / 4)
    assert 0 <= grid.least_zoom <= grid.zoom


@pytest.mark.parametrize(
    ("crs", "lon", "lat", "metres"),
    [
        ("EPSG:3413", -45, 88, 0.5),
        ("EPSG:3413", -45, 90, 0.5),
        ("EPSG:3031", 20, -89, 30),
        ("EPSG:3031", 20, -85.2, 30),
        ("EPSG:32660", 179.999, 10, 0.5),
        ("EPSG:32701", -179.999, -17, -0.5),
    ],
    ids=["north", "pole", "south", "too far south", "antimeridian", "antimeridian from the east"],
)
def test_what_web_mercator_cannot_show_whole_keeps_its_own_pixels(crs, lon, lat, metres):
    pair = placed_pair(crs, lon, lat, metres=metres)
    grid = view_grid(pair)
    assert not grid.placed
    assert (grid.width, grid.height) == (300, 200)
    assert grid.transform == Affine.identity()
