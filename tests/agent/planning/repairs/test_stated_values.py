"""Plans of the parser with what the question states in place of what contradicts it."""

import pytest

from agent.planning.dialogue.spelt import reading_of
from agent.planning.dialogue.topic import Topic
from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.repairs.stated_values import (
    leaves_file_out,
    of_named_class,
    repaired,
    with_class,
    with_file,
    with_limits,
)


def call(tool, **arguments):
    return PlannedCall(tool, arguments)


def after(question, plan, *history):
    return repaired(plan, reading_of(question, history))


@pytest.mark.parametrize(
    "question",
    [
        "anything smaller than 20 m² is a shed, I don't want those counted",
        "we do not map houses under 20 m2",
        "houses below 20 m2, leave those out of both",
        "Gebäude unter 20 m² erfassen wir nicht",
        "les bâtiments de moins de 20 m² ne comptent pas",
        "los edificios de menos de 20 m2 no cuentan",
        "小于20平方米的建筑不算",
    ],
)
def test_what_is_left_out_is_not_all_that_counts(question):
    (found,) = after(question, (call("count_objects", object_class="building", max_area=20.0),))
    assert found.arguments == {"object_class": "building", "min_area": 20.0}


def test_only_those_below_a_limit_stay_so():
    plan = (call("count_objects", object_class="building", max_area=20.0),)
    assert after("How many houses are smaller than 20 m2?", plan) == plan


def test_a_length_is_no_area():
    (found,) = after(
        "Are any of those new roads longer than 200 m?",
        (call("count_objects", object_class="road", status="appeared", min_area=200.0),),
    )
    assert found == call("find_objects", object_class="road", status="appeared", extent="length")


def test_the_unit_that_is_named():
    (found,) = after("Acreage of tree cover lost, please.", (call("land_change", cover="trees"),))
    assert found.arguments["unit"] == "acre"
    (shares,) = after("what part of it in percent became bare?", (call("land_change", cover="trees", tell="became"),))
    assert "unit" not in shares.arguments


def test_who_says_that_nothing_was_built_is_answered_by_what_appeared():
    (found,) = after("He says he has not built anything since.", (call("count_objects", object_class="building"),))
    assert found.arguments["status"] == "appeared"


def test_new_ones_are_listed_where_a_map_was_planned():
    plan = (call("detect_change", classes=["building"]),)
    (found,) = after("Which houses are in the new image but not in the old one?", plan)
    assert found == call("find_objects", object_class="building", status="appeared", k=20)
    stated = "I act for a client. Please state which structures are in the later image and absent in the earlier one."
    assert after(stated, plan)[0].tool == "find_objects"
    for question in ("Where were houses built?", "Show me where the new houses are."):
        assert after(question, plan) == plan


@pytest.mark.parametrize(
    "question",
    [
        "Export the new ones, only those you'd call reasonably certain",
        "export it, but drop the low-confidence detections",
        "Exportiere nur die sicheren",
        "exporte seulement ceux dont tu es sûr",
        "exporta solo los seguros",
        "只导出比较确定的",
    ],
)
def test_only_the_sure_ones_are_those_that_answers_call_sure(question):
    (found,) = after(question, (call("export_result", format="gpkg"),))
    assert found.arguments["min_probability"] == 0.7


def test_the_class_that_is_named_takes_the_place_of_all():
    reading = reading_of("How many houses lie in the centre?", ())
    assert (
        of_named_class((call("count_objects", object_class="any"),), reading)[0].arguments["object_class"] == "building"
    )
    assert of_named_class((call("find_objects"),), reading)[0].arguments == {"object_class": "building"}
    other = reading_of("How many changes are there besides houses?", ())
    assert of_named_class((call("find_objects"),), other) == (call("find_objects"),)


HOUSES = PastTurn(
    "List new houses over 50 m2", (call("find_objects", object_class="building", status="appeared", min_area=50.0),)
)


def test_the_class_spoken_of_stays():
    question = "only those in the south"
    (found,) = with_class((call("find_objects", within="south"),), reading_of(question, [HOUSES]), Topic.of([HOUSES]))
    assert found.arguments == {"within": "south", "object_class": "building"}
    everything = reading_of("list all of them that changed", [HOUSES])
    assert with_class((call("find_objects"),), everything, Topic.of([HOUSES])) == (call("find_objects"),)


