"""A pytest plugin: tests marked `serial` run alone, though pytest-xdist's other workers have tests of their own."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

TURN, FLOOR = "turn.lock", "floor.lock"
"""All tests share the floor, a serial one has it to itself; who waits for it holds the turn, so that none slips in."""


@contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[None]:
    """Hold a lock between processes; children that a test forks do not inherit it."""
    import fcntl  # not on Windows, where one process runs all tests

    with path.open("a+", encoding="utf-8") as file:
        fcntl.lockf(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Wait for the floor before the clock of pytest-timeout starts."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return (yield)
    folder = Path(item.config.getoption("basetemp")).parent  # each worker has its own below it
    alone = item.get_closest_marker("serial") is not None
    with ExitStack() as floor:
        with locked(folder / TURN):
            floor.enter_context(locked(folder / FLOOR, shared=not alone))
        return (yield)
