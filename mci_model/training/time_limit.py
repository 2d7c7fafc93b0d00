"""The clock of a training that has so many minutes: how far it is, and when it must stop so as to write its weights."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

MARGIN_S = 5.0
"""Kept back for what is not measured: the start of Python, the end of worker processes."""
STEPS_REMEMBERED = 50
WRITES_AT_THE_END = 2
"""A checkpoint, and the weights, which take no longer."""
CHECKPOINT_SHARE = 0.75
"""Of a minute: with a step and the write itself, no more than a minute lies between two checkpoints."""


class TimeLimit:
    """Time of one training over all its starts, the last step and the writing of weights included."""

    def __init__(self, minutes: float, spent_s: float = 0.0, now: Callable[[], float] = time.monotonic) -> None:
        """Start the clock.

        Args:
            minutes: of the whole training.
            spent_s: seconds of earlier starts.
            now: tells the time in seconds.
        """
        self._whole, self._now = minutes * 60, now
        self._began = self._last = now()
        self._began -= spent_s
        self._steps: deque[float] = deque(maxlen=STEPS_REMEMBERED)
        self._write_s = 0.0

    @property
    def elapsed_s(self) -> float:
        """Seconds of this training so far, earlier starts included."""
        return self._now() - self._began

    @property
    def reserve_s(self) -> float:
        """Seconds kept back at the end: one more step, and what is then to be written."""
        return max(self._steps, default=0.0) + WRITES_AT_THE_END * self._write_s + MARGIN_S

    @property
    def share(self) -> float:
        """How much of the time for steps has passed, 0-1."""
        return min(1.0, max(0.0, self.elapsed_s / max(1.0, self._whole - self.reserve_s)))

    @property
    def is_over(self) -> bool:
        """Whether one more step might come too late."""
        return self.elapsed_s + self.reserve_s >= self._whole

    def step_done(self) -> None:
        """Note that a step has ended, the wait for its batch included."""
        now = self._now()
        self._steps.append(now - self._last)
        self._last = now

    def written(self, seconds: float) -> None:
        """Note how long a checkpoint took; the next step begins now."""
        self._write_s = max(self._write_s, seconds)
        self._last = self._now()
