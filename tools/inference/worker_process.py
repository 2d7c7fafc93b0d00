"""A worker process: the predictor is loaded once; it stops at once on a signal, or when its parent process is gone."""

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

CLEANUP_S = 2.0
"""Seconds for removing half-written files once the parent is gone."""

_predictor: list[ChangePredictor] = []
_ended = threading.Event()


def start_worker(load: Callable[[], ChangePredictor], threads: int) -> None:
    """Make this process a worker.

    Args:
        load: loads the network.
        threads: number of threads of torch.
    """
    import torch

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    threading.Thread(target=_follow_parent, daemon=True).start()
    torch.set_num_threads(threads)
    _predictor[:] = [load()]


def run_task(work: Callable[[ChangePredictor, Task], Result], task: Task) -> Result:
    """Work on a task with this process's predictor."""
    if _ended.is_set():
        raise InterruptedError("the run has ended")
    return work(_predictor[0], task)


def _interrupt(*_: Any) -> None:
    """Abort the current task, so that half-written files are removed; the pool catches this, `run_task` later tasks."""
    if not _ended.is_set():  # a second signal must not interrupt the cleanup of the first
        _ended.set()
        raise SystemExit(1)


def _follow_parent() -> None:
    """End this process when its parent ends, since a killed parent sends no signal."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        # To this thread alone: a signal to the process might wake another one, and this one goes on waiting for work.
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        time.sleep(CLEANUP_S)
        os._exit(1)  # the queues lead nowhere any more, and waiting on them has no end
