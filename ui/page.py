"""The page's layout and what each control does. Conversation at the left, map and evidence at the right.

before, after -> card -> question -> conversation -> map, objects, evidence, files
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr

from agent.wording import ABILITIES
from tools.drawn_areas import drawn_area
from tools.sample_pairs import write_sample
from tools.sensors import SENSORS, wanted_sensor
from ui import panels
from ui.conversation import Message, reply, say
from ui.demo import SEEDS
from ui.edge import explain
from ui.map_view import EMPTY, Basemap, map_view
from ui.visitors import COOKIE, Visitor, Visitors

FILE_TYPES = [".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp"]
EXAMPLES = (
    "What has changed?",
    "How many buildings appeared, and how large are they?",
    "Where is most of the change?",
    "What can you not see here?",
)
MAP = '<div class="td-map" id="map"></div>'
ATTACH = "window.terradelta.attach(element, (told) => trigger('draw', told));"
SHOW = "(view) => { window.terradelta.show(view); }"
HIDDEN: Any = "hidden"
AS_TOLD = "as the files tell"


class Page:
    """The controls, and the functions behind them."""

    def __init__(self, visitors: Visitors, basemap: Basemap | None = None) -> None:
        self.visitors, self.basemap = visitors, basemap

    def build(self) -> gr.Blocks:
        """The page; who is asking is told by a cookie."""
        with gr.Blocks(title="terradelta", fill_width=True, delete_cache=(600, 3600)) as page:
            gr.Markdown(f"# terradelta\n{self._brain()}", elem_id="title")
            self.card = gr.HTML(f"<p>{panels.FIRST}</p>", elem_id="card")
            with gr.Row():
                with gr.Column(scale=2, min_width=320):
                    self._left()
                with gr.Column(scale=3, min_width=320):
                    self._right()
            self.view = gr.JSON(EMPTY, visible=HIDDEN, elem_id="view")
            self._wire(page)
        return cast(gr.Blocks, page)

    def _brain(self) -> str:
        brain = self.visitors.agent.brain
        where = "works on this machine, without internet" if brain.embedded else "answers through its server"
        return f"Ask what changed between two images of one place. Brain: **{brain.name}**, {where}."

    def _left(self) -> None:
        with gr.Row():
            self.before = gr.File(label="Before", file_types=FILE_TYPES, height=110, elem_id="before")
            self.after = gr.File(label="After", file_types=FILE_TYPES, height=110, elem_id="after")
        with gr.Row():
            self.sample = gr.Button("Use a sample pair", size="sm", elem_id="sample")
            self.forget = gr.Button("Delete my data", size="sm", variant="stop", elem_id="forget")
        self.pairs = gr.Dropdown([], label="Pair", visible=False, elem_id="pairs", interactive=True)
        self.chat = gr.Chatbot(
            label="Conversation",
            height=430,
            placeholder=ABILITIES,
            elem_id="chat",
            buttons=["copy"],
            allow_tags=False,
            latex_delimiters=[],
            feedback_options=None,
        )
        with gr.Row():
            self.question = gr.Textbox(
                placeholder="What has changed?",
                label="Question",
                show_label=False,
                scale=5,
                container=False,
                elem_id="question",
                max_length=4000,
            )
            self.send = gr.Button("Ask", variant="primary", scale=1, min_width=60, elem_id="ask")
            self.stop = gr.Button("Stop", variant="stop", scale=1, min_width=60, elem_id="stop")
        gr.Examples([[text] for text in EXAMPLES], self.question, label="For example")

    def _right(self) -> None:
        with gr.Tabs():
            with gr.Tab("Map"):
                self.map = gr.HTML(MAP, js_on_load=ATTACH, elem_id="map-holder")
                with gr.Row():
                    self.area = gr.Markdown("Draw a rectangle or a polygon to ask about a part.", elem_id="area")
                    self.whole = gr.Button("Whole image", size="sm", scale=0, min_width=120, elem_id="whole")
            with gr.Tab("Pair"):
                self.dates = gr.HTML(f"<p>{panels.FIRST}</p>", elem_id="dates")
                self.sensor = gr.Dropdown(
                    [AS_TOLD, *SENSORS],
                    value=AS_TOLD,
                    allow_custom_value=True,
                    label="Sensor, for spectral indices; with its bands where files hold others (naip:red,green,nir)",
                    elem_id="sensor",
                )
                self.sensor_note = gr.Markdown("", elem_id="sensor-note")
            with gr.Tab("Objects"):
                with gr.Row():
                    self.smallest = gr.Slider(
                        0,
                        500,
                        0,
                        step=5,
                        label="Smallest that counts, m2 (px without a place on earth)",
                        elem_id="smallest",
                    )
                    self.surest = gr.Slider(
                        0, 100, 0, step=1, label="Least probability that counts, %", elem_id="surest"
                    )
                self.note = gr.Markdown("", elem_id="note")
                self.table = gr.Dataframe(
                    headers=panels.HEADERS,
                    datatype=cast(Any, panels.KINDS),
                    type="array",
                    interactive=False,
                    show_search="filter",
                    max_height=420,
                    elem_id="objects",
                )
            with gr.Tab("Evidence"):
                self.evidence = gr.HTML(panels.evidence(()), elem_id="evidence")
            with gr.Tab("Export"):
                self.files = gr.HTML(elem_id="files")

    def _wire(self, page: gr.Blocks) -> None:
        """Which control does what, and what it changes."""
        quiet: Any = {"api_visibility": "undocumented", "show_progress": "hidden"}
        self.shown = [self.card, self.view, self.dates, self.table, self.note, self.evidence, self.files, self.pairs]
        opened = [self.chat, self.before, self.after, *self.shown]
        self.before.upload(self.take_before, [self.before, self.chat], opened, api_name="before", **quiet)
        self.after.upload(self.take_after, [self.after, self.chat], opened, api_name="after", **quiet)
        self.sample.click(self.take_sample, [self.chat], opened, api_name="sample", **quiet)
        asks: Any = {"concurrency_id": "eyes", "concurrency_limit": 1} | quiet
        runs = [
            trigger(self.ask, [self.question, self.chat], [self.chat, self.question], api_name=name, **asks)
            for trigger, name in ((self.send.click, "ask"), (self.question.submit, "submit"))
        ]
        runs.append(
            self.chat.option_select(self.pick, [self.chat], [self.chat, self.question], api_name="pick", **asks)
        )
        for run in runs:
            run.then(self.refresh, None, self.shown, **quiet)
        self.stop.click(self.halt, None, None, cancels=cast(Any, runs), api_name="stop", queue=False, **quiet)
        counted = [self.view, self.table, self.note]
        for slider in (self.smallest, self.surest):
            slider.release(self.recount, [self.smallest, self.surest], counted, **quiet)
        self.table.select(self.choose, None, [self.view], **quiet)
        self.map.draw(self.draw, None, [self.area, *counted], **quiet)
        self.sensor.change(self.tell_sensor, [self.sensor], [self.sensor_note, *counted, self.files], **quiet)
        self.whole.click(self.draw_nothing, None, [self.area, *counted], api_name="whole", **quiet)
        self.pairs.input(self.turn, [self.pairs], self.shown, **quiet)
        self.forget.click(self.leave, None, [*opened, self.area], api_name="forget", **quiet)
        self.view.change(None, [self.view], None, js=SHOW, **quiet)
        page.load(self.refresh, None, self.shown, **quiet)

    # What follows is called by the page; `request` tells who asks.

    def take_before(self, upload: str | None, said: list[Message], request: gr.Request) -> list[Any]:
        """An image of the earlier date."""
        return self._take("before", upload, said, request)

    def take_after(self, upload: str | None, said: list[Message], request: gr.Request) -> list[Any]:
        """An image of the later date."""
        return self._take("after", upload, said, request)

    def _take(self, date: str, upload: str | None, said: list[Message], request: gr.Request) -> list[Any]:
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
            return [said, labels["before"], labels["after"], *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
            empty = gr.File(None, label=date.capitalize())
            told = [*said, say(explain(error).sentence)]
            both_files = (empty, gr.skip()) if date == "before" else (gr.skip(), empty)
            return [told, *both_files, *[gr.skip()] * len(self.shown)]

    def take_sample(self, said: list[Message], request: gr.Request) -> list[Any]:
        """A drawn pair with known change."""
        try:
            visitor = self._visitor(request)
            with visitor.lock:
                pair = write_sample(visitor.folder / "sample", SEEDS[0])
                visitor.open(pair.before, pair.after)
            return [said, gr.skip(), gr.skip(), *self._panels(visitor)]
        except Exception as error:  # noqa: BLE001 - the edge
            return [[*said, say(explain(error).sentence)], *[gr.skip()] * (2 + len(self.shown))]

    def ask(self, question: str, said: list[Message], request: gr.Request) -> Iterator[tuple[Any, ...]]:
        """Answer, step by step."""
        if not question.strip():
            yield said, ""
            return
        try:
            visitor = self._visitor(request)
        except Exception as error:  # noqa: BLE001 - the edge
            yield [*said, say(explain(error).sentence)], ""
            return
        for told in reply(visitor, question.strip(), said):
            yield told, ""
        visitor.changed()

    def pick(self, said: list[Message], request: gr.Request, picked: gr.SelectData) -> Iterator[tuple[Any, ...]]:
        """Answer a question that was offered."""
        yield from self.ask(str(picked.value), said, request)

    def halt(self, request: gr.Request) -> None:
        """Stop looking; what was looked at is kept."""
        visitor = self.visitors.get(self._key(request))
        if visitor is not None:
            visitor.stopping.set()

    def refresh(self, request: gr.Request) -> list[Any]:
        """Everything at the right, as it is now."""
        visitor = self.visitors.get(self._key(request))
        return [gr.skip()] * len(self.shown) if visitor is None else self._panels(visitor)

    def recount(self, smallest: float, surest: float, request: gr.Request) -> list[Any]:
        """Count otherwise, without looking again."""
        visitor = self._visitor(request)
        visitor.choose(min_area=smallest or None, min_probability=surest / 100 or None)
        return self._counted(visitor)

    def choose(self, request: gr.Request, picked: gr.SelectData) -> dict[str, Any]:
        """Show the object of a row on the map."""
        visitor = self._visitor(request)
        visitor.selected = int(float(picked.row_value[0]))
        return map_view(visitor, self.basemap)

    def draw(self, request: gr.Request, told: gr.EventData) -> list[Any]:
        """Ask about what was drawn from now on."""
        visitor = self._visitor(request)
        try:
            geometry = (told._data or {}).get("geometry")
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
        """Read bands as those of a sensor from now on."""
        visitor, wanted = self._visitor(request), None if text in (None, "", AS_TOLD) else text
        try:
            note = "" if wanted is None else f"Bands are read as those of {wanted_sensor(wanted)[0].name}."
            visitor.choose(sensor=wanted)
        except Exception as error:  # noqa: BLE001 - the edge
            note = explain(error).sentence
        return [note, *self._counted(visitor), panels.files(visitor)]

    def turn(self, pair: str, request: gr.Request) -> list[Any]:
        """Make another pair the current one."""
        visitor = self._visitor(request)
        with visitor.lock:
            visitor.session.workspace.current = visitor.session.workspace.pair(pair).id
            visitor.changed()
        return self._panels(visitor)

    def leave(self, request: gr.Request) -> list[Any]:
        """Delete all of this visitor's data."""
        self.visitors.leave(self._key(request))
        visitor = self._visitor(request)
        files = [gr.File(None, label=date) for date in ("Before", "After")]
        return [[say("Your images, results and this conversation are deleted.")], *files, *self._panels(visitor), ""]

    def _panels(self, visitor: Visitor) -> list[Any]:
        """Values for `shown`."""
        workspace = visitor.session.workspace
        names = [(f"{pair.id}: {pair.sources[0].name}", pair.id) for pair in workspace.pairs]
        pairs = gr.Dropdown(names, value=workspace.current, visible=len(names) > 1)
        view, table, note = self._counted(visitor)
        steps = panels.evidence(visitor.session.steps)
        return [panels.card(visitor), view, panels.dates(visitor), table, note, steps, panels.files(visitor), pairs]

    def _counted(self, visitor: Visitor) -> list[Any]:
        return [map_view(visitor, self.basemap), panels.objects(visitor), panels.objects_note(visitor)]

    def _visitor(self, request: gr.Request) -> Visitor:
        return self.visitors.enter(self._key(request))

    @staticmethod
    def _key(request: gr.Request) -> str:
        """The key of the cookie; without cookies, that of the tab."""
        cookies: Any = request.cookies
        return str(cookies.get(COOKIE) or request.session_hash or "")
