"""How a dialogue is put to the language model: each question with its plan lines, and at last the new question."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planning.parser.lines import write
from agent.planning.plan import PastTurn, is_understood

ARROW, END = "\n> ", "\n"
"""Between question and plan lines, and behind these."""
MOST_TURNS = 5
"""Earlier turns that are shown: each takes about a tenth of a second to read."""
MOST_CHARS = 600
"""Characters of a question that are read; the rest holds no further task."""


def prompt(question: str, history: Sequence[PastTurn]) -> str:
    """The text that the model goes on from. It ends before the blank, which belongs to the first word of a line."""
    told = [(turn.question, _lines(turn)) for turn in history]
    shown = [f"{_line(asked)}{ARROW}{lines}{END}" for asked, lines in told if lines][-MOST_TURNS:]
    return "".join(shown) + _line(question) + ARROW.rstrip(" ")


def _lines(turn: PastTurn) -> str | None:
    """What the model wrote of a turn itself, or the lines of what was run for it."""
    own = next((str(call.arguments.get("lines")) for call in turn.beside if is_understood(call)), None)
    return _line(own) if own else write(turn.plan + turn.beside)


def _line(text: str) -> str:
    return " ".join(text.split())[:MOST_CHARS]
