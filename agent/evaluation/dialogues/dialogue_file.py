"""Files of dialogues: turns with what their answers must hold, a JSON object a line. Knows no agent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from agent.errors import QuestionFileError
from mci_model.errors import JsonFileError, MissingJsonError
from mci_model.files.json_files import read_json_lines

THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}\b)")
Patterns = tuple[str, ...]


@dataclass(frozen=True)
class Turn:
    """A question, and patterns that are searched for in its answer without regard to case."""

    user: str
    must: Patterns
    """All have to be found."""
    any: tuple[Patterns, ...]
    """Of each group one has to be found."""
    never: Patterns
    """None may be found."""
    note: str = ""

    def is_right(self, answer: str) -> bool:
        """Whether the answer holds what it must, and nothing that it must not."""
        return self.is_clean(answer) and all(self._finds(one, answer) for one in self.must) and self._some(answer)

    def is_clean(self, answer: str) -> bool:
        """Whether the answer holds nothing that it must not."""
        return not any(self._finds(one, answer) for one in self.never)

    def _some(self, answer: str) -> bool:
        return all(any(self._finds(one, answer) for one in group) for group in self.any)

    def _finds(self, pattern: str, answer: str) -> bool:
        return re.search(pattern, comparable(answer), re.IGNORECASE | re.DOTALL) is not None


def comparable(answer: str) -> str:
    """An answer as the patterns read it: m2 for m², numbers without thousands separators."""
    return THOUSANDS.sub("", answer.replace("²", "2"))


@dataclass(frozen=True)
class PairOfDialogue:
    """The images that a dialogue is about; paths are relative to the file's folder or the one above."""

    before: str
    after: str
    place: Literal["utm", "s2", "none"] = "none"
    """`utm`: images without a place on earth are given one, half a metre a pixel; `s2`: the same, with ten metres."""


@dataclass(frozen=True)
class Dialogue:
    """One conversation."""

    id: str
    pair: PairOfDialogue
    turns: tuple[Turn, ...]

    @cached_property
    def files(self) -> tuple[str, str]:
        """The two images as the file names them."""
        return self.pair.before, self.pair.after


@cache
def _line() -> TypeAdapter[Dialogue]:
    return TypeAdapter(Dialogue)


def read_dialogues(file: Path) -> list[Dialogue]:
    """The dialogues of a file; blank lines are left out.

    Raises:
        QuestionFileError: it is missing, holds none, a line is none, or a pattern is no regular expression.
    """
    try:
        read = read_json_lines(file, _line())
    except MissingJsonError as error:
        raise QuestionFileError(f"{file.name} could not be read: {error.reason}.") from error
    except JsonFileError as error:
        raise QuestionFileError(f"{file.name} is no file of dialogues: {error} See docs/evaluation.md.") from error
    if not read:
        raise QuestionFileError(f"{file.name} holds no dialogue; write one JSON object a line.")
    for dialogue in read:
        for turn in dialogue.turns:
            _check(file, dialogue, turn)
    return read


def _check(file: Path, dialogue: Dialogue, turn: Turn) -> None:
    for pattern in (*turn.must, *turn.never, *(one for group in turn.any for one in group)):
        try:
            re.compile(pattern)
        except re.error as error:
            raise QuestionFileError(
                f"{file.name}, dialogue {dialogue.id}: {pattern[:40]!r} is no regular expression ({error})."
            ) from error


def image_of(file: Path, name: str) -> Path:
    """The image that a dialogue of `file` names.

    Raises:
        QuestionFileError: it lies neither beside the file nor beside its folder.
    """
    for folder in (file.parent, file.parent.parent):
        if (folder / name).is_file():
            return folder / name
    raise QuestionFileError(f"{file.name} names {name}, which lies neither beside it nor beside its folder.")
