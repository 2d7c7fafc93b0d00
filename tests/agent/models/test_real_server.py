"""A real, small language model behind llama.cpp's own HTTP server, asked by its URL: it calls no tool."""

import socket

import pytest

from agent.answer import Answer
from agent.errors import PlannerError
from agent.models.language_models import choose_language_model
from agent.planning.learned.small_model import base_model
from agent.session import Session

pytest.importorskip("langchain_openai", reason="needs the extra openai")
xllamacpp = pytest.importorskip("xllamacpp", reason="needs the extra parser")
CONTEXT_TOKENS, ANSWER_TOKENS = 4096, 60


@pytest.fixture
def server():
    """SmolLM2-135M-Instruct with OpenAI's API on this machine; its URL."""
    settings = xllamacpp.CommonParams()
    try:
        settings.model.path = str(base_model())
    except PlannerError as error:
        pytest.skip(str(error))
    with socket.create_server(("127.0.0.1", 0)) as free:
        settings.port = free.getsockname()[1]
    settings.hostnames = ["127.0.0.1"]
    settings.n_ctx, settings.n_predict, settings.n_parallel = CONTEXT_TOKENS, ANSWER_TOKENS, 1
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = 2
    settings.cpuparams.poll = settings.cpuparams_batch.poll = 0
    settings.verbosity = 0
    running = xllamacpp.Server(settings)
    yield f"{running.listening_address}/v1"
    del running  # stops it


@pytest.mark.model
def test_what_it_makes_up_is_not_shown_and_the_question_is_answered(workspace, server):
    language_model = choose_language_model(server)
    assert "SmolLM2" in language_model.name
    *_, answer = Session(language_model, workspace).follow("How many buildings are new?")
    assert isinstance(answer, Answer)
    assert answer.text.startswith("7 changed buildings: 7 appeared"), "the embedded planner stands in"
    assert answer.planner == "embedded"
    assert any("gave no usable answer; the embedded planner answered" in one for one in answer.warnings)
