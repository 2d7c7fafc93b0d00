"""Training dialogues: what people ask, turn by turn, with the plan lines that each turn means.

A file holds dialogues of one language. They were written for this project, one by one, by language models in the role
of users, and copied from nowhere:

    # rgb 0.5 m, suburb, 2011 and 2018 | a planner of the town
    Q: How many houses were built, and what do they cover?
    A: count building new ; area building new
    Q: only those above 100 m2
    A: count building new >100m2

A line `ALT: ` behind the lines of a turn holds others that are as right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from agent.planning.parser.lines import BETWEEN, read

FOLDER = Path(__file__).parent / "dialogues"
HEAD, QUESTION, LINES, OTHERS = "#", "Q:", "A:", "ALT:"


class DialogueTextError(ValueError):
    """A file of dialogues that cannot be read, with the number of its line."""


@dataclass(frozen=True, slots=True)
class TaughtTurn:
    """A question with what it means."""

    question: str
    lines: tuple[str, ...]
    others: tuple[tuple[str, ...], ...] = ()
    """Lines that are as right."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Turns of one conversation, the first one first."""

    language: str
    """ISO 639-1 code."""
    turns: tuple[TaughtTurn, ...]


def dialogues(folder: Path = FOLDER) -> list[Dialogue]:
    """All dialogues of a folder, whose files are called LANGUAGE.txt.

    Raises:
        DialogueTextError: a line is none of a dialogue, or holds no plan.
    """
    return [dialogue for file in sorted(folder.glob("*.txt")) for dialogue in read_dialogues(file)]


def read_dialogues(file: Path) -> list[Dialogue]:
    """The dialogues of one file; errors as `dialogues`."""
    found: list[list[TaughtTurn]] = []
    question = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(HEAD):
            found.append([])
        elif line.startswith(QUESTION):
            question = line[len(QUESTION) :].strip()
        elif line.startswith(LINES) and found and question:
            found[-1].append(TaughtTurn(question, _lines(line[len(LINES) :], f"{file.name}, line {number}")))
            question = ""
        elif line.startswith(OTHERS) and found and found[-1]:
            last = found[-1][-1]
            other = _lines(line[len(OTHERS) :], f"{file.name}, line {number}")
            found[-1][-1] = replace(last, others=(*last.others, other))
        elif line.strip():
            raise DialogueTextError(f"{file.name}, line {number} belongs to no turn: {line}")
    return [Dialogue(file.stem, tuple(turns)) for turns in found if turns]


def _lines(text: str, place: str) -> tuple[str, ...]:
    if read(text) is None:
        raise DialogueTextError(f"{place} holds no plan lines: {text.strip()}")
    return tuple(text.strip().split(BETWEEN))
