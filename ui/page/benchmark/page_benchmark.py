"""How fast the page is on this machine: first page, first answer, tiles of a large scene, and many visitors at once.

It starts the real server in a process of its own, visits it over HTTP as a browser does, and ends by itself. What a
map with many objects and a long conversation cost is measured in this process, without a network's work in between.
"""

from __future__ import annotations

import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import morecantile

from agent.answer import Step
from agent.evaluation.qa.oracle_predictor import OraclePredictor
from tools.benchmarks.benchmark_scenes import DrawnScene, draw_scene
from tools.benchmarks.map_benchmark import MapSpeed, benchmark_map
from tools.pairs.pair import open_pair
from tools.tiles.view_grid import ViewGrid, view_grid
from ui.page import panels
from ui.page.benchmark.http_visitor import PATIENCE_S, PageVisitor

ASSET = re.compile(r'(?:src|href)="(\.?/?[^"#:]+\.(?:js|css|svg|json))"')
QUESTION = "How many buildings appeared, and how large are they?"
TILES = 200
OBJECTS = (5_000, 50_000)
"""On maps whose tiles of a class are timed."""
STEPS, LISTED = 100, 500
"""Calls of the conversation that is listed as evidence, and what each of them lists."""
MERCATOR = morecantile.tms.get("WebMercatorQuad")


@dataclass(frozen=True, slots=True)
class PageSpeed:
    """What was measured; seconds unless the name says otherwise."""

    start: float
    """From the command to the first reply."""
    first_page: float
    """The page with all scripts and styles that it names."""
    first_answer: float
    """From the question to the answer on a pair of `answer_side` px, after the server has warmed up."""
    answer_side: int
    tile_side: int
    tile_first: float
    """The first tile of the large pair, for which its files are written."""
    tile_p50_ms: float
    tile_p95_ms: float
    visitors: int
    served: int
    """Of the visitors who asked at the same time, those who got an answer."""
    all_answers: float
    """Until the last of them had it."""
    peak_mib: float
    """Most memory of the server in all of this."""
    maps: tuple[MapSpeed, ...]
    """For OBJECTS changed objects."""
    evidence_first_ms: float
    """The list of STEPS calls, when they are shown for the first time."""
    evidence_again_ms: float
    """And at the next refresh of the page."""


def benchmark_page(visitors: int, tile_side: int, answer_side: int = 1024) -> PageSpeed:
    """Measure the page; minutes, and some hundreds of MB of disk for a while."""
    with tempfile.TemporaryDirectory(prefix="terradelta-bench-") as name, _server() as (address, process, start):
        folder = Path(name)
        first_page = _first_page(address)
        _crowd(address, 1)  # predictor and language model are loaded now
        answer = _answer_of(address, draw_scene(folder / "small", answer_side))
        tile_first, spent = _tiles(address, draw_scene(folder / "large", tile_side))
        served, seconds = _crowd(address, visitors)
        evidence_first, evidence_again = _evidence()
        return PageSpeed(
            start=start,
            first_page=first_page,
            first_answer=answer,
            answer_side=answer_side,
            tile_side=tile_side,
            tile_first=tile_first,
            tile_p50_ms=1000 * statistics.median(spent),
            tile_p95_ms=1000 * statistics.quantiles(spent, n=20)[-1],
            visitors=visitors,
            served=served,
            all_answers=seconds,
            peak_mib=_peak_mib(process.pid),
            maps=tuple(benchmark_map(count, OraclePredictor) for count in OBJECTS),
            evidence_first_ms=evidence_first,
            evidence_again_ms=evidence_again,
        )


@contextmanager
def _server() -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """The page in a process of its own, on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from ui.cli import main; main()", "chat", "--port", str(port)]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            address = f"http://127.0.0.1:{port}"
            _until_there(address, process)
            yield address, process, time.perf_counter() - started
        finally:
            process.terminate()


def _until_there(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("The page did not start; try terradelta chat by itself.")


def _first_page(address: str) -> float:
    started = time.perf_counter()
    with httpx.Client(base_url=address) as browser:
        for path in dict.fromkeys(ASSET.findall(browser.get("/").text)):
            browser.get(path.removeprefix("."))
    return time.perf_counter() - started


def _answer_of(address: str, scene: DrawnScene) -> float:
    with PageVisitor(address) as visitor:
        visitor.open(scene.before, scene.after)
        started = time.perf_counter()
        said = visitor.ask(QUESTION)
        assert "appeared" in said, said
        return time.perf_counter() - started


def _tiles(address: str, scene: DrawnScene) -> tuple[float, list[float]]:
    """Seconds of the first tile, and of others of all zoom levels, each asked for once before."""
    paths = list(_paths(view_grid(open_pair(scene.before, scene.after))))[:TILES]
    with PageVisitor(address) as visitor:
        visitor.open(scene.before, scene.after)
        first = _seconds(visitor.browser, paths[0])
        for path in paths:
            _seconds(visitor.browser, path)
        return first, [_seconds(visitor.browser, path) for path in paths]


def _paths(grid: ViewGrid) -> Iterator[str]:
    """Tiles of both dates, of one zoom level after the other."""
    for zoom in range(grid.least_zoom, grid.zoom + 2):
        tiles = list(MERCATOR.tiles(*grid.bounds, zooms=[zoom]))
        for tile in tiles[:: max(1, len(tiles) // 16)]:
            yield from (f"/map/1/{date}/{zoom}/{tile.x}/{tile.y}.png" for date in ("before", "after"))


def _seconds(browser: httpx.Client, path: str) -> float:
    started = time.perf_counter()
    browser.get(path).raise_for_status()
    return time.perf_counter() - started


def _crowd(address: str, visitors: int) -> tuple[int, float]:
    """So many visitors who open a pair and ask at the same time: who was served, and until when."""
    started = time.perf_counter()
    with ThreadPoolExecutor(visitors) as crowd:
        served = list(crowd.map(_asks, [address] * visitors))
    return sum(served), time.perf_counter() - started


def _asks(address: str) -> bool:
    with PageVisitor(address) as visitor:
        visitor.call("sample")
        return "appeared" in visitor.ask(QUESTION)


def _evidence() -> tuple[float, float]:
    """Milliseconds to list the calls of a long conversation, and to list them again; of this thread's own time."""
    listed = [{"id": number, "area_m2": number / 7, "place": "in the north"} for number in range(LISTED)]
    steps = [Step("count_objects", {"object_class": "any"}, listed, None, 0.1, n) for n in range(1, STEPS + 1)]
    spent, rendered = list[float](), dict[int, str]()
    for _ in range(2):
        started = time.thread_time()
        panels.evidence(steps, rendered)
        spent.append(1000 * (time.thread_time() - started))
    return spent[0], spent[1]


def _peak_mib(pid: int) -> float:
    """Most memory that a process has had."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return float("nan") if found is None else int(found[1]) / 1024
