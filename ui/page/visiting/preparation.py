"""View files of a visitor's large pairs, written in a process of its own while the map shows a coarse view.

One pair of a visitor at a time, few for all; a process can be ended at once, whatever a library is doing in it, so that
Stop, departure and the server's end leave nothing running and nothing half-written.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.atomic_files import remove_leftovers
from tools.types import DATES
from ui.error_table import explain

if TYPE_CHECKING:
    from tools.pairs.pair import ImagePair
    from tools.tiles.map_layers import MapLayers
    from tools.tiles.view_grid import ViewGrid

LOOK_S = 0.2
"""How often it is looked whether a process has ended or is to end."""
MAX_S = 600.0
"""After which a pair stays coarse."""
NICE = 10
"""Answers and tiles come before the sharpening of a map."""
STOPPED = "The sharpening of the map was stopped; it goes on with your next answer."
TOO_LONG = "The map stays coarse: these images take too long to be drawn; open a smaller part of them."
FAILED = "The map stays coarse: its files could not be written; open a smaller part of the images."
AT_ONCE = threading.Semaphore(2)
"""Processes for all visitors."""


class Preparation:
    """What is prepared for one visitor."""

    def __init__(self, room: Callable[[], int]) -> None:
        """Prepare nothing yet; `room` tells how many bytes files may still take."""
        self._room, self._lock, self._end = room, threading.Lock(), threading.Event()
        self._working: threading.Thread | None = None
        self._told: dict[str, str] = {}

    @property
    def is_working(self) -> bool:
        """Whether something is being prepared or waits for its turn."""
        return self._working is not None and self._working.is_alive()

    def told(self, pair: str) -> str:
        """Why a pair stays coarse; empty while it does not."""
        return self._told.get(pair, "")

    def begin(self, layers: MapLayers) -> None:
        """Prepare a pair, unless that is done, being done, or was refused; another pair waits until it is asked for."""
        with self._lock:
            pair = layers.pair.id
            if self.is_working or pair in self._told or all(layers.is_fine(date) for date in DATES):
                return
            self._end.clear()
            self._working = threading.Thread(target=self._work, args=(layers,), daemon=True)
            self._working.start()

    def again(self) -> None:
        """Forget what was stopped or refused, so that it is tried once more."""
        self._told.clear()

    def cancel(self) -> None:
        """Let what is being done end soon."""
        self._end.set()

    def end(self) -> None:
        """End what is being done, and wait for its end."""
        self._end.set()
        if (working := self._working) is not None:
            working.join()

    def _work(self, layers: MapLayers) -> None:
        while not AT_ONCE.acquire(timeout=LOOK_S):
            if self._end.is_set():
                self._told[layers.pair.id] = STOPPED
                return
        try:
            if sentence := self._written(layers):
                self._told[layers.pair.id] = sentence
        finally:
            AT_ONCE.release()

    def _written(self, layers: MapLayers) -> str:
        """Let a process write the files; a sentence where it could not."""
        ours, theirs = multiprocessing.Pipe(duplex=False)
        given = (theirs, layers.folder, layers.pair, layers.grid, self._room())
        process: Any = multiprocessing.get_context("spawn").Process(target=_prepare, args=given, daemon=True)
        process.start()
        theirs.close()
        latest = time.monotonic() + MAX_S
        while process.is_alive() and not self._end.is_set() and time.monotonic() < latest:
            wait([process.sentinel], LOOK_S)
        late = process.is_alive()
        if late:
            process.kill()
            process.join()
            remove_leftovers(layers.folder)
        with ours:
            return (STOPPED if self._end.is_set() else TOO_LONG) if late else _sentence(ours)


def _sentence(ours: Connection) -> str:
    """What the process told in the end; FAILED where it died."""
    try:
        return str(ours.recv())
    except EOFError:
        return FAILED


def _prepare(told: Connection, folder: Path, pair: ImagePair, grid: ViewGrid, room: int) -> None:
    """Write both dates, in the process for it."""
    from tools.tiles.view_files import write_view

    os.nice(NICE)
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        for date in DATES:
            room -= write_view(folder, pair, date, grid, room).stat().st_size
    except Exception as error:  # noqa: BLE001 - the edge: the page tells the sentence
        told.send(explain(error).sentence)
    else:
        told.send("")


def _follow_parent() -> None:
    """End with the server, which may have been killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
