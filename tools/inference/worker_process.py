"""Inside a worker process: eyes are loaded once, and it ends at once when it is told to, or when its parent is gone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor

Task = TypeVar("Task")
Result = TypeVar("Result")

GRACE = 2.0
"""Seconds that are left for clearing away half-written files once the parent is gone."""

_eyes: list[ChangePredictor] = []
_ended = threading.Event()


def begin(load: Callable[[], ChangePredictor], threads: int) -> None:
    """Make this process a worker.

    Args:
        load: loads the network.
        threads: how many of the cores are its own.
    """
    import torch

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    threading.Thread(target=_follow_parent, daemon=True).start()
    torch.set_num_threads(threads)
    _eyes[:] = [load()]


def do(work: Callable[[ChangePredictor, Task], Result], task: Task) -> Result:
    """Work on a task with this process's eyes."""
    if _ended.is_set():
        raise InterruptedError("the run has ended")
    return work(_eyes[0], task)


def _end(*_: Any) -> None:
    """Leave what is under way, so that half-written files are cleared; the pool catches this, and `do` the rest."""
    if not _ended.is_set():  # a second signal must not cut short what the first one clears away
        _ended.set()
        raise SystemExit(1)


def _follow_parent() -> None:
    """A parent that was killed cannot say that it is over."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        # To this thread alone: a signal to the process might wake another one, and this one goes on waiting for work.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)  # the queues lead nowhere any more, and waiting on them has no end
