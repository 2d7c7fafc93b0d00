"""Who does the work: this process, several processes, or a Dask cluster. Knows neither pixels nor maps.

A piece of work is a function of (eyes, task); eyes are loaded once a worker. Tasks go out in waves, so that a million
of them never wait in memory, and results come back in no order.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures import Executor as Pool
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tools.errors import WorkerError
from tools.inference import worker_process
from tools.inference.executor import TRIES, WAVE, Executor, Load, Lost, Result, Task, Work

if TYPE_CHECKING:
    pass


class SerialExecutor:
    """Works in this process: two tasks at a time, so that files are read and written for one while another is seen."""

    def __init__(self, load: Load, tasks_at_once: int = 2) -> None:
        self._load, self._width, self.ending = load, tasks_at_once, threading.Event()

    def run(
        self,
        work: Work[Task, Result],
        tasks: Iterable[Task],
        lost: Lost[Task, Result] | None = None,  # noqa: ARG002 - nothing is lost without losing this process
    ) -> Generator[Result, None, None]:
        """Results in the order in which they are done."""
        self.ending.clear()
        pool = ThreadPoolExecutor(self._width)
        try:
            yield from _wave(pool, partial(work, self._load()), tasks, self._width, {})
        finally:
            self.ending.set()
            pool.shutdown(wait=True)


def _wave(
    pool: Pool,
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    width: int,
    coming: dict[Future[Result], Task],
) -> Iterator[Result]:
    """Results, `width` tasks on their way at once; they stay in `coming` until they are done."""
    waiting = iter(tasks)
    try:
        while True:
            for task in islice(waiting, width - len(coming)):
                coming[pool.submit(work, task)] = task
            if not coming:
                return
            for future in wait(coming, return_when=FIRST_COMPLETED)[0]:
                result = future.result()
                del coming[future]
                yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class ProcessExecutor:
    """Works in several processes of this machine."""

    ending = None

    def __init__(self, load: Load, workers: int) -> None:
        """Use `workers` processes, which share the cores; `load` must be picklable."""
        self._load, self.workers = load, workers

    def run(
        self, work: Work[Task, Result], tasks: Iterable[Task], lost: Lost[Task, Result] | None = None
    ) -> Generator[Result, None, None]:
        """Results in the order in which they are done; what a killed process had begun is begun anew, each alone."""
        waiting = iter(tasks)
        while True:
            coming: dict[Future[Result], Task] = {}
            try:
                yield from self._wave(work, waiting, self.workers, WAVE * self.workers, coming)
            except BrokenProcessPool:
                yield from self._one_by_one(work, deque(coming.values()), lost)
            else:
                return

    def _one_by_one(
        self, work: Work[Task, Result], suspects: deque[Task], lost: Lost[Task, Result] | None
    ) -> Iterator[Result]:
        """Tasks of which one has killed its worker, with no other beside it that could be taken along."""
        deaths = 1
        while suspects:
            try:
                for result in self._wave(work, list(suspects), 1, 1, {}):
                    suspects.popleft()
                    deaths = 1
                    yield result
            except BrokenProcessPool:
                deaths += 1
                if deaths == TRIES:
                    yield _given_up(suspects.popleft(), lost)
                    deaths = 1

    def _wave(
        self,
        work: Work[Task, Result],
        tasks: Iterable[Task],
        workers: int,
        width: int,
        coming: dict[Future[Result], Task],
    ) -> Iterator[Result]:
        threads = max(1, (os.cpu_count() or 1) // workers)
        spawn, others = multiprocessing.get_context("spawn"), set(multiprocessing.active_children())
        with ProcessPoolExecutor(workers, spawn, worker_process.begin, (self._load, threads)) as pool:
            try:
                yield from _wave(pool, partial(worker_process.do, work), tasks, width, coming)
            except (GeneratorExit, KeyboardInterrupt):
                # Nobody waits for what is under way: end it now, not at the end of its tasks.
                for child in set(multiprocessing.active_children()) - others:
                    child.terminate()
                raise


def _given_up(task: Task, lost: Lost[Task, Result] | None) -> Result:
    if lost is not None:
        return lost(task)
    raise WorkerError(
        f"A worker process died {TRIES} times over the same piece of work, perhaps for want of memory or over a "
        "damaged file; free memory, or look at the images with another program."
    )


def choose_executor(name: str, weights: Path | None, workers: int, scheduler: str | None = None) -> Executor:
    """`serial`, `processes` or `dask`, whose workers load these weights (None: the embedded ones)."""
    from mci_model.inference.predictor import load_predictor
    from tools.inference.dask_executor import DaskExecutor

    load = partial(load_predictor, weights)
    if name == "serial":
        return SerialExecutor(load, tasks_at_once=1)  # whole pairs, within which parts overlap already
    return ProcessExecutor(load, workers) if name == "processes" else DaskExecutor(load, scheduler, workers)
