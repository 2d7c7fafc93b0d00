"""Areas of all objects together, and sizes that these are held against."""

import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.dialogue.spelt import reading_of
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.remark import Against
from agent.planning.repairs.areas import with_areas


def call(tool, **arguments):
    return PlannedCall(tool, arguments)


def after(question, plan, *history):
    return with_areas(plan, reading_of(question, history), Topic.of(history))


@pytest.mark.parametrize(
    "question",
    [
        "Is the total area of the new houses over 1 ha?",
        "Do the new houses cover more than 1 hectare altogether?",
        "Are all the new houses combined larger than 1 ha?",
        "Sind die neuen Häuser zusammen größer als 1 ha?",
        "¿Las casas nuevas suman más de 1 ha?",
        "Les nouvelles maisons font-elles plus de 1 ha au total ?",
        "新建房屋总面积超过1公顷吗?",
    ],
)
def test_all_of_them_are_held_against_a_size(question):
    plan = after(question, (call("count_objects", object_class="building", status="appeared", min_area=10_000.0),))
    assert plan == (call("measure_area", unit="m2", object_class="building", status="appeared"),)
    assert remarks(question, plan) == (Against(10_000.0),)


def test_what_was_spoken_of_and_its_limits():
    before = PastTurn("houses over 50 m2?", (call("count_objects", object_class="building", min_area=50.0),))
    (found,) = after("Together they exceed 1 hectare, right?", (call("land_change", cover="water"),), before)
    assert found == call("measure_area", unit="m2", object_class="building", min_area=50.0)


@pytest.mark.parametrize(
    "question",
    [
        "How many new houses over 200 m2 are there in total?",
        "Are there any houses over 200 m2?",
        "only those over 200 m2",
    ],
)
def test_each_of_them_is_limited(question):
    plan = (call("count_objects", object_class="building", min_area=200.0),)
    assert after(question, plan) == plan


def test_what_they_cover_is_no_number_of_them():
    plan = (call("count_objects", object_class="building", min_area=100.0),)
    (found,) = after("How much do the houses over 100 m2 cover in total?", plan)
    assert found == call("measure_area", unit="m2", object_class="building", min_area=100.0)
    both = (*plan, call("measure_area", object_class="road", unit="m2"))
    assert after("How many houses over 100 m2, and what area of road?", both) == both
