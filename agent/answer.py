"""What happened while a question was answered, and the answer, as values. Knows no language model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tools.json_values import to_json
from tools.outputs.artefacts import Artefact
from tools.workspace.run_settings import AS_IT_LIES, RunSettings


@dataclass(frozen=True, slots=True)
class Step:
    """One tool call with what came back."""

    tool: str
    arguments: dict[str, Any]
    result: Any
    """The tool's typed result, or None when it refused."""
    error: str | None
    """Why it refused, in a sentence."""
    seconds: float
    number: int = 0
    """Its place among the calls of the conversation, from 1: what a marker such as [3] in an answer refers to."""

    def to_json(self) -> dict[str, Any]:
        """As printed by `--json`: a refusal stands where the result would."""
        result = {"error": self.error} if self.error else to_json(self.result)
        return {
            "number": self.number,
            "tool": self.tool,
            "arguments": self.arguments,
            "result": result,
            "seconds": round(self.seconds, 3),
        }


@dataclass(frozen=True, slots=True)
class PairFiles:
    """Which files a pair of the conversation is made of."""

    id: str
    before: str
    """Name, without a folder."""
    after: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Some words of a language model as they come, not checked yet; only the answer counts."""

    text: str
    anew: bool = False
    """Whether the words before were not good enough, and these begin the text again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and everything it rests on."""

    question: str
    text: str
    steps: tuple[Step, ...]
    overlays: tuple[Artefact, ...]
    """Files made while answering."""
    warnings: tuple[str, ...]
    model: str
    """Which eyes: the weights' name and the start of their SHA-256."""
    planner: str
    """Which brain."""
    pairs: tuple[PairFiles, ...] = ()
    """Pairs of the conversation."""
    settings: RunSettings = AS_IT_LIES
    """How they were brought together, and what counted."""
    record: dict[str, Any] = field(init=False)
    """All of it as plain JSON values."""

    def __post_init__(self) -> None:
        artefacts = [{"id": a.id, "kind": a.kind, "path": str(a.path)} for a in self.overlays]
        record = {
            "question": self.question,
            "answer": self.text,
            "pairs": to_json(self.pairs),
            "settings": to_json(self.settings),
            "steps": [step.to_json() for step in self.steps],
            "artefacts": artefacts,
            "warnings": list(self.warnings),
            "model": self.model,
            "planner": self.planner,
        }
        object.__setattr__(self, "record", record)
