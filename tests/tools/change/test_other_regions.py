from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import box

from mci_model.settings import BUILDING
from tests.tools.drawn_maps import drawn_map
from tools.change.change_map import ObjectFilter
from tools.change.other_change import MAX_REGIONS, other_change
from tools.change.selection import ObjectQuery, find
from tools.change.summary import describe, summarise
from tools.errors import UnknownClassError

BARE, WATER = 1, 4


def likely(*boxes, size=(256, 256), probability=0.9):
    values = np.zeros(size)
    for top, left, bottom, right in boxes:
        values[top:bottom, left:right] = probability
    return values


@pytest.fixture
def unbuilt():
    return np.zeros((256, 256), np.uint8)


def test_regions_are_measured_placed_and_told_by_what_the_ground_became(tmp_path, unbuilt):
    cover = np.zeros((256, 256)), np.where(np.arange(256)[None] < 128, BARE, WATER)
    told = other_change(
        drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 50, 50), (200, 200, 220, 240)), cover=cover)
    )
    assert told.count == 2
    first, second = told.regions
    assert (first.place, first.before, first.after) == ("north-west", "vegetation", "bare ground")
    assert (second.place, second.before, second.after) == ("south-east", "vegetation", "water")
    assert first.pixels == pytest.approx(1600, abs=10)
    assert first.area_m2 == pytest.approx(first.pixels * 0.25, rel=0.01)
    assert first.probability == pytest.approx(0.9, abs=0.01)
    assert told.pixels == first.pixels + second.pixels
    assert told.share == pytest.approx(told.pixels / 256**2)
    assert [one.place for one in told.where] == ["north-west", "south-east"]


def test_a_region_that_partly_became_something_else_is_told_by_that(tmp_path, unbuilt):
    after = np.zeros((256, 256))
    after[10:50, 10:25] = WATER
    told = other_change(drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 50, 50)), cover=(0, after)))
    assert (told.regions[0].before, told.regions[0].after) == ("vegetation", "water")
    mostly = other_change(drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 50, 50)), cover=(WATER, WATER)))
    assert (mostly.regions[0].before, mostly.regions[0].after) == ("water", "water")


def test_what_lies_at_changed_buildings_belongs_to_them(tmp_path, unbuilt):
    unbuilt[100:120, 100:120] = BUILDING
    told = drawn_map(tmp_path, unbuilt, any_change=likely((97, 97, 123, 123), (10, 10, 40, 40)))
    assert [obj.object_class for obj in told.found] == ["building"]
    assert other_change(told).count == 1
    assert told.other.found[0].cover == ("vegetation", "vegetation")


def test_specks_and_slivers_do_not_count(tmp_path, unbuilt):
    told = other_change(drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 19, 19), (100, 0, 103, 256))))
    assert (told.count, told.pixels, told.regions, told.where) == (0, 0, (), ())


def test_a_network_that_does_not_tell_it_has_no_other_change(tmp_path, unbuilt):
    told = drawn_map(tmp_path, unbuilt)
    assert told.other is None
    assert describe(told).other is None
    with pytest.raises(UnknownClassError, match="buildings and roads alone"):
        summarise(told, ("any",), "")


def test_a_summary_tells_it_when_it_is_asked_for(tmp_path, unbuilt):
    told = drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 50, 50)))
    summary = summarise(told, ("building", "any"), "")
    assert [row.object_class for row in summary.classes] == ["building", "any"]
    assert summary.classes[1].pixels == summary.other.pixels > 0
    assert summarise(told, ("building",), "").other is None


def test_filters_and_unknown_pixels_hold_for_regions_too(tmp_path, unbuilt):
    valid = np.ones((256, 256), bool)
    valid[:, :30] = False
    told = drawn_map(
        tmp_path, unbuilt, any_change=likely((10, 10, 50, 50), (100, 100, 200, 200), probability=0.8), valid=valid
    )
    assert [obj.pixels for obj in told.other.found] == pytest.approx([10_000, 800], abs=30)
    assert told.filtered(ObjectFilter(min_area=1000)).other.objects == told.other.found[:1]
    assert told.filtered(ObjectFilter(min_probability=0.9)).other.objects == ()


def test_only_the_largest_are_listed(tmp_path, unbuilt):
    spots = [(row, column, row + 14, column + 14) for row in range(5, 230, 40) for column in range(5, 230, 80)]
    told = other_change(drawn_map(tmp_path, unbuilt, any_change=likely(*spots)))
    assert told.count == len(spots)
    assert len(told.regions) == MAX_REGIONS


def test_regions_across_blocks_are_the_same_wherever_blocks_end(tmp_path, unbuilt, monkeypatch):
    rng = np.random.default_rng(0)
    values = np.repeat(np.repeat(rng.random((32, 32)) > 0.6, 8, 0), 8, 1) * 0.9
    unbuilt[60:70, 120:140] = BUILDING
    whole = drawn_map(tmp_path, unbuilt, any_change=values).other
    monkeypatch.setattr("tools.change.other_regions.LABEL_BLOCK", 64)
    (tmp_path / "blocks").mkdir()
    cut = drawn_map(tmp_path / "blocks", unbuilt, any_change=values).other
    assert [replace(obj, area_m2=None) for obj in whole.found] == [replace(obj, area_m2=None) for obj in cut.found]
    assert [obj.area_m2 for obj in whole.found] == pytest.approx([obj.area_m2 for obj in cut.found])
    assert np.array_equal(whole.ids(whole.whole), cut.ids(cut.whole))


def test_outside_an_area_of_interest_nothing_counts(tmp_path, unbuilt):
    class West:
        name = "west.geojson"
        geometry = box(0, 0, 1, 1)

        def inside(self, window):
            columns = np.arange(window.left, window.left + window.width)
            return np.broadcast_to(columns < 128, (window.height, window.width))

    told = drawn_map(
        tmp_path, unbuilt, any_change=likely((10, 10, 50, 50), (10, 200, 50, 240)), area_of_interest=West()
    )
    assert len(told.other.found) == 1


def test_where_no_building_changed_the_ground_is_listed(tmp_path, unbuilt):
    told = drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 50, 50), (100, 100, 120, 120)), cover=(0, WATER))
    found = find(told, ObjectQuery(k=1))
    assert (found.count, found.objects[0].object.cover) == (2, ("vegetation", "water"))
    assert find(told, ObjectQuery("building")).count == find(told, ObjectQuery(status="appeared")).count == 0


def test_regions_are_numbered_after_the_buildings(tmp_path, unbuilt):
    unbuilt[100:120, 100:120] = unbuilt[200:210, 200:210] = BUILDING
    told = drawn_map(tmp_path, unbuilt, any_change=likely((10, 10, 50, 50)))
    assert [obj.id for obj in told.everything] == [1, 2, 3]
    assert told.other.found[0].id == 3
    assert (told.other.ids(told.whole) == 3).sum() == told.other.found[0].pixels
    assert set(np.unique(told.other.classes(told.whole))) == {0, 3}
    assert find(told, ObjectQuery()).count == 3  # what is neither building nor road counts as changed, too
    beside = find(told, ObjectQuery("building", direction="south-east", of=3))
    assert beside.count == 2
