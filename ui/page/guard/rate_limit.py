"""How often someone may do something: token buckets, one for each who does it."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

MAX_KNOWN = 4_096
"""Buckets that are remembered; of more, those asked least recently are forgotten."""


@dataclass
class RateLimit:
    """At most `burst` at once, and `per_minute` in the long run, for each name."""

    burst: int
    per_minute: float
    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    """Tokens left and the moment they were counted, by name."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, name: str) -> bool:
        """Whether one more is allowed; counts it if so."""
        with self._lock:
            now = self.clock()
            left, since = self._buckets.pop(name, (float(self.burst), now))
            left = min(float(self.burst), left + (now - since) * self.per_minute / 60)
            self._buckets[name] = (left - 1 if left >= 1 else left, now)
            if len(self._buckets) > MAX_KNOWN:
                self._buckets.popitem(last=False)
            return left >= 1
