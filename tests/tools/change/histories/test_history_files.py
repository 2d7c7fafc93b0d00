"""Histories as files that other programs read."""

import csv

import geopandas as gpd
import shapely
from PIL import Image

from tools.change.histories.construction_curve import interval_change
from tools.change.histories.history_files import EVENT_COLUMNS, history_table, write_curve, write_events
from tools.change.histories.object_histories import Event, Interval, ObjectHistory
from tools.outputs.vectors import write_gpkg

SPAN = Interval("2012-01-01", "2014-01-01", ())
BUILT = Event("appeared", SPAN.since, SPAN.until, 40, 10.0, 0.8, contradicts=False)
GONE = Event("disappeared", SPAN.since, SPAN.until, 8, None, 0.6, contradicts=True)
HISTORIES = (
    ObjectHistory(1, (BUILT,), True, shapely.box(0, 0, 2, 5)),
    ObjectHistory(2, (GONE,), False, shapely.box(9, 0, 11, 4)),
)


def test_a_row_an_event(tmp_path):
    write_events(tmp_path / "events.csv", HISTORIES)
    rows = list(csv.reader((tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()))
    assert rows == [
        list(EVENT_COLUMNS),
        ["1", "appeared", "2012-01-01", "2014-01-01", "40", "10.00", "0.8000", "false"],
        ["2", "disappeared", "2012-01-01", "2014-01-01", "8", "", "0.6000", "true"],
    ]


def test_outlines_are_a_layer(tmp_path):
    write_gpkg(tmp_path / "histories.gpkg", history_table(HISTORIES, "EPSG:32614"))
    table = gpd.read_file(tmp_path / "histories.gpkg", layer="object_histories")
    assert table["id"].to_list() == [1, 2]
    assert table["stands"].to_list() == [True, False]
    assert table.geometry.area.to_list() == [10.0, 8.0]
    assert table.crs == "EPSG:32614"


def test_without_objects_the_layer_is_empty(tmp_path):
    write_gpkg(tmp_path / "none.gpkg", history_table((), "EPSG:32614"))
    assert len(gpd.read_file(tmp_path / "none.gpkg")) == 0


def test_the_curve_is_a_picture(tmp_path):
    write_curve(tmp_path / "curve.png", [interval_change(SPAN, HISTORIES, areas=True)], "Buildings")
    with Image.open(tmp_path / "curve.png") as picture:
        assert picture.size[0] > 800
