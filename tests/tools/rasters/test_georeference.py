import math

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from tools.rasters.georeference import Georeference


def test_pixels_of_web_mercator_shrink_with_latitude():
    # At 60 degrees north a 10 m pixel of EPSG:3857 is about 5 m wide: the naive 100 m² would be four times too much.
    northing = 8_399_737.89
    grid = Georeference("EPSG:3857", Affine(10, 0, 0, 0, -10, northing), 8, 8)
    assert grid.pixel_areas.mean() == pytest.approx(25.1, abs=0.2)
    assert grid.resolution_m == pytest.approx(5.01, abs=0.02)


@given(st.floats(-70, 70), st.floats(-179, 178), st.integers(3, 90), st.integers(3, 90))
@settings(max_examples=30, deadline=None)
def test_pixel_areas_add_up_to_the_geodesic_area_of_the_whole(latitude, longitude, height, width):
    step = 0.0005
    grid = Georeference("EPSG:4326", Affine(step, 0, longitude, 0, -step, latitude), height, width)
    left, bottom, right, top = grid.bounds
    whole, _ = Geod(ellps="WGS84").polygon_area_perimeter([left, right, right, left], [bottom, bottom, top, top])
    assert grid.pixel_areas.shape == (height, width)
    assert grid.pixel_areas.sum() == pytest.approx(abs(whole), rel=2e-5)


def test_a_turned_grid_keeps_its_areas():
    grid = Georeference(
        "EPSG:32614", Affine.translation(620_000, 3_350_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5), 20, 30
    )
    assert grid.pixel_areas == pytest.approx(np.full((20, 30), 0.25), rel=1e-3)
    assert grid.resolution_m == pytest.approx(0.5, rel=1e-3)


def test_places_come_back_in_degrees():
    grid = Georeference("EPSG:32614", Affine(0.5, 0, 500_000, 0, -0.5, 3_350_000), 10, 10)
    longitude, latitude = grid.lonlat(0, 0)
    assert longitude == pytest.approx(-99, abs=1e-6)
    assert latitude == pytest.approx(30.28, abs=0.01)
    assert math.isfinite(longitude)
