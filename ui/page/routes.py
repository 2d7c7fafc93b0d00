"""The page's own addresses: map tiles, objects, pictures and files, each for the visitor whose cookie asks.

Layers, pairs and formats are names; no path or URL is taken. Whoever asks for what is not theirs learns only that there
is nothing.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any, Literal, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from starlette.concurrency import run_in_threadpool

from tools.errors import ToolError
from tools.outputs.artefacts import Artefact
from tools.runs.exports import export
from tools.runs.format_registry import asked
from tools.runs.formats.maps import GEOTIFF
from tools.runs.formats.pictures import previews
from tools.runs.formats.vectors import CSV
from tools.tiles.map_layers import LAYERS, MapLayers
from tools.types import DATES
from ui.error_table import explain
from ui.page.guard.gate import COOKIE
from ui.page.map_view import thing_view
from ui.page.visiting.visitor import Visitor
from ui.page.visiting.visitors import Visitors

FOREVER = {"Cache-Control": "private, max-age=3600"}
"""Tiles carry the version of the map in their address."""
SOON = {"Cache-Control": "private, no-store"}
"""Of coarse tiles, which sharper ones follow."""
FOUND = tuple(layer for layer in LAYERS if layer not in DATES)
"""Layers of what the network found."""
MAX_TILES = 16
"""Tiles read at once for all visitors, in threads of their own."""
MAX_TILE_NUMBER = 2**31
PATIENCE_S, LOOK_S = 600.0, 0.2
"""How long a file waits for a question of the same visitor, and how often it looks."""
MEASURED = {
    "index": GEOTIFF.media_type,
    "cover": GEOTIFF.media_type,
    "cover_table": CSV.media_type,
    "flow": "image/svg+xml",
    "radar": GEOTIFF.media_type,
    "radar_classes": GEOTIFF.media_type,
    "radar_picture": "image/png",
}

router = APIRouter()
Value = TypeVar("Value")


def _visitor(request: Request) -> Visitor:
    """Who asks; there is nothing for those of whom nothing is known."""
    visitors: Visitors = request.app.state.visitors
    found = visitors.get(request.cookies.get(COOKIE))
    if found is None:
        raise HTTPException(404)
    return found


Theirs = Annotated[Visitor, Depends(_visitor)]


@router.get("/map/{pair}/at")
def at(theirs: Theirs, pair: str, x: float, y: float) -> Response:
    """The object at a place of the map, or null."""
    layers = _layers(theirs, pair)
    found = theirs.session.workspace.known_change(layers.pair)
    if found is None or not (math.isfinite(x) and math.isfinite(y)):
        return JSONResponse(None)
    thing = layers.at(x, y)
    return JSONResponse(None if thing is None else thing_view(found, thing, layers).to_json())


@router.get("/map/{pair}/sharpness")
async def sharpness(theirs: Theirs, pair: str) -> Response:
    """Whether both dates are shown as sharp as they are; a large pair is prepared for that from the first time on."""
    layers = _layers(theirs, pair)
    if not theirs.gone:
        theirs.preparation.begin(layers)
    fine, told = all(layers.is_fine(date) for date in DATES), theirs.preparation.told(pair)
    return JSONResponse({"fine": fine, "told": told}, headers={"Cache-Control": "no-store"})


@router.get("/map/{pair}/{layer}/{zoom}/{column}/{row}.png")
async def tile(theirs: Theirs, pair: str, layer: str, zoom: int, column: int, row: int) -> Response:
    """A tile; 204 where there is nothing to show, or nothing was looked for yet."""
    layers = _layers(theirs, pair)
    if layer in FOUND and theirs.session.workspace.known_change(layers.pair) is None:
        return Response(status_code=204)
    if max(abs(zoom), abs(column), abs(row)) > MAX_TILE_NUMBER:
        return Response(status_code=204)
    kept = SOON if layer in DATES and not layers.is_fine(layer) else FOREVER
    async with theirs.tiles:  # waiting takes no thread
        read = partial(_tile, theirs, layers, layer, (zoom, column, row))
        picture = await to_thread.run_sync(read, limiter=_tile_threads())
    if picture is None:
        return Response(status_code=204)
    return Response(picture, media_type="image/png", headers=kept)


def _tile(theirs: Visitor, layers: MapLayers, layer: str, place: tuple[int, int, int]) -> bytes | None:
    read: Any = layers.measured_tile if layer not in LAYERS else layers.tile
    with theirs.reading() as there:
        return _told(lambda: read(layer, *place)) if there else None


@cache
def _tile_threads() -> CapacityLimiter:
    """Threads of all tiles, apart from those of other work; made within the event loop."""
    return CapacityLimiter(MAX_TILES)


@router.get("/picture/{pair}/{date}.png")
async def picture(theirs: Theirs, pair: str, date: Literal["before", "after"]) -> Response:
    """A date as a picture of at most 2,048 px a side."""
    layers = _layers(theirs, pair)
    both = await _alone(theirs, lambda: previews(theirs.session.workspace, layers.pair))
    return FileResponse(both[date == "after"].path, media_type="image/png", headers={"Cache-Control": "private"})


@router.get("/found/{cell}.png")
def found(theirs: Theirs, cell: str) -> Response:
    """Both dates of what an archive was found to hold, small."""
    shelf, name = theirs.session.workspace.artefacts, f"found:{cell}"
    if name not in shelf or not shelf[name].path.is_file():
        raise HTTPException(404)
    return FileResponse(shelf[name].path, media_type="image/png", headers={"Cache-Control": "private"})


@router.get("/files/{pair}/{kind}")
async def file(theirs: Theirs, pair: str, kind: str) -> Response:
    """What was found, in a format of choice, as a file to be saved."""
    layers = _layers(theirs, pair)
    made = next((one for one in layers.files if one.path.name == kind), None)
    if made is not None:
        return FileResponse(made.path, media_type=MEASURED[made.kind], filename=made.path.name, headers=SAFE)
    known = theirs.session.workspace.known_change(layers.pair) is not None
    wanted = asked().get(kind)
    if wanted is None or not (known or (layers.files and not wanted.needs_change)):
        raise HTTPException(404)
    made = await _alone(theirs, lambda: _exported(theirs, layers, kind))
    return FileResponse(made.path, media_type=wanted.media_type, filename=made.path.name, headers=SAFE)


SAFE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store", "Content-Security-Policy": "sandbox"}
"""Files are saved, not opened in the page's name."""


