"""Does an answer rest on what tools returned? Every number, place and claim of it is held against their results."""

from __future__ import annotations

from collections.abc import Iterable

from agent.grounding.checker import Checked, check, unknown_numbers
from agent.steps import Step

__all__ = ["Checked", "check", "ungrounded"]


def ungrounded(text: str, steps: Iterable[Step], questions: Iterable[str]) -> list[str]:
    """Numbers in `text` that neither a result nor a question holds, allowing for rounding and change of unit."""
    return unknown_numbers(text, list(steps), list(questions))
