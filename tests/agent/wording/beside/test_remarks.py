"""Yes, no and what else is said beside results."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.planning.remark import (
    Asserted,
    Balance,
    Beyond,
    Compared,
    Courtesy,
    Impossible,
    Method,
    NotUsed,
    OfOneDate,
    OutOfScope,
    Recap,
    Unseen,
    When,
    Whether,
)
from agent.reading.claims import Claim
from agent.wording import answer
from agent.wording.beside.remarks import after_results, before_results
from agent.wording.words import ENGLISH, Words
from tools.change.objects import ObjectCount
from tools.change.summary import Area
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import LandChange

COUNT = ObjectCount("1", "building", "any", 22, 20, 2, 50.0, 345.6, "north-west", "m", ())


def ground(pixels):
    return Ground(pixels, pixels / 10_000, pixels * 100.0)


LAKE = LandChange(
    "1", "water", ground(1600), ground(1000), ground(700), ground(100), ground(-600), ground(156), 0.0, "m", None, ()
)


def steps(*results):
    return [Step("tool", {}, result, None, 0.1, number) for number, result in enumerate(results, 1)]


def first(remark, *results, earlier=""):
    return before_results([remark], steps(*results), earlier, ENGLISH)


@pytest.mark.parametrize(
    ("remark", "results", "told"),
    [
        (Whether(), [COUNT], "Yes:"),
        (Whether(), [replace(COUNT, count=0)], "No:"),
        (Whether("loss"), [LAKE], "Yes:"),
        (Whether("gain"), [LAKE], "No:"),
        (Whether(), [LAKE], "Yes:"),
        (Whether("loss"), [replace(LAKE, net=ground(-100))], "Hardly, no more than errors of the maps would show:"),
        (Whether(), [replace(LAKE, cover="burnt")], "Possibly:"),
        (Whether(), [replace(LAKE, cover="burnt", gained=ground(0))], "No:"),
        (Asserted(Claim(22, "exactly")), [COUNT], "Yes:"),
        (Asserted(Claim(25, "exactly")), [COUNT], "No, not 25:"),
        (Asserted(Claim(0, "exactly")), [COUNT], "No:"),
        (Asserted(Claim(0, "exactly")), [replace(COUNT, count=0)], "Yes:"),
        (Asserted(Claim(30, "at least")), [COUNT], "No, not more than 30:"),
        (Asserted(Claim(20, "at least")), [COUNT], "Yes:"),
        (Asserted(Claim(20, "at most")), [COUNT], "No, not fewer than 20:"),
        (Compared("gain"), [COUNT, replace(COUNT, count=3)], "Yes:"),
        (Compared("loss"), [COUNT, replace(COUNT, count=3)], "No:"),
    ],
)
def test_yes_and_no_are_by_the_results(remark, results, told):
    assert first(remark, *results) == [told]


@pytest.mark.parametrize(
    ("remark", "begins"),
    [
        (Impossible("mail"), "I cannot send or e-mail anything"),
        (Impossible("print"), "I cannot print"),
        (Courtesy("thanks"), "You are welcome."),
        (Courtesy("hello"), "Hello."),
        (Unseen(("swimming pools", "cars")), "I cannot see swimming pools and cars"),
        (OfOneDate("building"), "I count buildings that changed; how many stand at one date I cannot tell."),
        (OutOfScope(), "I cannot tell that from these images."),
        (When(), "It changed between the two dates"),
        (Recap(), "Nothing was measured yet"),
    ],
)
def test_what_cannot_be_done_or_seen_is_said(remark, begins):
    (told,) = first(remark)
    assert told.startswith(begins)


def test_a_recap_tells_what_was_found():
    assert first(Recap(), earlier="3 buildings.") == ["So far: 3 buildings."]


def test_without_a_result_there_is_neither_yes_nor_no():
    failed = [Step("tool", {}, None, "No pair is open.", 0.1, 1)]
    for remark in (Whether(), Asserted(Claim(3, "exactly")), Compared("gain")):
        assert before_results([remark], failed, "", ENGLISH) == []
        assert first(remark) == []
    assert first(Compared("gain"), COUNT) == []
    area = Area("1", "building", 5.0, "ha", 9, 0.1, None, None, "m", "any", count=1)
    assert first(Asserted(Claim(3, "exactly")), area) == []


def test_words_that_were_not_used_are_named_last():
    assert after_results([NotUsed(("purple", "shiny")), Whether()], ENGLISH) == ['I made no use of "purple", "shiny".']
    assert after_results([Whether()], ENGLISH) == []


def test_an_answer_begins_with_them():
    text = answer(steps(COUNT), remarks=[Asserted(Claim(25, "exactly")), NotUsed(("purple",))])
    assert text.startswith("No, not 25: 22 changed buildings")
    assert text.endswith('[1] I made no use of "purple".')
    assert answer([], remarks=[Impossible("mail")]).startswith("I cannot send or e-mail anything")


@pytest.mark.parametrize(
    ("appeared", "disappeared", "told"),
    [
        (20, 2, ["More than before, +18 on balance:"]),
        (1, 2, ["Fewer than before, -1 on balance:"]),
        (2, 2, ["As many as before:"]),
        (None, None, []),
    ],
)
def test_more_or_fewer_than_before(appeared, disappeared, told):
    assert first(Balance(), replace(COUNT, appeared=appeared, disappeared=disappeared)) == told


def test_what_appeared_and_what_disappeared_are_balanced_where_both_were_counted():
    new, gone = replace(COUNT, status="appeared", appeared=5, disappeared=0), replace(COUNT, status="disappeared")
    gone = replace(gone, appeared=0, disappeared=7)
    assert first(Balance(), new, gone) == ["Fewer than before, -2 on balance:"]
    assert first(Balance(), new) == []


@pytest.mark.parametrize(
    ("results", "told"),
    [
        ([COUNT], ["That is not right:"]),
        ([replace(COUNT, count=0)], ["That is right:"]),
        ([LAKE], ["That is not right:"]),
    ],
)
def test_that_there_is_none_is_right_where_there_is_none(results, told):
    assert first(Whether(denied=True), *results) == told


def test_that_there_is_none_is_left_open_where_it_is_not_sure():
    assert first(Whether(denied=True), replace(LAKE, cover="burnt")) == []


def test_what_two_steps_found_alike_is_told_once():
    once = answer(steps(LAKE))
    assert answer(steps(LAKE, LAKE)) == once
    assert once.endswith("[1]")


def test_where_a_number_came_from():
    earlier = steps(replace(COUNT, method="touching pixels"))
    assert before_results([Method()], [], "", ENGLISH, earlier) == ["That came from the tool tool: touching pixels."]
    assert before_results([Method()], [], "", ENGLISH, steps(object())) == ["That came from the tool tool."]
    assert before_results([Method()], [], "", ENGLISH) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("de", "Das kam vom Werkzeug tool: Gebäude, die sich berühren, werden an ihren Engstellen getrennt."),
        ("zh", "这来自工具tool\uff1a相连的建筑物在狭窄处分开计数。"),
    ],
)
def test_where_a_number_came_from_is_told_in_the_language_of_the_question(code, told):
    earlier = steps(replace(COUNT, method="touching pixels"))
    assert before_results([Method()], [], "", Words.of(code), earlier) == [told]


def test_words_that_nothing_can_answer_are_quoted():
    assert first(Beyond(("who owns them",))) == [
        'This I cannot tell or do: "who owns them". The images do not show it, and none of my tools does it.'
    ]
