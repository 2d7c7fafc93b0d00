"""The chat page: two images in, a conversation at the left, pictures and files at the right. Knows Gradio, no torch."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr

from agent import ChangeAgent, Draft, Session
from agent.steps import Answer, Step
from agent.wording import ABILITIES, sentence
from tools.artefacts import Artefact
from tools.catalogue import inspect_pair
from tools.exports import previews
from tools.sample_pairs import write_sample
from ui.demo import SEEDS
from ui.edge import explain

Messages = list[dict[str, Any]]
FILE_TYPES = [".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp"]
LARGEST_UPLOAD = "500mb"
IDLE_SECONDS = 3600
EXAMPLES = (
    "What has changed?",
    "How many buildings appeared, and how large are they?",
    "Show me where it changed.",
    "What are these images?",
)


def build_page(agent: ChangeAgent) -> gr.Blocks:
    """The page for `agent`; each visitor has a session of their own."""
    with gr.Blocks(title="terradelta", fill_width=True, delete_cache=(600, IDLE_SECONDS)) as page:
        session = gr.State(None, time_to_live=IDLE_SECONDS, delete_callback=wipe)
        gr.Markdown(f"# terradelta\nAsk what changed between two images of one place. Brain: **{agent.brain.name}**.")
        with gr.Row():
            with gr.Column(scale=2, min_width=320):
                with gr.Row():
                    before = gr.File(label="Before", file_types=FILE_TYPES, height=110, elem_id="before")
                    after = gr.File(label="After", file_types=FILE_TYPES, height=110, elem_id="after")
                sample = gr.Button("Use a sample pair", size="sm", elem_id="sample")
                chat = gr.Chatbot(
                    label="Conversation", height=420, placeholder=ABILITIES, elem_id="chat", buttons=["copy"]
                )
                with gr.Row():
                    question = gr.Textbox(
                        placeholder="What has changed?", show_label=False, scale=5, container=False, elem_id="question"
                    )
                    send = gr.Button("Ask", variant="primary", scale=1, min_width=60, elem_id="ask")
                    stop = gr.Button("Stop", variant="stop", scale=1, min_width=60)
                gr.Examples([[text] for text in EXAMPLES], question, label="For example")
            with gr.Column(scale=3, min_width=320):
                card = gr.Markdown("Give two images, or use the sample pair.", elem_id="card")
                with gr.Tabs():
                    with gr.Tab("Pair"):
                        slider = gr.ImageSlider(label="Before and after", interactive=False, elem_id="slider")
                    with gr.Tab("Change"):
                        overlay = gr.Image(
                            label="Change",
                            interactive=False,
                            type="filepath",
                            elem_id="overlay",
                            buttons=["download", "fullscreen"],
                        )
                    with gr.Tab("Files"):
                        files = gr.File(
                            label="Pictures and maps", file_count="multiple", interactive=False, elem_id="files"
                        )
        shown = [session, chat, card, slider, overlay, files]

        def opened(one: str | None, other: str | None, current: Session | None, said: Messages) -> tuple[Any, ...]:
            return _open_uploads(agent, one, other, current, said)

        def sampled(current: Session | None, said: Messages) -> tuple[Any, ...]:
            return _open_sample(agent, current, said)

        def asked(text: str, said: Messages, current: Session | None) -> Iterator[tuple[Any, ...]]:
            yield from _reply(agent, text, said, current)

        private: Any = {"api_visibility": "private"}
        for upload in (before, after):
            upload.upload(opened, [before, after, session, chat], shown, **private)
        sample.click(sampled, [session, chat], shown, **private)
        replied = [session, chat, question, overlay, files]
        asking = [question, chat, session]
        runs: Any = [trigger(asked, asking, replied, **private) for trigger in (send.click, question.submit)]
        stop.click(None, cancels=runs, **private)
    return cast(gr.Blocks, page)


def _open_uploads(
    agent: ChangeAgent, before: str | None, after: str | None, session: Session | None, said: Messages
) -> tuple[Any, ...]:
    if not before or not after:
        return session, said, "Now give the other image.", *[gr.skip()] * 3
    return _open(agent, Path(before), Path(after), session, said)


def _open_sample(agent: ChangeAgent, session: Session | None, said: Messages) -> tuple[Any, ...]:
    session = session or agent.session()
    pair = write_sample(session.workspace.folder / "sample", SEEDS[0])
    return _open(agent, pair.before, pair.after, session, said)


def _open(agent: ChangeAgent, before: Path, after: Path, session: Session | None, said: Messages) -> tuple[Any, ...]:
    """Open two files in the visitor's session; a file that cannot be used is told of, and nothing else changes."""
    session = session or agent.session()
    try:
        pair = session.workspace.open(before, after)
        pictures = tuple(str(artefact.path) for artefact in previews(session.workspace, pair))
    except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
        return session, [*said, _say(explain(error).sentence)], *[gr.skip()] * 4
    card = sentence(inspect_pair(session.workspace))
    return session, said, _card(card), pictures, None, None


