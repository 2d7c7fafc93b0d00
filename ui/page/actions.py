"""What the controls of the page do: Gradio calls each with the request, which identifies the visitor, for new values.

What goes wrong becomes a sentence in the conversation, and the page lives on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import gradio as gr

from tools.benchmarks.sample_pairs import SEEDS, write_sample
from tools.sensors.recognition import told_back
from tools.sensors.statement import read_statement
from tools.tiles.drawn_areas import drawn_area
from ui.error_table import explain
from ui.page import panels
from ui.page.conversation import Message, reply, say
from ui.page.map_values import Basemap, map_json
from ui.page.map_view import map_view
from ui.page.visitors import COOKIE, Visitor, Visitors

AS_TOLD = "as the files tell"
SHOWN = 8
"""Values for the right side: card, map, dates, table, note, evidence, files, pairs."""


class Actions:
    """The functions behind the page, for these visitors."""

    def __init__(self, visitors: Visitors, basemap: Basemap | None = None) -> None:
        self.visitors, self.basemap = visitors, basemap

    def take_before(self, upload: str | None, messages: list[Message], request: gr.Request) -> list[Any]:
        """An image of the earlier date."""
        return self._take("before", upload, messages, request)

    def take_after(self, upload: str | None, messages: list[Message], request: gr.Request) -> list[Any]:
        """An image of the later date."""
        return self._take("after", upload, messages, request)

    def _take(self, date: str, upload: str | None, messages: list[Message], request: gr.Request) -> list[Any]:
        labels = {"before": gr.skip(), "after": gr.skip()}
        try:
            visitor = self._visitor(request)
            with visitor.lock:
                visitor.take_in(date, Path(upload or ""))
                labels[date] = gr.File(None, label=f"{date.capitalize()}: {visitor.waiting[date].name}")
                if len(visitor.waiting) == 2:
                    both = visitor.waiting["before"], visitor.waiting["after"]
                    visitor.waiting.clear()
                    visitor.open(*both)
                    labels = {name: gr.File(None, label=name.capitalize()) for name in labels}
            return [messages, labels["before"], labels["after"], *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
            empty = gr.File(None, label=date.capitalize())
            answered = [*messages, say(explain(error).sentence)]
            both_files = (empty, gr.skip()) if date == "before" else (gr.skip(), empty)
            return [answered, *both_files, *[gr.skip()] * SHOWN]

    def take_sample(self, messages: list[Message], request: gr.Request) -> list[Any]:
        """A drawn pair with known change."""
        try:
            visitor = self._visitor(request)
            with visitor.lock:
                pair = write_sample(visitor.folder / "sample", SEEDS[0])
                visitor.open(pair.before, pair.after)
            return [messages, gr.skip(), gr.skip(), *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            return [[*messages, say(explain(error).sentence)], *[gr.skip()] * (2 + SHOWN)]

    def ask(self, question: str, messages: list[Message], request: gr.Request) -> Iterator[tuple[Any, ...]]:
        """Answer, step by step."""
        if not question.strip():
            yield messages, ""
            return
        try:
            visitor = self._visitor(request)
        except Exception as error:  # noqa: BLE001 - the edge
            yield [*messages, say(explain(error).sentence)], ""
            return
        for shown in reply(visitor, question.strip(), messages):
            yield shown, ""
        visitor.changed()

    def pick(self, messages: list[Message], request: gr.Request, picked: gr.SelectData) -> Iterator[tuple[Any, ...]]:
        """Answer a question that was offered."""
        yield from self.ask(str(picked.value), messages, request)

    def open_found(
        self, messages: list[Message], request: gr.Request, event: gr.EventData
    ) -> Iterator[tuple[Any, ...]]:
        """Open a place that was picked on the map, as if it had been asked for."""
        number = (event._data or {}).get("number")
        if isinstance(number, int):
            yield from self.ask(f"Open number {number}", messages, request)
        else:  # no page of ours tells that
            yield messages, ""

    def halt(self, request: gr.Request) -> None:
        """Stop looking; what was looked at is kept."""
        visitor = self.visitors.get(self._key(request))
        if visitor is not None:
            visitor.stopping.set()

    def refresh(self, request: gr.Request) -> list[Any]:
        """Everything at the right, as it is now."""
        visitor = self.visitors.get(self._key(request))
        return [gr.skip()] * SHOWN if visitor is None else self._panels(visitor)

    def recount(self, smallest: float, surest: float, request: gr.Request) -> list[Any]:
        """Count otherwise, without looking again."""
        visitor = self._visitor(request)
        visitor.choose(min_area=smallest or None, min_probability=surest / 100 or None)
        return self._counted(visitor)

    def choose(self, request: gr.Request, picked: gr.SelectData) -> dict[str, Any]:
        """Show the object of a row on the map."""
        visitor = self._visitor(request)
        visitor.selected = int(float(picked.row_value[0]))
        return map_json(map_view(visitor, self.basemap))

    def draw(self, request: gr.Request, event: gr.EventData) -> list[Any]:
        """Ask about what was drawn from now on."""
        visitor = self._visitor(request)
        try:
            geometry = (event._data or {}).get("geometry")
            asked = drawn_area(visitor.folder / "areas", visitor.layers().pair, geometry)
            visitor.choose(area_of_interest=asked)
            return ["Answers speak of the drawn area.", *self._counted(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            visitor.choose(area_of_interest=None)
            return [explain(error).sentence, *self._counted(visitor)]

    def draw_nothing(self, request: gr.Request) -> list[Any]:
        """Ask about the whole image again."""
        visitor = self._visitor(request)
        visitor.choose(area_of_interest=None)
        return ["Answers speak of the whole image.", *self._counted(visitor)]

    def tell_sensor(self, text: str | None, request: gr.Request) -> list[Any]:
        """Read bands as those of a sensor, and numbers as stated beside it, from now on."""
        visitor, wanted = self._visitor(request), "" if text in (None, AS_TOLD) else str(text)
        try:
            stated = read_statement(wanted)
            note = told_back(stated)
            visitor.choose(**asdict(stated))
        except Exception as error:  # noqa: BLE001 - the edge
            note = explain(error).sentence
        return [note, *self._counted(visitor), panels.files(visitor)]

    def turn(self, pair: str, request: gr.Request) -> list[Any]:
        """Make another pair the current one."""
        visitor = self._visitor(request)
        visitor.turn(pair)
        return self._panels(visitor)

    def leave(self, request: gr.Request) -> list[Any]:
        """Delete all of this visitor's data."""
        self.visitors.leave(self._key(request))
        visitor = self._visitor(request)
        files = [gr.File(None, label=date) for date in ("Before", "After")]
        return [[say("Your images, results and this conversation are deleted.")], *files, *self._panels(visitor), ""]

    def _panels(self, visitor: Visitor) -> list[Any]:
        """Values for the right side."""
        workspace = visitor.session.workspace
        names = [(f"{pair.id}: {pair.sources[0].name}", pair.id) for pair in workspace.pairs]
        pairs = gr.Dropdown(names, value=workspace.current, visible=len(names) > 1)
        view, table, note = self._counted(visitor)
        steps = panels.evidence(visitor.session.steps, visitor.evidence)
        return [panels.card(visitor), view, panels.dates(visitor), table, note, steps, panels.files(visitor), pairs]

    def _counted(self, visitor: Visitor) -> list[Any]:
        return [map_json(map_view(visitor, self.basemap)), panels.objects(visitor), panels.objects_note(visitor)]

    def _visitor(self, request: gr.Request) -> Visitor:
        return self.visitors.enter(self._key(request))

    @staticmethod
    def _key(request: gr.Request) -> str:
        """The key of the cookie; without cookies, that of the tab."""
        cookies: Any = request.cookies
        return str(cookies.get(COOKIE) or request.session_hash or "")
