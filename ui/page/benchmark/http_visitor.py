"""A visitor without a browser: speaks with the page's controls over HTTP as its scripts do."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

PATIENCE_S = 300.0


class PageVisitor(AbstractContextManager["PageVisitor"]):
    """One browser with one tab."""

    def __init__(self, address: str) -> None:
        self.browser = httpx.Client(base_url=address, timeout=PATIENCE_S)
        self.session = secrets.token_hex(8)
        self.browser.get("/").raise_for_status()
        self._controls = self._numbers()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.browser.close()

    @property
    def controls(self) -> dict[str, int]:
        """Numbers of the page's controls by their names."""
        return dict(self._controls)

    def open(self, before: Path, after: Path) -> None:
        """Upload both images, and open them as a pair."""
        for date, path in (("before", before), ("after", after)):
            self.upload(date, path).raise_for_status()
            self.call(date)

    def upload(self, date: str, path: Path) -> httpx.Response:
        """Send an image; what the page answers."""
        with path.open("rb") as file:
            return self.browser.put(f"/upload/{date}", params={"name": path.name}, content=file)

    def ask(self, question: str) -> str:
        """Ask, wait for the answer, and return the last that was said."""
        self.call("ask", [question])
        return str(self.messages()[-1]["content"])

    def messages(self) -> list[dict[str, Any]]:
        """The conversation as a page shows it that is loaded anew."""
        shown = self.call("refresh")["data"][0]
        return shown if isinstance(shown, list) else []

    def call(self, control: str, values: Sequence[Any] = (), event: Any = None) -> dict[str, Any]:
        """Tell a control's message, and wait for what the page makes of it.

        Raises:
            RuntimeError: the control failed, or refused its values.
        """
        joined = self.join(self._controls[control], values, event)
        joined.raise_for_status()
        return self._completed(joined.json()["event_id"])

    def join(self, number: int, values: Sequence[Any] = (), event: Any = None, **more: Any) -> httpx.Response:
        """Send a message of a control; what the page answers at once."""
        message = {"data": list(values), "event_data": event, "fn_index": number, "trigger_id": None}
        return self.browser.post("/gradio_api/queue/join", json=message | {"session_hash": self.session} | more)

    def _completed(self, event_id: str) -> dict[str, Any]:
        for told in self._stream():
            if told.get("msg") == "process_completed" and told.get("event_id") == event_id:
                output: dict[str, Any] = told["output"]
                if "data" not in output:
                    raise RuntimeError(f"A control of the page failed: {output.get('error')}")
                return output
        raise TimeoutError("The page closed its stream before it had answered.")

    def _stream(self) -> Iterator[dict[str, Any]]:
        with self.browser.stream("GET", "/gradio_api/queue/data", params={"session_hash": self.session}) as stream:
            stream.raise_for_status()
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    yield json.loads(line.removeprefix("data:"))

    def _numbers(self) -> dict[str, int]:
        config = self.browser.get("/config").raise_for_status().json()
        return {one["api_name"]: one["id"] for one in config["dependencies"] if one["api_name"]}
