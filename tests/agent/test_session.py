"""Conversations: with the embedded model, with language models that behave, and with ones that do not."""

import json

import numpy as np
import pytest
from langchain_core.messages import AIMessage

from agent.answer import Answer, Step
from agent.change_agent import ChangeAgent
from agent.errors import MemoryFileError
from agent.loop.conversation_store import Memory
from agent.models.language_models import LanguageModel, choose_language_model
from agent.session import Session
from agent.wording import ABILITIES
from tests.factories.language_models.scripted import ScriptedModel, call
from tools.workspace.workspace import Workspace

pytestmark = pytest.mark.model


@pytest.fixture
def session(workspace):
    return Session(choose_language_model(), workspace)


def scripted(workspace, *lines):
    model = ScriptedModel(lines=list(lines), seen=[], offered=[])
    return Session(LanguageModel(model, "scripted"), workspace), model


def test_an_answer_holds_the_truth_its_steps_and_its_pictures(session, sample):
    answer = session.ask("How many buildings appeared, and how large are they?")
    count = sample.truth["buildings_appeared"]
    assert answer.text.startswith(f"{count} changed buildings: {count} appeared, 0 disappeared")
    assert [step.tool for step in answer.steps] == ["count_objects", "measure_area"]
    assert {artefact.kind for artefact in answer.overlays} == {"before", "after", "overlay", "geotiff"}
    assert all(artefact.path.is_file() for artefact in answer.overlays)
    assert answer.warnings == ()
    assert (answer.planner, answer.model) == ("embedded", "knowing 000000000000")


def test_follow_ups_remember_the_pair_and_the_last_question(session):
    session.ask("How many buildings appeared?")
    answer = session.ask("and the roads?")
    assert [(s.tool, s.arguments) for s in answer.steps] == [("count_objects", {"object_class": "road"})]
    session.ask("How large is the changed area?")
    assert session.ask("in hectares").steps[0].arguments["unit"] == "ha"


def test_numbers_of_the_last_answer_are_verified_also_after_a_restart(session, workspace, eyes):
    session.ask("How many buildings appeared, and how large are they?")
    answer = session.ask("verify these numbers")
    assert answer.text.startswith("Computed anew from the files: all ")
    again = Session(choose_language_model(), Workspace(workspace.folder, lambda: eyes))
    again.restore(Memory(workspace.folder).load())
    (step,) = again.ask("verify these numbers").steps
    assert (step.tool, step.result.verdict) == ("verify_numbers", "pass")


def test_the_record_is_plain_json_with_the_contracts_names(session):
    record = session.ask("Show me where it changed").record
    assert list(record) == [
        "question", "answer", "pairs", "settings", "steps", "artefacts", "warnings", "model", "planner",
    ]  # fmt: skip
    assert set(record["steps"][0]) == {"number", "tool", "arguments", "result", "seconds"}
    assert set(record["artefacts"][0]) == {"id", "kind", "path"}
    assert json.loads(json.dumps(record)) == record


def test_steps_come_before_the_answer(session):
    events = list(session.follow("What changed and how many houses are new?"))
    assert [type(event) for event in events] == [Step, Step, Answer]


def test_what_no_tool_can_do_is_declined_by_name(session):
    assert "No archive was given" in session.ask("find similar pairs in the archive").text
    assert "Land cover needs Near-Infrared" in session.ask("classify the land cover of the after image").text
    assert "NDVI needs Near-Infrared" in session.ask("compute the ndvi of the after image").text
    assert session.ask("tell me a joke").text.startswith("I cannot tell that from these images.")


def test_an_unknown_pair_is_a_sentence_and_the_session_lives_on(session):
    answer = session.ask("count the buildings in pair 9")
    assert answer.text == "There is no pair '9' in this conversation; there is 1."
    assert answer.steps[0].error
    assert session.ask("count the buildings in pair 1").steps[0].error is None


def test_a_question_without_images_says_what_to_do(tmp_path, eyes):
    from tools.workspace.workspace import Workspace

    answer = Session(choose_language_model(), Workspace(tmp_path, lambda: eyes)).ask("what has changed?")
    assert answer.text == "There are no images yet; open a before and an after image first."


