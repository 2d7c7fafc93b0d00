"""Questions on what was found and on earlier answers, by their wording."""

import pytest

from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.rules import archives, references

FOUND = [PastTurn("find changes", (PlannedCall("find_changes", {"text": "houses", "k": 5}),))]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("open the second one", 2),
        ("Show me number 3", 3),
        ("load the best", 1),
        ("open the last one", 5),
        ("take the 4th", 4),
        ("Open result #1", 1),
    ],
)
def test_one_of_what_was_found_is_opened(question, number):
    assert archives.plan(question, FOUND) == (PlannedCall("open_found", {"number": number}),)
    assert archives.plan(question) == ()


@pytest.mark.parametrize("question", ["show the first image", "look at the second date", "open the window"])
def test_what_is_no_number_of_a_card_is_not(question):
    assert archives.plan(question, FOUND) == ()


def test_it_is_opened_also_some_turns_later():
    later = [*FOUND, PastTurn("how many houses?", (PlannedCall("count_objects", {"object_class": "building"}),))]
    assert archives.plan("now open the third", later) == (PlannedCall("open_found", {"number": 3}),)


@pytest.mark.parametrize(
    ("question", "number", "k"),
    [
        ("Find changes like this", None, 5),
        ("show me more like this one", None, 5),
        ("find three places similar to it", None, 3),
        ("more like number 2", 2, 5),
        ("Find others like the third one.", 3, 5),
    ],
)
def test_others_like_this_or_like_a_card_are_searched_for(question, number, k):
    opened = () if number is None else (PlannedCall("open_found", {"number": number}),)
    assert archives.plan(question, FOUND) == (*opened, PlannedCall("find_similar", {"k": k}))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Show me where a forest gave way to houses", "a forest gave way to houses"),
        ("Where were houses demolished?", "houses demolished"),
        ("please find all places where a road is new.", "a road is new"),
    ],
)
def test_where_no_pair_is_open_a_wish_is_searched_for(question, text):
    assert archives.anywhere(question) == PlannedCall("find_changes", {"text": text, "k": 5})
    assert archives.anywhere("How many houses are there?") is None


@pytest.mark.parametrize(
    ("question", "text", "k"),
    [
        ("Find changes where houses were built along a road?", "houses were built along a road", 5),
        ("show me three places where a forest was cleared", "a forest was cleared", 3),
        ("Search for cases in which a lake dried up.", "a lake dried up", 5),
    ],
)
def test_a_wish_told_after_where_is_searched_for(question, text, k):
    assert references.plan(question) == (PlannedCall("find_changes", {"text": text, "k": k}),)


def test_what_is_there_is_searched_for_apart_from_what_changed():
    wanted = (PlannedCall("find_places", {"text": "a forest beside a lake", "k": 4}),)
    assert references.plan("show me four places with a forest beside a lake") == wanted


@pytest.mark.parametrize("question", ["What did we find here last time?", "any notes on NDVI?", "earlier answers"])
def test_earlier_answers_are_recalled(question):
    assert references.plan(question) == (PlannedCall("recall", {"text": question.strip("?")}),)
