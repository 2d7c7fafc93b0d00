"""A question on the page: its steps, words and progress as they come, until the answer; it can be stopped.

The work runs in a thread of its own, so that progress can be shown while the network runs. The conversation lives here,
on the server: what a browser says of it is never taken in.
"""

from __future__ import annotations

import asyncio
import json
import queue
import re
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from html import escape
from typing import Any

from agent import Draft
from agent.answer import Answer, Step
from tools.catalogue.found_pairs import FoundPairs
from tools.number_format import plural
from ui.error_table import explain
from ui.errors import QuotaError, StoppedError
from ui.page.advice import on_page
from ui.page.found_places import picture
from ui.page.visiting.visitor import Visitor

Message = dict[str, Any]
FIRST_SENTENCE = re.compile(r"([^\n]{8,240}?[.!?])((?:\s*\[\\\[\d{1,4}\\\]\]\(#evidence-\d{1,4}\))*)(?=\s|$)")
"""Of a linked answer, with the markers behind it; a full stop within a number ends none."""
THING = re.compile(r"\b((?:building|road) (\d{1,6}))\b(?!\]|\()")
MARKER = re.compile(r"\[(\d{1,4})\](?!\()")
MAX_CHARS = 4_000
"""Of a step's result in the conversation; the tab Evidence shows more."""
QUICK = ("Where is that?", "How sure are you?", "Why might it have changed?", "Export that as a report")
"""What people ask next."""
LOOK_S = 0.05
"""How often events are looked for."""
MAX_ASKING = 3
"""Questions of one visitor that are worked on or wait."""
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
        remaining = f", about {duration(left)} left" if self.done and left >= 1 else ""
        return f"Analysing: {self.done} of {self.of} {plural('part', self.of)}{remaining} …"


def duration(seconds: float) -> str:
    """Seconds as people tell them: to the second below 90, in minutes up to 90, then in hours."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes <= 90 else f"{minutes / 60:.1f} h"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Others whose questions come first."""

    ahead: int

    def __str__(self) -> str:
        return f"Waiting for {self.ahead} {plural('question', self.ahead)} of others …"


Event = Draft | Step | Answer | Progress | Waiting
DONE = object()


class Work:
    """One question, worked on in a thread of its own when its turn comes."""

    def __init__(self, visitor: Visitor, question: str) -> None:
        self.visitor, self.question = visitor, question
        self._events: queue.Queue[Any] = queue.Queue()
        self._first, self._stops = 0.0, visitor.stops

    @property
    def is_stopped(self) -> bool:
        """Whether the person said stop after it was asked."""
        return self.visitor.stops != self._stops

    def begin(self) -> None:
        """Take it up; the visitor knows of it from here on, so that a double click asks once."""
        self.visitor.questions.add(self)
        threading.Thread(target=self._run, daemon=True).start()

    async def events(self) -> AsyncGenerator[Event]:
        """Events in order, until the conversation holds the answer, or what went wrong.

        No thread waits beside the one that works, so that many who wait hold nobody up. Who leaves early, by a lost
        connection, finds the answer in the conversation later.
        """
        while True:
            if self._events.empty():
                await asyncio.sleep(LOOK_S)
                continue
            event = self._events.get_nowait()
            if event is DONE:
                return
            yield event

    def _run(self) -> None:
        try:
            with self.visitor.lock:
                self._look()
        except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
            self.visitor.tell(say(explain(error).sentence))
        finally:
            self.visitor.questions.discard(self)
            self.visitor.changed()
            self._events.put(DONE)

    def _look(self) -> None:
        if self.is_stopped:
            raise StoppedError("Stopped before it was looked at.")
        self.visitor.stopping.clear()
        with self.visitor.turns.taken(self.visitor.stopping, self._wait):
            self._follow()

    def _follow(self) -> None:
        self.visitor.on_progress, self._first = self._progress, time.monotonic()
        try:
            for event in self.visitor.session.follow(self.question):
                if not isinstance(event, Draft):
                    self.visitor.tell(tell(event, self.visitor.messages, basis_of(self.visitor)))
                self._events.put(event)
                if self.visitor.stopping.is_set():
                    raise StoppedError("Stopped; what was looked at is kept.")
        finally:
            self.visitor.on_progress = None

    def _wait(self, ahead: int) -> None:
        self._events.put(Waiting(ahead))

    def _progress(self, done: int, of: int) -> None:
        self._events.put(Progress(done, of, time.monotonic() - self._first))