def _layers(visitor: Visitor, pair: str) -> MapLayers:
    try:
        return visitor.layers(pair)
    except ToolError as error:
        raise HTTPException(404) from error


def _exported(visitor: Visitor, layers: MapLayers, kind: str) -> Artefact:
    workspace = visitor.session.workspace
    return workspace.artefacts[export(workspace, layers.pair, kind).artefact]


async def _alone(visitor: Visitor, work: Callable[[], Value]) -> Value:
    """What work gives that nothing else of its visitor may be done beside; waiting for that takes no thread."""
    end = time.monotonic() + PATIENCE_S
    while True:
        done = await run_in_threadpool(partial(_if_free, visitor, work))
        if done is not None:
            return done
        if time.monotonic() > end:
            raise HTTPException(503, "A question is being worked on; wait for its answer, then try again.")
        await asyncio.sleep(LOOK_S)


def _if_free(visitor: Visitor, work: Callable[[], Value]) -> Value | None:
    if not visitor.lock.acquire(blocking=False):
        return None
    try:
        return _told(work)
    finally:
        visitor.lock.release()


def _told(work: Callable[[], Value]) -> Value:
    """What work gives; what goes wrong with it becomes a sentence."""
    try:
        return work()
    except Exception as error:
        raise HTTPException(400, explain(error).sentence) from error
