"""Numbers of an answer computed anew in a workspace of their own."""

import pytest

from tools.catalogue.change_tools import count_objects, detect_change, find_objects, measure_area
from tools.catalogue.export_tools import export_result
from tools.catalogue.judgement_tools import verify_numbers
from tools.errors import NothingMeasuredError
from tools.workspace.call_log import Call


def called(workspace, function, **arguments):
    result = function(workspace, **arguments)
    workspace.calls.note(Call(function.__name__, arguments, result))
    return result


def test_numbers_of_the_last_answer_agree_with_the_same_computed_anew(workspace, eyes):
    called(workspace, count_objects, object_class="building")
    called(workspace, measure_area, object_class="building", unit="ha")
    called(workspace, detect_change)
    looks = eyes.looks
    told = verify_numbers(workspace)
    assert told.verdict == "pass"
    assert {one.tool for one in told.checks} == {"count_objects", "measure_area", "detect_change"}
    assert told.by_outlines == 1
    assert eyes.looks > looks, "nothing that was kept is used"


def test_a_number_that_was_told_wrongly_fails(workspace):
    counted = count_objects(workspace, object_class="building")
    wrong = Call("count_objects", {"object_class": "road"}, counted)
    workspace.calls.note(wrong)
    told = verify_numbers(workspace)
    assert told.verdict == "fail"
    assert told.checks[0].again == 0.0


def test_an_area_that_no_outlines_have_fails(workspace):
    area = measure_area(workspace, object_class="building", unit="m2")
    workspace.calls.note(Call("measure_area", {"object_class": "road", "unit": "m2"}, area))
    assert any(one.name == "area of outlines" and one.verdict == "fail" for one in verify_numbers(workspace).checks)


def test_what_is_refused_the_second_time_fails(workspace):
    found = called(workspace, find_objects, k=1)
    workspace.calls.begin()
    workspace.calls.note(Call("describe_object", {"number": 999}, found))
    told = verify_numbers(workspace)
    assert told.verdict == "fail"
    assert {one.again for one in told.checks} == {0.0}


def test_files_are_not_written_again(workspace):
    called(workspace, find_objects, k=1)
    called(workspace, export_result, format="csv")
    before = list(workspace.folder.rglob("*"))
    told = verify_numbers(workspace)
    assert told.unchecked == ("export_result",)
    assert list(workspace.folder.rglob("*")) == before


def test_without_a_number_there_is_nothing_to_verify(workspace):
    with pytest.raises(NothingMeasuredError, match="ask for a number first"):
        verify_numbers(workspace)


def test_settings_and_the_current_pair_are_the_same(workspace, sample):
    workspace.open(sample.after, sample.before)
    workspace.pairs.select("1")
    counted = called(workspace, count_objects, object_class="building", min_area=30.0)
    told = verify_numbers(workspace)
    assert (told.pair, told.verdict) == ("1", "pass")
    assert {one.name: one.again for one in told.checks}["count"] == counted.count
