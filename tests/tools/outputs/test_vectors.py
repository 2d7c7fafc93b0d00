"""Objects as GIS programs read them, against the raster they come from."""

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from pyproj import Geod

from tests.tools.drawn_maps import drawn_map
from tools.change.change_map import ObjectFilter
from tools.outputs import vectors


@pytest.fixture
def label():
    drawn = np.zeros((60, 80), np.uint8)
    drawn[5:15, 5:25] = 2
    drawn[20:40, 30:50], drawn[25:35, 35:45] = 1, 0  # a ring
    drawn[50:53, 60:63], drawn[53:56, 63:66] = 2, 2  # two squares that touch at a corner
    return drawn


def test_polygons_are_the_objects(label, tmp_path, monkeypatch):
    found = drawn_map(tmp_path, label)
    whole = vectors.outlines(found)
    assert list(whole["id"]) == [1, 2, 3]
    assert list(whole["class"]) == ["road", "building", "building"]
    assert whole.geometry.is_valid.all()
    assert list(whole.area / 0.25) == [300, 200, 18]
    assert whole.geometry[0].interiors
    assert whole["perimeter_m"][1] == pytest.approx(30, rel=1e-3)
    assert whole["area_m2"][1] == pytest.approx(50, rel=1e-3)
    monkeypatch.setattr(vectors, "LABEL_BLOCK", 7)
    assert vectors.outlines(found).geom_equals(whole).all(), "seams between blocks leave no trace"


def test_files_open_where_they_belong(label, tmp_path):
    found = drawn_map(tmp_path, label)
    table = vectors.outlines(found)
    vectors.write_gpkg(tmp_path / "o.gpkg", table)
    vectors.write_geojson(tmp_path / "o.geojson", table)
    vectors.write_csv(tmp_path / "o.csv", table)
    packed, degrees = gpd.read_file(tmp_path / "o.gpkg"), gpd.read_file(tmp_path / "o.geojson")
    assert packed.crs.to_epsg() == 32614
    assert list(packed.area / 0.25) == [300, 200, 18]
    assert degrees.crs.to_epsg() == 4326
    earth = Geod(ellps="WGS84")
    for outline, area in zip(degrees.geometry, degrees["area_m2"], strict=True):
        assert abs(earth.geometry_area_perimeter(outline)[0]) == pytest.approx(area, rel=0.01)
    rows = pd.read_csv(tmp_path / "o.csv")
    assert list(rows.columns) == list(vectors.COLUMNS)
    assert rows["longitude"][1] == pytest.approx(found.objects[1].lonlat[0])


def test_without_a_place_outlines_lie_on_the_picture(label, tmp_path):
    table = vectors.outlines(drawn_map(tmp_path, label, georeferenced=False))
    assert table.crs is None
    assert tuple(table.geometry[1].bounds) == (5, -15, 25, -5)
    assert table["perimeter_m"].isna().all()
    vectors.write_gpkg(tmp_path / "o.gpkg", table)
    assert len(gpd.read_file(tmp_path / "o.gpkg")) == 3


def test_what_does_not_count_is_not_written(label, tmp_path):
    found = drawn_map(tmp_path, label)
    assert list(vectors.outlines(found.filtered(ObjectFilter(min_area=40)))["id"]) == [1, 2]
    nothing = vectors.outlines(found.filtered(ObjectFilter(min_area=4000)))
    for name, write in (("o.gpkg", vectors.write_gpkg), ("o.geojson", vectors.write_geojson)):
        write(tmp_path / name, nothing)
        assert gpd.read_file(tmp_path / name).empty


def test_files_of_two_processes_are_equal_byte_by_byte_but_for_the_time(label, tmp_path, monkeypatch):
    """Names of half-written files hold the number of the process: none may come into what they become."""
    table = vectors.outlines(drawn_map(tmp_path, label))
    contents = []
    for process in (1001, 1002):
        monkeypatch.setattr("tools.atomic_files.os.getpid", lambda number=process: number)
        for name, write in (("a.gpkg", vectors.write_gpkg), ("a.geojson", vectors.write_geojson)):
            write(tmp_path / name, table)
        time = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
        contents.append((time.sub(b"", (tmp_path / "a.gpkg").read_bytes()), (tmp_path / "a.geojson").read_bytes()))
    assert contents[0] == contents[1]
    assert b'"name": "a"' in contents[0][1]


def test_other_change_is_listed_after_buildings_and_roads_with_its_cover(label, tmp_path):
    plain = vectors.outlines(drawn_map(tmp_path, label))
    assert list(plain.columns[:-1]) == list(vectors.COLUMNS)
    whole = np.zeros((256, 256), np.uint8)
    whole[5:15, 5:25] = 2
    likely = np.zeros((256, 256))
    likely[100:150, 100:160] = 0.9
    found = drawn_map(tmp_path, whole, any_change=likely, cover=(0, 4))
    table = vectors.outlines(found)
    assert list(table["id"]) == [1, 2]
    assert list(table["class"]) == ["building", "any"]
    assert table["cover_before"].isna().tolist() == [True, False]
    assert (table["cover_before"][1], table["cover_after"][1]) == ("vegetation", "water")
    assert table["cover_share"][1] == 1.0
    assert table.area[1] == pytest.approx(found.other.objects[0].pixels * 0.25)
    vectors.write_gpkg(tmp_path / "both.gpkg", table)
    assert list(gpd.read_file(tmp_path / "both.gpkg")["cover_after"])[1] == "water"
