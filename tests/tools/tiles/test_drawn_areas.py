"""What was drawn on a map is asked about as it was drawn; what makes no sense is answered with a sentence."""

import json
import math

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st

from mci_model.prediction import Window
from tests.tools.drawn_maps import DrawnPair
from tools.errors import AreaError
from tools.pairs.areas import read_area_of_interest
from tools.rasters.georeference import Georeference
from tools.tiles.drawn_areas import MAX_CORNERS, drawn_area
from tools.tiles.view_grid import view_grid

SIZE = (200, 300)
GRID = Georeference("EPSG:32633", Affine(0.5, 0, 500_000, 0, -0.5, 5_000_000), *SIZE)
PLACED, PICTURE = DrawnPair(SIZE, GRID), DrawnPair(SIZE, None)
POLAR = DrawnPair(SIZE, Georeference("EPSG:3413", Affine(0.5, 0, 500, 0, -0.5, -500), *SIZE))
LON, LAT = GRID.lonlat(100, 100)
NAN, INF = math.nan, math.inf


def polygon(*ring):
    return {"type": "Polygon", "coordinates": [[list(place) for place in ring]]}


def box(left, low, right, high):
    return polygon((left, low), (right, low), (right, high), (left, high), (left, low))


def in_degrees(*places):
    return polygon(*(GRID.lonlat(*place) for place in places))


HOUSE = ((20, 30), (120, 30), (120, 90), (70, 130), (20, 90), (20, 30))
"""In pixels."""


def round_one(corners):
    turns = np.linspace(0, 2 * np.pi, corners)
    return polygon(*((LON + 1e-4 * np.cos(turn), LAT + 1e-4 * np.sin(turn)) for turn in [*turns[:-1], 0.0]))


def test_a_polygon_in_degrees_becomes_a_file_with_the_same_area(tmp_path):
    text = drawn_area(tmp_path / "areas", PLACED, in_degrees(*HOUSE))
    assert [str(path) for path in (tmp_path / "areas").iterdir()] == [text]
    area = read_area_of_interest(text, PLACED)
    truth = shapely.Polygon(HOUSE)
    assert area.shape.symmetric_difference(truth).area < 1
    inside = area.inside(Window(0, 0, *SIZE))
    columns, rows = np.meshgrid(np.arange(300) + 0.5, np.arange(200) + 0.5)
    assert (inside != shapely.contains_xy(truth, columns, rows)).sum() < 20
    assert shapely.from_geojson((tmp_path / "areas" / text).read_text(encoding="utf-8")).is_valid


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), min_size=3, max_size=9))
def test_any_polygon_is_read_as_it_was_drawn(tmp_path_factory, places):
    truth = shapely.MultiPoint(places).convex_hull
    if truth.buffer(-1).is_empty:
        return  # so thin that it may hold no pixel's centre, which is refused
    folder = tmp_path_factory.getbasetemp() / "any"
    shape = read_area_of_interest(drawn_area(folder, PLACED, in_degrees(*truth.exterior.coords)), PLACED).shape
    assert shape.symmetric_difference(truth).area < 0.01 * truth.length + 0.01
    drawn = shapely.geometry.mapping(shapely.transform(truth, lambda at: at * (1, -1)))
    shape = read_area_of_interest(drawn_area(folder, PICTURE, drawn), PICTURE).shape
    assert shape.bounds == pytest.approx(truth.bounds, abs=0.006)


def test_holes_stay_holes(tmp_path):
    outer, inner = in_degrees(*HOUSE), in_degrees((40, 40), (60, 40), (60, 60), (40, 60), (40, 40))
    drawn = {"type": "Polygon", "coordinates": outer["coordinates"] + inner["coordinates"]}
    area = read_area_of_interest(drawn_area(tmp_path, PLACED, drawn), PLACED)
    assert area.shape.area == pytest.approx(shapely.Polygon(HOUSE).area - 400, abs=1)


def test_what_is_drawn_twice_is_one_file(tmp_path):
    first, other = (drawn_area(tmp_path, PLACED, in_degrees(*HOUSE[:3], HOUSE[0])) for _ in range(2))
    assert first == other
    assert drawn_area(tmp_path, PLACED, in_degrees(*HOUSE)) != first
    assert len(list(tmp_path.iterdir())) == 2


def test_on_a_picture_a_box_has_columns_and_negative_rows(tmp_path):
    text = drawn_area(tmp_path, PICTURE, box(20, -90, 120, -30))
    assert text == "20.00,30.00,120.00,90.00"
    assert read_area_of_interest(text, PICTURE).shape.equals(shapely.box(20, 30, 120, 90))
    assert not list(tmp_path.iterdir())


def test_on_a_picture_only_what_lies_on_it_is_asked_for(tmp_path):
    assert drawn_area(tmp_path, PICTURE, box(-50, -90, 120, 40)) == "0.00,0.00,120.00,90.00"
    assert drawn_area(tmp_path, PICTURE, box(-1e300, -1e300, 1e300, 1e300)) == "0.00,0.00,300.00,200.00"


def test_a_placed_pair_that_is_shown_in_its_own_pixels_is_drawn_on_in_them(tmp_path):
    assert not view_grid(POLAR).placed
    text = drawn_area(tmp_path, POLAR, box(20, -90, 120, -30))
    shape = read_area_of_interest(text, POLAR).shape
    assert shape.symmetric_difference(shapely.box(20, 30, 120, 90)).area < 0.01
    with pytest.raises(AreaError, match="outside the images"):
        drawn_area(tmp_path, POLAR, box(400, -90, 420, -30))


