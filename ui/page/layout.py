"""The page's layout, and which control calls what. Conversation at the left, map and evidence at the right.

before, after -> card -> question -> conversation -> map, objects, evidence, files
"""

from __future__ import annotations

import os
from typing import Any, cast

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr

from agent.wording import ABILITIES
from tools.sensors.registry import SENSORS
from ui.page import panels
from ui.page.actions import AS_TOLD, SHOWN, Actions
from ui.page.map_values import Basemap, map_json
from ui.page.uploads import FILE_TYPES
from ui.page.visiting.visitors import Visitors

EXAMPLES = (
    "What has changed?",
    "How many buildings appeared, and how large are they?",
    "Where is most of the change?",
    "What can you not see here?",
)
MAP = '<div class="td-map" id="map"></div>'
WHEN_LOADED = (
    "const start = () => window.terradelta && window.terradelta.upload ? begin() : setTimeout(start, 20); start();"
)
"""Gradio fetches the scripts of the page's head without waiting for them."""
ATTACH = (
    "const begin = () => window.terradelta.attach(element, { draw: (drawn) => trigger('draw', drawn), "
    "open: (opened) => trigger('open_found', opened) }); " + WHEN_LOADED
)
"""Gradio looks for the names of events in this text."""
SHOW = "(view) => { const begin = () => window.terradelta.show(view); " + WHEN_LOADED + " }"
HIDDEN: Any = "hidden"
UPLOAD = (
    '<label class="td-upload"><span class="td-upload-label">{label}</span>'
    '<input type="file" accept="{types}" aria-label="{label} image">'
    '<span class="td-upload-note" role="status"></span></label>'
)
TAKE = "const begin = () => window.terradelta.upload(element, '{date}', () => trigger('uploaded')); " + WHEN_LOADED
"""The image itself goes to ui/page/uploads.py; the event only tells that it is there."""


class Page:
    """The controls, wired to what they do."""

    def __init__(self, visitors: Visitors, basemap: Basemap | None = None) -> None:
        self.visitors, self.actions = visitors, Actions(visitors, basemap)

    def build(self) -> gr.Blocks:
        """The page; a cookie identifies the visitor."""
        with gr.Blocks(title="terradelta", fill_width=True) as page:
            gr.Markdown(f"# terradelta\n{self._language_model()}", elem_id="title")
            self.card = gr.HTML(f"<p>{panels.FIRST}</p>", elem_id="card")
            with gr.Row():
                with gr.Column(scale=2, min_width=320):
                    self._left()
                with gr.Column(scale=3, min_width=320):
                    self._right()
            self.view = gr.JSON(map_json(None), visible=HIDDEN, elem_id="view")
            self._wire(page)
        return cast(gr.Blocks, page)

    def _language_model(self) -> str:
        language_model = self.visitors.agent.language_model
        where = "works on this machine, without internet" if language_model.embedded else "answers through its server"
        return f"Ask what changed between two images of one place. Language model: **{language_model.name}**, {where}."

    def _left(self) -> None:
        with gr.Row():
            self.before, self.after = _upload("before"), _upload("after")
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
                    label="Sensor, for spectral indices; with its bands where files hold others (naip:red,green,nir), "
                    "and what they do not tell of scale, offset or baseline (sentinel-2-l2a baseline 05.09)",
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
                        label="Minimum object size, m² (px if not georeferenced)",
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
                self.evidence = gr.HTML(panels.evidence((), {}), elem_id="evidence")
            with gr.Tab("Export"):
                self.files = gr.HTML(elem_id="files")

    def _wire(self, page: gr.Blocks) -> None:
        """Which control calls what, and what it changes."""
        actions = self.actions
        quiet: Any = {"api_visibility": "undocumented", "show_progress": "hidden"}
        self.shown = [self.card, self.view, self.dates, self.table, self.note, self.evidence, self.files, self.pairs]
        assert len(self.shown) == SHOWN, "actions give as many values"
        opened = [self.chat, *self.shown]
        for box in (self.before, self.after):
            box.uploaded(actions.take, None, opened, api_name=box.elem_id, **quiet)
        self.sample.click(actions.take_sample, None, opened, api_name="sample", **quiet)
        # Whose turn it is, Turns decides; Gradio's own "once" would lose what is asked while an answer comes.
        running: Any = {"concurrency_limit": None, "trigger_mode": "multiple"} | quiet
        runs = [
            trigger(actions.ask, [self.question], [self.chat, self.question], api_name=name, **running)
            for trigger, name in ((self.send.click, "ask"), (self.question.submit, "submit"))
        ]
        runs += [
            trigger(call, None, [self.chat, self.question], api_name=name, **running)
            for trigger, call, name in (
                (self.chat.option_select, actions.pick, "pick"),
                (self.map.open_found, actions.open_found, "open_found"),
            )
        ]
        for run in runs:
            run.then(actions.refresh, None, opened, trigger_mode="always_last", **quiet)
        self.stop.click(actions.halt, None, None, api_name="stop", **running)
        counted = [self.view, self.table, self.note]
        for slider in (self.smallest, self.surest):
            slider.release(actions.recount, [self.smallest, self.surest], counted, **quiet)
        self.table.select(actions.choose, None, [self.view], **quiet)
        self.map.draw(actions.draw, None, [self.area, *counted], **quiet)
        self.sensor.change(actions.tell_sensor, [self.sensor], [self.sensor_note, *counted, self.files], **quiet)
        self.whole.click(actions.draw_nothing, None, [self.area, *counted], api_name="whole", **quiet)
        self.pairs.input(actions.turn, [self.pairs], opened, **quiet)
        self.forget.click(actions.leave, None, [*opened, self.area], api_name="forget", **quiet)
        self.view.change(None, [self.view], None, js=SHOW, **quiet)
        page.load(actions.arrive, None, opened, **running)


def _upload(date: str) -> Any:
    """Where an image is chosen or dropped."""
    html = UPLOAD.format(label=date.capitalize(), types=",".join(FILE_TYPES))
    return gr.HTML(html, js_on_load=TAKE.replace("{date}", date), elem_id=date, min_height=110)
