"""Paths that files or strangers name: asking about one never fails, however long or odd it is."""

from __future__ import annotations

import re
from pathlib import Path

NOT_IN_NAMES = re.compile(r"[^\w-]+")


def is_file(path: Path) -> bool:
    """Whether there is a file; false also where the system refuses the very path, as one that is too long."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder; false also where the system refuses the very path."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def file_stem(text: str, most: int = 120) -> str:
    """A text as part of a file's name: letters, digits, hyphens and underscores, at most so many."""
    return NOT_IN_NAMES.sub("_", text)[:most]
