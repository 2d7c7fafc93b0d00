"""A real HTTP server with OpenAI's API on this machine: it says what it is told to say, whole or word by word."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Drip:
    """A text that comes word by word, with a pause between; without `ends` the line goes dead in the middle."""

    text: str
    pause: float = 0.0
    ends: bool = True


MAX_EVENTS = 40
"""About so many events a text."""
Reply = dict[str, Any] | int | Drip


def tool_call(name: str, **arguments: Any) -> dict[str, Any]:
    return raw_call(name, json.dumps(arguments))


def raw_call(name: str, arguments: str) -> dict[str, Any]:
    function = {"name": name, "arguments": arguments}
    return {"tool_calls": [{"id": "c1", "type": "function", "function": function}]}


@contextmanager
def openai_server(*replies: Reply, models: Any = None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Serve /v1/models and /v1/chat/completions; the URL, and what was asked."""
    left, requests = list(replies), list[dict[str, Any]]()

    class Handler(_Handler):
        def do_GET(self) -> None:
            listed = {"object": "list", "data": [{"id": "small-model", "object": "model"}]}
            self.send_json(200, listed if models is None else models)

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            requests.append(asked)
            reply = left.pop(0)
            if isinstance(reply, int):
                self.send_json(reply, {"error": {"message": "no", "type": "x", "code": "x"}})
            elif asked.get("stream"):
                self.send_words(reply)
            else:
                self.send_json(200, _whole(reply))

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", requests
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass

    def send_json(self, status: int, body: Any) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_words(self, reply: dict[str, Any] | Drip) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for delta in _deltas(reply):
                self._event({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
                time.sleep(reply.pause if isinstance(reply, Drip) else 0.0)
            if isinstance(reply, Drip) and not reply.ends:
                return
            reason = "tool_calls" if isinstance(reply, dict) and reply.get("tool_calls") else "stop"
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})
            self.wfile.write(b"data: [DONE]\n\n")
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client had enough

    def _event(self, body: dict[str, Any]) -> None:
        frame = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", **body}
        self.wfile.write(b"data: " + json.dumps(frame).encode() + b"\n\n")
        self.wfile.flush()


def _deltas(reply: dict[str, Any] | Drip) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": ""}
    if isinstance(reply, dict) and reply.get("tool_calls"):
        yield {"tool_calls": [{"index": i, **one} for i, one in enumerate(reply["tool_calls"])]}
    text = reply.text if isinstance(reply, Drip) else reply.get("content", "")
    words = text.split()
    step = max(1, len(words) // MAX_EVENTS)
    for start in range(0, len(words), step):
        yield {"content": " ".join(words[start : start + step]) + " "}


def _whole(reply: dict[str, Any] | Drip) -> dict[str, Any]:
    message = {"content": reply.text} if isinstance(reply, Drip) else reply
    reason = "tool_calls" if message.get("tool_calls") else "stop"
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": "", **message}}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    frame = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
    return {**frame, "choices": [choice], "usage": usage}
