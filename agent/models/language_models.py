"""Which language model plans and words: chosen by name, by URL, or the embedded one. Knows no tools."""

from __future__ import annotations

import json
import os
import urllib.request
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit

from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

from agent.errors import UnknownModelError
from agent.models.embedded import EmbeddedModel
from agent.models.provider_registry import PROVIDERS, provider_errors
from agent.models.providers.openai import PROVIDER as SERVER

EMBEDDED = "embedded"
TIMEOUT_S = 60
UNNAMED = "default"
"""Model of a server that could not be asked for its models; many servers hold one only and take any name."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A chat model and what to call it in a record."""

    model: BaseChatModel
    name: str

    @property
    def embedded(self) -> bool:
        """Whether it works without any server."""
        return isinstance(self.model, EmbeddedModel)


def choose_language_model(llm: str | BaseChatModel | None = None) -> LanguageModel:
    """The language model called `llm`.

    Args:
        llm: None or "embedded"; "provider:model" such as "openai:gpt-4.1", "google_genai:gemini-2.5-pro",
            "anthropic:..." or "ollama:qwen3"; the URL of an OpenAI-compatible server, with "#model" to choose one of
            its models; or any LangChain chat model that calls tools.

    Raises:
        UnknownModelError: no such provider, its extra is not installed, its key is missing, or the URL is no server's.
    """
    if isinstance(llm, BaseChatModel):
        return LanguageModel(llm, getattr(llm, "model_name", None) or llm._llm_type)
    if llm is None or llm == EMBEDDED:
        return LanguageModel(EmbeddedModel(), EMBEDDED)
    if llm.startswith(("http://", "https://")):
        return _from_url(llm)
    return _from_provider(llm)


def _from_provider(name: str) -> LanguageModel:
    provider = PROVIDERS.get(name.partition(":")[0])
    if provider is None or not name.partition(":")[2]:
        known = ", ".join(f"{one}:MODEL" for one in PROVIDERS)
        raise UnknownModelError(
            f"{name!r} names no language model here; use {known}, the URL of a server, or {EMBEDDED}."
        )
    try:
        return LanguageModel(provider.open(name), name)
    except ImportError as error:
        raise UnknownModelError(f"{provider.id} needs an extra: pip install 'terradelta[{provider.extra}]'.") from error
    except _refusals() as error:
        reason = str(error).splitlines()[0]
        way = f"Set its key ({' or '.join(provider.keys)}) in the environment or choose" if provider.keys else "Choose"
        raise UnknownModelError(f"{name} cannot be used: {reason} {way} another.") from error


def _refusals() -> tuple[type[Exception], ...]:
    """What a provider raises when it will not even start: a missing key, an unknown option."""
    return (ValueError, *provider_errors())


def _from_url(url: str) -> LanguageModel:
    try:
        from langchain_openai import ChatOpenAI
    except ImportError as error:
        raise UnknownModelError(f"A model server needs an extra: pip install 'terradelta[{SERVER.extra}]'.") from error
    base, _, model = url.partition("#")
    model = model or _first_model(base)
    key = SecretStr(os.environ.get(SERVER.keys[0], "unused"))
    # The agent's loop tries again by itself, for every provider in the same way.
    chat = ChatOpenAI(model=model, base_url=base, api_key=key, timeout=TIMEOUT_S, max_retries=0)
    return LanguageModel(chat, f"{model} at {_without_secrets(base)}")


def _without_secrets(url: str) -> str:
    """A URL without a name and password, and without what follows a question mark: both may hold a key."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))


def _first_model(base: str) -> str:
    """The first model that an OpenAI-compatible server lists; a server that is down may be up when it is asked."""
    try:
        with urllib.request.urlopen(f"{base.rstrip('/')}/models", timeout=10) as answer:  # noqa: S310 - http(s) only, see caller
            return str(json.load(answer)["data"][0]["id"])
    except (URLError, OSError):
        return UNNAMED
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise UnknownModelError(
            f"{base} lists no models as an OpenAI-compatible server does; check the URL, which often ends in /v1, or "
            "name a model behind it: URL#MODEL."
        ) from error
