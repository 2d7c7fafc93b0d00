"""Objects within or beyond a distance of others, against all pairs of drawn objects."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.tools.drawn_maps import drawn_map
from tools.change.change_map import ObjectFilter
from tools.change.criteria import Criteria, select
from tools.change.shapes.nearness import Nearness, distances_to, lying_near
from tools.change.shapes.object_shapes import gap
from tools.errors import UnknownObjectError

LABELS = arrays.arrays(np.uint8, (24, 24), elements=st.sampled_from([0, 0, 0, 0, 1, 2]))


def houses_along_a_road(tmp_path, **how):
    """A road from west to east, and houses 4, 20 and 60 px south of it."""
    label = np.zeros((120, 120), np.uint8)
    label[10:16, 2:118] = 1
    for place, top in enumerate((20, 36, 76)):
        label[top : top + 8, 10 + 30 * place : 18 + 30 * place] = 2
    return drawn_map(tmp_path, label, **how)


@pytest.mark.parametrize(("limit", "count"), [(1.9, 0), (2.1, 1), (10.1, 2), (29.9, 2), (30.5, 3)])
def test_houses_count_by_metres_from_outline_to_outline(tmp_path, limit, count):
    found = select(houses_along_a_road(tmp_path), "building", Criteria(nearness=Nearness("road", limit)))
    assert len(found.objects) == count
    assert found.condition == f"within {limit:g} m of a changed road"


def test_what_lies_beyond_a_distance_is_the_rest(tmp_path):
    mask = houses_along_a_road(tmp_path, georeferenced=False)
    near = lying_near(mask, mask.of("building"), Nearness("road", 20))
    far = lying_near(mask, mask.of("building"), Nearness("road", min_distance=20.5))
    assert {obj.id for obj in near} | {obj.id for obj in far} == {obj.id for obj in mask.of("building")}
    assert len(near) == 2
    assert len(far) == 1


def test_what_is_named_is_not_near_itself(tmp_path):
    mask = houses_along_a_road(tmp_path)
    road = mask.of("road")[0]
    assert road not in lying_near(mask, mask.objects, Nearness(road.id, 1000))
    assert lying_near(mask, mask.of("road"), Nearness("road", 1000)) == []


def test_nothing_lies_near_what_did_not_change(tmp_path):
    label = np.zeros((20, 20), np.uint8)
    label[5:10, 5:10] = 2
    with pytest.raises(UnknownObjectError, match="No changed road"):
        select(drawn_map(tmp_path, label), "building", Criteria(nearness=Nearness("road", 50)))
    with pytest.raises(UnknownObjectError, match="no object 9"):
        select(drawn_map(tmp_path, label), "building", Criteria(nearness=Nearness(9, 50)))


def test_distances_from_the_middle_of_the_image_are_from_outlines(tmp_path):
    label = np.zeros((100, 200), np.uint8)
    label[46:54, 120:130], label[4:12, 96:104] = 2, 2
    mask = drawn_map(tmp_path, label, georeferenced=False)
    near, far = sorted(mask.of("building"), key=lambda obj: -obj.centre[0])
    assert distances_to(mask, mask.objects, "centre") == {near.id: pytest.approx(20), far.id: pytest.approx(38)}
    assert lying_near(mask, mask.objects, Nearness("centre", 30)) == [near]
    found = select(mask, "building", Criteria(nearness=Nearness("centre", min_distance=30)))
    assert (found.objects, found.condition) == ((far,), "at least 30 px from the centre of the image")


def test_nearness_and_size_both_hold(tmp_path):
    wanted = Criteria(limits=ObjectFilter(min_area=1000.0), nearness=Nearness("road", 50))
    found = select(houses_along_a_road(tmp_path), "building", wanted)
    assert (len(found.objects), found.of) == (0, 3)


@given(LABELS, st.floats(0, 12))
@settings(deadline=None, max_examples=30)
def test_objects_near_others_are_those_with_a_gap_within_the_limit(label, limit):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label, georeferenced=False)
        for name in ("building", "road"):
            others = mask.of(name)
            if not others:
                continue
            expected = [
                obj
                for obj in mask.objects
                if any(gap(mask, obj, other) <= limit for other in others if other.id != obj.id)
            ]
            assert lying_near(mask, mask.objects, Nearness(name, limit)) == expected
