"""Who is on the page: each browser is one visitor with a conversation and a folder of its own, known by a key.

Nothing of one visitor can be reached with the key of another; who stays away is forgotten, files and all.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from agent import ChangeAgent
from tools.workspace.run_settings import AS_IT_LIES, RunSettings
from ui.errors import BusyError
from ui.page.visiting.turns import Turns
from ui.page.visiting.visitor import Quota, Visitor
from ui.page.visiting.visitor_folders import VisitorFolders

ABSENT_S = 60.0
"""After which who closed the page in the middle of work is believed to have gone."""


class Visitors:
    """All who are here, by the keys in their cookies."""

    def __init__(self, agent: ChangeAgent, limits: Quota | None = None, settings: RunSettings = AS_IT_LIES) -> None:
        """Wait for visitors; `settings` are those that each begins with."""
        self.agent, self.limits, self.settings = agent, limits or Quota(), settings
        self.turns, self.folders = Turns(), VisitorFolders()
        self._all: dict[str, Visitor] = {}
        self._lock = threading.Lock()

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
                self._make_room()
            folder = Path(tempfile.mkdtemp(dir=self.root))
            visitor = Visitor(self.agent.session(folder, settings=self.settings), self.limits, self.turns)
            visitor.session.workspace.report_to(visitor.report)
            self._all[key] = visitor
            return visitor

    def _make_room(self) -> None:
        """Forget who has nothing here, the one longest away: keys without images shut nobody out."""
        empty = [
            key for key, one in self._all.items() if not (one.session.workspace.pairs or one.waiting or one.asking)
        ]
        if not empty:
            raise BusyError("Too many people are here at the moment; try again in a few minutes.")
        self._all.pop(min(empty, key=lambda key: self._all[key].seen)).wipe()

    @property
    def root(self) -> Path:
        """Where all folders of visitors lie."""
        return self.folders.root

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

    def stop_absent(self, is_connected: Callable[[str], bool]) -> None:
        """End the work of who has closed the page, when a lost connection would have come back by now."""
        latest = time.monotonic() - ABSENT_S
        with self._lock:
            working = [(key, one) for key, one in self._all.items() if one.is_working and one.seen < latest]
        for key, visitor in working:
            if not is_connected(key):
                visitor.stop()

    def close(self) -> None:
        """Forget everyone."""
        for key in list(self._all):
            self.leave(key)
        self.folders.close()
