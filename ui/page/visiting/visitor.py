"""One browser's conversation: its pairs, files and words, and what may be done at the same time."""

from __future__ import annotations

import asyncio
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from agent import Session
from tools.pairs.pair import ImagePair
from tools.tiles.map_layers import MapLayers
from ui.errors import BusyError, QuotaError, StoppedError
from ui.page.visiting.preparation import Preparation
from ui.page.visiting.turns import Turns

PATIENCE_S = 20.0
"""How long the files of someone who leaves are kept for what still reads them."""
LOCK_S = 3.0
"""How long a control waits for other work of its visitor."""
MAX_MESSAGES = 400
"""Of a conversation that the page shows; the session keeps all of it."""
MAX_TILES = 2
"""Tiles read at once for one visitor, so that a pair whose first tile takes long leaves room for others."""


@dataclass(frozen=True)
class Quota:
    """How much there is for visitors."""

    visitors: int = 200
    megabytes: int = 2048
    """Of files, for each visitor: uploads and what was made of them."""
    pairs: int = 20
    idle_s: float = 3600.0
    """After which a visitor is forgotten."""


class Asked(Protocol):
    """A question that is worked on or waits."""

    question: str

    @property
    def is_stopped(self) -> bool:
        """Whether the person said stop after it was asked."""
        ...


