"""Counting and measuring against brute force and against the known truth of a drawn scene."""

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mci_model.checkpoints.area_calibration import AreaCalibration
from mci_model.prediction import Window
from tests.tools.drawn_maps import drawn_map
from tools.change import make_map as scene_map
from tools.change import summary as change
from tools.change.change_map import MIN_PIXELS, ObjectFilter
from tools.change.criteria import Criteria
from tools.change.objects import count
from tools.errors import UnknownStatusError
from tools.pairs.areas import AreaOfInterest

SCALES = {"m2": 1, "ha": 1e4, "km2": 1e6, "acre": 4046.8564224, "ft2": 0.09290304, "mi2": 2589988.110336}
LEAST, MOST = st.none() | st.integers(0, 20), st.none() | st.integers(0, 40)
LABELS = arrays.arrays(np.uint8, (14, 11), elements=st.sampled_from([0, 0, 0, 1, 2, 2]))


def at_least(size):
    return Criteria(limits=ObjectFilter(min_area=size))


@pytest.fixture
def map_of(tmp_path):
    return lambda label, **how: drawn_map(tmp_path, label, **how)


def flood(label, class_id):
    """Sizes of 8-connected pieces, by walking."""
    left = {tuple(place) for place in np.argwhere(label == class_id).tolist()}
    sizes = []
    while left:
        front, size = [left.pop()], 0
        while front:
            row, column = front.pop()
            size += 1
            around = {(row + dr, column + dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1)} & left
            left -= around
            front += around
        sizes.append(size)
    return sorted((size for size in sizes if size >= MIN_PIXELS), reverse=True)


@pytest.mark.slow
@given(LABELS)
@settings(deadline=None)
def test_objects_are_the_connected_pieces(label):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label)
        kept = mask.classes(mask.whole)
    for name, class_id in (("road", 1), ("building", 2)):
        assert [o.pixels for o in mask.of(name)] == flood(label, class_id)
        assert (kept == class_id).sum() == sum(flood(label, class_id))
    everything = count(mask, "any")
    assert everything.count == count(mask, "road").count + count(mask, "building").count
    assert [o.id for o in everything.objects] == list(range(1, everything.count + 1))


@pytest.mark.slow
@given(LABELS, st.sampled_from([*SCALES, "percent", "px"]))
@settings(deadline=None)
def test_areas_of_classes_add_up_and_units_agree(label, unit):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label)
    parts = [change.measure(mask, name, unit).value for name in ("road", "building")]
    assert change.measure(mask, "any", unit).value == pytest.approx(sum(parts))
    scale = {"percent": 100 / label.size, "px": 1.0}.get(unit) or 0.25 / SCALES[unit]
    pixels = sum(flood(label, 1)) + sum(flood(label, 2))
    assert sum(parts) == pytest.approx(pixels * scale, rel=1e-3)


@pytest.mark.slow
@given(LABELS, st.integers(1, 14), st.booleans())
@settings(deadline=None)
def test_no_seam_between_blocks_changes_a_map(label, block, georeferenced):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        whole = drawn_map(Path(folder) / "whole", label, georeferenced=georeferenced)
        patch.setattr(scene_map, "LABEL_BLOCK", block)
        cut = drawn_map(Path(folder) / "cut", label, georeferenced=georeferenced)
        assert np.array_equal(whole.ids(whole.whole), cut.ids(cut.whole))
    for one, other in zip(whole.found, cut.found, strict=True):
        assert replace(one, area_m2=None) == replace(other, area_m2=None)
        assert one.area_m2 == pytest.approx(other.area_m2) if georeferenced else one.area_m2 is None
    assert (whole.valid_pixels, whole.unknown_pixels) == (cut.valid_pixels, cut.unknown_pixels)
    if georeferenced:
        assert whole.valid_area_m2 == pytest.approx(cut.valid_area_m2, rel=1e-6)


def test_an_object_tells_its_place_and_size(map_of):
    label = np.zeros((20, 20), np.uint8)
    label[4:8, 10:16] = 2
    (obj,) = map_of(label).objects
    assert (obj.pixels, obj.box, obj.centre) == (24, (4, 10, 8, 16), (13.0, 6.0))
    assert obj.area_m2 == pytest.approx(6.0, rel=1e-3)
    assert obj.lonlat == pytest.approx((-97.75, 30.28), abs=0.02)
    assert (obj.status, obj.touches_edge) == ("appeared", False)
    label[0:3, 0:3] = 2
    assert [o.touches_edge for o in map_of(label).objects] == [False, True]


