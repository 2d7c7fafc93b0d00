"""The language model that reads dialogues: Gemma 3 270M with a low-rank adapter, in memory, on the processor."""

from __future__ import annotations

import math
import os
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.errors import PlannerError
from agent.planning.parser.base_model import base_model
from agent.planning.parser.lines import read
from agent.planning.parser.prompt import END, prompt
from agent.planning.plan import PastTurn, Plan

ADAPTER = Path(__file__).parent / "adapter.gguf"
MOST_THREADS = 4
"""A model this small decodes no faster with more."""
CONTEXT_TOKENS, PLAN_TOKENS = 2048, 160
"""Tokens of dialogue and plan together, and of a plan."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a question means."""

    plan: Plan
    """Calls, and entries of what is declined or said without one."""
    certainty: float
    """Probability of the least sure token of its lines, 0-1."""


class DialogueParser:
    """The model, loaded in a second: about 500 MB."""

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
        settings.n_ctx, settings.n_predict, settings.n_parallel = CONTEXT_TOKENS, PLAN_TOKENS, 1
        settings.swa_full = True  # keeps what was read of a dialogue, so that a turn reads its own words alone
        settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = min(MOST_THREADS, os.cpu_count() or 1)
        settings.cpuparams.poll = settings.cpuparams_batch.poll = 0  # threads that spin starve whatever else runs
        settings.verbosity = 0
        # The engine opens a server of its own, which nobody else on this machine may use.
        self._folder = tempfile.TemporaryDirectory(prefix="terradelta-")
        settings.api_keys = [secrets.token_urlsafe(32)]
        if os.name == "posix":
            settings.hostnames = [str(Path(self._folder.name) / "engine.sock")]
        self._server = xllamacpp.Server(settings)

    def parse(self, question: str, history: Sequence[PastTurn] = ()) -> Parsed | None:
        """What a question means in the light of the turns before; None where the lines cannot be read."""
        request = {
            "prompt": prompt(question, history),
            "max_tokens": PLAN_TOKENS,
            "temperature": 0.0,
            "stop": [END],  # no grammar: holding 262,144 tokens against one takes seconds, and few lines are unreadable
            "logprobs": 1,
            "cache_prompt": True,
        }
        completion = self._server.handle_completions(request)["choices"][0]
        plan = read(completion["text"])
        return None if plan is None else Parsed(plan, _certainty(completion))


def _certainty(completion: Any) -> float:
    tokens = (completion.get("logprobs") or {}).get("content") or []
    return math.exp(min((token["logprob"] for token in tokens), default=0.0))
