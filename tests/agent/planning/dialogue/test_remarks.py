import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.plan import PlannedCall
from agent.planning.remark import (
    Asserted,
    Balance,
    Compared,
    Courtesy,
    Impossible,
    Method,
    NotUsed,
    OfOneDate,
    OutOfScope,
    Recap,
    Unseen,
    Whether,
)
from agent.reading.claims import Claim

COUNT = (PlannedCall("count_objects", {"object_class": "building"}),)
LAND = (PlannedCall("land_change", {"cover": "water"}),)


@pytest.mark.parametrize(
    ("question", "plan", "told"),
    [
        ("how many swimming pools?", (), Unseen(("swimming pools",))),
        ("email it", (), Impossible("mail")),
        ("send it to my boss by email", (), Impossible("mail")),
        ("mail me the report", (), Impossible("mail")),
        ("print it out", (), Impossible("print")),
        ("thanks", (), Courtesy("thanks")),
        ("hello", (), Courtesy("hello")),
        ("summarize what we found so far", (), Recap()),
        ("confirm that 25 were built", COUNT, Asserted(Claim(25, "exactly"))),
        ("so zero houses?", COUNT, Asserted(Claim(0, "exactly"))),
        ("did any house get demolished", COUNT, Whether("loss")),
        ("has the lake shrunk?", LAND, Whether("loss")),
        ("was anything burnt?", LAND, Whether(None)),
        ("is that more than the roads?", COUNT * 2, Compared("gain")),
        ("is that less than the roads?", COUNT * 2, Compared("loss")),
        ("so fewer houses than before, right?", COUNT, Balance()),
        ("hay más casas que antes?", COUNT, Balance()),
        ("how many stood there before?", COUNT, OfOneDate("building")),
        ("buildings in total in 2018?", COUNT, OfOneDate("building")),
        ("how many purple buildings?", COUNT, NotUsed(("purple",))),
    ],
)
def test_what_is_said_beside_results(question, plan, told):
    assert remarks(question, plan) == (told,)


@pytest.mark.parametrize("question", ["how many buildings changed?", "only those 90 % sure", "list them"])
def test_plain_questions_need_none(question):
    assert remarks(question, COUNT) == ()


def test_the_source_of_a_number_is_told_where_there_is_one():
    assert remarks("which tool made that number?", (), ["how many houses?"]) == (Method(),)
    assert remarks("which tool made that number?", ()) == (OutOfScope(),)


def test_nothing_is_said_of_the_words_of_a_search():
    assert remarks("are there purple swimming pools?", (PlannedCall("find_changes", {"text": "pools"}),)) == ()


def test_what_no_tool_answers_is_said_of_a_question_alone():
    assert remarks("tell me a joke", ()) == (OutOfScope(),)
    assert remarks("?", ()) == remarks("help", ()) == ()


def test_a_question_of_another_kind_is_no_dropped_filter():
    words = "gorgeous purple wooden haunted medieval"
    assert remarks(f"how many {words} buildings?", COUNT) == ()


def test_the_language_is_that_of_the_conversation():
    assert remarks("merci", (), ["Combien de bâtiments ?"]) == (Courtesy("thanks"),)
