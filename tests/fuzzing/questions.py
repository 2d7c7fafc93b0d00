"""Question files of `evaluate planner`, with a planner that always plans the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from agent.errors import AgentError
from agent.evaluation.planner_score import score
from agent.planning.plan import PastTurn, Plan, PlannedCall
from tests.fuzzing.mutations import dice, json_bytes, mutate_bytes
from tools.errors import ToolError

COUNT = {"tool": "count_objects", "arguments": {"object_class": "building", "status": "appeared"}}
LINES = (
    {"id": "1", "style": "plain", "history": [], "question": "How many buildings?", "accept": [[COUNT]]},
    {"id": "2", "style": "chat", "history": [{"user": "How many?", "plan": [COUNT]}], "question": "And where?",
     "accept": [[{"tool": "locate_change", "arguments": {"classes": ["road", "building"]}}], []]},
    {"id": "3", "style": "odd", "history": [], "question": "What time is it?", "accept": [[]]},
)  # fmt: skip


def mutated(seed: int, folder: Path) -> Path:
    """A file of questions in `folder`, a function of the seed."""
    rng = dice("questions", seed)
    lines = [json.dumps(line).encode() for line in LINES]
    number = rng.randrange(len(lines))
    lines[number] = json_bytes(rng, LINES[number])
    content = rng.choice((b"\n", b"\n", b"\n", b"\r\n", b"\n\n")).join(lines) + rng.choice((b"", b"\n"))
    path = folder / "questions.jsonl"
    path.write_bytes(mutate_bytes(rng, content) if rng.random() < 0.15 else content)
    return path


def attempt(path: Path) -> None:
    """Score a planner on it."""

    def plan(question: str, history: Sequence[PastTurn]) -> Plan:
        assert isinstance(question, str)
        return (
            PlannedCall("count_objects", {"object_class": "building"}),
            *(call for turn in history for call in turn.plan),
        )

    try:
        json.dumps(score(path, plan).tool_sequence)
    except (ToolError, AgentError):
        return
