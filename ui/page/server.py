"""One web application: the page, its own routes, and the vendored map library; nothing from outside.

Every response forbids the browser to load anything that this server does not give, except a basemap the operator set.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from agent import ChangeAgent
from tools.workspace.run_settings import RunSettings
from ui.error_table import explain
from ui.page.guard.addresses import own_names
from ui.page.guard.gate import Gate, Rules
from ui.page.guard.keys import VisitorKeys
from ui.page.guard.login import Login
from ui.page.layout import Page
from ui.page.map_values import Basemap
from ui.page.routes import router
from ui.page.uploads import router as uploads
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors

STATIC = Path(__file__).parent / "static"
SIGNALLED = 128
"""Added to the number of a signal, an exit code as shells tell it."""
PARTS = "page"
"""Where static files are; Gradio has a /static of its own."""
SWEEP_S = 30.0
KEPT_S = 75
"""Seconds for which an idle connection is kept; a short time would now and then end just as a busy page sends."""
HEAD = """
<link rel="stylesheet" href="page/leaflet/leaflet.css">
<link rel="stylesheet" href="page/geoman/leaflet-geoman.css">
<script src="page/leaflet/leaflet.js"></script>
<script src="page/geoman/leaflet-geoman.min.js"></script>
<script src="page/map.js"></script>
<script src="page/upload.js"></script>
<script src="page/shell.js"></script>
"""


@dataclass(frozen=True)
class Service:
    """How the page is offered."""

    host: str = "127.0.0.1"
    port: int = 7860
    auth: tuple[str, str] | None = None
    """User and password; None: whoever reaches the address."""
    basemap: Basemap | None = None
    limits: Quota = field(default_factory=Quota)
    warm: bool = True
    """Whether predictor and language model are loaded at the start, not with the first question."""
    secure: bool = False
    """Whether cookies travel over HTTPS alone."""
    names: tuple[str, ...] = ()
    """Names under which the page is reached beside this machine's own; others are refused."""
    archive: Path | None = None
    """Of pairs, which all visitors may search and open; nothing of theirs gets into it."""


def _policy(basemap: Basemap | None) -> str:
    """What a browser may load: from here alone, and pictures of the basemap."""
    outside = ""
    if basemap is not None:
        parts = urlsplit(basemap.url)
        outside = f" {parts.scheme}://{parts.netloc.replace('{s}', '*')}"
    return (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: blob:{outside}; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'"
    )


def make_app(visitors: Visitors, keys: VisitorKeys, service: Service) -> Gate:
    """The whole application, behind its gate."""
    app = FastAPI(title="terradelta", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.visitors = visitors
    app.include_router(router)
    app.include_router(uploads)
    app.mount(f"/{PARTS}", StaticFiles(directory=STATIC))
    page = Page(visitors, service.basemap).build()
    page.queue(max_size=512, default_concurrency_limit=8, api_open=False)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        server_name=service.host,
        server_port=service.port,
        allowed_paths=[],
        run_history=False,
        ssr_mode=False,
        footer_links=[],
        show_error=False,
        css_paths=[STATIC / "page.css", STATIC / "shell.css"],
        head=HEAD,
    )
    page.has_launched = True  # or Gradio believes every path that a browser names, since it was mounted, not launched
    rules = Rules(own_names(service.host, service.names), _policy(service.basemap), secure=service.secure)
    return Gate(app, keys, rules, None if service.auth is None else Login(*service.auth, keys))


async def _made(visitors: Visitors, keys: VisitorKeys, service: Service) -> Gate:
    return make_app(visitors, keys, service)


class Server(uvicorn.Server):
    """The application, served until it is stopped; can be run in a thread."""

    def __init__(self, agent: ChangeAgent, service: Service) -> None:
        self.service, self.keys, self._over = service, VisitorKeys(), threading.Event()
        self.visitors = Visitors(agent, service.limits, RunSettings(archive=service.archive))
        os.environ["GRADIO_TEMP_DIR"] = str(self.visitors.root / "gradio")  # what Gradio keeps ends with the rest
        # Gradio makes an event loop where none runs, and leaves it open.
        with ThreadPoolExecutor(1) as one:
            self.gate = one.submit(asyncio.run, _made(self.visitors, self.keys, service)).result()
        super().__init__(
            uvicorn.Config(
                self.gate,
                host=service.host,
                port=service.port,
                log_level="warning",
                server_header=False,
                loop="asyncio",
                timeout_graceful_shutdown=3,
                timeout_keep_alive=KEPT_S,
            )
        )

    def serve_and_sweep(self) -> None:
        """Serve; forget visitors who are away; delete all their files in the end, also when told to end (SIGTERM)."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _end)  # uvicorn stops on it, then raises it again
        threading.Thread(target=self._sweep, daemon=True).start()
        if self.service.warm:
            threading.Thread(target=self._warm_up, daemon=True).start()
        try:
            self.run()
        finally:
            self._over.set()
            self.visitors.close()

    def _warm_up(self) -> None:
        try:
            self.visitors.agent.warm_up()
        except Exception as error:  # noqa: BLE001 - the edge: visitors learn of it when they ask
            print(f"terradelta: {explain(error).sentence}", file=sys.stderr)

    def _sweep(self) -> None:
        while not self._over.wait(SWEEP_S):
            try:
                self.visitors.sweep()
                self.visitors.stop_absent(self.gate.is_connected)
            except OSError as error:
                print(f"terradelta: {explain(error).sentence}", file=sys.stderr)


def _end(number: int, _: object) -> None:
    """Leave as by Ctrl-C, so that what is to be done in the end is done."""
    sys.exit(SIGNALLED + number)


def serve(agent: ChangeAgent, service: Service) -> None:
    """Serve the page until it is stopped. No share link, no telemetry."""
    print(f"terradelta is at http://{service.host}:{service.port}; stop it with Ctrl-C.", flush=True)
    Server(agent, service).serve_and_sweep()
