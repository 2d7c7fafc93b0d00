"""A small STAC API on this machine, over real HTTP: items, pages, and GeoTIFFs by ranges. It remembers what was asked.

It runs in a process of its own (`python stac_server.py FOLDER`): GDAL at times waits for an answer while it holds
Python's lock, so that a thread of the same process could never give it. Every test has a folder below, which is the
first part of its addresses; `state.json` there says what to serve, `asked` holds one line for each request.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine
from pyproj import Transformer
from rasterio.io import MemoryFile

CONFORMS = ["https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/item-search"]
PLACE = Affine(10, 0, 500_000, 0, -10, 5_400_000)
"""Where images lie unless told: near 15 E, 48.7 N, 10 m a pixel."""


@dataclass
class Answer:
    """What is answered at one address instead of what would be."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class StacServer:
    """One folder of GeoTIFFs and the items made of them; `save` tells the process of changes."""

    def __init__(self, port: int, folder: Path) -> None:
        folder.mkdir()
        self.port, self.folder, self.page = port, folder, 10
        self.items: list[dict[str, Any]] = []
        self.instead: dict[str, Answer] = {}
        self.token: str | None = None
        """Where it is set, images are given only to those who show it."""
        self.save()

    @property
    def url(self) -> str:
        return self.url_at("127.0.0.1")

    def url_at(self, host: str) -> str:
        return f"http://{host}:{self.port}/{self.folder.name}"

    @property
    def asked(self) -> list[str]:
        """The addresses that were asked for, in order, without the folder."""
        log = self.folder / "asked"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def save(self) -> None:
        instead = {path: [answer.status, answer.body, answer.headers] for path, answer in self.instead.items()}
        state = {"items": self.items, "page": self.page, "token": self.token, "instead": instead}
        draft = self.folder / "state.draft"
        draft.write_text(json.dumps(state | {"url": self.url, "landing": self.landing()}), encoding="utf-8")
        draft.replace(self.folder / "state.json")

    def landing(self) -> dict[str, Any]:
        links = [{"rel": rel, "href": f"{self.url}/"} for rel in ("self", "root")]
        links.append({"rel": "search", "href": f"{self.url}/search", "method": "POST", "type": "application/geo+json"})
        about = {"type": "Catalog", "stac_version": "1.0.0", "id": "here", "description": "scenes of this machine"}
        return about | {"conformsTo": CONFORMS, "links": links}

    def add(
        self,
        name: str,
        when: str,
        images: dict[str, np.ndarray],
        *,
        transform: Affine = PLACE,
        crs: str = "EPSG:32633",
        nodata: float | None = 0,
        collection: str = "sentinel-2-l2a",
        **properties: Any,
    ) -> dict[str, Any]:
        """Write images, all over the area of the first one, and list them as an item; masks may be coarser."""
        height, width = images[next(iter(images))].shape[-2:]
        assets = {}
        for key, values in images.items():
            scale = Affine.scale(width / values.shape[-1], height / values.shape[-2])
            write_cog(self.folder / f"{name}_{key}.tif", values, transform @ scale, crs, nodata)
            href, kind = f"{self.url}/{name}_{key}.tif", "image/tiff; application=geotiff; profile=cloud-optimized"
            assets[key] = {"href": href, "type": kind, "roles": ["data"]}
        left, bottom, right, top = _degrees(transform, height, width, crs)
        ring = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]
        item = {
            "type": "Feature",
            "stac_version": "1.0.0",
            "id": name,
            "collection": collection,
            "geometry": {"type": "Polygon", "coordinates": [ring]},
            "bbox": [left, bottom, right, top],
            "properties": {"datetime": when} | {key.replace("__", ":"): value for key, value in properties.items()},
            "links": [],
            "assets": assets,
        }
        self.items.append(item)
        return item


def write_cog(path: Path, values: np.ndarray, transform: Affine, crs: str, nodata: float | None) -> None:
    values = values if values.ndim == 3 else values[None]
    shape = {"count": values.shape[0], "height": values.shape[1], "width": values.shape[2], "dtype": values.dtype}
    with MemoryFile() as memory:
        with memory.open(driver="GTiff", crs=crs, transform=transform, nodata=nodata, **shape) as draft:
            draft.write(values)
        with memory.open() as draft:
            rasterio.shutil.copy(draft, path, driver="COG", blocksize=128)


def _degrees(transform: Affine, height: int, width: int, crs: str) -> tuple[float, float, float, float]:
    left, top = transform @ (0, 0)
    right, bottom = transform @ (width, height)
    turn = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    return turn.transform_bounds(left, bottom, right, top)


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve all folders below one; the port."""
    command = [sys.executable, __file__, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def search(state: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    """A page of the items that fit."""
    first, _, last = asked["datetime"].partition("/")
    west, south, east, north = asked["bbox"]
    found = [
        item
        for item in state["items"]
        if item["collection"] in asked["collections"]
        and first <= item["properties"]["datetime"] <= last
        and not (item["bbox"][0] > east or item["bbox"][2] < west)
        and not (item["bbox"][1] > north or item["bbox"][3] < south)
    ]
    start = int(asked.get("start", 0))
    links = []
    if start + state["page"] < len(found):
        body = asked | {"start": start + state["page"]}
        links.append({"rel": "next", "href": f"{state['url']}/search", "method": "POST", "body": body})
    return {"type": "FeatureCollection", "features": found[start : start + state["page"]], "links": links}


class _Handler(BaseHTTPRequestHandler):
    root: Path
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Tests read `asked`, not stderr."""

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def _answer(self, asked: dict[str, Any] | None = None) -> None:
        _, name, rest = self.path.split("/", 2)
        self.folder, shown = self.root / name, f"/{rest}"
        with (self.folder / "asked").open("a", encoding="utf-8") as log:
            log.write(f"{shown}\n")
        self.state = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
        path, _, query = shown.partition("?")
        if path in self.state["instead"]:
            status, body, headers = self.state["instead"][path]
            self._send(status, body.encode("latin-1"), headers)
        elif path == "/search" and asked:
            self._send_json(search(self.state, asked))
        elif path == "/":
            self._send_json(self.state["landing"])
        elif path.startswith("/token/"):
            self._send_json({"token": self.state["token"]})
        elif not path.endswith(".tif") or not (self.folder / path[1:]).is_file():
            self._send(404, b"nothing here", {})
        elif self.state["token"] and self.state["token"] not in query:
            self._send(409, b"no public access", {})
        else:
            self._send_range((self.folder / path[1:]).read_bytes())

    def _send_json(self, value: Any) -> None:
        self._send(200, json.dumps(value).encode(), {"Content-Type": "application/json"})

    def _send_range(self, content: bytes) -> None:
        wanted = self.headers.get("Range")
        if wanted is None:
            self._send(200, content, {"Accept-Ranges": "bytes"})
            return
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        end = min(int(last) if last else len(content) - 1, len(content) - 1)
        told = {"Accept-Ranges": "bytes", "Content-Range": f"bytes {first}-{end}/{len(content)}"}
        self._send(206, content[int(first) : end + 1], told)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


if __name__ == "__main__":
    _Handler.root = Path(sys.argv[1])
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        print(server.server_port, flush=True)
        server.serve_forever()
