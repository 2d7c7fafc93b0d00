"""Executors: this process, several processes, or a Dask cluster. Knows neither pixels nor maps.

The work is a function of (predictor, task); the predictor is loaded once per worker. Few tasks are submitted at a time,
so that a million of them never wait in memory, and results come in any order.
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

from tools.errors import WorkerError
from tools.inference import worker_process
from tools.inference.executor import MAX_ATTEMPTS, TASKS_PER_WORKER, Executor, Load, Lost, Result, Task, Work


class SerialExecutor:
    """Works in this process: two tasks at a time, so that one is read or written while the network runs."""

    def __init__(self, load: Load, tasks_at_once: int = 2) -> None:
        self._load, self._width, self.ending = load, tasks_at_once, threading.Event()

    def run(
        self,
        work: Work[Task, Result],
        tasks: Iterable[Task],
        lost: Lost[Task, Result] | None = None,  # noqa: ARG002 - a lost task would mean that this process has died
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
    pending: dict[Future[Result], Task],
) -> Iterator[Result]:
    """Results, with `width` tasks submitted at once; they stay in `pending` until they are done."""
    remaining = iter(tasks)
    try:
        while True:
            for task in islice(remaining, width - len(pending)):
                pending[pool.submit(work, task)] = task
            if not pending:
                return
            for future in wait(pending, return_when=FIRST_COMPLETED)[0]:
                result = future.result()
                del pending[future]
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
        """Results in the order in which they are done; tasks of a killed process are retried alone."""
        remaining = iter(tasks)
        while True:
            pending: dict[Future[Result], Task] = {}
            try:
                yield from self._wave(work, remaining, self.workers, TASKS_PER_WORKER * self.workers, pending)
            except BrokenProcessPool:
                yield from self._one_by_one(work, deque(pending.values()), lost)
            else:
                return

    def _one_by_one(
        self, work: Work[Task, Result], suspects: deque[Task], lost: Lost[Task, Result] | None
    ) -> Iterator[Result]:
        """Run tasks one at a time of which one has killed its worker, so that no other task is lost with it."""
        failures = 1
        while suspects:
            try:
                for result in self._wave(work, list(suspects), 1, 1, {}):
                    suspects.popleft()
                    failures = 1
                    yield result
            except BrokenProcessPool:
                failures += 1
                if failures == MAX_ATTEMPTS:
                    yield _give_up(suspects.popleft(), lost)
                    failures = 1

    def _wave(
        self,
        work: Work[Task, Result],
        tasks: Iterable[Task],
        workers: int,
        width: int,
        pending: dict[Future[Result], Task],
    ) -> Iterator[Result]:
        threads = max(1, (os.cpu_count() or 1) // workers)
        spawn, others = multiprocessing.get_context("spawn"), set(multiprocessing.active_children())
        with ProcessPoolExecutor(workers, spawn, worker_process.start_worker, (self._load, threads)) as pool:
            try:
                yield from _wave(pool, partial(worker_process.run_task, work), tasks, width, pending)
            except (GeneratorExit, KeyboardInterrupt):
                # Nobody waits for these results: end the processes now, not after their tasks.
                for child in set(multiprocessing.active_children()) - others:
                    child.terminate()
                raise


def _give_up(task: Task, lost: Lost[Task, Result] | None) -> Result:
    if lost is not None:
        return lost(task)
    raise WorkerError(
        f"A worker process died {MAX_ATTEMPTS} times over the same piece of work, perhaps for want of memory or over a "
        "damaged file; free memory, or look at the images with another program."
    )


def choose_executor(
    name: str, weights: Path | None, workers: int, scheduler: str | None = None, backend: str | None = None
) -> Executor:
    """`serial`, `processes` or `dask`, whose workers load these weights and compute as this process would.

    Args:
        name: of the executor.
        weights: None: the embedded ones.
        workers: how many processes.
        scheduler: address of a Dask scheduler; None: a cluster on this machine.
        backend: what computes the network, as for `load_predictor`; workers are told what it is here.

    Raises:
        WeightsError, BackendError: weights or backend cannot be used.
    """
    from mci_model.inference.backends.backend import told
    from mci_model.inference.predictor import load_predictor
    from tools.inference.dask_executor import DaskExecutor

    if name == "serial":
        here = partial(load_predictor, weights, backend=backend)
        return SerialExecutor(here, tasks_at_once=1)  # whole pairs, within which parts overlap already
    load = partial(load_predictor, weights, **told(load_predictor(weights, backend=backend).backend))
    return ProcessExecutor(load, workers) if name == "processes" else DaskExecutor(load, scheduler, workers)