def test_a_language_model_sees_typed_tools_and_numbers_but_no_path(workspace, sample):
    session, model = scripted(
        workspace, call("count_objects", object_class="building"), AIMessage("There are 7 of them.")
    )
    answer = session.ask("How many houses?")
    assert answer.text == "There are 7 of them. [1]"
    assert (answer.planner, answer.warnings) == ("scripted", ())
    assert set(model.offered) >= {"inspect_pair", "describe_change", "detect_change", "count_objects", "measure_area"}
    shown = " ".join(str(message.content) for message in model.seen[-1])
    assert str(workspace.folder) not in shown
    assert str(sample.before.parent) not in shown


@pytest.mark.parametrize(
    "lie",
    [
        "There are 12 new houses.",
        "The 7 houses cover 4,711 m².",
        "They cost 1.5 million dollars.",
        "7 roads are new.",
        "7 houses were demolished.",
        "The largest covers 223 ha.",
        "7 houses and a swimming pool are new.",
        "7 houses are new because of a flood.",
        "No house is new.",
    ],
)
def test_lies_do_not_reach_the_person(workspace, lie):
    session, model = scripted(workspace, call("count_objects", object_class="building"), AIMessage(lie), AIMessage(lie))
    answer = session.ask("How many houses?")
    assert answer.text.startswith("7 changed buildings")
    assert answer.text.endswith("[1]")
    assert "is by template" in answer.warnings[-1]
    assert "cannot be shown, because" in model.seen[-1][-1].content


def test_a_warning_that_was_left_out_is_asked_for(workspace, eyes):
    eyes.label = eyes.label.copy()
    eyes.label[:20, :20] = 1
    eyes.road_caution = "Roads are the weak side of this network; many are missed."
    full = "1 road changed. Roads are the weak side of this network, and many are missed."
    lines = (call("count_objects", object_class="road"), AIMessage("1 road changed."), AIMessage(full))
    session, model = scripted(workspace, *lines, AIMessage("1 road changed."))
    answer = session.ask("How many roads?")
    assert answer.text.startswith("1 road changed. [1] Roads are the weak side")
    assert "weak" in model.seen[-1][-1].content
    assert session.ask("Once more?").text == "1 road changed. [1]", "a warning that was told once needs no repeating"


def test_steps_are_numbered_through_the_conversation(session):
    assert session.ask("How many buildings appeared?").text.endswith("[1]")
    answer = session.ask("What changed and how large is the changed area?")
    assert [step.number for step in answer.steps] == [2, 3]
    assert "[2]" in answer.text
    assert answer.text.endswith("[3]")


def test_a_conversation_goes_on_after_a_restart(session, workspace, sample, eyes):
    session.ask("How many buildings appeared?")
    agent = ChangeAgent(choose_language_model())
    agent.predictor = lambda: eyes
    again = agent.resume(workspace.folder)
    answer = again.ask("and the roads?")
    assert [(step.number, step.arguments) for step in answer.steps] == [(2, {"object_class": "road"})]
    assert again.workspace.focus.to_json() == workspace.focus.to_json()
    third = agent.resume(workspace.folder)
    assert [step.number for step in third._steps] == [1, 2]
    assert third._steps[0].result.objects == session._steps[0].result.objects


def test_a_folder_without_a_conversation_is_a_sentence(tmp_path):
    with pytest.raises(MemoryFileError, match="holds no conversation"):
        ChangeAgent(choose_language_model()).resume(tmp_path)
    (tmp_path / "conversation.json").write_bytes(b"no JSON" * 100)
    with pytest.raises(MemoryFileError, match="damaged"):
        ChangeAgent(choose_language_model()).resume(tmp_path)


def test_an_answer_stands_though_it_cannot_be_kept(session, workspace):
    (workspace.folder / "conversation.json").mkdir(parents=True)
    answer = session.ask("How many buildings appeared?")
    assert answer.text.startswith("7 changed buildings")
    assert "could not be kept" in answer.warnings[-1]


