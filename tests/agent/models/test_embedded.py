"""The embedded model plans a question once, however many calls its plan has, and reads typed results alone."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from agent.loop.graph import shortened_history
from agent.models.embedded import PLAN, EmbeddedModel, past_turns, to_steps
from agent.models.language_models import LanguageModel
from agent.planning.plan import DECLINE, PastTurn, PlannedCall
from agent.session import Session
from tools.workspace.workspace import Workspace

PLANS = {
    "all": (
        PlannedCall("detect_change"),
        PlannedCall("count_objects", {"object_class": "building"}),
        PlannedCall("measure_area", {"object_class": "building", "unit": "m2"}),
    ),
    "roads": (PlannedCall("count_objects", {"object_class": "road"}), PlannedCall("inspect_pair")),
    "nothing": (),
}


def planned_by(asked):
    """A model that records each question it plans, with the number of questions before."""

    def plan(question, history):
        asked.append((question, len(history)))
        return PLANS[question]

    return LanguageModel(EmbeddedModel(planner=lambda: plan), "scripted")


def tools_of(answer):
    return [step.tool for step in answer.steps]


def test_a_question_is_planned_once_and_the_next_one_anew(workspace):
    asked = []
    session = Session(planned_by(asked), workspace)
    assert tools_of(session.ask("all")) == ["detect_change", "count_objects", "measure_area"]
    assert asked == [("all", 0)]
    assert tools_of(session.ask("roads")) == ["count_objects", "inspect_pair"]
    assert tools_of(session.ask("nothing")) == []
    assert tools_of(session.ask("all")) == ["detect_change", "count_objects", "measure_area"]
    assert asked == [("all", 0), ("roads", 1), ("nothing", 2), ("all", 3)]


def test_what_was_declined_is_known_in_later_turns(workspace):
    asked = []
    owners = PlannedCall(DECLINE, {"kind": "cannot", "text": "who owns them"})
    plans = {"owners": (owners,), "both": (*PLANS["roads"], owners), "last": ()}

    def plan(question, history):
        asked.append([(turn.question, turn.beside) for turn in history])
        return plans[question]

    session = Session(LanguageModel(EmbeddedModel(planner=lambda: plan), "scripted"), workspace)
    assert "who owns them" in session.ask("owners").text
    assert "who owns them" in session.ask("both").text
    session.ask("last")
    assert asked[-1] == [("owners", (owners,)), ("both", (owners,))]


@pytest.mark.parametrize("kept", [None, "describe_change", [{"tool": 3}], [["tool"]]])
def test_a_plan_that_cannot_be_read_is_none(kept):
    broken = AIMessage("said", additional_kwargs={PLAN: kept})
    assert past_turns([HumanMessage("asked"), broken]) == [PastTurn("asked", ())]


def test_conversations_that_share_a_model_keep_their_plans_apart(tmp_path, sample, eyes):
    asked = []
    language_model = planned_by(asked)

    def hold(number):
        space = Workspace(tmp_path / str(number), lambda: eyes)
        space.open(sample.before, sample.after)
        session = Session(language_model, space)
        first, second = ("all", "roads") if number % 2 else ("roads", "all")
        return [tools_of(session.ask(question)) for question in (first, second)]

    with ThreadPoolExecutor(4) as several:
        held = list(several.map(hold, range(4)))
    names = {question: [call.tool for call in plan] for question, plan in PLANS.items()}
    assert held[0] == held[2] == [names["roads"], names["all"]]
    assert held[1] == held[3] == [names["all"], names["roads"]]
    assert len(asked) == 8


def test_a_plan_is_found_in_the_messages_by_any_copy_of_the_model():
    asked = []
    language_model = planned_by(asked).model
    offered = {"offered": tuple(call.tool for call in PLANS["all"])}
    messages = [HumanMessage("all")]
    for number in range(3):
        (made,) = language_model.model_copy(update=offered)._generate(messages).generations
        (wanted,) = made.message.tool_calls
        assert wanted["name"] == PLANS["all"][number].tool
        kept = AIMessage.model_validate(json.loads(made.message.model_dump_json()))
        messages += [kept, ToolMessage("", artifact=None, status="error", tool_call_id=wanted["id"])]
    assert asked == [("all", 0)]


def test_no_result_is_written_out_for_a_model_that_reads_values(workspace):
    session = Session(planned_by([]), workspace)
    answer = session.ask("roads")
    handed = [message for message in session._messages if isinstance(message, ToolMessage)]
    assert [message.content for message in handed] == ["", ""]
    assert [message.artifact for message in handed] == [step.result for step in answer.steps]


def test_a_language_model_that_comes_later_reads_them_all_the_same(workspace):
    session = Session(planned_by([]), workspace)
    counted, _ = session.ask("roads").steps
    shown = [message for message in shortened_history(session._messages) if isinstance(message, ToolMessage)]
    assert json.loads(shown[0].content)["count"] == counted.result.count
    assert all(json.loads(message.content) for message in shown)


@pytest.mark.parametrize(("told", "seconds"), [(1.5, 1.5), (" ", 0.0), (None, 0.0), ([1], 0.0)])
def test_times_that_a_kept_conversation_tells_wrongly_are_none(told, seconds):
    call = AIMessage("", tool_calls=[{"name": "inspect_pair", "args": {}, "id": "1"}])
    answer = ToolMessage("", tool_call_id="1", additional_kwargs={"seconds": told})
    (step,) = to_steps([call, answer])
    assert step.seconds == seconds


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (["roads"], "road"),
        (["¿Cuántas carreteras?"], "carreter"),
        (["Combien de routes ?"], "route"),
        (["Wie viele Straßen?"], "Straße"),
        (["多少条道路"], "道路"),
        (["Wie viele Straßen?", "NDVI"], "Straße"),
        (["Wie viele Straßen?", "And the roads?"], "road"),
    ],
)
def test_an_answer_is_in_the_language_of_the_question(workspace, questions, told):
    plan = PLANS["roads"][:1]
    session = Session(LanguageModel(EmbeddedModel(planner=lambda: lambda *_: plan), "scripted"), workspace)
    answers = [session.ask(question) for question in questions]
    assert told in answers[-1].text
    assert answers[-1].text.endswith(f"[{len(questions)}]")


def test_what_is_offered_is_told_in_the_language_of_the_question(workspace):
    session = Session(LanguageModel(EmbeddedModel(planner=lambda: lambda *_: ()), "scripted"), workspace)
    assert session.ask("Was kannst du?").text.startswith("Ich vergleiche zwei Bilder eines Ortes")
    assert session.ask("hm").text.startswith("Das sagen diese Bilder nicht")
