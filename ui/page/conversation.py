"""A question on the page: its steps, words and progress as they come, until the answer; it can be stopped.

The work runs in a thread of its own, so that progress can be shown while the network runs.
"""

from __future__ import annotations

import json
import queue
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from agent import Draft
from agent.answer import Answer, Step
from tools.catalogue.found_pairs import FoundPairs
from tools.number_format import plural
from ui.error_table import explain
from ui.page.found_places import picture
from ui.page.visitors import Visitor

Message = dict[str, Any]
WARNED = "Warning: {}"
MARKER = re.compile(r"\[(\d{1,4})\](?!\()")
MAX_CHARS = 4_000
"""Of a step's result in the conversation; the tab Evidence shows more."""
QUICK = ("Where is that?", "How sure are you?", "Why might it have changed?", "Export that as a report")
"""What people ask next."""
OF_FOUND = ("Open the first one", "Open the second one", "Find others like this")
"""And after a search."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Parts done and parts in all, and seconds since the first."""

    done: int
    of: int
    seconds: float

    def __str__(self) -> str:
        left = self.seconds / self.done * (self.of - self.done) if self.done else 0.0
        remaining = f", about {left:.0f} s left" if self.done and left >= 1 else ""
        return f"Analysing: {self.done} of {self.of} {plural('part', self.of)}{remaining} …"


Event = Draft | Step | Answer | Progress
DONE = object()


class Work:
    """One question, worked on in a thread; iterate for its events."""

    def __init__(self, visitor: Visitor, question: str) -> None:
        self.visitor, self.question = visitor, question
        self._events: queue.Queue[Any] = queue.Queue()
        self._first, self._left = 0.0, False

    def __iter__(self) -> Iterator[Event]:
        """Events in order; what goes wrong is raised here. Leaving early stops the work at its next part."""
        thread = threading.Thread(target=self._run, daemon=True)
        thread.start()
        try:
            while (event := self._events.get()) is not DONE:
                if isinstance(event, BaseException):
                    raise event
                yield event
        finally:
            self._left = True
            if thread.is_alive():
                self.visitor.stopping.set()

    def _run(self) -> None:
        with self.visitor.lock:
            if self._left:  # stopped before its turn came
                return
            self.visitor.stopping.clear()
            self.visitor.on_progress, self._first = self._progress, time.monotonic()
            try:
                for event in self.visitor.session.follow(self.question):
                    self._events.put(event)
                    if self.visitor.stopping.is_set():
                        break
            except BaseException as error:  # noqa: BLE001 - raised again by the thread that waits
                self._events.put(error)
            finally:
                self.visitor.on_progress = None
                self._events.put(DONE)

    def _progress(self, done: int, of: int) -> None:
        self._events.put(Progress(done, of, time.monotonic() - self._first))


def reply(visitor: Visitor, question: str, messages: list[Message]) -> Iterator[list[Message]]:
    """The conversation with the question, then with each step, then with the answer."""
    messages = [*messages, {"role": "user", "content": question}]
    yield messages
    draft = ""
    try:
        visitor.check_room()
        for event in Work(visitor, question):
            if isinstance(event, Progress):
                yield [*messages, _pending(str(event))]
            elif isinstance(event, Draft):
                draft = event.text if event.anew else draft + event.text
                yield [*messages, say(draft)] if draft else messages
            else:
                messages, draft = [*messages, tell(event, messages)], ""
                yield messages
    except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
        yield [*messages, say(explain(error).sentence)]


def tell(event: Step | Answer, messages: Sequence[Message] = ()) -> Message:
    """A step as a line that unfolds, an answer as text with those of its warnings that were not shown before."""
    if isinstance(event, Answer):
        before = "".join(str(message.get("content", "")) for message in messages)
        new = [warning for warning in event.warnings if WARNED.format(warning) not in before]
        warnings = "".join(f"\n\n> {WARNED.format(warning)}" for warning in new)
        cards = "".join(found_cards(step.result) for step in event.steps if isinstance(step.result, FoundPairs))
        options = [{"value": text} for text in (OF_FOUND if cards else QUICK)] if event.steps else []
        return say(linked(event.text) + cards + warnings) | ({"options": options} if options else {})
    arguments = ", ".join(f"{name}={value}" for name, value in event.arguments.items())
    result = event.error or json.dumps(event.to_json()["result"], indent=1, ensure_ascii=False)
    cut = result if len(result) <= MAX_CHARS else f"{result[:MAX_CHARS]}\n… see the tab Evidence"
    title = f"[{event.number}] {event.tool}({arguments})"
    metadata = {"title": title, "status": "done", "duration": round(event.seconds, 2)}
    return {"role": "assistant", "content": f"```json\n{cut}\n```", "metadata": metadata}


def found_cards(found: FoundPairs) -> str:
    """What was found, as pictures of both dates with a line each."""
    cards = "".join(
        f'<figure><img src="{picture(card.thumbnail)}" alt="Number {card.number}: both dates, the '
        f'earlier one at the left"><figcaption>{card.number}. {escape(card.caption)}</figcaption></figure>'
        for card in found.cards
    )
    return f'\n\n<div class="td-cards">{cards}</div>' if cards else ""


def linked(text: str) -> str:
    """Markers that open the step they name."""
    return MARKER.sub(r"[\\[\1\\]](#evidence-\1)", text)


def say(text: str) -> Message:
    """A message of the agent."""
    return {"role": "assistant", "content": text}


def _pending(text: str) -> Message:
    return {"role": "assistant", "content": "", "metadata": {"title": text, "status": "pending"}}
