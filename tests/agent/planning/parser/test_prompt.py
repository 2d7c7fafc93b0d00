"""The dialogue as the language model sees it."""

from agent.planning.parser.prompt import MOST_CHARS, MOST_TURNS, prompt
from agent.planning.plan import DECLINE, PastTurn, PlannedCall, understood

COUNT = PlannedCall("count_objects", {"object_class": "building", "status": "appeared"})


def test_earlier_turns_stand_before_the_question_with_their_lines():
    assert prompt("and\nroads?", [PastTurn("How many new houses?", (COUNT,))]) == (
        "How many new houses?\n> count building new\nand roads?\n>"
    )


def test_what_was_declined_stands_beside_the_calls():
    owners = PlannedCall(DECLINE, {"kind": "cannot", "text": "who owns them"})
    shown = prompt("and roads?", [PastTurn("How many, who owns them?", (COUNT,), beside=(owners,))])
    assert '> count building new ; cannot "who owns them"\n' in shown


def test_what_the_model_wrote_itself_stands_in_place_of_what_was_run():
    turn = PastTurn("How many new houses?", (COUNT,), beside=understood((), "count building new ; files"))
    assert "> count building new ; files\n" in prompt("and roads?", [turn])


def test_turns_without_lines_are_left_out():
    timed = PastTurn("when?", (PlannedCall("series_change", {}),))
    assert prompt("and roads?", [timed, PastTurn("hm", ())]) == "and roads?\n>"


def test_no_more_turns_are_shown_than_were_trained_on():
    history = [PastTurn(f"question {number}", (COUNT,)) for number in range(MOST_TURNS + 3)]
    shown = prompt("last", history)
    assert "question 2\n" not in shown
    assert "question 3\n" in shown


def test_long_questions_are_cut():
    assert len(prompt("a" * 5000, [])) < MOST_CHARS + 5
