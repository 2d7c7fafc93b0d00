"""How a dialogue is put to the language model: each question with its plan lines, and at last the new question."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planning.parser.lines import write
from agent.planning.plan import PastTurn, PlannedCall, is_understood

ARROW, END = "\n> ", "\n"
"""Between question and plan lines, and behind these."""
MOST_TURNS = 5
"""Earlier turns that are shown: each takes about a tenth of a second to read."""
MOST_CHARS = 600
"""Characters of a question that are read; the rest holds no further task."""


DOUBT, GENERAL = "tell_error_source", PlannedCall("assess_certainty")
"""Sources of error are shown as the certainty of all, which the model was taught to ask for."""


def prompt(question: str, history: Sequence[PastTurn]) -> str:
    """The text that the model goes on from. It ends before the blank, which belongs to the first word of a line."""
    told = [(turn.question, _lines(turn)) for turn in history]
    shown = [f"{_line(asked)}{ARROW}{lines}{END}" for asked, lines in told if lines][-MOST_TURNS:]
    return "".join(shown) + _line(question) + ARROW.rstrip(" ")


def _lines(turn: PastTurn) -> str | None:
    """What the model wrote of a turn itself, or the lines of what was run for it."""
    own = next((str(call.arguments.get("lines")) for call in turn.beside if is_understood(call)), None)
    plan = tuple(GENERAL if call.tool == DOUBT else call for call in turn.plan + turn.beside)
    return _line(own) if own else write(plan)


def _line(text: str) -> str:
    return " ".join(text.split())[:MOST_CHARS]
