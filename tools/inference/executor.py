"""The protocol of executors: tasks in, results out, in any order."""

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

TASKS_PER_WORKER = 4
"""Tasks per worker that are submitted at once."""

MAX_ATTEMPTS = 3
"""How often a task may lose its worker before it is given up; from the second attempt on it runs alone."""


class Executor(Protocol):
    """Runs tasks, in this process or elsewhere."""

    @property
    def ending(self) -> threading.Event | None:
        """Set when a run ends, so that work under way ends early; None where it shares no memory with its caller."""

    def run(
        self, work: Work[Task, Result], tasks: Iterable[Task], lost: Lost[Task, Result] | None = None
    ) -> Generator[Result, None, None]:
        """Results as they complete; an exception of the work ends the run.

        Args:
            work: what to do with a task.
            tasks: taken as they are needed.
            lost: the result of a task whose worker dies again and again; None: such a task ends the run.

        Raises:
            WorkerError: workers die, or none can be reached.
        """
