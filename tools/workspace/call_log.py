"""The calls of one conversation, question by question, so that the numbers of an answer can be computed anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call that came to a result."""

    tool: str
    arguments: Mapping[str, Any]
    result: Any


class CallLog:
    """Calls by question."""

    def __init__(self) -> None:
        self._questions: list[list[Call]] = [[]]

    def begin(self) -> None:
        """A new question: what is called from now on belongs to it."""
        if self._questions[-1]:
            self._questions.append([])

    def note(self, call: Call) -> None:
        """Note a call of the current question."""
        self._questions[-1].append(call)

    def last(self, *, without: str) -> tuple[Call, ...]:
        """The calls of the last question with any, of this or an earlier one, but for those of one tool."""
        for calls in reversed(self._questions):
            if kept := tuple(call for call in calls if call.tool != without):
                return kept
        return ()
