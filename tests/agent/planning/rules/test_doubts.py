"""A particular doubt is answered by its source of error, not by the certainty of all."""

import pytest

from agent.planning.dialogue.spelt import best_reading, reading_in
from agent.planning.parser.lines import read
from agent.planning.plan import PastTurn, understood
from agent.planning.rules.doubts import with_doubts

ONE = PastTurn("which is the largest?", read("list building k:1"))


def planned(question, lines, history=(), code="en"):
    return with_doubts(read(lines), reading_in(question, code), history, best_reading)


@pytest.mark.parametrize(
    ("question", "code", "doubt"),
    [
        ("could it just be a shadow?", "en", "appearance"),
        ("maybe the camera stood at a different angle", "en", "appearance"),
        ("or did they only repaint it?", "en", "rebuilt"),
        ("what if it was hidden under trees?", "en", "hidden"),
        ("could you have missed small ones?", "en", "hidden"),
        ("is that maybe because of the harvest?", "en", "season"),
        ("how do you know it's a house and not a barn", "en", "use"),
        ("which probability threshold do you use?", "en", "threshold"),
        ("how exact are the outlines?", "en", "position"),
        ("are the roads counted twice then?", "en", "counted_twice"),
        ("ist das nicht bloß ein Schatten?", "de", "appearance"),
        ("vielleicht wurde nur das Dach neu gedeckt", "de", "rebuilt"),
        ("kann das an der Jahreszeit liegen?", "de", "season"),
        ("hast du was unter den Bäumen übersehen?", "de", "hidden"),
        ("¿no será una sombra?", "es", "appearance"),
        ("¿puede ser por la cosecha?", "es", "season"),
        ("¿o estaba tapada por los árboles?", "es", "hidden"),
        ("ce n'est pas une ombre ?", "fr", "appearance"),
        ("peut-être que c'est la saison", "fr", "season"),
        ("elle était cachée sous les arbres ?", "fr", "hidden"),
        ("会不会是影子", "zh", "appearance"),
        ("是不是季节的原因", "zh", "season"),
        ("是不是漏掉了", "zh", "hidden"),
    ],
)
def test_it_takes_the_place_of_the_certainty_of_all(question, code, doubt):
    assert planned(question, "certainty", code=code) == read(f"doubt {doubt}")


@pytest.mark.parametrize(
    ("question", "lines", "meant"),
    [
        ("the biggest one, only a shadow?", "list building k:1 ; certainty", "list building k:1 ; doubt appearance"),
        ("how sure are you, and what does the number mean?", "certainty", "certainty ; doubt accuracy"),
        ("what is the position error of the outlines?", "inspect", "doubt position"),
        ("could it be a shadow?", 'cannot "could it be a shadow"', "doubt appearance"),
        ("is it a shadow, and who owns it?", 'cannot "who owns it"', 'cannot "who owns it" ; doubt appearance'),
    ],
)  # fmt: skip
def test_what_else_is_asked_stays(question, lines, meant):
    assert planned(question, lines) == read(meant)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("how sure are you?", "certainty"),
        ("how many houses?", "count building"),
        ("was the stand lost to bark beetles?", "land trees"),
        ("is it residential or commercial?", 'cannot "is it residential or commercial"'),
        ("why, was it the drought?", "why"),
        ("which threshold did you take for the NDVI?", "method"),
    ],
)
def test_other_plans_stay_as_they_are(question, lines):
    assert planned(question, lines) == read(lines)


def test_it_is_about_the_object_of_the_last_answer_or_the_one_that_is_named():
    assert planned("could it be a shadow?", "certainty", [ONE]) == read("doubt appearance of:last")
    assert planned("could building 3 be a shadow?", "certainty", [ONE]) == read("doubt appearance of:3")
    assert planned("is that the season?", "certainty", [ONE]) == read("doubt season")


def test_what_the_parser_wrote_stays_last():
    plan = with_doubts(understood(read("certainty"), "certainty"), reading_in("a shadow?", "en"), (), best_reading)
    assert plan == understood(read("doubt appearance"), "certainty")
