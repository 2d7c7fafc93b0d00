"""Who does the work: this process, several processes, or a Dask cluster. Knows neither pixels nor maps.

A piece of work is a function of (eyes, task); eyes are loaded once a worker. Tasks go out in waves, so that a million
of them never wait in memory, and results come back in no order.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures import Executor as Pool
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tools.errors import WorkerError

if TYPE_CHECKING:
    from mci_model import Predictor

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[["Predictor", Task], Result]
Load = Callable[[], "Predictor"]

WAVE = 4
"""Tasks a worker that are on their way at once."""
TRIES = 3
"""How often a task may lose its worker before the work is given up."""


class Executor(Protocol):
    """Does work on tasks, somewhere."""

    @property
    def ending(self) -> threading.Event | None:
        """Set when a run ends, so that work under way ends early; None where it shares no memory with its caller."""

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Generator[Result, None, None]:
        """The results, each when it is there.

        Raises:
            WorkerError: workers die, or none can be reached.
        """


class SerialExecutor:
    """Works in this process: two tasks at a time, so that files are read and written for one while another is seen."""

    def __init__(self, load: Load) -> None:
        self._load, self.ending = load, threading.Event()

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Generator[Result, None, None]:
        """Results in the order in which they are done."""
        self.ending.clear()
        pool = ThreadPoolExecutor(2)
        try:
            for _, result in _wave(pool, partial(work, self._load()), tasks, 2):
                yield result
        finally:
            self.ending.set()
            pool.shutdown(wait=True)


def _wave(
    pool: Pool, work: Callable[[Task], Result], tasks: Iterable[Task], width: int
) -> Iterator[tuple[Task, Result]]:
    """Tasks with their results, `width` of them on their way at once; what has not begun is dropped at an error."""
    waiting = iter(tasks)
    coming: dict[Future[Result], Task] = {}
    try:
        while True:
            for task in islice(waiting, width - len(coming)):
                coming[pool.submit(work, task)] = task
            if not coming:
                return
            ready: set[Future[Result]] = wait(coming, return_when=FIRST_COMPLETED)[0]
            for future in ready:
                yield coming.pop(future), future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class ProcessExecutor:
    """Works in several processes of this machine."""

    ending = None

    def __init__(self, load: Load, workers: int) -> None:
        """Use `workers` processes, which share the cores; `load` must be picklable."""
        self._load, self.workers = load, workers

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Generator[Result, None, None]:
        """Results in the order in which they are done; what a killed process had begun is begun anew."""
        left, lost = list(tasks), 0
        while left:
            done: list[Task] = []
            try:
                for task, result in self._wave(work, left):
                    done.append(task)
                    yield result
            except BrokenProcessPool as error:
                lost += 1
                if lost == TRIES:
                    raise WorkerError(
                        f"Worker processes died {TRIES} times, perhaps for want of memory; use fewer workers."
                    ) from error
            left = [task for task in left if not any(task is other for other in done)]

    def _wave(self, work: Work[Task, Result], tasks: list[Task]) -> Iterator[tuple[Task, Result]]:
        threads = max(1, (os.cpu_count() or 1) // self.workers)
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.workers, spawn, _begin, (self._load, threads)) as pool:
            yield from _wave(pool, partial(_do, work), tasks, WAVE * self.workers)


_eyes: list[Predictor] = []
"""Of a worker process."""


def _begin(load: Load, threads: int) -> None:
    import torch

    torch.set_num_threads(threads)
    _eyes[:] = [load()]


def _do(work: Work[Task, Result], task: Task) -> Result:
    return work(_eyes[0], task)


class DaskExecutor:
    """Works on a Dask cluster, whose workers must see the same files; without an address, on one of this machine."""

    ending = None

    def __init__(self, load: Load, address: str | None = None, workers: int = 2) -> None:
        self._load, self.address, self.workers = load, address, workers

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Generator[Result, None, None]:
        """Results in the order in which they are done; Dask gives what a killed worker had begun to another one."""
        from distributed import as_completed

        with self._client() as client:
            client.register_plugin(_plugin(self._load))
            waiting = iter(tasks)
            width = WAVE * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            coming = as_completed(self._submit(client, work, islice(waiting, width)))
            for future in coming:
                yield self._result(future)
                coming.update(self._submit(client, work, islice(waiting, 1)))

    def _submit(self, client: Any, work: Work[Task, Result], tasks: Iterable[Task]) -> list[Any]:
        return [client.submit(_do_on_worker, work, task, pure=False, retries=0) for task in tasks]

    def _result(self, future: Any) -> Any:
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker as error:
            raise WorkerError(
                f"A task lost its Dask worker again and again ({error}); give workers more memory."
            ) from error

    def _client(self) -> Any:
        try:
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise WorkerError("Dask is not installed; pip install 'terradelta[dask]', or use processes.") from error
        if self.address is None:
            local = {"host": "127.0.0.1", "dashboard_address": None, "threads_per_worker": 1}
            return _ClientWithCluster(LocalCluster(n_workers=self.workers, **local))
        try:
            return Client(self.address, timeout="10s")
        except (OSError, ValueError) as error:
            raise WorkerError(
                f"No Dask scheduler answers at {self.address}; check the address, or start one."
            ) from error


def choose_executor(name: str, weights: Path | None, workers: int, scheduler: str | None = None) -> Executor:
    """`processes` or `dask`, whose workers load these weights (None: the embedded ones)."""
    from mci_model.predictor import load_predictor

    load = partial(load_predictor, weights)
    return ProcessExecutor(load, workers) if name == "processes" else DaskExecutor(load, scheduler, workers)


def _plugin(load: Load) -> Any:
    from distributed import WorkerPlugin

    class Eyes(WorkerPlugin):  # type: ignore[misc]
        """Loads the network once a worker."""

        name = "terradelta-eyes"

        def setup(self, worker: Any) -> None:
            worker.terradelta_eyes = load()

    return Eyes()


def _do_on_worker(work: Work[Task, Result], task: Task) -> Result:
    from distributed import get_worker

    return work(get_worker().terradelta_eyes, task)


class _ClientWithCluster:
    """A client that takes its cluster with it."""

    def __init__(self, cluster: Any) -> None:
        from distributed import Client

        self._cluster, self._client = cluster, Client(cluster)

    def __enter__(self) -> Any:
        return self._client

    def __exit__(self, *error: object) -> None:
        self._client.close()
        self._cluster.close()
