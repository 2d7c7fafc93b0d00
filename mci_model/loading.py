"""Heavy things are loaded by one thread at a time: libraries that import parts of themselves late do not stand two."""

from __future__ import annotations

import threading

LOADING = threading.RLock()
