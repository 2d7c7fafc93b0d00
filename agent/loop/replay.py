"""An answer made again from its record: the same calls on the same pairs, without a planner, and what differs now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agent.answer import Step
from agent.language.detection import language_of
from agent.loop.toolbox import run_call
from agent.wording import Words, answer
from tools.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Replay:
    """What the calls of a record return now."""

    text: str
    """The answer by template."""
    steps: tuple[Step, ...]
    differences: tuple[str, ...]
    """Calls whose result is another one now, in words; none: the record holds."""


def replay(workspace: Workspace, record: Mapping[str, Any]) -> Replay:
    """Run the calls of `answer.record` again.

    Args:
        workspace: with the pairs of the record opened in the same order, and the same settings.
        record: of an answer, as it is or read back from JSON.
    """
    recorded = record["steps"]
    steps = tuple(run_call(workspace, one["tool"], one["arguments"], one["number"]) for one in recorded)
    differences = [
        f"Call {then['number']}, {then['tool']}, returns something else now."
        for then, now in zip(recorded, steps, strict=True)
        if then["result"] != now.to_json()["result"]
    ]
    words = Words.of(language_of(str(record.get("question", ""))))
    return Replay(answer(steps, words=words), steps, tuple(differences))