@dataclass
class Visitor:
    """One browser's conversation."""

    session: Session
    limits: Quota
    turns: Turns = field(default_factory=Turns)
    """Of all who ask."""
    messages: list[dict[str, Any]] = field(default_factory=list)
    """The conversation as the page shows it; browsers are never believed what was said."""
    stops: int = 0
    """How often the person said stop; questions from before it are not begun."""
    questions: set[Asked] = field(default_factory=set)
    """Those that are worked on or wait; several threads add to it and take from it."""
    uploads: int = 0
    """Images that are on their way in."""
    tiles: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MAX_TILES))
    seen: float = field(default_factory=time.monotonic)
    version: int = 0
    """Grows when the map has to be drawn anew."""
    selected: int | None = None
    """Number of the object that the map shows."""
    waiting: dict[str, Path] = field(default_factory=dict)
    """Uploads by date, until both are there."""
    on_progress: Callable[[int, int], None] | None = None
    """Called with parts done and parts in all while the network runs."""
    gone: bool = False
    """Forgotten; what is still being read of it may fail."""
    lock: threading.RLock = field(default_factory=threading.RLock)
    """One piece of work at a time."""
    evidence: dict[int, str] = field(default_factory=dict)
    """Steps of the conversation as the page lists them, by their numbers."""
    _idle: threading.Condition = field(default_factory=threading.Condition)
    _readers: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    _layers: dict[str, MapLayers] = field(default_factory=dict)
    preparation: Preparation = field(init=False)
    """Of view files of large pairs."""

    def __post_init__(self) -> None:
        self.preparation = Preparation(self.room)

    @property
    def folder(self) -> Path:
        """Where all of this visitor's files lie."""
        return self.session.workspace.folder

    @property
    def asking(self) -> int:
        """How many questions are worked on or wait."""
        return len(self.questions)

    @property
    def is_working(self) -> bool:
        """Whether anything is done for this visitor at the moment."""
        return bool(self.questions) or self.preparation.is_working

    def is_asked(self, question: str) -> bool:
        """Whether this very question is worked on or waits, as after a double click."""
        return any(one.question == question and not one.is_stopped for one in tuple(self.questions))

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost without this visitor."""
        return not (self.session.workspace.pairs or self.waiting or self.asking or self.uploads)

    def stop(self) -> None:
        """End what is worked on at its next part, and begin nothing that waits."""
        self.stops += 1
        self.stopping.set()
        self.preparation.cancel()

    def tell(self, message: dict[str, Any]) -> None:
        """Add a message to the conversation; of very long ones the beginning is no longer shown."""
        self.messages = [*self.messages, message][-MAX_MESSAGES:]

    def report(self, done: int, of: int) -> None:
        """Hear of progress; the place where work can be stopped.

        Raises:
            StoppedError: the person wants no more of it.
        """
        if self.stopping.is_set():
            raise StoppedError("Stopped; what was looked at is kept.")
        if self.on_progress is not None:
            self.on_progress(done, of)
        self.turns.pass_on(self.stopping)

    def open(self, before: Path, after: Path) -> ImagePair:
        """Open a pair, as `Workspace.open`.

        Raises:
            QuotaError: there are too many pairs.
        """
        self._check_pairs()
        self._everywhere()
        pair = self.session.workspace.open(before, after)
        self.changed()
        return pair

    def swap(self) -> None:
        """Show the current pair with its dates exchanged; errors as for `Workspace.swap`, `open` and `alone`."""
        with self.alone():
            workspace = self.session.workspace
            before, after = (source.path for source in workspace.pair().sources)
            if workspace.pairs.known(after, before) is None:
                self._check_pairs()
            self._everywhere()
            workspace.swap(workspace.pair())
            self.changed()

    def _check_pairs(self) -> None:
        if len(self.session.workspace.pairs) >= self.limits.pairs:
            raise QuotaError(f"There are {self.limits.pairs} pairs here already; delete your data to begin anew.")

    def turn(self, name: str) -> None:
        """Make another pair the current one; errors as for `Workspace.pair` and `alone`."""
        with self.alone():
            self._everywhere()
            self.session.workspace.pairs.select(name)
            self.changed()

    def _everywhere(self) -> None:
        """What was drawn or filtered on one pair holds for no other."""
        wish = self.session.workspace.settings
        if (wish.area_of_interest, wish.min_area, wish.min_probability) != (None, None, None):
            self.choose(area_of_interest=None, min_area=None, min_probability=None)

    def room(self) -> int:
        """Bytes that this visitor may still use; negative where too many are used already."""
        used = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        return int(self.limits.megabytes * 1e6) - used

    def check_room(self) -> None:
        """Go on only with room left.

        Raises:
            QuotaError: there is none.
        """
        room = self.room()
        if room < 0:
            raise QuotaError(
                f"Your files take {self.limits.megabytes - room / 1e6:,.0f} MB of {self.limits.megabytes:,} MB; delete "
                "your data, or cut out smaller parts of the images."
            )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Work within that nothing else of this visitor is done beside.

        Raises:
            BusyError: something else takes its time.
        """
        if not self.lock.acquire(timeout=LOCK_S):
            raise BusyError("A question is being worked on; wait for its answer, or stop it.")
        try:
            yield
        finally:
            self.lock.release()

    def choose(self, **wish: object) -> None:
        """Count otherwise: minimum size, probability, area of interest; errors as for `alone`."""
        with self.alone():
            workspace = self.session.workspace
            workspace.choose(replace(workspace.settings, **wish))  # type: ignore[arg-type]
            self.changed()

    @contextmanager
    def reading(self) -> Iterator[bool]:
        """Keep the files while they are read; false where they are gone already."""
        with self._idle:
            self._readers += 1
        try:
            yield not self.gone
        finally:
            with self._idle:
                self._readers -= 1
                self._idle.notify_all()

    def wipe(self) -> None:
        """Delete all files, when no one reads them any more."""
        self.gone = True
        self.stopping.set()
        self.preparation.end()
        with self.lock, self._idle:
            self._idle.wait_for(lambda: not self._readers, timeout=PATIENCE_S)
            shutil.rmtree(self.folder, ignore_errors=True)

    def changed(self) -> None:
        """The map has to be drawn anew, and shows no object."""
        self.version, self.selected = self.version + 1, None
        self.preparation.again()

    def layers(self, name: str | None = None) -> MapLayers:
        """The map of a pair; errors as for `Workspace.pair`."""
        pair = self.session.workspace.pair(name)
        return self._layers.setdefault(pair.id, self._map_of(pair))

    def _map_of(self, pair: ImagePair) -> MapLayers:
        return MapLayers(self.session.workspace, pair, self.room, coarse_first=True)
