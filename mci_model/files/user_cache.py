"""Where the program keeps what it can make again."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

FOLDER_VARIABLE = "TERRADELTA_CACHE"
"""Environment variable: another folder than the user's cache folder."""


def user_cache() -> Path:
    """The folder, which may not be there yet."""
    return Path(os.environ.get(FOLDER_VARIABLE) or platformdirs.user_cache_dir("terradelta"))
