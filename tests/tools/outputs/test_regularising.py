"""Outlines with right angles: near the pixels' ones, in the same place, and only of buildings."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from affine import Affine
from pyproj import Transformer
from shapely import affinity

from tools.outputs.regularising import regularised
from tools.rasters.georeference import Georeference

PLACE = Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)


def stairs(angle, side=30):
    """The outline, along pixels, of a square house that stands at an angle; in pixels."""
    house = affinity.rotate(shapely.box(20, 20, 20 + side, 20 + 0.6 * side), angle)
    columns, rows = np.meshgrid(np.arange(80), np.arange(80))
    inside = shapely.contains_xy(house, columns + 0.5, rows + 0.5)
    return shapely.union_all([shapely.box(x, y, x + 1, y + 1) for y, x in zip(*np.nonzero(inside), strict=True)]), house


def table(*shapes, names, crs="EPSG:32614", place=PLACE):
    drawn = gpd.GeoDataFrame({"id": range(1, len(shapes) + 1), "class": list(names)}, geometry=list(shapes))
    moved = drawn.geometry.affine_transform([place.a, place.b, place.d, place.e, place.c, place.f])
    return drawn.set_geometry(moved, crs=crs), crs and Georeference(crs, place, 80, 80)


def likeness(one, other):
    return one.intersection(other).area / one.union(other).area


@pytest.mark.parametrize("angle", [0, 17, 33, 60])
def test_stairs_become_a_few_straight_walls(angle):
    rough, house = stairs(angle)
    drawn, grid = table(rough, names=["building"])
    (outline,) = regularised(drawn, grid).geometry
    truth = affinity.affine_transform(house, [PLACE.a, PLACE.b, PLACE.d, PLACE.e, PLACE.c, PLACE.f])
    assert likeness(outline, truth) > 0.85
    walls = np.diff(np.array(outline.simplify(0.01).exterior.coords), axis=0)
    assert len(walls) <= 8
    assert angle == 0 or len(rough.exterior.coords) > 30
    directions = np.degrees(np.arctan2(walls[:, 1], walls[:, 0]))
    assert np.abs((directions - directions[0] + 45) % 90 - 45).max() < 2, "right angles"


def test_only_buildings_are_straightened_and_rows_stay_in_order():
    rough, _ = stairs(20)
    road, _ = stairs(35)
    drawn, grid = table(rough, road, names=["building", "road"])
    done = regularised(drawn, grid)
    assert list(done["id"]) == [1, 2]
    assert list(done["regularised"]) == [True, False]
    assert done.geometry[1].equals(drawn.geometry[1])
    assert not done.geometry[0].equals(drawn.geometry[0])


def test_what_it_would_bend_too_far_keeps_its_outline():
    ring = shapely.Point(40, 40).buffer(30).difference(shapely.Point(40, 40).buffer(29))
    drawn, grid = table(ring, names=["building"])
    done = regularised(drawn, grid)
    assert not done["regularised"][0]
    assert likeness(done.geometry[0], drawn.geometry[0]) == pytest.approx(1)


def test_in_degrees_angles_are_right_on_the_ground():
    rough, _ = stairs(25)
    longitude, latitude = Transformer.from_crs("EPSG:32633", "EPSG:4326", always_xy=True).transform(500_000, 7_000_000)
    place = Affine(1e-5, 0, longitude, 0, -4.5e-6, latitude)  # about half a metre each way at 63 N
    drawn, grid = table(rough, names=["building"], crs="EPSG:4326", place=place)
    done = regularised(drawn, grid)
    assert done.crs.to_epsg() == 4326
    outline = done.to_crs("EPSG:32633").geometry[0].simplify(0.01)
    points = np.array(outline.exterior.coords)
    walls = np.diff(points, axis=0)
    angles = np.degrees(np.arctan2(walls[:, 1], walls[:, 0])) % 90
    assert np.ptp(np.angle(np.exp(4j * np.radians(angles)))) < 0.2


def test_without_a_place_pixels_are_the_measure():
    rough, house = stairs(33)
    drawn, grid = table(rough, names=["building"], crs=None, place=Affine.scale(1, -1))
    done = regularised(drawn, grid)
    assert done.crs is None
    assert likeness(done.geometry[0], affinity.scale(house, 1, -1, origin=(0, 0))) > 0.85


def test_nothing_is_nothing():
    drawn, grid = table(names=[])
    assert regularised(drawn, grid).empty
