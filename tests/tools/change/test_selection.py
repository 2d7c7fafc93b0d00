from dataclasses import replace

import pytest

from tools.catalogue.change_tools import compare_areas, count_objects, find_objects
from tools.change.places import Compass
from tools.errors import UnknownObjectError


@pytest.fixture
def found(workspace):
    return workspace.change(workspace.pair())


def test_objects_of_a_part_are_those_whose_centre_lies_there(workspace, found):
    compass = Compass.of(found)
    north = find_objects(workspace, within="north", k=100)
    assert {one.object.id for one in north.objects} == {t.id for t in found.objects if compass.lies_in(t, "north")}
    assert 0 < north.count < len(found.objects)
    assert north.condition == "in the northern half"
    assert north.pixels == sum(one.object.pixels for one in north.objects)
    assert north.area_m2 == pytest.approx(sum(one.object.area_m2 for one in north.objects))


def test_halves_add_up_to_the_whole(workspace):
    whole = find_objects(workspace, "building")
    halves = [find_objects(workspace, "building", within=part) for part in ("north", "south")]
    assert sum(half.count for half in halves) == whole.count == count_objects(workspace, "building").count
    assert sum(half.pixels for half in halves) == whole.pixels


def test_orders_and_cut_lists(workspace, found):
    sizes = [one.object.pixels for one in find_objects(workspace, order="smallest", k=100).objects]
    assert sizes == sorted(sizes)
    three = find_objects(workspace, k=3)
    assert [one.object.id for one in three.objects] == [obj.id for obj in found.objects[:3]]
    assert three.count == len(found.objects)


def test_what_lies_north_of_the_one_spoken_of_last(workspace, found):
    with pytest.raises(UnknownObjectError, match="No single object"):
        find_objects(workspace, direction="north")
    smallest = find_objects(workspace, order="smallest", k=1).objects[0].object
    north = find_objects(workspace, direction="north", k=100)
    assert north.condition == f"north of {smallest.object_class} {smallest.id}"
    assert all(one.object.centre[1] < smallest.centre[1] for one in north.objects)


def test_a_class_stands_for_its_largest_object(workspace, found):
    largest = found.of("building")[0]
    beside = find_objects(workspace, direction="south", of="building")
    assert beside.condition == f"south of building {largest.id}"
    assert find_objects(workspace, direction="south", of=largest.id).objects == beside.objects
    with pytest.raises(UnknownObjectError, match="no object 999"):
        find_objects(workspace, direction="south", of=999)
    with pytest.raises(UnknownObjectError, match="No changed road was found"):
        find_objects(workspace, direction="south", of="road")


def test_a_part_is_compared_with_another(workspace):
    both = compare_areas(workspace, "north", "south", "building")
    north, south = (find_objects(workspace, "building", within=part) for part in ("north", "south"))
    assert [row.pixels for row in both.parts] == [north.pixels, south.pixels]
    assert [row.count for row in both.parts] == [north.count, south.count]
    assert both.more == ("north" if north.pixels > south.pixels else "south")
    assert compare_areas(workspace, "east", "east").more is None


def test_without_a_place_on_earth_north_is_the_top(found):
    from tools.change.selection import ObjectQuery, find

    told = find(replace(found, georeference=None), ObjectQuery(within="north"))
    assert "north is the top of the image" in told.method
    assert told.area_m2 is None
    assert told.objects[0].place in {"top", "top left", "top right", "left", "right", "centre"}


def test_a_list_holds_objects_of_the_sizes_and_certainty_asked_for(workspace, found):
    sizes = sorted(obj.area_m2 for obj in found.of("building"))
    middle = sizes[len(sizes) // 2]
    small = find_objects(workspace, "building", max_area=middle, k=100)
    assert sorted(one.object.area_m2 for one in small.objects) == [size for size in sizes if size <= middle]
    assert small.of == len(sizes)
    none = find_objects(workspace, "building", min_area=sizes[-1] + 1, min_probability=0.1, within="north")
    assert (none.count, none.condition) == (0, "in the northern half")
    assert none.of == find_objects(workspace, "building", within="north").count
    assert "objects above" in small.method
