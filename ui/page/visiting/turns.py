"""Whose question is worked on: one at a time, in the order of asking, and between two parts the next one's turn.

So a visitor with a large pair holds the others up for one part, not for the whole of it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ui.errors import StoppedError

LOOK_S = 0.2
"""How often someone who waits looks whether it was stopped."""


class Turns:
    """A queue of threads, of which the first works."""

    def __init__(self) -> None:
        self._queue: deque[int] = deque()
        self._changed = threading.Condition()

    @contextmanager
    def taken(self, stopping: threading.Event, on_wait: Callable[[int], None]) -> Iterator[None]:
        """Work within, from when it is this thread's turn.

        Args:
            stopping: set by who wants it no more.
            on_wait: called with the number of those who are ahead, whenever that changes.

        Raises:
            StoppedError: it was stopped before its turn came.
        """
        self._wait(stopping, on_wait)
        try:
            yield
        finally:
            self._leave()

    def pass_on(self, stopping: threading.Event) -> None:
        """Let those who wait work first, then go on; only for who has the turn.

        Raises:
            StoppedError: it was stopped meanwhile; the turn is over.
        """
        with self._changed:
            if len(self._queue) < 2 or self._queue[0] != threading.get_ident():
                return
            self._queue.rotate(-1)
            self._changed.notify_all()
        self._until_first(stopping, lambda _: None)

    def _wait(self, stopping: threading.Event, on_wait: Callable[[int], None]) -> None:
        with self._changed:
            self._queue.append(threading.get_ident())
        try:
            self._until_first(stopping, on_wait)
        except StoppedError:
            self._leave()
            raise

    def _until_first(self, stopping: threading.Event, on_wait: Callable[[int], None]) -> None:
        told, me = 0, threading.get_ident()
        while True:
            with self._changed:
                ahead = self._queue.index(me)
                if not ahead:
                    return
                if ahead == told:
                    self._changed.wait(LOOK_S)
            if stopping.is_set():
                raise StoppedError("Stopped; what was looked at is kept.")
            if ahead != told:
                on_wait(ahead)
                told = ahead

    def _leave(self) -> None:
        with self._changed:
            if threading.get_ident() in self._queue:
                self._queue.remove(threading.get_ident())
            self._changed.notify_all()