def test_small_objects_and_statuses_can_be_left_out(map_of):
    label = np.zeros((20, 20), np.uint8)
    label[1:5, 1:5], label[10:18, 10:18] = 2, 2
    appeared = np.full(label.shape, 0.9)
    appeared[:8] = 0.1
    mask = map_of(label, appeared=appeared)
    found = count(mask, "building")
    assert (found.count, found.appeared, found.disappeared) == (2, 1, 1)
    assert count(mask, "building", Criteria("disappeared")).count == 1
    assert count(mask, "building", at_least(10.0)).count == 1
    assert count(map_of(label, georeferenced=False), "building", at_least(17.0)).count == 1


def test_a_network_that_cannot_tell_directions_claims_none(map_of):
    label = np.zeros((20, 20), np.uint8)
    label[1:9, 1:9] = 2
    found = count(map_of(label, appeared=None), "building")
    assert (found.appeared, found.disappeared, found.objects[0].status) == (None, None, "any")


def test_where_nothing_changed_nothing_disappeared_whatever_the_network_tells(map_of):
    label = np.zeros((20, 20), np.uint8)
    label[1:9, 1:9] = 2
    gone, mask = Criteria("disappeared"), map_of(label, appeared=None)
    assert count(mask, "road", gone).count == 0
    with pytest.raises(UnknownStatusError, match="do not tell what disappeared"):
        count(mask, "building", gone)


def test_without_a_place_ground_units_become_percent(map_of):
    label = np.zeros((10, 10), np.uint8)
    label[:2] = 2
    area = change.measure(map_of(label, georeferenced=False), "building", "ha")
    assert (area.value, area.unit) == (20.0, "percent")
    assert count(map_of(label, georeferenced=False), "building").largest_area_m2 is None


def test_what_is_unknown_counts_neither_as_changed_nor_as_unchanged(map_of):
    label = np.zeros((10, 10), np.uint8)
    label[:2] = 2
    valid = np.ones((10, 10), bool)
    valid[5:] = False
    area = change.measure(map_of(label, valid=valid), "building", "percent")
    assert area.value == pytest.approx(40.0)
    assert change.summarise(map_of(label, valid=valid), ("building",), "x").unknown_share == 0.5
    assert (map_of(label, valid=valid).classes(Window(5, 0, 5, 10)) == 255).all()


def test_a_sentence_that_the_mask_does_not_bear_out_is_marked(map_of):
    empty = np.zeros((10, 10), np.uint8)
    assert not change.describe(map_of(empty)).mask_agrees
    assert change.describe(replace(map_of(empty), changed=0.1)).mask_agrees


