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
from ui.page.visitors import Visitors

FILE_TYPES = [".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp"]
EXAMPLES = (
    "What has changed?",
    "How many buildings appeared, and how large are they?",
    "Where is most of the change?",
    "What can you not see here?",
)
MAP = '<div class="td-map" id="map"></div>'
ATTACH = (
    "window.terradelta.attach(element, { draw: (drawn) => trigger('draw', drawn), "
    "open: (opened) => trigger('open_found', opened) });"
)
"""Gradio looks for the names of events in this text."""
SHOW = "(view) => { window.terradelta.show(view); }"
HIDDEN: Any = "hidden"


class Page:
    """The controls, wired to what they do."""

    def __init__(self, visitors: Visitors, basemap: Basemap | None = None) -> None:
        self.visitors, self.actions = visitors, Actions(visitors, basemap)

    def build(self) -> gr.Blocks:
        """The page; a cookie identifies the visitor."""
        with gr.Blocks(title="terradelta", fill_width=True, delete_cache=(600, 3600)) as page:
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
        opened = [self.chat, self.before, self.after, *self.shown]
        self.before.upload(actions.take_before, [self.before, self.chat], opened, api_name="before", **quiet)
        self.after.upload(actions.take_after, [self.after, self.chat], opened, api_name="after", **quiet)
        self.sample.click(actions.take_sample, [self.chat], opened, api_name="sample", **quiet)
        running: Any = {"concurrency_id": "network", "concurrency_limit": 1} | quiet
        runs = [
            trigger(actions.ask, [self.question, self.chat], [self.chat, self.question], api_name=name, **running)
            for trigger, name in ((self.send.click, "ask"), (self.question.submit, "submit"))
        ]
        runs += [
            trigger(call, [self.chat], [self.chat, self.question], api_name=name, **running)
            for trigger, call, name in (
                (self.chat.option_select, actions.pick, "pick"),
                (self.map.open_found, actions.open_found, "open_found"),
            )
        ]
        for run in runs:
            run.then(actions.refresh, None, self.shown, **quiet)
        self.stop.click(actions.halt, None, None, cancels=cast(Any, runs), api_name="stop", queue=False, **quiet)
        counted = [self.view, self.table, self.note]
        for slider in (self.smallest, self.surest):
            slider.release(actions.recount, [self.smallest, self.surest], counted, **quiet)
        self.table.select(actions.choose, None, [self.view], **quiet)
        self.map.draw(actions.draw, None, [self.area, *counted], **quiet)
        self.sensor.change(actions.tell_sensor, [self.sensor], [self.sensor_note, *counted, self.files], **quiet)
        self.whole.click(actions.draw_nothing, None, [self.area, *counted], api_name="whole", **quiet)
        self.pairs.input(actions.turn, [self.pairs], self.shown, **quiet)
        self.forget.click(actions.leave, None, [*opened, self.area], api_name="forget", **quiet)
        self.view.change(None, [self.view], None, js=SHOW, **quiet)
        page.load(actions.refresh, None, self.shown, **quiet)
