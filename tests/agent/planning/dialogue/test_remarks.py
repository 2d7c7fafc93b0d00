import pytest

from agent.planning.dialogue.remarks import remarks
from agent.planning.plan import DECLINE, SAY, PlannedCall
from agent.planning.remark import (
    Asserted,
    Balance,
    Beyond,
    BuiltUp,
    Compared,
    Courtesy,
    Difference,
    Impossible,
    LandOfOneDate,
    Method,
    MostIn,
    NoPixelSize,
    NoThirds,
    NotUsed,
    OfOneDate,
    OutOfScope,
    PartUnknown,
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


def test_a_part_that_no_image_tells_is_named_beside_what_is_answered():
    assert PartUnknown() in remarks("how many houses, and how high are they?", COUNT)


def test_thirds_are_named_where_a_half_is_measured():
    north = (PlannedCall("count_objects", {"object_class": "building", "within": "north"}),)
    assert NoThirds() in remarks("how many houses in the northern third?", north)


def test_land_at_one_date_is_asked_for():
    assert LandOfOneDate() in remarks("how large is the pond now?", LAND)
    assert LandOfOneDate() not in remarks("has the pond grown?", LAND)


def test_built_up_ground_is_named():
    assert BuiltUp() in remarks("how much land was sealed?", (PlannedCall("land_change", {"cover": "built"}),))


def test_a_unit_of_the_ground_is_asked_for():
    assert NoPixelSize() in remarks("how big is the largest in acres?", (PlannedCall("find_objects", {"k": 1}),))


def test_no_yes_where_a_distance_was_not_used_or_either_way_is_asked():
    near = remarks("are any new houses within 20 m of the trees?", COUNT)
    assert not any(isinstance(one, Whether) for one in near)
    assert not any(isinstance(one, Whether | Compared) for one in remarks("is it denser north or south?", COUNT * 2))


def declined(kind, text):
    return PlannedCall(DECLINE, {"kind": kind, "text": text})


@pytest.mark.parametrize(
    ("question", "plan", "told"),
    [
        ("how many new houses, and who owns them?", (*COUNT, declined("cannot", "who owns them")), [Beyond]),
        ("any trampolines?", (declined("unseen", "trampolines"),), [Unseen]),
        ("what is the plot worth?", (declined("cannot", "what is the plot worth"),), [Beyond]),
        ("wrap it all up for me", (PlannedCall(SAY, {"act": "recap"}),), [Recap]),
        ("cheers mate", (PlannedCall(SAY, {"act": "thanks"}),), [Courtesy]),
        ("what are you good for?", (PlannedCall(SAY, {"act": "help"}),), []),
    ],
)
def test_what_the_parser_declines_or_says_is_told(question, plan, told):
    assert [type(one) for one in remarks(question, plan)] == told


def test_declined_words_are_told_once_beside_mail():
    told = remarks("email it to the mayor", (declined("cannot", "email it to the mayor"),))
    assert told == (Impossible("mail"),)


def test_counts_of_several_parts_say_where_most_are():
    parts = [PlannedCall("count_objects", {"object_class": "any", "within": part}) for part in ("north-east", "west")]
    three = (*parts, PlannedCall("count_objects", {"object_class": "any", "within": "centre"}))
    assert MostIn() in remarks("in which of these did most change?", three)
    assert MostIn() in remarks("how many in the north-east, and how many in the west?", tuple(parts))
    assert MostIn() not in remarks("did more change in the north-east than in the west?", tuple(parts))


@pytest.mark.parametrize(
    "question",
    [
        "how many more in the east than in the west?",
        "wie viele mehr im Osten als im Westen?",
        "combien de plus à l'est qu'à l'ouest ?",
        "¿cuántas más en el este que en el oeste?",
        "东边比西边多多少?",
    ],
)
def test_by_how_much_is_told_of_two_results_alone(question):
    two = tuple(PlannedCall("count_objects", {"object_class": "building", "within": part}) for part in ("east", "west"))
    assert Difference() in remarks(question, two)
    assert Difference() in remarks(question, (PlannedCall("compare_areas", {"first": "east", "second": "west"}),))
    assert Difference() not in remarks(question, two[:1])
