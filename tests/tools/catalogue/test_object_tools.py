"""The tool on one changed object, on a sample pair."""

from dataclasses import replace

import pytest

from tools.catalogue.change_tools import count_objects, find_objects
from tools.catalogue.object_tools import describe_object
from tools.errors import UnknownObjectError


def test_an_object_is_told_as_lists_tell_it(workspace):
    listed = find_objects(workspace, "building", k=3).objects
    told = [describe_object(workspace, one.object.id) for one in listed]
    assert [one.found for one in told] == list(listed)
    assert [one.rank for one in told] == [1, 2, 3]
    assert {one.of_class for one in told} == {count_objects(workspace, "building").count}


def test_the_smallest_has_the_last_rank(workspace):
    (smallest,) = find_objects(workspace, "building", order="smallest", k=1).objects
    told = describe_object(workspace, smallest.object.id)
    assert told.rank == told.of_class


def test_it_is_what_was_spoken_of_last_from_then_on(workspace):
    second = find_objects(workspace, "building", k=2).objects[1].object.id
    assert describe_object(workspace, second) == describe_object(workspace, "last")


def test_a_road_is_told_as_one(workspace):
    house = describe_object(workspace, find_objects(workspace, "building", k=1).objects[0].object.id)
    assert not house.tells_of_roads
    road = replace(house.found, object=replace(house.found.object, object_class="road"))
    assert replace(house, found=road).tells_of_roads


def test_a_number_that_no_object_has_is_refused(workspace):
    with pytest.raises(UnknownObjectError, match="There is no object 9999"):
        describe_object(workspace, 9999)


def test_none_was_spoken_of_yet(workspace):
    with pytest.raises(UnknownObjectError, match="No single object has been spoken of"):
        describe_object(workspace, "last")
