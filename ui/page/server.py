"""One web application: the page, its own routes, and the vendored map library; nothing from outside.

Every response forbids the browser to load anything that this server does not give, except a basemap the operator set.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.requests import cookie_parser

from agent import ChangeAgent
from tools.workspace.run_settings import RunSettings
from ui.error_table import explain
from ui.page.layout import Page
from ui.page.map_values import Basemap
from ui.page.routes import router
from ui.page.visitors import COOKIE, Quota, Visitors

STATIC = Path(__file__).parent / "static"
MAX_UPLOAD = "500mb"
PARTS = "page"
"""Where static files are; Gradio has a /static of its own."""
SWEEP_S = 60.0
HEAD = """
<link rel="stylesheet" href="page/leaflet/leaflet.css">
<link rel="stylesheet" href="page/geoman/leaflet-geoman.css">
<script src="page/leaflet/leaflet.js"></script>
<script src="page/geoman/leaflet-geoman.min.js"></script>
<script src="page/map.js"></script>
"""
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
App = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]


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
    """Whether the cookie travels over HTTPS alone."""
    archive: Path | None = None
    """Of pairs, which all visitors may search and open; nothing of theirs gets into it."""


class SecurityHeaders:
    """Gives each browser its cookie, and each response its rules. Plain ASGI: streams pass through unbuffered."""

    def __init__(self, app: App, policy: str, *, secure: bool) -> None:
        self.app, self.policy, self.secure = app, policy, secure

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", self.policy)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "same-origin")
                if scope["path"] == "/" and not _has_cookie(scope):
                    headers.append("set-cookie", self._cookie())
            await send(message)

        await self.app(scope, receive, with_headers)

    def _cookie(self) -> str:
        https = "; Secure" if self.secure else ""
        return f"{COOKIE}={Visitors.new_key()}; Path=/; HttpOnly; SameSite=Strict{https}"


def _has_cookie(scope: MutableMapping[str, Any]) -> bool:
    cookies = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
    return any(COOKIE in cookie_parser(line) for line in cookies)


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


def make_app(visitors: Visitors, service: Service) -> App:
    """The whole application."""
    app = FastAPI(title="terradelta", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.visitors = visitors
    app.include_router(router)
    app.mount(f"/{PARTS}", StaticFiles(directory=STATIC))
    page = Page(visitors, service.basemap).build()
    page.queue(max_size=64, default_concurrency_limit=4)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        server_name=service.host,
        server_port=service.port,
        auth=service.auth,
        max_file_size=MAX_UPLOAD,
        ssr_mode=False,
        footer_links=[],
        show_error=False,
        css_paths=STATIC / "page.css",
        head=HEAD,
    )
    return SecurityHeaders(app, _policy(service.basemap), secure=service.secure)


async def _made(visitors: Visitors, service: Service) -> App:
    return make_app(visitors, service)


class Server(uvicorn.Server):
    """The application, served until it is stopped; can be run in a thread."""

    def __init__(self, agent: ChangeAgent, service: Service) -> None:
        self.service = service
        self.visitors, self._over = (
            Visitors(agent, service.limits, RunSettings(archive=service.archive)),
            threading.Event(),
        )
        # Gradio makes an event loop where none runs, and leaves it open.
        with ThreadPoolExecutor(1) as one:
            app = one.submit(asyncio.run, _made(self.visitors, service)).result()
        super().__init__(
            uvicorn.Config(
                app,
                host=service.host,
                port=service.port,
                log_level="warning",
                loop="asyncio",
                timeout_graceful_shutdown=3,
            )
        )

    def serve_and_sweep(self) -> None:
        """Serve; forget visitors who are away; delete all their files in the end."""
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
            except OSError as error:
                print(f"terradelta: {explain(error).sentence}", file=sys.stderr)


def serve(agent: ChangeAgent, service: Service) -> None:
    """Serve the page until it is stopped. No share link, no telemetry."""
    print(f"terradelta is at http://{service.host}:{service.port}; stop it with Ctrl-C.", flush=True)
    Server(agent, service).serve_and_sweep()