def test_a_sentence_that_tells_a_road_asks_for_the_caution_about_roads(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[5:20, 5:20] = 2
    assert not change.describe(map_of(label)).tells_of_roads
    label[:, 30:34] = 1
    described = change.describe(map_of(label))
    assert described.tells_of_roads
    assert "a road" in described.caption


def test_an_interval_comes_in_the_unit_that_was_asked_for(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[:10] = 2
    mask = replace(map_of(label), area=AreaCalibration(0.9, (), (0.8,), (1.5,), 100))
    area = change.measure(mask, "building", "m2")
    assert area.interval == pytest.approx((0.25 * (500 * 0.8 - 100), 0.25 * (500 * 1.5 - 100)), rel=1e-3)
    assert area.interval_level == 0.9
    percent = change.measure(mask, "building", "percent")
    assert percent.interval == pytest.approx((100 * 300 / 1600, 100 * 650 / 1600))
    assert change.measure(mask, "road", "m2").interval is None


def test_specks_are_not_claimed(map_of):
    label = np.zeros((256, 256), np.uint8)
    label[10:12, 10:12], label[50:53, 50:53], label[100:120, 100:120] = 2, 1, 2
    mask = map_of(label)
    classes = mask.classes(mask.whole)
    assert not classes[10:12, 10:12].any()
    assert (classes[50:53, 50:53] == 1).all()
    assert (classes == 2).sum() == 20 * 20


def test_other_choices_recount_map_count_and_area_alike(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[1:5, 1:5], label[10:18, 10:18], label[20:36, 20:36] = 2, 2, 1
    probability = np.full(label.shape, 0.9)
    probability[10:18, 10:18] = 0.6
    mask = map_of(label, probability=probability)
    assert [round(obj.probability, 2) for obj in mask.objects] == [0.9, 0.6, 0.9]
    large = mask.filtered(ObjectFilter(min_area=10.0))
    assert (count(large, "any").count, count(large, "building").count) == (2, 1)
    sure = mask.filtered(ObjectFilter(min_probability=0.8))
    assert change.measure(sure, "building", "px").value == (sure.classes(sure.whole) == 2).sum() == 16
    assert "at least 10 m²" in count(large, "any").method
    assert "less probable than 0.8" in change.measure(sure, "building", "px").method
    assert mask.filtered(ObjectFilter()).objects == mask.objects


def test_only_what_lies_in_the_area_of_interest_counts(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[10:20, 10:20], label[25:30, 25:30] = 2, 2
    asked = AreaOfInterest("the west", shapely.box(0, 0, 15, 40))
    mask = map_of(label, area_of_interest=asked)
    (obj,) = mask.objects
    assert (obj.pixels, obj.box) == (50, (10, 10, 20, 15))
    assert (mask.valid_pixels, mask.unknown_pixels) == (15 * 40, 0)
    assert change.measure(mask, "building", "percent").value == pytest.approx(100 * 50 / 600)
    assert "within the west" in count(mask, "any").method
    assert (mask.classes(mask.whole)[:, 15:] == 255).all()


@pytest.mark.slow
@given(
    LABELS, st.none() | st.integers(0, 20), st.none() | st.integers(0, 40), st.sampled_from(["whole", "north", "west"])
)
@settings(deadline=None)
def test_criteria_count_and_measure_what_a_plain_list_holds(label, least, most, part):
    with tempfile.TemporaryDirectory() as folder:
        mask = drawn_map(Path(folder), label, georeferenced=False)
    found = count(mask, "building", Criteria("any", part, ObjectFilter(least, max_area=most)))
    all_there = [
        obj for obj in mask.of("building")
        if part == "whole" or (obj.centre[1] < 7 if part == "north" else obj.centre[0] < 5.5)
    ]  # fmt: skip
    kept = [one for one in all_there if (least or 0) <= one.pixels <= (label.size if most is None else most)]
    assert list(found.objects) == kept
    assert found.of == (None if least is most is None else len(all_there))
    area = change.measure(mask, "building", "px", Criteria("any", part, ObjectFilter(least, max_area=most)))
    assert (area.value, area.count, area.of) == (sum(one.pixels for one in kept), len(kept), found.of)


def test_of_two_filters_the_narrower_limit_holds(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[1:5, 1:5], label[10:18, 10:18], label[20:36, 20:36] = 2, 2, 2
    mask = map_of(label).filtered(ObjectFilter(min_area=10.0))
    found = count(mask, "building", Criteria(limits=ObjectFilter(min_area=2.0, max_area=20.0, min_probability=0.5)))
    assert (found.count, found.of) == (1, 3)
    assert found.filter == ObjectFilter(10.0, 0.5, 20.0)
    assert "at least 10 m² and at most 20 m² and at least 0.5 probable" in found.method
    assert count(mask, "building").filter == ObjectFilter(10.0)


def test_an_interval_is_told_of_all_that_changed_alone(map_of):
    label = np.zeros((40, 40), np.uint8)
    label[:10] = 2
    mask = replace(map_of(label), area=AreaCalibration(0.9, (), (0.8,), (1.5,), 100))
    for criteria in (Criteria(within="north"), at_least(1.0)):
        area = change.measure(mask, "building", "m2", criteria)
        assert (area.pixels, area.interval, area.interval_level) == (400, None, None)
    assert change.measure(mask, "building", "m2", Criteria("appeared")).interval is not None  # all of them appeared
    assert change.measure(mask, "building", "m2", Criteria("disappeared")).interval is None
    assert (
        "whole objects, an object lies where its centre lies"
        in change.measure(mask, "building", "m2", Criteria(within="north")).method
    )


def test_limits_of_an_area_stand_in_its_filter_and_not_in_its_method_too(map_of):
    label = np.zeros((20, 20), np.uint8)
    label[1:5, 1:5], label[10:18, 10:18] = 2, 2
    mask = map_of(label)
    limited, whole = (change.measure(mask, "building", "m2", criteria) for criteria in (at_least(5.0), Criteria()))
    assert limited.method == whole.method
    assert limited.filter.min_area == 5.0