@pytest.mark.parametrize("question", ["", "   "])
def test_no_question_is_answered_with_what_can_be_asked(session, question):
    assert session.ask(question).text == ABILITIES


@pytest.mark.parametrize("question", ["x" * 100_000, "<script>alert(1)</script>", "ما الذي تغير؟", "\x00\x1b[31m"])
def test_odd_questions_are_answered(session, question):
    answer = session.ask(question)
    assert answer.text.startswith("I cannot tell that from these images.")
    assert answer.question == question


def test_numbers_may_be_rounded_and_repeated_later(workspace):
    session, _ = scripted(
        workspace,
        call("measure_area", object_class="building", unit="m2"),
        AIMessage("About 890 m², that is 0.089 ha or 5.5 % of the scene."),
        AIMessage("As I said, 5.5 %."),
    )
    assert session.ask("How large?").warnings == ()
    assert session.ask("Once more?").text == "As I said, 5.5 %. [1]"


@pytest.mark.parametrize(
    "bad",
    [
        call("run_python", code="1"),
        call("count_objects", object_class="castle"),
        call("count_objects", object_class="building", path="/etc/passwd"),
        call("measure_area", object_class="building"),
        call("count_objects", object_class="building", pair="9"),
    ],
    ids=["unknown tool", "unknown class", "extra argument", "missing argument", "unknown pair"],
)
def test_a_bad_call_goes_back_to_the_model_which_may_mend_it(workspace, bad):
    session, model = scripted(workspace, bad, call("count_objects", 2, object_class="building"), AIMessage("7 houses."))
    answer = session.ask("How many houses?")
    assert answer.text == "7 houses. [2]"
    assert answer.steps[0].error
    assert answer.steps[1].error is None
    assert any(getattr(message, "status", "") == "error" for message in model.seen[1])


def test_malformed_arguments_end_in_an_answer_by_template(workspace):
    broken = AIMessage("", invalid_tool_calls=[{"name": "count_objects", "args": "{", "id": "x", "error": "no JSON"}])
    session, _ = scripted(workspace, broken, broken)
    answer = session.ask("How many houses?")
    assert "no usable answer; the embedded planner answered" in answer.warnings[-1]
    assert answer.text.startswith("7 changed buildings")


def test_a_model_that_never_stops_is_stopped(workspace):
    calls = [call("inspect_pair", number) for number in range(60)]
    session, model = scripted(workspace, *calls)
    answer = session.ask("What are these images?")
    assert len(model.seen) <= 12
    assert "no usable answer; the embedded planner answered" in answer.warnings[-1]
    assert answer.text.startswith("The images are")


def test_weak_roads_are_told_with_every_changed_road(workspace, eyes):
    eyes.label = eyes.label.copy()
    eyes.label[:20, :20] = 1
    eyes.road_caution = "Roads are weak here."
    session = Session(choose_language_model(), workspace)
    assert session.ask("count the roads").warnings == ("Roads are weak here.",)
    assert session.ask("count the buildings").warnings == ()
    assert session.ask("total changed area in m2").warnings == ("Roads are weak here.",)


def test_roads_that_were_asked_for_and_not_found_may_be_missed(workspace, eyes):
    eyes.label = np.where(eyes.label == 1, 0, eyes.label)
    eyes.road_caution = "Roads are weak here."
    session = Session(choose_language_model(), workspace)
    assert session.ask("count the roads").warnings == ("Roads are weak here.",)
    assert session.ask("show only the roads").warnings == ("Roads are weak here.",)
    assert session.ask("count the buildings").warnings == ()


def test_an_agent_can_be_warmed_up_from_many_threads_at_once(monkeypatch):
    import threading

    import mci_model

    loads = []
    monkeypatch.setattr(mci_model, "load_predictor", lambda *_, **__: loads.append(1) or "eyes")
    agent = ChangeAgent(choose_language_model())
    threads = [threading.Thread(target=agent.warm_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert loads == [1]
    assert agent.predictor() == "eyes"
