"""What the controls of the page do: Gradio calls each with the request, which identifies the visitor, for new values.

What goes wrong becomes a sentence in the conversation, and the page lives on.
"""

from __future__ import annotations

import asyncio
import math
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import gradio as gr

from tools.benchmarks.lake_sample import write_lake
from tools.benchmarks.sample_pairs import SEEDS, write_sample
from tools.errors import ToolError
from tools.sensors.recognition import told_back
from tools.sensors.statement import read_statement
from tools.tiles.drawn_areas import drawn_area
from ui.error_table import explain
from ui.errors import ScreenError
from ui.page import panels
from ui.page.conversation import OF_FOUND, QUICK, reply, say
from ui.page.guard.gate import COOKIE
from ui.page.map_values import Basemap, map_json
from ui.page.map_view import map_view
from ui.page.visiting.visitor import Visitor
from ui.page.visiting.visitors import Visitors

LOOK_S = 0.5
"""How often a page that was loaded anew looks for the answer to an earlier question."""
AS_TOLD = "as the files tell"
MAX_NUMBER = 1e9
"""Of a control."""
SHOWN = 12
"""Values beside the conversation: card, map, dates, table, note, evidence, files, pairs, filters, coarse, Stop."""


class Actions:
    """The functions behind the page, for these visitors."""

    def __init__(self, visitors: Visitors, basemap: Basemap | None = None) -> None:
        self.visitors, self.basemap = visitors, basemap

    def take(self, request: gr.Request) -> list[Any]:
        """An image has come in; with both, open the pair."""
        try:
            visitor = self._visitor(request)
            with visitor.alone():
                if len(visitor.waiting) == 2:
                    both = visitor.waiting["before"], visitor.waiting["after"]
                    visitor.waiting.clear()
                    visitor.open(*both)
            return [visitor.messages, *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
            return self._failed(error, request)

    def take_sample(self, request: gr.Request) -> list[Any]:
        """A drawn suburb with known change."""
        return self._drawn(_suburb, request)

    def take_lake(self, request: gr.Request) -> list[Any]:
        """A drawn lake and forest, in the bands of Sentinel-2."""
        return self._drawn(write_lake, request)

    def _drawn(self, write: Callable[[Path], tuple[Path, Path]], request: gr.Request) -> list[Any]:
        try:
            visitor = self._visitor(request)
            with visitor.alone():
                folder = visitor.folder / "samples" / secrets.token_hex(8)  # one that is open may be read just now
                visitor.open(*write(folder))
            return [visitor.messages, *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            return self._failed(error, request)

    def swap(self, request: gr.Request) -> list[Any]:
        """Show the current pair with its dates exchanged."""
        try:
            visitor = self._visitor(request)
            visitor.swap()
            return [visitor.messages, *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            return self._failed(error, request)

    def _failed(self, error: Exception, request: gr.Request) -> list[Any]:
        """The conversation with what went wrong, and the right side as it is."""
        sentence, visitor = say(explain(error).sentence), self.visitors.get(self._key(request))
        if visitor is None:  # there is no room for one
            return [[sentence], *[gr.skip()] * SHOWN]
        visitor.tell(sentence)
        return [visitor.messages, *self._panels_if_readable(visitor)]

    async def ask(self, question: str, request: gr.Request) -> AsyncIterator[tuple[Any, ...]]:
        """Answer, step by step."""
        asked = str(question).strip()
        if not asked:
            yield gr.skip(), "", gr.skip()
            return
        try:
            visitor = self._visitor(request)
        except Exception as error:  # noqa: BLE001 - the edge
            yield [say(explain(error).sentence)], "", gr.skip()
            return
        box: Any = ""  # what is typed while an answer comes stays
        async for shown in reply(visitor, asked):
            yield shown, box, gr.Button(visible=visitor.asking > 0)
            box = gr.skip()

    async def pick(self, request: gr.Request, picked: gr.SelectData) -> AsyncIterator[tuple[Any, ...]]:
        """Answer a question that was offered."""
        asked = str(picked.value) if picked.value in (*QUICK, *OF_FOUND) else ""
        async for shown in self.ask(asked, request):
            yield shown

    async def open_found(self, request: gr.Request, event: gr.EventData) -> AsyncIterator[tuple[Any, ...]]:
        """Open a place that was picked on the map, as if it had been asked for."""
        number = _told(event).get("number")
        async for shown in self.ask(f"Open number {number}" if isinstance(number, int) else "", request):
            yield shown

    def halt(self, request: gr.Request) -> None:
        """Stop looking; what was looked at is kept."""
        visitor = self.visitors.get(self._key(request))
        if visitor is not None:
            visitor.stop()

    def refresh(self, request: gr.Request) -> list[Any]:
        """The conversation and everything at the right, as it is now."""
        visitor = self.visitors.get(self._key(request))
        if visitor is None or (visitor.is_empty and not visitor.messages):  # what comes in meanwhile would be lost
            return [gr.skip()] * (1 + SHOWN)
        return [visitor.messages, *self._panels_if_readable(visitor)]

    async def arrive(self, request: gr.Request) -> AsyncIterator[list[Any]]:
        """Everything as it is when the page is loaded; then the answer to a question that is still worked on."""
        yield self.refresh(request)
        visitor = self.visitors.get(self._key(request))
        if visitor is None or not visitor.asking:
            return
        while visitor.asking and not visitor.gone:
            await asyncio.sleep(LOOK_S)
        yield self.refresh(request)

    def recount(self, smallest: float, surest: float, request: gr.Request) -> list[Any]:
        """Count otherwise, without looking again."""
        visitor = self._visitor(request)
        try:
            visitor.choose(min_area=_number(smallest) or None, min_probability=_number(surest) / 100 or None)
            return self._counted(visitor)
        except ScreenError as error:
            return [*self._counted(visitor)[:2], explain(error).sentence]

    def choose(self, request: gr.Request, picked: gr.SelectData) -> dict[str, Any]:
        """Show the object of a row on the map."""
        visitor, row = self._visitor(request), picked.row_value
        number = row[0] if isinstance(row, list) and row else None
        visitor.selected = int(_number(number)) or None
        return map_json(map_view(visitor, self.basemap))

    def pick_object(self, request: gr.Request, event: gr.EventData) -> dict[str, Any]:
        """Show the object that a person picked in an answer."""
        visitor = self._visitor(request)
        visitor.selected = int(_number(_told(event).get("number"))) or None
        return map_json(map_view(visitor, self.basemap))

    def look_all_the_same(self, wanted: object, request: gr.Request) -> dict[str, Any]:
        """Look for buildings and roads on images that are too coarse for them, from now on."""
        visitor = self._visitor(request)
        with suppress(ScreenError):  # a question is being worked on; the box is set again by its answer
            visitor.choose(any_resolution=wanted is True)
        return map_json(map_view(visitor, self.basemap))

    def draw(self, request: gr.Request, event: gr.EventData) -> list[Any]:
        """Ask about what was drawn from now on."""
        visitor = self._visitor(request)
        try:
            asked = drawn_area(visitor.folder / "areas", visitor.layers().pair, _told(event).get("geometry"))
            visitor.choose(area_of_interest=asked)
            return ["Answers speak of the drawn area.", *self._counted(visitor)]
        except ScreenError as error:
            return [explain(error).sentence, *self._counted(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            visitor.choose(area_of_interest=None)
            return [explain(error).sentence, *self._counted(visitor)]

    def draw_nothing(self, request: gr.Request) -> list[Any]:
        """Ask about the whole image again."""
        visitor = self._visitor(request)
        try:
            visitor.choose(area_of_interest=None)
            return ["Answers speak of the whole image.", *self._counted(visitor)]
        except ScreenError as error:
            return [explain(error).sentence, *self._counted(visitor)]

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
        try:
            visitor = self._visitor(request)
            visitor.turn(str(pair))
            return [visitor.messages, *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            return self._failed(error, request)

    def leave(self, request: gr.Request) -> list[Any]:
        """Delete all of this visitor's data."""
        self.visitors.leave(self._key(request))
        visitor = self._visitor(request)
        visitor.tell(say("Your images, results and this conversation are deleted."))
        return [visitor.messages, *self._panels(visitor), ""]

    def _panels_if_readable(self, visitor: Visitor) -> list[Any]:
        """Values for the right side; as it is where files can no longer be read, as the next answer tells."""
        try:
            return self._panels(visitor)
        except (ToolError, OSError):
            return [gr.skip()] * SHOWN

    def _panels(self, visitor: Visitor) -> list[Any]:
        """Values for the right side."""
        workspace = visitor.session.workspace
        names = [(f"{pair.id}: {pair.sources[0].name}", pair.id) for pair in workspace.pairs]
        pairs = gr.Dropdown(names, value=workspace.current, visible=len(names) > 1)
        view, table, note = self._counted(visitor)
        steps = panels.evidence(visitor.session.steps, visitor.evidence)
        wish = workspace.settings
        filters = [wish.min_area or 0, 100 * (wish.min_probability or 0), wish.any_resolution]
        shown = [panels.card(visitor), view, panels.dates(visitor), table, note, steps, panels.files(visitor), pairs]
        return [*shown, *filters, gr.Button(visible=visitor.asking > 0)]

    def _counted(self, visitor: Visitor) -> list[Any]:
        return [map_json(map_view(visitor, self.basemap)), panels.objects(visitor), panels.objects_note(visitor)]

    def _visitor(self, request: gr.Request) -> Visitor:
        return self.visitors.enter(self._key(request))

    @staticmethod
    def _key(request: gr.Request) -> str:
        """The key of the cookie; the gate lets none but its own through."""
        cookies: Any = request.cookies
        return str(cookies[COOKIE])


def _suburb(folder: Path) -> tuple[Path, Path]:
    pair = write_sample(folder, SEEDS[0])
    return pair.before, pair.after


def _told(event: gr.EventData) -> dict[str, Any]:
    """What the map tells of an event; empty where no page of ours tells that."""
    return event._data if isinstance(event._data, dict) else {}


def _number(value: Any) -> float:
    """A number of a control; 0 where it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return 0.0
    return number if math.isfinite(number) and abs(number) < MAX_NUMBER else 0.0
