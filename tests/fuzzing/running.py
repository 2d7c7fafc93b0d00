"""Runs inputs in processes of their own, each with limits of time and memory, and gathers what went wrong."""

from __future__ import annotations

import multiprocessing
import os
import resource
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection, wait
from pathlib import Path
from pkgutil import iter_modules

SECONDS = 20.0
"""An input that takes longer hangs: of the processor's time, so that a busy machine makes no findings."""
WAITING = 6
"""How many times as long by the clock an input may take that does not use the processor."""
STARTING_S = 120.0
"""Seconds more for the first input of a process, which imports everything."""
MEGABYTES = 4096
"""Address space that a process may take beyond what it has when it begins."""
INPUTS_PER_PROCESS = 2000
"""After so many a process is replaced, so that what libraries keep does not add up."""
NO_KINDS = ("__main__", "mutations", "running")
CONTEXT = multiprocessing.get_context("spawn")

Input = tuple[str, int]
"""A kind and the seed of one input."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one input did to the product, where it was not refused or read."""

    kind: str
    seed: int
    what: str
    """The uncaught error and where it was raised, a hang, or the death of the process."""
    text: str = ""


def kinds() -> tuple[str, ...]:
    """Every kind of input: the modules of this folder that mutate one."""
    names = (module.name for module in iter_modules([str(Path(__file__).parent)]))
    return tuple(sorted(name for name in names if name not in NO_KINDS and not name.startswith("test_")))


def attempted(kind: str, seed: int) -> Finding | None:
    """Mutate and attempt one input in this process; None where it was read or refused with one of our own errors."""
    module = import_module(f"tests.fuzzing.{kind}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = module.mutated(seed, Path(folder))
        try:
            module.attempt(path)
        except Exception as error:  # noqa: BLE001 - whatever comes through is what is looked for
            return Finding(kind, seed, f"{type(error).__name__} at {_place(error)}", " ".join(str(error)[:200].split()))
    return None


def _place(error: BaseException) -> str:
    """The last line of ours that an error came through."""
    root = str(Path(__file__).parents[2])
    lines = [line for line in traceback.extract_tb(error.__traceback__) if line.filename.startswith(root)]
    return f"{os.path.relpath(lines[-1].filename, root)}:{lines[-1].lineno}" if lines else "?"


def fuzz(
    inputs: Iterable[Input], workers: int, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Iterator[Finding]:
    """Attempt every input in one of several processes; a process that hangs or dies is replaced."""
    with tempfile.TemporaryDirectory(prefix="fuzzing-", ignore_cleanup_errors=True) as folder:
        waiting, team = iter(inputs), [_Worker(folder, megabytes, seconds) for _ in range(workers)]
        try:
            for worker in team:
                worker.give(next(waiting, None))
            while busy := [worker for worker in team if worker.given is not None]:
                wait([worker.line for worker in busy], timeout=0.5)
                for worker in busy:
                    if worker.is_done():
                        if (finding := worker.result()) is not None:
                            yield finding
                        worker.give(next(waiting, None))
        finally:
            for worker in team:
                worker.end()


class _Worker:
    """A process that attempts one input after the other."""

    def __init__(self, folder: str, megabytes: int, seconds: float) -> None:
        self._folder, self._megabytes, self._seconds = folder, megabytes, seconds
        self.given: Input | None = None
        self._begin()

    def _begin(self) -> None:
        self.line, theirs = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=_work, args=(theirs, self._folder, self._megabytes), daemon=True)
        self._process.start()
        theirs.close()
        self._worked = 0

    def give(self, given: Input | None) -> None:
        """Hand out the next input; None: there is no more."""
        if self._worked >= INPUTS_PER_PROCESS:
            self.end()
            self._begin()
        self.given, self._since, self._used_before = given, time.monotonic(), self._used()
        if given is not None:
            self._worked += 1
            self.line.send(given)

    def is_done(self) -> bool:
        """Whether the input was attempted, or never will be."""
        patience = self._seconds + (STARTING_S if self._worked == 1 else 0)
        waited, worked = time.monotonic() - self._since, self._used() - self._used_before
        return self.line.poll() or worked > patience or waited > WAITING * patience

    def _used(self) -> float:
        """Seconds of the processor that the process has used; 0 where it has died."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def result(self) -> Finding | None:
        """What was found; a process that gives no answer is replaced."""
        assert self.given is not None
        try:
            if self.line.poll():
                finding: Finding | None = self.line.recv()
                return finding
            what = f"hang of more than {self._seconds:g} s"
        except (EOFError, ConnectionError):
            self._process.join()
            what = f"death of the process ({self._process.exitcode})"
        self.end()
        self._begin()
        return Finding(*self.given, what)

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self.line.close()


def _work(line: Connection, folder: str, megabytes: int) -> None:
    """Attempt what is given until the other side is gone."""
    tempfile.tempdir = folder
    silent = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):  # GDAL and others print what is wrong with a file
        os.dup2(silent, stream)
    limited = False
    while True:
        try:
            kind, seed = line.recv()
        except EOFError:
            return
        import_module(f"tests.fuzzing.{kind}")
        if not limited:
            _limit(megabytes)
            limited = True
        line.send(attempted(kind, seed))


def _limit(megabytes: int) -> None:
    """Limit the address space to what is taken now and so much more."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
