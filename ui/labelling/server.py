"""The labelling page as a web application of this machine alone, behind a gate for names and origins.

Nothing that a browser sends is believed as a value: points are known numbers, labels known classes, names plain names.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import uvicorn
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from tools.assessment.labels import check_name
from tools.errors import ToolError
from ui.error_table import BAD_INPUT, explain
from ui.labelling.task import LabellingTask
from ui.page.guard.addresses import is_from_here, is_own_host, own_names
from ui.page.guard.gate import App, Message, Receive, Scope, Send
from ui.page.guard.response_headers import set_safe_headers

HOST = "127.0.0.1"
STATIC = Path(__file__).parent / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
MAX_BODY = 1_024
"""Bytes of a label."""
PART = {"Cache-Control": "no-cache"}
CHIP = {"Cache-Control": "private, max-age=3600"}
Handler = Callable[[Request], Awaitable[Response]]


class Label(BaseModel):
    """What a key tells: a class, or null to take a label back."""

    model_config = ConfigDict(extra="forbid", strict=True)

    label: Annotated[str, Field(max_length=200)] | None


class Chip(BaseModel):
    """Which picture is asked for."""

    point: int
    date: Literal["before", "after"]
    zoom: Annotated[int, Field(ge=0, le=2)]


_LABEL, _CHIP = TypeAdapter(Label), TypeAdapter(Chip)


class Gate:
    """Lets requests through that this machine's own page made, and gives every response its headers."""

    def __init__(self, app: App, names: frozenset[str]) -> None:
        self.app, self.names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await (self.app(scope, receive, send) if scope["type"] == "lifespan" else send(CLOSED))
            return
        headers = Headers(scope=scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                set_safe_headers(MutableHeaders(scope=message), POLICY)
            await send(message)

        if not is_own_host(headers.get("host", ""), self.names):
            await _refused(421, "This page does not answer to that name.")(scope, receive, with_headers)
        elif not is_from_here(headers):
            await _refused(403, "Another site asked for this; open the page itself.")(scope, receive, with_headers)
        else:
            await self.app(scope, receive, with_headers)


CLOSED: Message = {"type": "websocket.close", "code": 1008}


def make_app(task: LabellingTask) -> Gate:
    """The page, its pictures and its labels."""
    parts = [("/", "label.html"), ("/label.js", "label.js"), ("/label.css", "label.css")]
    routes = [Route(path, _file(name)) for path, name in parts]
    routes += [
        Route("/task", _told(task, _task)),
        Route("/labels/{person}", _told(task, _labels)),
        Route("/labels/{person}/{point:int}", _told(task, _give), methods=["PUT"]),
        Route("/chips/{point:int}/{date}/{zoom:int}.png", _told(task, _chip)),
    ]
    return Gate(Starlette(routes=routes), own_names(HOST))


def _file(name: str) -> Handler:
    async def answer(_: Request) -> Response:
        return FileResponse(STATIC / name, headers=PART)

    return answer


def _told(task: LabellingTask, work: Callable[[LabellingTask, Request], Awaitable[Response]]) -> Handler:
    """A handler whose errors become sentences."""

    async def answer(request: Request) -> Response:
        try:
            return await work(task, request)
        except (ToolError, OSError) as error:
            told = explain(error)
            return _refused(400 if told.exit_code == BAD_INPUT else 500, told.sentence)

    return answer


async def _task(task: LabellingTask, _: Request) -> Response:
    return JSONResponse(task.view | {"people": task.people}, headers=PART)


async def _labels(task: LabellingTask, request: Request) -> Response:
    person = check_name(request.path_params["person"])
    return JSONResponse({"labels": {str(point): label for point, label in task.book.of(person).items()}}, headers=PART)


async def _give(task: LabellingTask, request: Request) -> Response:
    """Write a label; the answer comes once it is on disk."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return _refused(415, "Labels are sent as JSON.")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY:
            return _refused(413, "No label is that long.")
    try:
        label = _LABEL.validate_json(bytes(body)).label
    except ValidationError:
        return _refused(400, "This is no label; reload the page.")
    person, point = request.path_params["person"], request.path_params["point"]
    await run_in_threadpool(partial(task.book.give, person, point, label))
    return JSONResponse({"labelled": len(task.book.of(person))})


async def _chip(task: LabellingTask, request: Request) -> Response:
    try:
        asked = _CHIP.validate_python(request.path_params)
    except ValidationError:
        return _refused(404, "There is no such picture.")
    picture = await run_in_threadpool(partial(task.chip, asked.point, asked.date, asked.zoom))
    if picture is None:
        return _refused(404, "There is no such picture.")
    return Response(picture, media_type="image/png", headers=CHIP)


def _refused(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"detail": sentence}, status)


def labelling_server(task: LabellingTask, port: int) -> uvicorn.Server:
    """The application, ready to be run."""
    config = uvicorn.Config(
        make_app(task), host=HOST, port=port, log_level="warning", server_header=False, loop="asyncio",
        timeout_graceful_shutdown=3,
    )  # fmt: skip
    return uvicorn.Server(config)
