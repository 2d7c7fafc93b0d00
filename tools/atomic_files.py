"""Files that appear whole or not at all: written under another name, then put in place. Knows no format."""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path

PARTIAL = re.compile(r"\..*\.(\d+)-([0-9a-f]{8})\.partial(\..*)?")
"""Names of half-written files: process and machine of whoever writes them."""


def atomic_write(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` write a file beside `path`, and give it that name when it is done.

    Several processes may do so for one path: each writes a file of its own, and the last one stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = partial_path(path)
    try:
        write(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def partial_path(path: Path) -> Path:
    """Where this process writes what is to become `path`; `remove_leftovers` knows such files by their names."""
    return path.with_name(f".{path.stem}.{os.getpid()}-{_machine()}.partial{path.suffix}")


def remove_leftovers(folder: Path) -> None:
    """Remove half-written files in a folder, and two levels below, whose process on this machine has died."""
    for path in chain.from_iterable(folder.glob(f"{below}.*.partial*") for below in ("", "*/", "*/*/")):
        match = PARTIAL.fullmatch(path.name)
        if match and match[2] == _machine() and not _is_alive(int(match[1])):
            with suppress(OSError):  # another process has removed it, or it may not be removed
                path.unlink(missing_ok=True)


@cache
def _machine() -> str:
    """A short name of this machine: folders may be shared, and numbers of processes are its own."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        return True  # signal 0 would end it there; what is left behind is only untidy
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
