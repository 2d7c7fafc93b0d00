"""Executor on a Dask cluster, of this machine or of many. Knows neither pixels nor maps; needs the extra [dask]."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from itertools import islice
from typing import Any

from tools.errors import WorkerError
from tools.inference.executor import TASKS_PER_WORKER, Load, Lost, Result, Task, Work

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
        """Results in the order in which they are done; Dask reassigns the tasks of a killed worker."""
        from distributed import as_completed

        with self._client() as client:
            client.register_plugin(_plugin(self._load))
            remaining = iter(tasks)
            width = TASKS_PER_WORKER * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            task_of: dict[Any, Task] = {}

            def submit(count: int) -> list[Any]:
                sent = {
                    client.submit(_run_on_worker, work, t, pure=False, retries=0): t for t in islice(remaining, count)
                }
                task_of.update(sent)
                return list(sent)

            pending = as_completed(submit(width))
            suspects: list[Task] = []
            for future in pending:
                task = task_of.pop(future)
                if _killed(future):
                    suspects.append(task)
                else:
                    yield future.result()
                pending.update(submit(1))
            # Dask blames all tasks that were queued on a worker that died: each is retried alone.
            for task in suspects:
                retry = client.submit(_run_on_worker, work, task, pure=False, retries=0)
                yield _give_up(task, lost) if _killed(retry) else retry.result()

    def _client(self) -> Any:
        try:
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise WorkerError("Dask is not installed; pip install 'terradelta[dask]', or use processes.") from error
        if self.address is None:
            local = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "threads_per_worker": 1}
            return _ClientWithCluster(LocalCluster(n_workers=self.workers, **local))
        try:
            return Client(self.address, timeout=CONNECTING_S)
        except (OSError, ValueError) as error:
            raise WorkerError(
                f"No Dask scheduler answers at {self.address}; check the address, or start one."
            ) from error


def _killed(future: Any) -> bool:
    """Whether a finished task failed because its workers died."""
    from distributed import KilledWorker

    return isinstance(future.exception(), KilledWorker)


def _give_up(task: Task, lost: Lost[Task, Result] | None) -> Result:
    if lost is not None:
        return lost(task)
    raise WorkerError("A task lost its Dask worker again and again; give workers more memory.")


def _plugin(load: Load) -> Any:
    from distributed import WorkerPlugin

    class LoadPredictor(WorkerPlugin):  # type: ignore[misc]
        """Loads the network once per worker."""

        name = "terradelta-predictor"

        def setup(self, worker: Any) -> None:
            worker.terradelta_predictor = load()

    return LoadPredictor()


def _run_on_worker(work: Work[Task, Result], task: Task) -> Result:
    from distributed import get_worker

    return work(get_worker().terradelta_predictor, task)


class _ClientWithCluster:
    """A client that closes its cluster with itself.

    A local cluster removes a worker that is absent when it checks, and one that dies repeatedly may be restarting just
    then; without a worker the tasks would wait for ever.
    """

    def __init__(self, cluster: Any) -> None:
        import dask
        from distributed import Client

        self._timeout = dask.config.set({"distributed.deploy.lost-worker-timeout": "1000 days"})
        self._cluster, self._client = cluster, Client(cluster)

    def __enter__(self) -> Any:
        return self._client

    def __exit__(self, *error: object) -> None:
        self._client.close()
        self._cluster.close()
        self._timeout.__exit__(*error)  # type: ignore[no-untyped-call]
