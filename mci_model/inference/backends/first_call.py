"""Libraries whose first call in a process has to be alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class FirstCall:
    """Holds calls back until one of them has ended; from then on they run side by side."""

    def __init__(self) -> None:
        """Nothing has been called yet."""
        self._alone, self._over = threading.Lock(), threading.Event()

    def run(self, call: Callable[[], Result]) -> Result:
        """The result of a call, alone where none has ended yet; one that fails is no first one."""
        if self._over.is_set():
            return call()
        with self._alone:
            result = call()
        self._over.set()
        return result