async def reply(visitor: Visitor, question: str) -> AsyncIterator[list[Message]]:
    """The conversation with the question, then with each step, then with the answer; the server keeps it."""
    if visitor.is_asked(question):
        yield visitor.messages
        return
    visitor.tell({"role": "user", "content": question})
    if (refused := _refusal(visitor)) is not None:
        visitor.tell(say(refused))
        yield visitor.messages
        return
    work, draft = Work(visitor, question), ""
    work.begin()
    yield visitor.messages
    async with aclosing(work.events()) as events:
        async for event in events:
            if isinstance(event, Progress | Waiting):
                yield [*visitor.messages, _pending(str(event))]
            elif isinstance(event, Draft):
                draft = event.text if event.anew else draft + event.text
                yield [*visitor.messages, say(draft)] if draft else visitor.messages
            else:
                draft = ""
                yield visitor.messages
    yield visitor.messages


def _refusal(visitor: Visitor) -> str | None:
    """Why no further question can be taken up now; None where one can."""
    if visitor.asking >= MAX_ASKING:
        return "Earlier questions are still being worked on; wait for their answers, or stop them."
    try:
        visitor.check_room()
    except QuotaError as error:
        return str(error)
    return None


def tell(event: Step | Answer, messages: Sequence[Message] = (), basis: str = "") -> Message:
    """A step as a line that unfolds, an answer as text, with what it rests on and those warnings not shown before."""
    if isinstance(event, Answer):
        before = "".join(str(message.get("content", "")) for message in messages)
        new = [text for warning in event.warnings if (text := escape(on_page(warning))) not in before]
        cards = "".join(found_cards(step.result) for step in event.steps if isinstance(step.result, FoundPairs))
        options = [{"value": text} for text in (OF_FOUND if cards else QUICK)] if event.steps else []
        below = f'\n\n<p class="td-basis">{escape(basis)}</p>' if basis and event.steps else ""
        text = headline(linked(on_page(event.text))) if event.steps else on_page(event.text)
        return say(text + cards + folded(new) + below) | ({"options": options} if options else {})
    result = event.error or json.dumps(event.to_json()["result"], indent=1, ensure_ascii=False)
    cut = result if len(result) <= MAX_CHARS else f"{result[:MAX_CHARS]}\n… see the tab Evidence"
    metadata = {"title": step_title(event), "status": "done", "duration": round(event.seconds, 2)}
    return {"role": "assistant", "content": f"```json\n{cut}\n```", "metadata": metadata}


def step_title(step: Step) -> str:
    """A step in words: what was done, and with what."""
    told = ", ".join(str(value) for value in step.arguments.values())
    return f"[{step.number}] {step.tool.replace('_', ' ').capitalize()}{f': {told}' if told else ''}"


def headline(text: str) -> str:
    """An answer with its first sentence in bold; one that begins with marks of its own stays as it is."""
    found = FIRST_SENTENCE.match(text)
    if found is None or "*" in found[1]:
        return text
    return f"**{found[1]}**{found[2]}{text[found.end() :]}"


def folded(warnings: Sequence[str]) -> str:
    """Warnings, escaped already, as one line that unfolds."""
    if not warnings:
        return ""
    listed = "".join(f"<li>{text}</li>" for text in warnings)
    count = f"{len(warnings)} {plural('warning', len(warnings))}"
    return f'\n\n<details class="td-warnings"><summary>{count}</summary><ul>{listed}</ul></details>'


def basis_of(visitor: Visitor) -> str:
    """Which pair an answer speaks of, and which filter and area are in force."""
    workspace = visitor.session.workspace
    if workspace.current is None:
        return ""
    pair, wish = workspace.pair(), workspace.settings
    unit = "m²" if pair.georeference is not None else "px"
    told = [" ⇄ ".join(source.name for source in pair.sources)]
    told += [f"objects from {wish.min_area:g} {unit} on"] if wish.min_area else []
    told += [f"probability from {100 * wish.min_probability:g} % on"] if wish.min_probability else []
    told += ["in the drawn area"] if wish.area_of_interest else []
    return " · ".join(told)


def found_cards(found: FoundPairs) -> str:
    """What was found, as pictures of both dates with a line each."""
    cards = "".join(
        f'<figure><img src="{picture(card.thumbnail)}" alt="Number {card.number}: both dates, the '
        f'earlier one at the left"><figcaption>{card.number}. {escape(card.caption)}</figcaption></figure>'
        for card in found.cards
    )
    return f'\n\n<div class="td-cards">{cards}</div>' if cards else ""


def linked(text: str) -> str:
    """Markers that open the step they name, and objects that the map flies to."""
    marked = MARKER.sub(r"[\\[\1\\]](#evidence-\1)", text)
    return THING.sub(r"[\1](#object-\2)", marked)


def say(text: str) -> Message:
    """A message of the agent."""
    return {"role": "assistant", "content": text}


def _pending(text: str) -> Message:
    return {"role": "assistant", "content": "", "metadata": {"title": text, "status": "pending"}}
