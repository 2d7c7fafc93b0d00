"""Files in parts below a size, and joined again where every byte has arrived. Knows no weights."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from mci_model.checkpoints.checksum import file_sha256
from mci_model.errors import TrainingError
from mci_model.files.json_files import read_json

LIST = "parts.json"
PLAIN = re.compile(r"\w[\w.-]*")
"""Names of files of one folder."""


@dataclass(frozen=True)
class Whole:
    """One file that was cut: what it must be once it is joined."""

    sha256: str
    parts: tuple[str, ...]
    """Names of its parts, in order."""


@cache
def _list() -> TypeAdapter[dict[str, Whole]]:
    return TypeAdapter(dict[str, Whole])


def cut(files: Sequence[Path], out: Path, limit: int) -> list[Path]:
    """Write files as parts of at most `limit` bytes into a folder, and the list of them; return what was written."""
    out.mkdir(parents=True, exist_ok=True)
    wholes: dict[str, dict[str, object]] = {}
    written: list[Path] = []
    for path in files:
        parts = _cut(path, out, limit)
        wholes[path.name] = {"sha256": file_sha256(path), "parts": [part.name for part in parts]}
        written += parts
    (out / LIST).write_text(json.dumps(wholes, indent=1), encoding="utf-8")
    return [*written, out / LIST]


def join(folder: Path, out: Path) -> list[Path]:
    """Join the files of a folder that `cut` wrote; return them.

    Raises:
        JsonFileError: the folder has no list of parts.
        TrainingError: a part is missing, or a joined file is not what was cut.
    """
    out.mkdir(parents=True, exist_ok=True)
    wholes = read_json(folder / LIST, _list())
    return [_join(name, whole, folder, out) for name, whole in wholes.items()]


def _cut(path: Path, out: Path, limit: int) -> list[Path]:
    count = max(1, -(-path.stat().st_size // limit))
    parts = [out / f"{path.name}.{number}of{count}" for number in range(1, count + 1)]
    with path.open("rb") as source:
        for part in parts:
            part.write_bytes(source.read(limit))
    return parts


def _join(name: str, whole: Whole, folder: Path, out: Path) -> Path:
    for one in (name, *whole.parts):
        if not PLAIN.fullmatch(one):
            raise TrainingError(f"{LIST} names {one!r}, which is no file of its folder; it was not written by `train`.")
    if missing := [part for part in whole.parts if not (folder / part).is_file()]:
        raise TrainingError(f"{missing[0]} is missing in {folder}; bring it back and join again.")
    partial = out / f"{name}.partial"
    with partial.open("wb") as target:
        for part in whole.parts:
            target.write((folder / part).read_bytes())
    if file_sha256(partial) != whole.sha256:
        partial.unlink()
        raise TrainingError(f"{name} is not what was cut (SHA-256 differs); bring its parts back and join again.")
    return partial.replace(out / name)
