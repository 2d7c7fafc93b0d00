"""Work on a Dask cluster, of this machine or of many. Knows neither pixels nor maps; needs the extra [dask]."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from itertools import islice
from typing import Any

from tools.errors import WorkerError
from tools.inference.executor import WAVE, Load, Lost, Result, Task, Work

CONNECTING_S = 10.0
"""Seconds in which a scheduler must answer."""


class DaskExecutor:
    """Works on a Dask cluster, whose workers must see the same files; without an address, on one of this machine."""

    ending = None

    def __init__(self, load: Load, address: str | None = None, workers: int = 2) -> None:
        self._load, self.address, self.workers = load, address, workers

    def run(
        self, work: Work[Task, Result], tasks: Iterable[Task], lost: Lost[Task, Result] | None = None
    ) -> Generator[Result, None, None]:
        """Results in the order in which they are done; Dask gives what a killed worker had begun to another one."""
        from distributed import as_completed

        with self._client() as client:
            client.register_plugin(_plugin(self._load))
            waiting = iter(tasks)
            width = WAVE * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            task_of: dict[Any, Task] = {}

            def submit(count: int) -> list[Any]:
                sent = {client.submit(_do_on_worker, work, t, pure=False, retries=0): t for t in islice(waiting, count)}
                task_of.update(sent)
                return list(sent)

            coming = as_completed(submit(width))
            doubtful: list[Task] = []
            for future in coming:
                task = task_of.pop(future)
                if _killed(future):
                    doubtful.append(task)
                else:
                    yield future.result()
                coming.update(submit(1))
            # Dask blames all that waited on a worker that died: each gets another try, with no other beside it.
            for task in doubtful:
                alone = client.submit(_do_on_worker, work, task, pure=False, retries=0)
                yield _given_up(task, lost) if _killed(alone) else alone.result()

    def _client(self) -> Any:
        try:
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise WorkerError("Dask is not installed; pip install 'terradelta[dask]', or use processes.") from error
        if self.address is None:
            local = {"host": "127.0.0.1", "dashboard_address": None, "threads_per_worker": 1}
            return _ClientWithCluster(LocalCluster(n_workers=self.workers, **local))
        try:
            return Client(self.address, timeout=CONNECTING_S)
        except (OSError, ValueError) as error:
            raise WorkerError(
                f"No Dask scheduler answers at {self.address}; check the address, or start one."
            ) from error


def _killed(future: Any) -> bool:
    """Whether a task, when it is done, has lost worker after worker."""
    from distributed import KilledWorker

    return isinstance(future.exception(), KilledWorker)


def _given_up(task: Task, lost: Lost[Task, Result] | None) -> Result:
    if lost is not None:
        return lost(task)
    raise WorkerError("A task lost its Dask worker again and again; give workers more memory.")


def _plugin(load: Load) -> Any:
    from distributed import WorkerPlugin

    class LoadPredictor(WorkerPlugin):  # type: ignore[misc]
        """Loads the network once a worker."""

        name = "terradelta-eyes"

        def setup(self, worker: Any) -> None:
            worker.terradelta_eyes = load()

    return LoadPredictor()


def _do_on_worker(work: Work[Task, Result], task: Task) -> Result:
    from distributed import get_worker

    return work(get_worker().terradelta_eyes, task)


class _ClientWithCluster:
    """A client that takes its cluster with it.

    A local cluster gives up a worker that is away at the moment it looks, and one that dies again and again may be on
    its way back just then; with no worker left, the work would wait for ever.
    """

    def __init__(self, cluster: Any) -> None:
        import dask
        from distributed import Client

        self._patience = dask.config.set({"distributed.deploy.lost-worker-timeout": "1000 days"})
        self._cluster, self._client = cluster, Client(cluster)

    def __enter__(self) -> Any:
        return self._client

    def __exit__(self, *error: object) -> None:
        self._client.close()
        self._cluster.close()
        self._patience.__exit__(*error)  # type: ignore[no-untyped-call]
