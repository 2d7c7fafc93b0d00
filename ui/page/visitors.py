"""Who is on the page: each browser is one visitor with a conversation and a folder of its own, known by a cookie.

Nothing of one visitor can be reached with the cookie of another; who stays away is forgotten, files and all.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from agent import ChangeAgent, Session
from tools.pairs.pair import ImagePair
from tools.tiles.map_layers import MapLayers
from tools.workspace.run_settings import AS_IT_LIES, RunSettings
from ui.errors import BusyError, QuotaError, StoppedError, UploadError

COOKIE = "terradelta"
KEY_BYTES = 32
PATIENCE_S = 20.0
"""How long the files of someone who leaves are kept for what still reads them."""


@dataclass(frozen=True)
class Quota:
    """How much there is for visitors."""

    visitors: int = 200
    megabytes: int = 2048
    """Of files, for each visitor: uploads and what was made of them."""
    pairs: int = 20
    idle_s: float = 3600.0
    """After which a visitor is forgotten."""


@dataclass
class Visitor:
    """One browser's conversation."""

    session: Session
    limits: Quota
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

    @property
    def folder(self) -> Path:
        """Where all of this visitor's files lie."""
        return self.session.workspace.folder

    def report(self, done: int, of: int) -> None:
        """Hear of progress; the place where work can be stopped.

        Raises:
            StoppedError: the person wants no more of it.
        """
        if self.stopping.is_set():
            raise StoppedError("Stopped; what was looked at is kept.")
        if self.on_progress is not None:
            self.on_progress(done, of)

    def take_in(self, date: str, upload: Path) -> None:
        """Move an upload from where anyone with its address could read it into the visitor's folder.

        Raises:
            UploadError: it is gone.
            QuotaError: it does not fit.
        """
        if not upload.is_file():
            raise UploadError("The upload has gone; choose the file again.")
        self.check_room(upload.stat().st_size)
        kept = self.folder / "uploads" / secrets.token_hex(4) / upload.name
        kept.parent.mkdir(parents=True)
        shutil.move(upload, kept)
        self.waiting[date] = kept

    def open(self, before: Path, after: Path) -> ImagePair:
        """Open a pair, as `Workspace.open`.

        Raises:
            QuotaError: there are too many pairs.
        """
        if len(self.session.workspace.pairs) >= self.limits.pairs:
            raise QuotaError(f"There are {self.limits.pairs} pairs here already; delete your data to begin anew.")
        self._everywhere()
        pair = self.session.workspace.open(before, after)
        self.changed()
        return pair

    def turn(self, name: str) -> None:
        """Make another pair the current one; errors as for `Workspace.pair`."""
        with self.lock:
            self._everywhere()
            self.session.workspace.pairs.select(name)
            self.changed()

    def _everywhere(self) -> None:
        """What was drawn on one pair is no area of another."""
        if self.session.workspace.settings.area_of_interest is not None:
            self.choose(area_of_interest=None)

    def check_room(self, more: int = 0) -> None:
        """Go on only with room left.

        Raises:
            QuotaError: there is none.
        """
        used = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file()) + more
        if used > self.limits.megabytes * 1e6:
            raise QuotaError(
                f"Your files would take {used / 1e6:,.0f} MB of {self.limits.megabytes:,} MB; delete your data, or cut "
                "out smaller parts of the images."
            )

    def choose(self, **wish: object) -> None:
        """Count otherwise: minimum size, probability, area of interest."""
        with self.lock:
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
        with self.lock, self._idle:
            self._idle.wait_for(lambda: not self._readers, timeout=PATIENCE_S)
            shutil.rmtree(self.folder, ignore_errors=True)

    def changed(self) -> None:
        """The map has to be drawn anew, and shows no object."""
        self.version, self.selected = self.version + 1, None

    def layers(self, name: str | None = None) -> MapLayers:
        """The map of a pair; errors as for `Workspace.pair`."""
        pair = self.session.workspace.pair(name)
        return self._layers.setdefault(pair.id, MapLayers(self.session.workspace, pair))


class Visitors:
    """All who are here, by the keys in their cookies."""

    def __init__(self, agent: ChangeAgent, limits: Quota | None = None, settings: RunSettings = AS_IT_LIES) -> None:
        """Wait for visitors; `settings` are those that each begins with."""
        self.agent, self.limits, self.settings = agent, limits or Quota(), settings
        self.root = Path(tempfile.mkdtemp(prefix="terradelta-page-"))  # 0700, as mkdtemp makes folders
        self._all: dict[str, Visitor] = {}
        self._lock = threading.Lock()

    @staticmethod
    def new_key() -> str:
        """A key that cannot be guessed."""
        return secrets.token_urlsafe(KEY_BYTES)

    def get(self, key: str | None) -> Visitor | None:
        """Whose key this is; None where no one with it has done anything yet."""
        with self._lock:
            found = self._all.get(key or "")
            if found is not None:
                found.seen = time.monotonic()
            return found

    def enter(self, key: str) -> Visitor:
        """Whose key this is; a new visitor where there is none.

        Raises:
            BusyError: there is no room for another.
        """
        found = self.get(key)
        if found is not None:
            return found
        self.sweep()
        with self._lock:
            if key in self._all:  # entered by another request meanwhile
                return self._all[key]
            if len(self._all) >= self.limits.visitors:
                raise BusyError("Too many people are here at the moment; try again in a few minutes.")
            folder = Path(tempfile.mkdtemp(dir=self.root))
            visitor = Visitor(self.agent.session(folder, settings=self.settings), self.limits)
            visitor.session.workspace.report_to(visitor.report)
            self._all[key] = visitor
            return visitor

    def leave(self, key: str) -> None:
        """Forget a visitor, and all files."""
        with self._lock:
            gone = self._all.pop(key, None)
        if gone is not None:
            gone.wipe()

    def sweep(self) -> None:
        """Forget who has been away too long."""
        latest = time.monotonic() - self.limits.idle_s
        with self._lock:
            idle = [key for key, visitor in self._all.items() if visitor.seen < latest]
        for key in idle:
            self.leave(key)

    def close(self) -> None:
        """Forget everyone."""
        for key in list(self._all):
            self.leave(key)
        shutil.rmtree(self.root, ignore_errors=True)
