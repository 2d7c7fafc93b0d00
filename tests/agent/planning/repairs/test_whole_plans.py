"""Calls of one plan held against each other."""

from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import PlannedCall
from agent.planning.repairs.whole_plans import as_a_whole


def call(tool, **arguments):
    return PlannedCall(tool, arguments)


def after(question, *plan):
    return as_a_whole(plan, reading_of(question, ()))


def test_the_second_clause_is_about_the_same_objects():
    length = call("measure_objects", object_class="road", statistic="length", status="appeared")
    area = call("measure_area", object_class="road", unit="m2")
    _, found = after("total length of the new roads and their area", length, area)
    assert found.arguments == {"object_class": "road", "unit": "m2", "status": "appeared"}
    assert after("total length of the new roads, and the area of all roads", length, area)[1] == area


def test_a_matrix_is_no_table_of_objects():
    objects = call("export_result", format="csv")
    assert after("could I have the transition matrix as csv", objects) == (call("land_cover_transitions"),)
    report = call("export_result", format="html")
    assert after("the transition matrix, and a report", call("land_cover_transitions"), report)[1] == report
    assert after("the objects as csv", objects) == (objects,)


def test_a_picture_shows_all_that_changed():
    (found,) = after("a picture of the trees that are gone", call("export_result", format="png", cover="trees"))
    assert found == call("export_result", format="png")
    table = call("export_result", format="gpkg", cover="trees")
    assert after("the trees that are gone as gpkg", table) == (table,)
