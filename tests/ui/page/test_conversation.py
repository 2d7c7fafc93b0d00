import asyncio
import threading

import pytest

from agent import Draft
from agent.answer import Answer, Step
from agent.change_agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.language_models.openai_server import openai_server, tool_call
from tests.factories.predictors import KnownMaskPredictor
from ui.page.conversation import MARKER, Progress, Work, linked, reply, tell
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors


@pytest.fixture
def visitor(sample):
    agent, eyes = ChangeAgent(choose_language_model()), KnownMaskPredictor()
    agent.predictor = lambda: eyes
    everyone = Visitors(agent, Quota())
    visitor = everyone.enter("one")
    visitor.open(sample.before, sample.after)
    yield visitor
    everyone.close()


def events_of(work):
    async def collected():
        work.begin()
        return [event async for event in work.events()]

    return asyncio.run(collected())


def said(visitor, question):
    """The conversation after each event of a question."""

    async def collected():
        return [shown async for shown in reply(visitor, question)]

    return asyncio.run(collected())


@pytest.mark.model
def test_a_question_becomes_progress_steps_and_an_answer(visitor):
    events = events_of(Work(visitor, "How many buildings appeared?"))
    kinds = [type(event).__name__ for event in events]
    assert kinds.index("Progress") < kinds.index("Step") < kinds.index("Answer")
    assert kinds[-1] == "Answer"
    assert visitor.on_progress is None


def test_progress_tells_the_time_that_is_left():
    assert str(Progress(3, 12, 6.0)) == "Analysing: 3 of 12 parts, about 18 s left …"
    assert str(Progress(0, 12, 0.0)) == "Analysing: 0 of 12 parts …"
    assert str(Progress(1, 100, 300.0)) == "Analysing: 1 of 100 parts, about 8.2 h left …"
    assert str(Progress(1, 5, 300.0)) == "Analysing: 1 of 5 parts, about 20 min left …"
    assert str(Progress(1, 1, 0.2)) == "Analysing: 1 of 1 part …"


@pytest.mark.model
def test_the_conversation_grows_and_ends_with_links_to_evidence(visitor):
    *_, last = said(visitor, "How many buildings appeared?")
    assert last[0] == {"role": "user", "content": "How many buildings appeared?"}
    assert last[1]["metadata"]["title"] == "[1] Count objects: building"
    assert "7 appeared" in last[-1]["content"]
    assert r"[\[1\]](#evidence-1)" in last[-1]["content"]
    assert last[-1]["options"]


def test_markers_become_links_once():
    assert linked("a [1] b [12]") == r"a [\[1\]](#evidence-1) b [\[12\]](#evidence-12)"
    assert MARKER.sub("", linked("a [1]")) == linked("a [1]")


def test_an_answer_begins_in_bold_folds_its_warnings_once_and_names_what_it_rests_on():
    step = Step("count_objects", {}, {"count": 7}, None, 0.1, 1)
    text, warnings = "7.5 ha of building 3 changed. More follows. [1]", ("It is <old>; pass --sensor.",)
    answer = Answer("What changed?", text, (step,), (), warnings, "network", "embedded")
    told = tell(answer, basis="a.tif ⇄ b.tif")["content"]
    assert told.startswith("**7.5 ha of [building 3](#object-3) changed.** More follows.")
    assert "<summary>1 warning</summary>" in told
    assert "It is &lt;old&gt;; pass “Sensor” (tab Pair)." in told
    assert "a.tif ⇄ b.tif" in told
    assert "<summary>" not in tell(answer, [{"content": told}])["content"]


def test_long_results_are_cut_and_errors_are_told():
    long = Step("detect_change", {}, ["x" * 9000], None, 0.1, 3)
    assert tell(long)["content"].count("x") < 5000
    failed = Step("export_result", {"format": "pdf"}, None, "It cannot be made.", 0.1, 4)
    assert "It cannot be made." in tell(failed)["content"]


def test_words_of_a_model_are_shown_as_they_come(visitor):
    words = {"content": "7 houses are new. The largest covers 157 m2."}
    with openai_server(tool_call("count_objects", object_class="building"), words) as (url, _):
        visitor.session.language_model = choose_language_model(url)
        seen = said(visitor, "How many houses are new?")
    drafts = [one[-1]["content"] for one in seen if one[-1]["role"] == "assistant" and "metadata" not in one[-1]]
    assert "7 houses are new." in drafts, "a sentence is shown when it has passed"
    assert drafts[-1].startswith("**7 houses are new.** [")


def test_what_goes_wrong_is_a_sentence_and_the_next_question_is_answered(visitor, monkeypatch):
    def broken(_):
        raise OSError("disk full")
        yield

    monkeypatch.setattr(visitor.session, "follow", broken)
    *_, last = said(visitor, "What changed?")
    assert "disk full" in last[-1]["content"]
    monkeypatch.undo()
    *_, last = said(visitor, "How many buildings appeared?")
    assert "7 appeared" in last[-1]["content"]


@pytest.mark.model
def test_who_stops_listening_stops_the_work(visitor):
    going, looking = threading.Event(), threading.Event()
    eyes = visitor.session.workspace.predictor
    look = eyes.predict_part

    def slowly(*told):
        looking.set()
        assert going.wait(20)
        return look(*told)

    eyes.predict_part = slowly
    told = []
    waiting = threading.Thread(target=lambda: told.extend(said(visitor, "What changed?")))
    waiting.start()
    assert looking.wait(20)
    visitor.stop()
    going.set()
    waiting.join(20)
    with visitor.lock:
        assert visitor.session.steps == ()
    assert "Stopped; what was looked at is kept." in told[-1][-1]["content"]
    eyes.predict_part = look
    assert not isinstance(events_of(Work(visitor, "How many buildings appeared?"))[-1], Draft)
    assert len(visitor.session.steps) == 1


def test_a_question_that_is_being_answered_is_not_asked_again_unless_it_was_stopped(visitor):
    work = Work(visitor, "How many buildings appeared?")
    visitor.questions.add(work)
    assert said(visitor, work.question) == [[]]
    visitor.stop()
    assert not visitor.is_asked(work.question)
