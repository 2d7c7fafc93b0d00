"""A lock for loading models: libraries with lazy imports are not safe when two threads load at once."""

from __future__ import annotations

import threading

LOADING = threading.RLock()
