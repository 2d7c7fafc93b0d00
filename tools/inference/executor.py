"""What an executor is: tasks in, results out, in waves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable
from typing import Protocol, TypeVar

from mci_model.change_predictor import ChangePredictor

Task = TypeVar("Task")

Result = TypeVar("Result")

Work = Callable[[ChangePredictor, Task], Result]

Load = Callable[[], ChangePredictor]

Lost = Callable[[Task], Result]

WAVE = 4
"""Tasks a worker that are on their way at once."""

TRIES = 3
"""How often a task may lose its worker, the last times with no other beside it, before it is given up."""


class Executor(Protocol):
    """Does work on tasks, somewhere."""

    @property
    def ending(self) -> threading.Event | None:
        """Set when a run ends, so that work under way ends early; None where it shares no memory with its caller."""

    def run(
        self, work: Work[Task, Result], tasks: Iterable[Task], lost: Lost[Task, Result] | None = None
    ) -> Generator[Result, None, None]:
        """The results, each when it is there; what the work raises ends the run.

        Args:
            work: what to do with a task.
            tasks: taken as they are needed.
            lost: the result of a task whose worker dies again and again; None: such a task ends the run.

        Raises:
            WorkerError: workers die, or none can be reached.
        """
