"""Language models by name and by URL, against a real HTTP server with OpenAI's API on this machine."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from agent.brains import choose_brain
from agent.errors import ModelUnavailableError, UnknownModelError
from agent.session import Session

pytest.importorskip("langchain_openai", reason="needs the extra openai")


@contextmanager
def openai_server(*replies):
    """Serve /v1/models and /v1/chat/completions; each reply is a message or an HTTP status."""
    left, requests = list(replies), []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def _send(self, status, body):
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self):
            self._send(200, {"object": "list", "data": [{"id": "small-model", "object": "model"}]})

        def do_POST(self):
            requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            reply = left.pop(0)
            if isinstance(reply, int):
                self._send(reply, {"error": {"message": "no", "type": "x", "code": "x"}})
                return
            reason = "tool_calls" if reply.get("tool_calls") else "stop"
            choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": "", **reply}}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            self._send(
                200,
                {
                    "id": "1",
                    "object": "chat.completion",
                    "created": 1,
                    "model": "m",
                    "choices": [choice],
                    "usage": usage,
                },
            )

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", requests
    finally:
        server.shutdown()
        server.server_close()


def tool_call(name, **arguments):
    function = {"name": name, "arguments": json.dumps(arguments)}
    return {"tool_calls": [{"id": "c1", "type": "function", "function": function}]}


def test_an_openai_compatible_server_plans_and_words(workspace):
    with openai_server(tool_call("count_objects", object_class="building"), {"content": "7 houses are new."}) as (
        url,
        asked,
    ):
        brain = choose_brain(url)
        answer = Session(brain, workspace).ask("How many houses are new?")
    assert answer.text == "7 houses are new."
    assert brain.name == f"small-model at {url}"
    offered = {tool["function"]["name"]: tool["function"]["parameters"] for tool in asked[0]["tools"]}
    assert offered["count_objects"]["properties"]["object_class"]["enum"] == ["building", "road", "any"]
    assert "workspace" not in json.dumps(offered)
    assert asked[1]["messages"][-1]["role"] == "tool"


def test_a_server_that_refuses_is_a_sentence_and_nothing_is_lost(workspace):
    with openai_server(401, {"content": "Hello."}) as (url, _):
        session = Session(choose_brain(url + "#other"), workspace)
        with pytest.raises(ModelUnavailableError, match=r"other at .* did not answer"):
            session.ask("hi")
        assert session.ask("hi").text == "Hello."


def test_a_server_that_is_down_is_a_sentence(workspace):
    with openai_server() as (url, _):
        pass
    with pytest.raises(ModelUnavailableError, match="does not answer; start it"):
        choose_brain(url)
    with pytest.raises(ModelUnavailableError, match="did not answer"):
        Session(choose_brain(url + "#m"), workspace).ask("hi")


@pytest.mark.parametrize("name", ["gpt-4.1", "mystery:model", "openai:"])
def test_names_that_name_nothing_are_told_the_way_out(name):
    with pytest.raises(UnknownModelError, match="names no language model here; use openai:MODEL"):
        choose_brain(name)


def test_a_missing_key_and_a_missing_extra_are_told_apart(monkeypatch):
    with pytest.raises(UnknownModelError, match="Set its key"):
        choose_brain("openai:gpt-4.1")
    import sys

    monkeypatch.setitem(sys.modules, "langchain_anthropic", None)
    with pytest.raises(UnknownModelError, match=r"pip install 'terradelta\[anthropic\]'"):
        choose_brain("anthropic:claude")


def test_nothing_chosen_is_the_embedded_brain():
    assert choose_brain().embedded
    assert choose_brain("embedded").name == "embedded"
