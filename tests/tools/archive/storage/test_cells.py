"""Scenes are cut into cells without gap, overlap or sliver, and a cell is told of without loss."""

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st

from mci_model.prediction import Window
from tools.archive.filling.cutting import cut, degrees, middle_of
from tools.archive.storage.cells import Cell, Days, cell_id, from_metadata, pair_id, to_metadata
from tools.archive.storage.embedding_views import join_views
from tools.archive.storage.table import read_segment, segment, write_segment
from tools.rasters.georeference import Georeference

SIDES = st.integers(1, 1500)
REAL = st.floats(0, 1e7, allow_nan=False)
DAY = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
DIGEST = st.binary(min_size=32, max_size=32).map(bytes.hex)


@st.composite
def drawn_cells(draw):
    box = draw(st.one_of(st.none(), st.tuples(*[st.floats(-90, 90)] * 4)))
    return Cell(
        id=draw(DIGEST),
        pair=draw(DIGEST),
        of=draw(st.integers(1, 10**6)),
        window=Window(*draw(st.tuples(*[st.integers(0, 10**6)] * 4))),
        caption=draw(st.text(max_size=80)),
        changed=draw(st.floats(0, 1)),
        building_pixels=draw(st.integers(0, 65536)),
        road_pixels=draw(st.integers(0, 65536)),
        building_m2=draw(st.one_of(st.none(), REAL)),
        road_m2=draw(st.one_of(st.none(), REAL)),
        bbox=box,
        days=Days(draw(DAY), draw(DAY)),
        sensor=draw(st.text(max_size=20)),
        before=draw(st.text(max_size=40)),
        after=draw(st.text(max_size=40)),
    )


@given(SIDES, SIDES)
@settings(deadline=None)
def test_cells_cover_the_scene_once_and_none_is_a_sliver(height, width):
    seen = np.zeros((height, width), np.uint8)
    cells = list(cut((height, width)))
    for cell in cells:
        assert 1 <= cell.height <= 256
        assert 1 <= cell.width <= 256
        seen[cell.slices] += 1
    assert (seen == 1).all()
    for extent, sides in ((height, {cell.height for cell in cells}), (width, {cell.width for cell in cells})):
        assert max(sides) - min(sides) <= 1
        assert extent <= 256 or min(sides) >= 128


def test_a_scene_as_large_as_cells_is_cut_where_they_end():
    assert list(cut((512, 256))) == [Window(0, 0, 256, 256), Window(256, 0, 256, 256)]
    assert list(cut((64, 48))) == [Window(0, 0, 64, 48)]


def test_ids_follow_from_contents_order_and_window():
    pair, swapped = pair_id(("a" * 64, "b" * 64)), pair_id(("b" * 64, "a" * 64))
    assert pair != swapped, "the other direction of time is another change"
    ids = {cell_id(one, Window(0, left, 8, 8)) for one in (pair, swapped) for left in (0, 8)}
    assert len(ids) == 4
    assert all(len(id_) == 64 for id_ in ids)


@given(drawn_cells())
def test_what_is_told_of_a_cell_gives_the_cell(cell):
    told = to_metadata(cell)
    assert all(type(value) in (str, int, float) for value in told.values())
    assert from_metadata(cell.id, cell.caption, told) == cell


@given(st.lists(drawn_cells(), max_size=4))
@settings(deadline=None, max_examples=30)
def test_a_file_of_the_table_gives_back_its_cells(tmp_path_factory, cells):
    vectors = np.random.default_rng(1).standard_normal((len(cells), 9), np.float32)
    path = tmp_path_factory.mktemp("table") / "00000.npz"
    write_segment(path, segment(cells, vectors))
    found = read_segment(path)
    assert [found.cell(row) for row in range(len(cells))] == cells
    assert np.array_equal(found.vectors[1], vectors[:, 3:6]), "the earlier date in one piece"
    assert np.array_equal(join_views(found.vectors), vectors)
    path.write_bytes(path.read_bytes()[:-20])
    assert read_segment(path) is None


def test_a_cell_lies_where_its_corners_lie():
    grid = Georeference("EPSG:4326", Affine(0.001, 0, 10.0, 0, -0.001, 50.0), 100, 200)
    assert degrees(grid) == pytest.approx((10.0, 49.9, 10.2, 50.0))
    assert middle_of(degrees(grid)) == pytest.approx((10.1, 49.95))


def test_a_cell_across_the_180th_meridian_is_narrow():
    grid = Georeference("EPSG:32660", Affine(10, 0, 820_000, 0, -10, 1_000_000), 256, 2560)
    west, _, east, _ = degrees(grid)
    assert west > 179
    assert -180 <= east < -179
    assert (east - west) % 360 < 0.3
    assert abs(middle_of(degrees(grid))[0]) > 179


def test_what_lies_nowhere_has_no_box():
    grid = Georeference("EPSG:32632", Affine(1e9, 0, 1e12, 0, -1e9, 1e12), 64, 64)
    assert degrees(grid) is None
