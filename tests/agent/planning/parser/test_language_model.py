"""The parser of dialogues with its shipped adapter."""

import pytest

from agent.errors import PlannerError
from agent.models.embedded import _dialogue_parser
from agent.planning.parser.language_model import DialogueParser
from agent.planning.plan import DECLINE, PastTurn, PlannedCall

pytestmark = pytest.mark.parser


@pytest.fixture(scope="module")
def parser():
    """The one that the shipped planner holds, which is loaded once."""
    return _dialogue_parser()


def test_what_leans_on_earlier_turns_keeps_their_filters(parser):
    built = PlannedCall("count_objects", {"object_class": "building", "status": "appeared", "min_area": 100.0})
    parsed = parser.parse("und wie viel Hektar zusammen?", [PastTurn("Wie viele neue Häuser über 100 m²?", (built,))])
    (call,) = parsed.plan
    assert call.tool == "measure_area"
    assert call.arguments == built.arguments | {"unit": "ha"}
    assert parsed.certainty > 0.5


def test_two_tasks_are_two_lines(parser):
    parsed = parser.parse("¿Cuántas casas nuevas hay y cuántas desaparecieron?")
    assert [call.arguments.get("status") for call in parsed.plan] == ["appeared", "disappeared"]


def test_what_nobody_can_answer_is_declined_in_its_words(parser):
    counted, declined = parser.parse("How many houses were built, and who owns them?").plan
    assert counted.tool == "count_objects"
    assert declined == PlannedCall(DECLINE, {"kind": "cannot", "text": "who owns them"})


def test_the_same_dialogue_is_read_alike(parser):
    first = parser.parse("Where was wood cleared?")
    parser.parse("Wo wurde gebaut, und wie viel?")
    assert parser.parse("Where was wood cleared?") == first


def test_a_missing_adapter_is_named(tmp_path):
    with pytest.raises(PlannerError, match="install terradelta again"):
        DialogueParser(tmp_path / "none.gguf")
