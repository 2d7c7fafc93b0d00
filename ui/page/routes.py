"""The page's own addresses: map tiles, objects, pictures and files, each for the visitor whose cookie asks.

Layers, pairs and formats are names; no path or URL is taken. Whoever asks for what is not theirs learns only that there
is nothing.
"""

from __future__ import annotations

import math
import threading
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import FileResponse, JSONResponse

from tools.errors import ToolError
from tools.outputs.artefacts import Artefact
from tools.runs.exports import export
from tools.runs.format_registry import asked
from tools.runs.formats.maps import GEOTIFF
from tools.runs.formats.pictures import previews
from tools.runs.formats.vectors import CSV
from tools.tiles.map_layers import LAYERS, MapLayers
from ui.error_table import explain
from ui.page.map_view import thing_view
from ui.page.visitors import COOKIE, Visitor, Visitors

FOREVER = {"Cache-Control": "private, max-age=3600"}
"""Tiles carry the version of the map in their address."""
FOUND = ("building", "road", "unknown")
"""Layers of what the network found."""
MAX_TILES = 4
"""Tiles read at once; others wait, so that a map that is dragged about leaves room for work."""
MEASURED = {
    "index": GEOTIFF.media_type,
    "cover": GEOTIFF.media_type,
    "cover_table": CSV.media_type,
    "flow": "image/svg+xml",
}

router = APIRouter()
_reading = threading.Semaphore(MAX_TILES)


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


@router.get("/map/{pair}/{layer}/{zoom}/{column}/{row}.png")
def tile(theirs: Theirs, pair: str, layer: str, zoom: int, column: int, row: int) -> Response:
    """A tile; 204 where there is nothing to show, or nothing was looked for yet."""
    layers = _layers(theirs, pair)
    if layer in FOUND and theirs.session.workspace.known_change(layers.pair) is None:
        return Response(status_code=204)
    read: Any = layers.measured_tile if layer not in LAYERS else layers.tile
    with _reading, theirs.reading() as there:
        picture = _told(lambda: read(layer, zoom, column, row)) if there else None
    if picture is None:
        return Response(status_code=204)
    return Response(picture, media_type="image/png", headers=FOREVER)


@router.get("/picture/{pair}/{date}.png")
def picture(theirs: Theirs, pair: str, date: Literal["before", "after"]) -> Response:
    """A date as a picture of at most 2,048 px a side."""
    layers = _layers(theirs, pair)
    with theirs.lock:
        both = _told(lambda: previews(theirs.session.workspace, layers.pair))
    return FileResponse(both[date == "after"].path, media_type="image/png", headers={"Cache-Control": "private"})


@router.get("/found/{cell}.png")
def found(theirs: Theirs, cell: str) -> Response:
    """Both dates of what an archive was found to hold, small."""
    shelf, name = theirs.session.workspace.artefacts, f"found:{cell}"
    if name not in shelf or not shelf[name].path.is_file():
        raise HTTPException(404)
    return FileResponse(shelf[name].path, media_type="image/png", headers={"Cache-Control": "private"})


@router.get("/files/{pair}/{kind}")
def file(theirs: Theirs, pair: str, kind: str) -> Response:
    """What was found, in a format of choice, as a file to be saved."""
    layers = _layers(theirs, pair)
    made = next((one for one in layers.files if one.path.name == kind), None)
    if made is not None:
        return FileResponse(made.path, media_type=MEASURED[made.kind], filename=made.path.name, headers=SAFE)
    known = theirs.session.workspace.known_change(layers.pair) is not None
    wanted = asked().get(kind)
    if wanted is None or not (known or (layers.files and not wanted.needs_change)):
        raise HTTPException(404)
    with theirs.lock:
        made = _told(lambda: _exported(theirs, layers, kind))
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


def _told(work: Any) -> Any:
    """What work gives; what goes wrong with it becomes a sentence."""
    try:
        return work()
    except Exception as error:
        raise HTTPException(400, explain(error).sentence) from error
