"""Land that was lost to other land: what it became is told, with yes or no."""

import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.dialogue.spelt import reading_of
from agent.planning.plan import PlannedCall
from agent.planning.remark import Converted
from agent.planning.repairs.conversions import with_conversion
from agent.reading.conversions import conversion


@pytest.mark.parametrize(
    ("question", "lost", "into"),
    [
        ("so farmland was lost to construction?", "vegetation", "built"),
        ("was forest turned into fields?", "trees", "vegetation"),
        ("were any fields built over?", "vegetation", "built"),
        ("Wurde Wald in Acker umgewandelt?", "trees", "vegetation"),
    ],
)
def test_what_was_lost_became(question, lost, into):
    reading = reading_of(question, ())
    assert conversion(reading) == (lost, into)
    plan = with_conversion((PlannedCall("land_change", {"cover": lost, "within": "south"}),), reading)
    assert plan == (PlannedCall("land_change", {"cover": lost, "tell": "became", "way": "lost", "within": "south"}),)
    assert remarks(question, plan)[0] == Converted(into)


@pytest.mark.parametrize(
    "question",
    ["how much forest was lost?", "And how much of the lost forest turned into buildings?", "were houses built?"],
)
def test_other_questions_name_no_two_kinds_or_ask_how_much(question):
    assert conversion(reading_of(question, ())) is None


def test_a_plan_without_land_stays():
    plan = (PlannedCall("count_objects", {"object_class": "building"}),)
    assert with_conversion(plan, reading_of("so farmland was lost to construction?", ())) == plan
    assert with_conversion((), reading_of("was forest turned into fields?", ())) == ()
