import json

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.util._once import Once

from agent.errors import TraceError
from agent.models.language_models import choose_language_model
from agent.session import Session
from agent.tracing import span, tracing


@pytest.fixture
def host(monkeypatch):
    """A program that has installed a provider; the spans that it has received. Only one may be installed a process."""
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", None)
    monkeypatch.setattr(trace, "_TRACER_PROVIDER_SET_ONCE", Once())
    kept, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    trace.set_tracer_provider(provider)
    yield kept
    provider.shutdown()


def test_a_program_with_a_provider_receives_the_spans_below_its_own(workspace, host):
    with trace.get_tracer("host").start_as_current_span("its work") as work:
        Session(choose_language_model(), workspace).ask("How many buildings appeared?")
    spans = {span.name: span for span in host.get_finished_spans()}
    assert {"question", "tool count_objects", "model", "its work"} <= set(spans)
    assert spans["question"].instrumentation_scope.name == "terradelta"
    assert spans["question"].parent.span_id == work.get_span_context().span_id
    assert spans["tool count_objects"].parent.span_id == spans["question"].context.span_id


def test_spans_for_a_file_go_to_the_file(workspace, host, tmp_path):
    with tracing(str(tmp_path / "spans.jsonl")):
        Session(choose_language_model(), workspace).ask("How many buildings appeared?")
    assert host.get_finished_spans() == ()
    assert len((tmp_path / "spans.jsonl").read_text().splitlines()) > 1
    Session(choose_language_model(), workspace).ask("How many buildings appeared?")
    assert "question" in {span.name for span in host.get_finished_spans()}


pytestmark = pytest.mark.model


def test_a_question_is_traced_with_its_calls_below_it(workspace, tmp_path):
    file = tmp_path / "spans.jsonl"
    with tracing(str(file)):
        Session(choose_language_model(), workspace).ask("How many buildings appeared?")
        Session(choose_language_model(), workspace).ask("My password is hunter2.")
    spans = [json.loads(line) for line in file.read_text().splitlines()]
    whole = next(span for span in spans if span["name"] == "question")
    (tool,) = [span for span in spans if span["name"] == "tool count_objects"]
    assert tool["context"]["trace_id"] == whole["context"]["trace_id"]
    assert json.loads(tool["attributes"]["arguments"])["object_class"] == "building"
    assert whole["attributes"]["brain"] == "embedded"
    assert "hunter2" not in file.read_text()
    assert str(workspace.folder) not in file.read_text()


def test_nothing_is_traced_unless_asked_for(workspace, tmp_path, capsys):
    with tracing(None), span("a question") as current:
        assert not current.is_recording()
        Session(choose_language_model(), workspace).ask("How many buildings appeared?")
    assert list(tmp_path.glob("*.jsonl")) == []
    assert capsys.readouterr().err == ""


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(TraceError, match="cannot be written"), tracing(str(tmp_path)):
        pass
