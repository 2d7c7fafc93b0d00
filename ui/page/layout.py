"""The page's layout, and which control calls what: a map that fills the window, with the conversation at its left.

header: pair, swap, change, menu | conversation and composer | first visit or map | drawer of objects and evidence
"""

from __future__ import annotations

import os
from typing import Any, cast

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr

from tools.sensors.registry import SENSORS
from ui.page import panels
from ui.page.actions import AS_TOLD, SHOWN, Actions
from ui.page.advice import LOOK_ALL_THE_SAME
from ui.page.map_values import Basemap, map_json
from ui.page.uploads import FILE_TYPES
from ui.page.visiting.visitors import Visitors

TASKS = (
    "What has changed?",
    "How many buildings appeared?",
    "Where is most of the change?",
    "How did the vegetation change?",
    "What became what?",
    "What can you not see here?",
)
"""Six things that can be asked, for who does not know yet."""
GREETING = "Every number in an answer is measured on your images, and leads to the call it comes from."
MAP = '<div class="td-map" id="map"></div>'
WHEN_LOADED = (
    "const start = () => window.terradelta && window.terradelta.upload ? begin() : setTimeout(start, 20); start();"
)
"""Gradio fetches the scripts of the page's head without waiting for them."""
ATTACH = (
    "const begin = () => window.terradelta.attach(element, { draw: (drawn) => trigger('draw', drawn), "
    "open: (opened) => trigger('open_found', opened), pick: (picked) => trigger('pick_object', picked) }); "
    + WHEN_LOADED
)
"""Gradio looks for the names of events in this text."""
SHOW = "(view) => { const begin = () => window.terradelta.show(view); " + WHEN_LOADED + " }"
HIDDEN: Any = "hidden"
OFFERS = (
    ("sample", "A suburb grows", "Drawn, 0.5 m a pixel"),
    ("lake", "A lake and a fire", "Drawn, Sentinel-2, 10 m"),
)
"""Names, titles and subtitles of sample pairs."""
HERO = (
    '<div class="td-hero"><h2>What changed between two images of one place?</h2>'
    "<p>Open a sample with one click, or your own two images; then ask. Nothing leaves this server.</p></div>"
)
CHANGE = '<button type="button" id="change-images" aria-expanded="false">Open images</button>'
MENU_BUTTON = '<button type="button" id="menu-button" aria-label="Menu" aria-expanded="false">☰</button>'
FORGET = (
    '<button type="button" id="forget-ask">Delete my data</button>'
    '<p id="forget-warning">Your images, results and this conversation will be deleted for good.</p>'
)
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
            self._header()
            with gr.Row(elem_id="work", equal_height=False):
                with gr.Column(elem_id="chat-side", min_width=0):
                    self._conversation()
                with gr.Column(elem_id="map-side", min_width=0):
                    self._hero()
                    self.map = gr.HTML(MAP, js_on_load=ATTACH, elem_id="map-holder")
                    self._drawer()
            self.view = gr.JSON(map_json(None), visible=HIDDEN, elem_id="view")
            self._wire(page)
        return cast(gr.Blocks, page)

    def _header(self) -> None:
        with gr.Row(elem_id="header"):
            gr.HTML("<h1>terradelta</h1>", elem_id="title")
            self.card = gr.HTML(f"<p>{panels.FIRST}</p>", elem_id="card")
            self.pairs = gr.Dropdown(
                [], label="Pair", show_label=False, visible=False, elem_id="pairs", interactive=True, container=False
            )
            self.swap = gr.Button("Swap dates", size="sm", elem_id="swap", min_width=0)
            gr.HTML(CHANGE, elem_id="change")
            gr.HTML(MENU_BUTTON, elem_id="menu-holder")
            with gr.Column(elem_id="menu", min_width=0):
                gr.Markdown(self._language_model())
                gr.HTML(FORGET, elem_id="forget-ask-holder")
                self.forget = gr.Button("Yes, delete everything", size="sm", variant="stop", elem_id="forget")

    def _language_model(self) -> str:
        language_model = self.visitors.agent.language_model
        where = "works on this machine, without internet" if language_model.embedded else "answers through its server"
        return f"Ask what changed between two images of one place. Language model: **{language_model.name}**, {where}."

    def _hero(self) -> None:
        """What a first visit offers, where the map will be: two samples, or one's own files."""
        with gr.Column(elem_id="hero", min_width=0):
            gr.HTML(HERO)
            with gr.Row(elem_id="offers"):
                self.samples = [
                    (gr.Button(f"{title}\n{what}", icon=None, elem_id=name, elem_classes="td-offer", min_width=0), name)
                    for name, title, what in OFFERS
                ]
                with gr.Column(elem_id="own", min_width=0):
                    gr.HTML("<h3>Your own images</h3><p>GeoTIFF, PNG or JPEG; they stay on this server.</p>")
                    self.before, self.after = _upload("before"), _upload("after")

    def _conversation(self) -> None:
        self.chat = gr.Chatbot(
            label="Conversation",
            show_label=False,
            height=None,
            placeholder=GREETING,
            elem_id="chat",
            buttons=["copy"],
            allow_tags=False,
            latex_delimiters=[],
            feedback_options=None,
        )
        with gr.Row(elem_id="tasks"):
            self.tasks = [gr.Button(text, size="sm", min_width=0, elem_classes="td-task") for text in TASKS]
        with gr.Row(elem_id="composer"):
            self.question = gr.Textbox(
                placeholder="Ask what changed …",
                label="Question",
                show_label=False,
                scale=5,
                container=False,
                elem_id="question",
                max_length=4000,
            )
            self.send = gr.Button("Ask", variant="primary", scale=0, min_width=64, elem_id="ask")
            self.stop = gr.Button("Stop", variant="stop", scale=0, min_width=64, elem_id="stop", visible=False)

    def _drawer(self) -> None:
        """What the answers rest on, below the map; a click on its open tab closes it."""
        with gr.Column(elem_id="drawer", min_width=0):
            with gr.Row(elem_id="area-row"):
                self.area = gr.Markdown("Draw a rectangle or a polygon to ask about a part.", elem_id="area")
                self.whole = gr.Button("Whole image", size="sm", scale=0, min_width=120, elem_id="whole")
            with gr.Tabs():
                with gr.Tab("Objects"):
                    self._objects()
                with gr.Tab("Pair"):
                    self._pair()
                with gr.Tab("Evidence"):
                    self.evidence = gr.HTML(panels.evidence((), {}), elem_id="evidence")
                with gr.Tab("Export"):
                    self.files = gr.HTML(elem_id="files")

    def _objects(self) -> None:
        with gr.Row():
            self.smallest = gr.Slider(
                0, 500, 0, step=5, label="Minimum object size, m² (px if not georeferenced)", elem_id="smallest"
            )
            self.surest = gr.Slider(0, 100, 0, step=1, label="Least probability that counts, %", elem_id="surest")
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

    def _pair(self) -> None:
        self.sensor = gr.Dropdown(
            [AS_TOLD, *SENSORS],
            value=AS_TOLD,
            allow_custom_value=True,
            label="Sensor, for spectral indices; with its bands where files hold others (naip:red,green,nir), "
            "and what they do not tell of scale, offset or baseline (sentinel-2-l2a baseline 05.09)",
            elem_id="sensor",
        )
        self.sensor_note = gr.Markdown("", elem_id="sensor-note")
        self.coarse = gr.Checkbox(value=False, label=LOOK_ALL_THE_SAME, elem_id="coarse")
        self.dates = gr.HTML(f"<p>{panels.FIRST}</p>", elem_id="dates")

    def _wire(self, page: gr.Blocks) -> None:
        """Which control calls what, and what it changes."""
        actions = self.actions
        quiet: Any = {"api_visibility": "undocumented", "show_progress": "hidden"}
        self.shown = [self.card, self.view, self.dates, self.table, self.note, self.evidence, self.files, self.pairs]
        self.shown += [self.smallest, self.surest, self.coarse, self.stop]
        assert len(self.shown) == SHOWN, "actions give as many values"
        opened = [self.chat, *self.shown]
        for box in (self.before, self.after):
            box.uploaded(actions.take, None, opened, api_name=box.elem_id, **quiet)
        for (button, name), take in zip(self.samples, (actions.take_sample, actions.take_lake), strict=True):
            button.click(take, None, opened, api_name=name, **quiet)
        self.swap.click(actions.swap, None, opened, api_name="swap", **quiet)
        # Whose turn it is, Turns decides; Gradio's own "once" would lose what is asked while an answer comes.
        running: Any = {"concurrency_limit": None, "trigger_mode": "multiple"} | quiet
        asked = [self.chat, self.question, self.stop]
        runs = [
            trigger(actions.ask, [self.question], asked, api_name=name, **running)
            for trigger, name in ((self.send.click, "ask"), (self.question.submit, "submit"))
        ]
        runs += [
            task.click(actions.ask, [task], asked, api_name=f"task{number}", **running)
            for number, task in enumerate(self.tasks)
        ]
        runs += [
            trigger(call, None, asked, api_name=name, **running)
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
        self.map.pick_object(actions.pick_object, None, [self.view], **quiet)
        self.coarse.input(actions.look_all_the_same, [self.coarse], [self.view], **quiet)
        self.whole.click(actions.draw_nothing, None, [self.area, *counted], api_name="whole", **quiet)
        self.pairs.input(actions.turn, [self.pairs], opened, **quiet)
        self.forget.click(actions.leave, None, [*opened, self.area], api_name="forget", **quiet)
        self.view.change(None, [self.view], None, js=SHOW, **quiet)
        page.load(actions.arrive, None, opened, **running)


def _upload(date: str) -> Any:
    """Where an image is chosen or dropped."""
    html = UPLOAD.format(label=date.capitalize(), types=",".join(FILE_TYPES))
    return gr.HTML(html, js_on_load=TAKE.replace("{date}", date), elem_id=date)
