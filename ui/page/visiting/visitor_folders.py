"""The folder of all visitors' files: deleted in the end, and by the next start where there was no proper end.

A lock on a file in it, which the system drops when its process dies, tells whether someone still serves from it.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

PREFIX = "terradelta-page-"
LOCK = "serving.lock"


class VisitorFolders:
    """A temporary folder that only this process uses."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix=PREFIX))  # 0700, as mkdtemp makes folders
        self._lock = FileLock(self.root / LOCK)
        self._lock.acquire(timeout=0)
        self._sweep()

    def close(self) -> None:
        """Delete all of it."""
        self._lock.release()
        shutil.rmtree(self.root, ignore_errors=True)

    def _sweep(self) -> None:
        """Delete what servers left behind that were killed."""
        owner = self.root.stat().st_uid
        for folder in self.root.parent.glob(f"{PREFIX}*"):
            if folder == self.root or folder.is_symlink() or folder.stat().st_uid != owner:
                continue
            if LOCK not in {path.name for path in folder.iterdir()}:  # another server is just making it
                continue
            try:
                with FileLock(folder / LOCK, timeout=0):
                    pass
            except Timeout:
                continue
            shutil.rmtree(folder, ignore_errors=True)