def test_limits_stay_in_force_for_the_same_objects_alone():
    topic, reading = Topic.of([HOUSES]), reading_of("how many per hectare is that?", [HOUSES])
    new = call("measure_objects", object_class="building", status="appeared", statistic="density")
    gone = call("count_objects", object_class="building", status="disappeared")
    assert [one.arguments.get("min_area") for one in with_limits((new, gone), reading, topic)] == [50.0, None]
    dropped = reading_of("back to all of them: how many per hectare?", [HOUSES])
    assert with_limits((new,), dropped, topic) == (new,)


def test_a_file_that_is_named_must_be_written():
    reading = reading_of("csv with one row per feature then", ())
    assert leaves_file_out((call("zonal_change"),), reading)
    assert not leaves_file_out((call("export_result", format="csv"),), reading)
    assert not leaves_file_out((call("count_objects"),), reading_of("how many?", ()))


def test_a_limit_that_is_stated_anew_takes_the_place_of_the_last():
    plan = (call("count_objects", object_class="building", min_area=200.0),)
    for question in ("make it at least 100 m2", "nur noch Gebäude von mindestens 100 m²", "那改成100平以上的再数一遍"):
        assert after(question, plan, HOUSES)[0].arguments["min_area"] == 100.0
    held = "are they together more than 100 m2, is that true?"
    assert after(held, plan, HOUSES) == plan


def test_buildings_and_roads_that_are_both_named_are_counted_apart():
    named = "cuántas casas nuevas hay y si han abierto alguna calle"
    both = after(named, (call("count_objects", object_class="any", status="appeared"),))
    assert [one.arguments["object_class"] for one in both] == ["building", "road"]
    one = after("How many new houses and roads are there?", (call("count_objects", object_class="building"),))
    assert [each.arguments["object_class"] for each in one] == ["building", "road"]
    near = (call("count_objects", object_class="building", distance_to="road", max_distance=5.0),)
    assert after("Are there other new buildings closer than 5 m to a road, and how many?", near) == near


def test_the_file_that_is_asked_for_is_written():
    reading, topic = (
        reading_of("give me all of that as a table for Excel, sorted by area", [HOUSES]),
        Topic.of([HOUSES]),
    )
    (found,) = with_file((call("measure_area", object_class="building"),), reading, topic)
    assert found == call("export_result", format="xlsx", object_class="building", status="appeared", min_area=50.0)
    assert with_file((call("count_objects"),), reading, Topic()) == (call("count_objects"),)


@pytest.mark.parametrize(
    "question",
    ["List the new houses further than 100 m from a road", "Quelles maisons sont à plus de 100 m d'une route ?"],
)
def test_the_side_of_a_distance(question):
    plan = (call("find_objects", object_class="building", distance_to="road", max_distance=100.0),)
    (found,) = after(question, plan)
    assert found.arguments == {"object_class": "building", "distance_to": "road", "min_distance": 100.0}


def test_a_distance_is_no_size():
    (found,) = after("Any houses with nothing else within 30 m?", (call("count_objects", max_area=30.0),))
    assert found.arguments == {"object_class": "building", "distance_to": "building", "min_distance": 30.0}


@pytest.mark.parametrize(
    "question", ["which of them are the biggest?", "Where are the biggest new houses?", "Welche sind die größten?"]
)
def test_several_of_them(question):
    (found,) = after(question, (call("find_objects", object_class="building", k=1),))
    assert found == call("find_objects", object_class="building")


@pytest.mark.parametrize("question", ["which is the biggest?", "where is the largest house?"])
def test_one_of_them(question):
    plan = (call("find_objects", object_class="building", k=1),)
    assert after(question, plan) == plan


def test_a_limit_that_leaves_nothing_beside_it_replaces_that():
    (found,) = after("Now the same for structures above 60 m²", (call("find_objects", min_area=60.0, max_area=15.0),))
    assert found.arguments["min_area"] == 60.0
    assert "max_area" not in found.arguments


def test_a_file_holds_what_was_spoken_of_as_far_from_others():
    near = {"object_class": "building", "distance_to": "road", "max_distance": 60.0}
    before = PastTurn("houses within 60 m of a road?", (call("find_objects", **near),))
    (found,) = with_limits(
        (call("export_result", format="shapefile", object_class="building", min_distance=60.0),),
        reading_of("put them in a shapefile", [before]),
        Topic.of([before]),
    )
    assert found.arguments == {"format": "shapefile"} | near


def test_limits_of_an_earlier_turn_are_not_in_force():
    before = PastTurn("and below 150?", (call("count_objects", object_class="building", max_area=150.0),))
    (found,) = with_limits(
        (call("find_objects", object_class="building", min_area=150.0),),
        reading_of("list them", [before]),
        Topic.of([before]),
    )
    assert found.arguments == {"object_class": "building", "max_area": 150.0}
