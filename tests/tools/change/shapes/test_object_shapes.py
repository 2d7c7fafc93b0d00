"""Lines, outlines and distances of drawn objects."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.tools.drawn_maps import drawn_map
from tools.change.shapes import object_shapes
from tools.change.shapes.object_shapes import gap, line_length, outline_length
from tools.change.statistics.distance import distance
from tools.errors import UnknownObjectError

LABELS = arrays.arrays(np.uint8, (16, 16), elements=st.sampled_from([0, 0, 0, 2, 2]))


def test_a_straight_road_is_as_long_as_it_is_drawn(tmp_path):
    label = np.zeros((30, 300), np.uint8)
    label[10:15, 20:280] = 1
    mask = drawn_map(tmp_path, label)
    assert line_length(mask, mask.of("road")[0]) == pytest.approx(0.5 * 256, abs=2.5)


def test_a_seam_through_a_road_changes_its_length_by_little(tmp_path, monkeypatch):
    label = np.zeros((120, 120), np.uint8)
    for step in range(100):
        label[step + 5 : step + 12, step + 5 : step + 10] = 1
    mask = drawn_map(tmp_path, label, georeferenced=False)
    road = mask.of("road")[0]
    whole = line_length(mask, road)
    monkeypatch.setattr(object_shapes, "HALO", 16)
    assert line_length(mask, road, side=40) == pytest.approx(whole, rel=0.02)
    assert whole > 100


@pytest.mark.slow
@given(LABELS)
@settings(deadline=None)
def test_distances_are_those_of_all_pairs_of_pixels(label):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label, georeferenced=False)
        ids = mask.ids(mask.whole)
        for one, other in zip(mask.objects, mask.objects[1:], strict=False):
            apart = abs(np.argwhere(ids == one.id)[:, None] - np.argwhere(ids == other.id)[None])
            expected = np.hypot(*np.moveaxis(np.maximum(apart - 1, 0), -1, 0)).min()
            assert gap(mask, one, other) == pytest.approx(expected)


def test_an_outline_goes_around_holes_too(tmp_path):
    label = np.zeros((20, 20), np.uint8)
    label[2:12, 2:12] = 2
    label[5:8, 5:8] = 0
    mask = drawn_map(tmp_path, label)
    assert outline_length(mask, mask.objects[0]) == pytest.approx(0.5 * (40 + 12), rel=2e-3)


def test_two_numbered_objects_have_a_distance_on_the_ground(tmp_path):
    label = np.zeros((40, 80), np.uint8)
    label[5:15, 5:15], label[5:13, 60:70] = 2, 2
    mask = drawn_map(tmp_path, label)
    told = distance(mask, "last", 2, 1)
    assert told.value == pytest.approx(22.5, rel=2e-3)
    assert told.from_centres == pytest.approx(0.5 * np.hypot(55, 1), rel=2e-3)
    assert [one.id for one in told.objects] == [1, 2]
    assert told.unit == "m"
    assert distance(drawn_map(tmp_path / "x", label, georeferenced=False), 1, 2, None).value == 45
    with pytest.raises(UnknownObjectError, match="Both are building 1"):
        distance(mask, 1, 1, None)
    with pytest.raises(UnknownObjectError, match="no object 9"):
        distance(mask, 1, 9, None)
    with pytest.raises(UnknownObjectError, match="No single object"):
        distance(mask, "last", 2, None)
