"""What is declined: needless words go, what nothing answers is quoted as a whole."""

import pytest

from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import DECLINE, PlannedCall
from agent.planning.planner import best_reading
from agent.planning.repairs.declined import as_said, quoted, without_needless, without_part, without_single_trees


def needed(plan, question):
    return without_needless(plan, reading_of(question, ()), best_reading)


LIST = PlannedCall("find_objects", {"object_class": "building"})


def declined(text):
    return PlannedCall(DECLINE, {"kind": "cannot", "text": text})


@pytest.mark.parametrize("text", ["area and position", "for this one"])
def test_what_a_list_tells_anyway_is_not_declined(text):
    assert needed((LIST, declined(text)), "a list, " + text) == (LIST,)


@pytest.mark.parametrize(
    "text", ["who owns them", "how many storeys", "which the least", "within 100 m of the water", "swimming pools"]
)
def test_what_nothing_tells_is_declined(text):
    plan = (LIST, declined(text))
    assert needed(plan, text) == plan


def test_where_nothing_is_answered_all_is_declined():
    assert needed((declined("for this one"),), "for this one") == (declined("for this one"),)


def test_this_district_is_no_zone():
    zones = PlannedCall("zonal_change", {})
    assert needed((zones, LIST), "How many new houses are in this district?") == (LIST,)
    assert needed((zones, LIST), "How many in each district?") == (zones, LIST)
    assert needed((zones,), "How much changed in this district?") == (zones,)


def test_no_file_beside_what_is_declined():
    report = PlannedCall("export_result", {"format": "pdf"})
    address = declined("what's his address")
    assert needed((address, report), "what's his address, I may look it up") == (address,)
    asked = "who owns them? and give me a report as pdf"
    assert needed((declined("who owns them"), report), asked)[1] == report


def test_the_whole_sentence_is_quoted_where_nothing_else_is_said():
    question = "Can you tell me the month in which the largest was completed? Thanks."
    (call,) = quoted((declined("the largest was completed"),), question)
    assert call.arguments["text"] == "Can you tell me the month in which the largest was completed"
    assert quoted((LIST, declined("the month")), question)[1] == declined("the month")


def test_a_quarter_cannot_be_left_out():
    question = "List the houses, without the ones in the north-west"
    plan = (PlannedCall("find_objects", {"object_class": "building", "within": "north-west"}),)
    assert without_part(plan, reading_of(question, ())) == (LIST, declined("without the ones in the north-west"))
    owners = declined("who owns them")
    assert owners in without_part((*plan, owners), reading_of(question + ", and who owns them?", ()))
    half = "List the houses that are not in the north"
    assert without_part((LIST,), reading_of(half, ())) == (LIST,)


@pytest.mark.parametrize(
    "question",
    [
        "How many trees were felled?",
        "Wie viele Bäume wurden gefällt?",
        "Combien d'arbres ont disparu ?",
        "砍了多少棵树",
    ],
)
def test_single_trees_are_not_counted(question):
    ground = PlannedCall("land_change", {"cover": "trees"})
    plan = without_single_trees((ground,), reading_of(question, ()))
    assert [call.tool for call in plan] == ["land_change", DECLINE]
    assert without_single_trees((ground,), reading_of("How much forest was lost?", ())) == (ground,)


def test_a_remark_is_no_thing_that_cannot_be_seen():
    remark = PlannedCall("decline", {"kind": "unseen", "text": "That looks like a parked lorry to me honestly"})
    pools = PlannedCall("decline", {"kind": "unseen", "text": "swimming pools"})
    assert [one.arguments["kind"] for one in as_said((remark, pools))] == ["cannot", "unseen"]