def test_more_than_the_image_may_be_drawn_around(tmp_path):
    for far in (0.01, 1.0):
        text = drawn_area(tmp_path, PLACED, box(LON - far, LAT - far, LON + far, LAT + far))
        assert read_area_of_interest(text, PLACED).inside(Window(0, 0, *SIZE)).all()


def test_corners_are_counted(tmp_path):
    assert drawn_area(tmp_path, PLACED, round_one(MAX_CORNERS))
    with pytest.raises(AreaError, match="up to 2,000 corners"):
        drawn_area(tmp_path, PLACED, round_one(MAX_CORNERS + 1))


def nested(depth):
    inner = []
    for _ in range(depth):
        inner = [inner]
    return {"type": "Polygon", "coordinates": inner}


HOSTILE = {
    "nothing": None,
    "a word": "Polygon",
    "a path": "/etc/passwd",
    "a number": 5,
    "an empty object": {},
    "a list": [1, 2],
    "only a type": {"type": "Polygon"},
    "no type": {"coordinates": [[[0, 0], [1, 1], [1, 0], [0, 0]]]},
    "another type": {"type": 5, "coordinates": []},
    "no corners": {"type": "Polygon", "coordinates": []},
    "no coordinates": {"type": "Polygon", "coordinates": None},
    "a point": {"type": "Point", "coordinates": [LON, LAT]},
    "a line": {"type": "LineString", "coordinates": [[LON, LAT], [LON + 1e-4, LAT]]},
    "several": {"type": "MultiPolygon", "coordinates": [box(LON, LAT, LON + 1e-4, LAT + 1e-4)["coordinates"]]},
    "a collection": {"type": "GeometryCollection", "geometries": None},
    "one corner": polygon((LON, LAT)),
    "flat": polygon((LON, LAT), (LON + 1e-4, LAT), (LON, LAT), (LON, LAT)),
    "crossing itself": in_degrees((20, 20), (80, 80), (80, 20), (20, 80), (20, 20)),
    "not a number": polygon(*[(NAN, NAN)] * 4),
    "one not a number": polygon((LON, LAT), (NAN, LAT), (LON, LAT + 1e-4), (LON, LAT)),
    "endless": polygon((LON, LAT), (INF, LAT), (LON, LAT + 1e-4), (LON, LAT)),
    "words for numbers": polygon(*[("a", "b")] * 4),
    "numbers of two and three": polygon((LON, LAT, 1), (LON + 1e-4, LAT), (LON, LAT + 1e-4), (LON, LAT, 1)),
    "too large a number": box(10**400, 0, 10**401, 1),
    "nested": nested(3000),
    "many corners": round_one(10_000),
}
ELSEWHERE = {
    "on another continent": box(100, 10, 101, 11),
    "next door": in_degrees((320, 20), (340, 20), (340, 40), (320, 20)),
    "off the earth": box(-1000, -1000, 1000, 1000),
    "far off the earth": box(-1e300, -1e300, 1e300, 1e300),
    "beyond the date line": box(LON + 360, LAT, LON + 360.001, LAT + 0.001),
    "a quarter of the earth": box(0, 0, 99, 60),
    "a third of the earth": box(0, 0, 120, 10),
    "in pixels": box(20, -90, 120, -30),
}


@pytest.mark.parametrize("pair", [PLACED, PICTURE, POLAR], ids=["placed", "picture", "polar"])
@pytest.mark.parametrize("drawn", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_plain_polygon_is_refused_with_a_sentence(tmp_path, pair, drawn):
    with pytest.raises(AreaError, match="What was drawn is no ") as told:
        drawn_area(tmp_path, pair, drawn)
    is_one_sentence(told.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("drawn", ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_lies_elsewhere_is_refused_and_leaves_no_file(tmp_path, drawn):
    with pytest.raises(AreaError, match="outside the images") as told:
        drawn_area(tmp_path, PLACED, drawn)
    is_one_sentence(told.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("drawn", [box(310, -90, 330, -30), box(20, 5, 40, 9), box(20, -30.001, 20.001, -30)])
def test_boxes_beside_a_picture_or_too_small_are_refused(tmp_path, drawn):
    with pytest.raises(AreaError, match="outside the images, or is too small"):
        drawn_area(tmp_path, PICTURE, drawn)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=4, max_size=4), st.sampled_from([1, 90, 180]))
def test_numbers_of_any_kind_are_taken_or_refused(tmp_path_factory, numbers, within):
    sides = [math.fmod(one, within) if math.isfinite(one) else one for one in numbers]
    for told in (numbers, sides):
        for pair in (PLACED, PICTURE, POLAR):
            try:
                text = drawn_area(tmp_path_factory.getbasetemp() / "fuzz", pair, json.loads(json.dumps(box(*told))))
            except AreaError as error:
                is_one_sentence(error)
            else:
                assert read_area_of_interest(text, pair).shape.area > 0


def is_one_sentence(error):
    text = str(error)
    assert text[0].isupper()
    assert text.count(".") == 1
    assert text.endswith(".")
    assert len(text) < 160
    assert "/" not in text, "no path is told"