def _reply(agent: ChangeAgent, question: str, said: Messages, session: Session | None) -> Iterator[tuple[Any, ...]]:
    """The conversation with the question, then with each step, then with the answer and its pictures."""
    session = session or agent.session()
    question = question.strip()
    if not question:
        yield session, said, "", gr.skip(), gr.skip()
        return
    said = [*said, {"role": "user", "content": question}]
    yield session, said, "", gr.skip(), gr.skip()
    draft = ""
    try:
        for event in session.follow(question):
            if isinstance(event, Draft):
                draft = event.text if event.anew else draft + event.text
                yield session, [*said, _say(draft)] if draft else said, "", gr.skip(), gr.skip()
                continue
            said, draft = [*said, _tell(event)], ""
            pictures = _pictures(event.overlays) if isinstance(event, Answer) else [gr.skip()] * 2
            yield session, said, "", *pictures
    except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
        yield session, [*said, _say(explain(error).sentence)], "", gr.skip(), gr.skip()


def _tell(event: Step | Answer) -> dict[str, Any]:
    """A step as a line that unfolds, an answer as text with its warnings."""
    if isinstance(event, Answer):
        warnings = "".join(f"\n\n> Warning: {warning}" for warning in event.warnings)
        return _say(event.text + warnings)
    arguments = ", ".join(f"{name}={value}" for name, value in event.arguments.items())
    result = json.dumps(event.to_json()["result"], indent=1)
    metadata = {"title": f"{event.tool}({arguments})", "status": "done", "duration": round(event.seconds, 2)}
    return {"role": "assistant", "content": f"```json\n{result}\n```", "metadata": metadata}


def _say(text: str) -> dict[str, Any]:
    return {"role": "assistant", "content": text}


def _card(text: str) -> str:
    return f"**Your pair.** {text}"


def _pictures(artefacts: tuple[Artefact, ...]) -> list[Any]:
    """Values for the overlay and the downloads; nothing changes when no picture was made."""
    overlays = [artefact for artefact in artefacts if artefact.kind == "overlay"]
    if not overlays:
        return [gr.skip()] * 2
    return [str(overlays[-1].path), [str(artefact.path) for artefact in artefacts]]


def wipe(session: Session | None) -> None:
    """Delete the files of a visitor who has gone."""
    if session is not None:
        shutil.rmtree(session.workspace.folder, ignore_errors=True)


def serve(agent: ChangeAgent, host: str, port: int, *, wait: bool = True) -> gr.Blocks:
    """Serve the page; with `wait`, until it is stopped. No share link, no telemetry, nothing from outside."""
    page = build_page(agent)
    page.queue(max_size=32, default_concurrency_limit=1)
    page.launch(
        server_name=host,
        server_port=port,
        share=False,
        ssr_mode=False,
        max_file_size=LARGEST_UPLOAD,
        prevent_thread_lock=not wait,
        footer_links=[],
        quiet=not wait,
        state_session_capacity=200,
    )
    return page
