"""A real HTTP server with Gemini's API on this machine: it says what it is told to say, and counts tokens."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKENS = {"promptTokenCount": 1000, "candidatesTokenCount": 5, "totalTokenCount": 1005}


@contextmanager
def gemini_server(*replies: str | int) -> Iterator[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    """Serve /v1beta/models/NAME:generateContent; the URL, and (path, body) of what was asked."""
    left, requests = list(replies), list[tuple[str, dict[str, Any]]]()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            requests.append((self.path, json.loads(self.rfile.read(length))))
            reply = left.pop(0)
            if isinstance(reply, int):
                self.send_json(reply, {"error": {"code": reply, "message": "no", "status": "UNAVAILABLE"}})
            else:
                self.send_json(200, _answer(reply))

        def send_json(self, status: int, body: Any) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", requests
    finally:
        server.shutdown()
        server.server_close()


def _answer(text: str) -> dict[str, Any]:
    content = {"role": "model", "parts": [{"text": text}]}
    candidate = {"content": content, "finishReason": "STOP", "index": 0}
    return {"candidates": [candidate], "usageMetadata": TOKENS, "modelVersion": "gemini-test"}
