"""Counting and measuring against brute force and against the known truth of a drawn scene."""

from dataclasses import replace

import numpy as np
import pytest
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mci_model.area_calibration import AreaCalibration
from mci_model.prediction import Prediction, Window
from tools import change
from tools.change import SMALLEST_PIXELS, ChangeMask, to_change_mask
from tools.georeference import Georeference
from tools.objects import count, find_objects
from tools.pairs import open_pair

LABELS = arrays.arrays(np.uint8, (14, 11), elements=st.sampled_from([0, 0, 0, 1, 2, 2]))


def mask_of(label, *, georeferenced=True, appeared=0.9, valid=None):
    grid = Georeference("EPSG:32614", Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000), *label.shape)
    return ChangeMask(
        pair="1",
        classes=label,
        probabilities=np.eye(3, dtype=np.float32)[label].transpose(2, 0, 1),
        appeared=None if appeared is None else np.full(label.shape, appeared, np.float32),
        valid=np.ones(label.shape, bool) if valid is None else valid,
        georeference=grid if georeferenced else None,
        caption="a house is built",
        caption_window=Window(0, 0, *label.shape),
        changed=0.9,
        model="test",
    )


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
    return sorted((size for size in sizes if size >= SMALLEST_PIXELS), reverse=True)


@given(LABELS)
@settings(deadline=None)
def test_objects_are_the_connected_pieces(label):
    mask = mask_of(label)
    for name, class_id in (("road", 1), ("building", 2)):
        assert [o.pixels for o in find_objects(mask) if o.object_class == name] == flood(label, class_id)
    everything = count(mask, "any")
    assert everything.count == count(mask, "road").count + count(mask, "building").count
    assert [o.id for o in everything.objects] == list(range(1, everything.count + 1))


@given(LABELS, st.sampled_from(["m2", "ha", "km2", "percent", "px"]))
@settings(deadline=None)
def test_areas_of_classes_add_up_and_units_agree(label, unit):
    mask = mask_of(label)
    parts = [change.measure(mask, name, unit).value for name in ("road", "building")]
    assert change.measure(mask, "any", unit).value == pytest.approx(sum(parts))
    scale = {"m2": 0.25, "ha": 0.25e-4, "km2": 0.25e-6, "percent": 100 / label.size, "px": 1.0}[unit]
    assert sum(parts) == pytest.approx((label > 0).sum() * scale, rel=1e-3)


def test_an_object_tells_its_place_and_size():
    label = np.zeros((20, 20), np.uint8)
    label[4:8, 10:16] = 2
    (thing,) = find_objects(mask_of(label))
    assert (thing.pixels, thing.box, thing.centre) == (24, (4, 10, 8, 16), (13.0, 6.0))
    assert thing.area_m2 == pytest.approx(6.0, rel=1e-3)
    assert thing.lonlat == pytest.approx((-97.75, 30.28), abs=0.02)
    assert (thing.status, thing.touches_edge) == ("appeared", False)
    label[0:3, 0:3] = 2
    assert [o.touches_edge for o in find_objects(mask_of(label))] == [False, True]


def test_small_objects_and_statuses_can_be_left_out():
    label = np.zeros((20, 20), np.uint8)
    label[1:5, 1:5], label[10:18, 10:18] = 2, 2
    mask = mask_of(label)
    mask.appeared[:8] = 0.1
    found = count(mask, "building")
    assert (found.count, found.appeared, found.disappeared) == (2, 1, 1)
    assert count(mask, "building", "disappeared").count == 1
    assert count(mask, "building", min_area=10.0).count == 1
    assert count(mask_of(label, georeferenced=False), "building", min_area=17.0).count == 1


def test_a_network_that_cannot_tell_directions_claims_none():
    label = np.zeros((20, 20), np.uint8)
    label[1:9, 1:9] = 2
    found = count(mask_of(label, appeared=None), "building")
    assert (found.appeared, found.disappeared, found.objects[0].status) == (None, None, "any")


def test_without_a_place_ground_units_become_percent():
    label = np.zeros((10, 10), np.uint8)
    label[:2] = 2
    area = change.measure(mask_of(label, georeferenced=False), "building", "ha")
    assert (area.value, area.unit) == (20.0, "percent")
    assert count(mask_of(label, georeferenced=False), "building").largest_area_m2 is None


def test_what_is_unknown_counts_neither_as_changed_nor_as_unchanged():
    label = np.zeros((10, 10), np.uint8)
    label[:2] = 2
    valid = np.ones((10, 10), bool)
    valid[5:] = False
    area = change.measure(mask_of(label, valid=valid), "building", "percent")
    assert area.value == pytest.approx(40.0)
    assert change.summarise(mask_of(label, valid=valid), ("building",), "x").unknown_share == 0.5


def test_a_sentence_that_the_mask_does_not_bear_out_is_marked():
    empty = np.zeros((10, 10), np.uint8)
    assert not change.describe(mask_of(empty)).mask_agrees
    assert change.describe(replace(mask_of(empty), changed=0.1)).mask_agrees


def test_an_interval_comes_in_the_unit_that_was_asked_for():
    label = np.zeros((40, 40), np.uint8)
    label[:10] = 2
    mask = replace(mask_of(label), area=AreaCalibration(0.9, (), (0.8,), (1.5,), 100))
    area = change.measure(mask, "building", "m2")
    assert area.interval == pytest.approx((0.25 * (500 * 0.8 - 100), 0.25 * (500 * 1.5 - 100)), rel=1e-3)
    assert area.interval_level == 0.9
    percent = change.measure(mask, "building", "percent")
    assert percent.interval == pytest.approx((100 * 300 / 1600, 100 * 650 / 1600))
    assert change.measure(mask, "road", "m2").interval is None


def test_specks_and_places_without_data_are_not_claimed(sample):
    pair = open_pair(sample.before, sample.after)
    label = np.zeros((256, 256), np.uint8)
    label[10:12, 10:12], label[50:53, 50:53], label[100:120, 100:120] = 2, 1, 2
    pair.valid[110:] = False
    window = Window(0, 0, 256, 256)
    seen = Prediction(label, np.eye(3, dtype=np.float32)[label].transpose(2, 0, 1), None, "", [], window, 1.0)
    mask = to_change_mask(pair, seen, "test")
    assert not mask.classes[10:12, 10:12].any()
    assert (mask.classes[50:53, 50:53] == 1).all()
    assert (mask.classes == 2).sum() == 10 * 20
