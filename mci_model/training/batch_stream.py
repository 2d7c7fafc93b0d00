"""Batches in the order of their steps, drawn ahead of them by a thread or by worker processes. Knows no network."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import torch
from torch.utils.data import DataLoader, Dataset

from mci_model.errors import DatasetError, TrainingError
from mci_model.training import samples
from mci_model.training.samples import Batch, BatchSource

AHEAD = 2
"""Batches that each worker draws ahead."""


def stream(source: BatchSource, first: int, last: int, workers: int = 1, *, pinned: bool = False) -> Iterator[Batch]:
    """The batches of steps `first` to `last` - 1, the same for any number of workers.

    Args:
        source: asked for one batch a step; with several workers, each has a copy.
        first: step to begin with.
        last: step before which to end.
        workers: 1: a thread of this process; more: so many processes, which hand over tensors in shared memory.
        pinned: whether batches of processes go into memory from which a GPU copies while it computes.

    Raises:
        DatasetError: the data cannot be used.
        TrainingError: a worker process was killed.
    """
    return _by_thread(source, first, last) if workers <= 1 else _by_processes(source, first, last, workers, pinned)


def _by_thread(source: BatchSource, first: int, last: int) -> Iterator[Batch]:
    with ThreadPoolExecutor(1) as worker:
        upcoming = worker.submit(source.batch, first)
        for step in range(first, last):
            batch = upcoming.result()
            if step + 1 < last:
                upcoming = worker.submit(source.batch, step + 1)
            yield batch


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a worker hands over: a batch, or why there is none, and the broken pairs that it has met."""

    batch: Batch | None
    skipped: dict[str, str]
    error: str = ""

    def pin_memory(self) -> Drawn:
        """The same, its tensors in pinned memory; the loader calls it by this name."""
        return self if self.batch is None else Drawn(self.batch.pinned(), self.skipped)


class _Steps(Dataset[Drawn]):
    """The batch of each step. An error travels as its sentence: the loader would wrap it into a traceback."""

    def __init__(self, source: BatchSource) -> None:
        self.source = source

    def __getitem__(self, step: int) -> Drawn:
        try:
            return Drawn(self.source.batch(step), dict(self.source.skipped))
        except DatasetError as error:
            return Drawn(None, dict(self.source.skipped), str(error))


def _by_processes(source: BatchSource, first: int, last: int, workers: int, pinned: bool) -> Iterator[Batch]:  # noqa: FBT001
    loader = DataLoader(
        _Steps(source),
        batch_size=None,
        sampler=range(first, last),
        num_workers=workers,
        prefetch_factor=AHEAD,
        pin_memory=pinned,
        worker_init_fn=_begin_work,
        # Fresh processes: one that is forked beside running threads may wait for ever.
        multiprocessing_context="spawn",
        # Of its own, so that the network's dropout draws the same numbers as without workers.
        generator=torch.Generator(),
    )
    for drawn in _guarded(loader, workers):
        source.note_skipped(drawn.skipped)
        if drawn.batch is None:
            raise DatasetError(drawn.error)
        yield drawn.batch


def _guarded(loader: DataLoader[Drawn], workers: int) -> Iterator[Drawn]:
    try:
        yield from loader
    except RuntimeError as error:
        raise TrainingError(
            f"One of the {workers} processes that draw batches has ended ({error}); each needs memory of its own, so"
            " give a smaller --workers. The same command goes on from the last checkpoint."
        ) from error


def _begin_work(number: int) -> None:  # noqa: ARG001 - the loader gives it
    """One thread a worker; what it skips is told by the process that trains."""
    cv2.setNumThreads(1)
    logging.getLogger(samples.__name__).disabled = True
