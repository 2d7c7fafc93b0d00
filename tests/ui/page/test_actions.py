import asyncio
from types import SimpleNamespace

import gradio as gr
import pytest

from agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.predictors import KnownMaskPredictor
from tools.benchmarks.sample_pairs import write_sample
from ui.page.actions import SHOWN, Actions
from ui.page.conversation import say
from ui.page.guard.gate import COOKIE
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors

REQUEST = SimpleNamespace(cookies={COOKIE: "one"})


@pytest.fixture
def actions():
    agent, eyes = ChangeAgent(choose_language_model()), KnownMaskPredictor()
    agent.predictor = lambda: eyes
    visitors = Visitors(agent, Quota())
    yield Actions(visitors)
    visitors.close()


def arrived(actions):
    async def gather():
        return [values async for values in actions.arrive(REQUEST)]

    return asyncio.run(gather())


def test_a_page_of_someone_with_nothing_yet_overwrites_nothing(actions):
    assert arrived(actions) == [[gr.skip()] * (1 + SHOWN)]
    actions.visitors.enter("one")
    assert arrived(actions) == [[gr.skip()] * (1 + SHOWN)]


def test_a_page_that_is_loaded_anew_shows_what_there_was(actions):
    actions.take_sample(REQUEST)
    (values,) = arrived(actions)
    assert len(values) == 1 + SHOWN
    assert values[1] != gr.skip()


def test_a_second_sample_leaves_the_files_of_the_first_as_they_are(actions):
    actions.take_sample(REQUEST)
    visitor = actions.visitors.get("one")
    written = {path: path.stat().st_mtime_ns for path in (visitor.folder / "samples").rglob("*.tif")}
    actions.take_sample(REQUEST)
    assert len(written) == 2
    assert {path: path.stat().st_mtime_ns for path in written} == written
    assert len(list((visitor.folder / "samples").rglob("*.tif"))) == 4


def test_files_that_can_no_longer_be_read_leave_the_conversation(actions):
    visitor = actions.visitors.enter("one")
    pair = write_sample(visitor.folder / "samples", seed=1)
    visitor.open(pair.before, pair.after)
    pair.before.write_bytes(b"other bytes")
    visitor.tell(say("What was said."))
    assert actions.refresh(REQUEST) == [visitor.messages, *[gr.skip()] * SHOWN]
