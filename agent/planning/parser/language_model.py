"""The language model that reads dialogues: Gemma 3 270M with a low-rank adapter, in memory, on the processor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agent.planning.parser.base_model import base_model
from agent.planning.parser.engine import Engine
from agent.planning.parser.lines import read
from agent.planning.parser.prompt import END, prompt
from agent.planning.plan import PastTurn, Plan

ADAPTER = Path(__file__).parent / "adapter.gguf"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a question means."""

    plan: Plan
    """Calls, and entries of what is declined or said without one."""
    certainty: float
    """Probability of the least sure token of its lines, 0-1."""
    lines: str = ""
    """As the model wrote them."""


class DialogueParser:
    """The model, loaded in a second: about 500 MB."""

    def __init__(self, adapter: Path = ADAPTER) -> None:
        """Load it.

        Raises:
            PlannerError: a package or the adapter is missing.
        """
        self._engine = Engine(base_model, adapter)

    def parse(self, question: str, history: Sequence[PastTurn] = ()) -> Parsed | None:
        """What a question means in the light of the turns before; None where the lines cannot be read."""
        # Without a grammar: holding 262,144 tokens against one takes seconds, and few lines are unreadable.
        completion = self._engine.complete(prompt(question, history), END)
        plan = read(completion.text)
        return None if plan is None else Parsed(plan, completion.certainty, completion.text.strip())
