"""Providers of language models are declared once; one more is one file."""

import os
import sys
import tomllib
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage

from agent.errors import UnknownModelError
from agent.loop import graph
from agent.models import provider_registry, providers
from agent.models.language_models import choose_language_model
from agent.models.provider_registry import PROVIDERS, end_field_of, provider_errors
from agent.session import Session
from tests.factories.language_models.scripted import ScriptedModel, call

PROJECT = Path(__file__).parents[3]
DECLARATION = '''
from agent.models.provider import Provider

class DummyError(Exception):
    """The dummy's server is down."""

def _open(name):
    from tests.agent.models import test_providers
    return test_providers.opened(name)

PROVIDER = Provider(
    "dummy", "openai", "dummy-1", ("DUMMY_KEY",), ((__name__, "DummyError"),), "dummy-chat", "why_it_ended", _open
)
'''


WHOLE = {"why_it_ended": "done"}
SAID = "7 houses are new."
LINES = (
    call("count_objects", object_class="building").model_copy(update={"response_metadata": WHOLE}),
    AIMessage("7 houses are"),
    AIMessage(SAID, response_metadata=WHOLE),
)
"""The second breaks off, as it does not say why it ended."""


class DummyModel(ScriptedModel):
    """A model of the dummy provider."""

    @property
    def _llm_type(self) -> str:
        return "dummy-chat"


def opened(name):
    """What the dummy provider makes of a name."""
    if name == "dummy:locked":
        raise ValueError("no key was given")
    return DummyModel(lines=list(LINES), seen=[], offered=[])


@pytest.fixture
def dummy(tmp_path, monkeypatch):
    """The provider, found as all others are; gone after the test."""
    folder = tmp_path / "providers"
    folder.mkdir()
    (folder / "dummy_maker.py").write_text(DECLARATION, encoding="utf-8")
    monkeypatch.setattr(providers, "__path__", [*providers.__path__, str(folder)])
    found = provider_registry.collect()["dummy"]
    monkeypatch.setitem(PROVIDERS, "dummy", found)
    yield found
    del sys.modules[f"{providers.__name__}.dummy_maker"]
    delattr(providers, "dummy_maker")


def test_a_provider_of_one_file_answers_and_what_breaks_off_is_asked_again(dummy, workspace, monkeypatch):
    monkeypatch.setattr(graph, "FIRST_DELAY_S", 0.01)
    language_model = choose_language_model("dummy:dummy-1")
    answer = Session(language_model, workspace).ask("How many houses are new?")
    assert answer.text == f"{SAID} [1]"
    assert (answer.planner, language_model.model.lines) == ("dummy:dummy-1", [])


def test_its_names_key_extra_and_errors_are_told(dummy, monkeypatch):
    with pytest.raises(UnknownModelError, match="ollama:MODEL, dummy:MODEL, the URL"):
        choose_language_model("dummy:")
    with pytest.raises(UnknownModelError, match=r"no key was given Set its key \(DUMMY_KEY\) in the environment"):
        choose_language_model("dummy:locked")
    assert "DummyError" in {kind.__name__ for kind in provider_errors()}
    monkeypatch.setattr(sys.modules[__name__], "opened", _missing)
    with pytest.raises(UnknownModelError, match=r"dummy needs an extra: pip install 'terradelta\[openai\]'"):
        choose_language_model("dummy:dummy-1")


def _missing(name):
    raise ImportError(name)


def test_every_provider_has_an_extra_of_this_package_and_no_key_here():
    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert list(PROVIDERS) == ["openai", "google_genai", "anthropic", "ollama"]
    assert {provider.extra for provider in PROVIDERS.values()} <= set(extras)
    assert not [key for provider in PROVIDERS.values() for key in provider.keys if key in os.environ]


def test_only_models_of_a_provider_that_tells_it_must_say_why_they_ended():
    assert end_field_of(ScriptedModel(lines=[], seen=[], offered=[])) is None
    assert end_field_of(choose_language_model("http://127.0.0.1:9/v1#m").model) == "finish_reason"
