import json

import pytest

from agent.errors import TraceError
from agent.models.language_models import choose_brain
from agent.session import Session
from agent.tracing import tracing

pytestmark = pytest.mark.model


def test_a_question_is_traced_with_its_calls_below_it(workspace, tmp_path):
    file = tmp_path / "spans.jsonl"
    with tracing(str(file)):
        Session(choose_brain(), workspace).ask("How many buildings appeared?")
        Session(choose_brain(), workspace).ask("My password is hunter2.")
    spans = [json.loads(line) for line in file.read_text().splitlines()]
    whole = next(span for span in spans if span["name"] == "question")
    (tool,) = [span for span in spans if span["name"] == "tool count_objects"]
    assert tool["context"]["trace_id"] == whole["context"]["trace_id"]
    assert json.loads(tool["attributes"]["arguments"])["object_class"] == "building"
    assert whole["attributes"]["brain"] == "embedded"
    assert "hunter2" not in file.read_text()
    assert str(workspace.folder) not in file.read_text()


def test_nothing_is_traced_unless_asked_for(workspace, tmp_path, capsys):
    with tracing(None):
        Session(choose_brain(), workspace).ask("How many buildings appeared?")
    assert list(tmp_path.glob("*.jsonl")) == []
    assert capsys.readouterr().err == ""


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(TraceError, match="cannot be written"), tracing(str(tmp_path)):
        pass
