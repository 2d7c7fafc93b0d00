"""Answers of judges stored as JSON lines, so that a run that was cut short goes on where it ended. Knows no score."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from mci_model.errors import JsonFileError
from mci_model.files.json_files import parse_json
from tools.errors import DatasetFolderError

Key = tuple[str, str, str]
"""(image's name, its SHA-256, judge's name)."""


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """The answer of a judge about an image."""

    name: str
    sha256: str
    judge: str
    answer: tuple[str, ...]
    error: str | None = None
    """Why it refused; None: it did not."""
    tokens: tuple[int, int] | None = None
    """(read, written) by a language model for it."""


class AnswerFile:
    """Answers by image and judge; a changed image or another judge has none yet."""

    def __init__(self, path: Path | None) -> None:
        """Read the file; None: answers are held for this run only.

        Raises:
            DatasetFolderError: the file is none of answers.
        """
        self._path = path
        stored = path.read_bytes() if path is not None and path.exists() else b""
        # A run that was killed may have left half a line; what follows must not be written behind it.
        whole, _, self._broken = stored.rpartition(b"\n")
        cached = [_answer(path, line) for line in whole.split(b"\n") if line.strip()]
        self._answers: dict[Key, CachedAnswer] = {(one.name, one.sha256, one.judge): one for one in cached}

    def find(self, name: str, sha256: str, judge: str) -> CachedAnswer | None:
        """The answer of this judge about this image; None: it was not asked, or refused, which it need not do again."""
        known = self._answers.get((name, sha256, judge))
        return known if known is not None and known.error is None else None

    def add(self, answer: CachedAnswer) -> None:
        """Store an answer, on disk at once."""
        self._answers[answer.name, answer.sha256, answer.judge] = answer
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._broken:
            os.truncate(self._path, self._path.stat().st_size - len(self._broken))
            self._broken = b""
        # One write of one whole line at the end: of several runs with one file none tears another's line.
        with self._path.open("ab") as file:
            file.write(f"{json.dumps(asdict(answer), ensure_ascii=False)}\n".encode())


@cache
def _line() -> TypeAdapter[CachedAnswer]:
    return TypeAdapter(CachedAnswer)


def _answer(path: Path | None, line: bytes) -> CachedAnswer:
    try:
        return parse_json(line, _line(), "the line")
    except JsonFileError as error:
        raise DatasetFolderError(f"{path} holds a line that is no kept answer; give another file.") from error
