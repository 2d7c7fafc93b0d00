"""What a killed training leaves in its folder: half-written files of ours and of safetensors."""

from __future__ import annotations

import re
from pathlib import Path

HALF_WRITTEN = re.compile(r"\.tmp\w{6}|.*\.partial")
"""safetensors writes .tmpXXXXXX beside a file before it takes the file's place."""


def clean(folder: Path) -> None:
    """Make a training's folder, and remove what an earlier one has left half-written; one training works in a folder.

    Args:
        folder: of the training.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if HALF_WRITTEN.fullmatch(path.name) and path.is_file():
            path.unlink(missing_ok=True)
