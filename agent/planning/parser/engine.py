"""llama.cpp in this process: one small language model with an adapter, which completes prompts on the processor."""

from __future__ import annotations

import math
import os
import secrets
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.errors import PlannerError

MOST_THREADS = 4
"""A model this small decodes no faster with more."""
CONTEXT_TOKENS, ANSWER_TOKENS = 2048, 160
"""Tokens of prompt and answer together, and of an answer."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model goes on with."""

    text: str
    certainty: float
    """Probability of its least sure token, 0-1."""


class Engine:
    """A model in memory, loaded in about a second."""

    def __init__(self, base: Callable[[], Path], adapter: Path) -> None:
        """Load it.

        Args:
            base: gives the file of the base model.
            adapter: its low-rank adapter, GGUF.

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
        settings.model.path = str(base())
        settings.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(str(adapter), 1.0)]
        settings.n_ctx, settings.n_predict, settings.n_parallel = CONTEXT_TOKENS, ANSWER_TOKENS, 1
        settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = min(MOST_THREADS, os.cpu_count() or 1)
        settings.cpuparams.poll = settings.cpuparams_batch.poll = 0  # threads that spin starve whatever else runs
        settings.verbosity = 0
        self._folder = tempfile.TemporaryDirectory(prefix="terradelta-")
        self._hide(settings)
        self._server = xllamacpp.Server(settings)

    def _hide(self, settings: Any) -> None:
        """The engine opens a server of its own, which nobody else on this machine may use."""
        settings.api_keys = [secrets.token_urlsafe(32)]
        if os.name == "posix":
            settings.hostnames = [str(Path(self._folder.name) / "engine.sock")]
        else:
            with socket.create_server(("127.0.0.1", 0)) as free:
                settings.port = free.getsockname()[1]

    def complete(self, prompt: str, stop: str, **options: Any) -> Completion:
        """The likeliest text after a prompt.

        Args:
            prompt: where it goes on from.
            stop: ends it, and is left out.
            options: further ones of llama.cpp's completions, such as a grammar.
        """
        request = {"prompt": prompt, "max_tokens": ANSWER_TOKENS, "temperature": 0.0, "stop": [stop]}
        # What was read before is not reused: with sliding windows the plan then hung on what was asked before.
        request |= {"logprobs": 1, "cache_prompt": False, **options}
        answer = self._server.handle_completions(request)["choices"][0]
        tokens = (answer.get("logprobs") or {}).get("content") or []
        return Completion(answer["text"], math.exp(min((token["logprob"] for token in tokens), default=0.0)))
