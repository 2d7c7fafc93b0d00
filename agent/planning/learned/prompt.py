"""How a question is put to the small language model: the turn before it with its plan, then the question."""

from __future__ import annotations

from collections.abc import Sequence

from agent.planning.learned.plan_lines import write
from agent.planning.plan import PastTurn

START, END = "<|im_start|>", "<|im_end|>"
"""Marks of SmolLM2's turns."""
MAX_QUESTION_CHARS = 600
"""Characters of a question that are read; the rest holds no further task."""


def prompt(question: str, history: Sequence[PastTurn]) -> str:
    """The text that the model goes on from."""
    before = "".join(f"{_cut(turn.question)}\n-> {write(turn.plan)}\n" for turn in history[-1:])
    return f"{START}user\n{before}? {_cut(question)}{END}\n{START}assistant\n"


def _cut(text: str) -> str:
    """One line, without the turn marks, which only the program may write."""
    return " ".join(text.replace(START, " ").replace(END, " ").split())[:MAX_QUESTION_CHARS]
