"""Every provider of `agent/models/providers`, and what follows from all of them together. Knows no single one."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

from langchain_core.language_models import BaseChatModel

from agent.models import providers
from agent.models.provider import Provider

TRANSPORT_ERRORS = (("httpx", "HTTPError"),)
"""(module, class) of what clients of several providers let through."""


def collect() -> dict[str, Provider]:
    """Providers by their ids, of every module in the folder, in the order of their ranks."""
    modules = [import_module(f"{providers.__name__}.{one.name}") for one in iter_modules(providers.__path__)]
    declared: list[Provider] = [module.PROVIDER for module in modules]
    return {one.id: one for one in sorted(declared, key=lambda one: (one.rank, one.id))}


PROVIDERS: dict[str, Provider] = collect()


def provider_errors() -> tuple[type[Exception], ...]:
    """What the loaded providers raise when a server is down, refuses or answers nonsense."""
    named = [one for provider in PROVIDERS.values() for one in provider.errors]
    kinds = [getattr(sys.modules.get(module), name, None) for module, name in (*named, *TRANSPORT_ERRORS)]
    return (ConnectionError, TimeoutError, *(kind for kind in kinds if kind is not None))


def end_field_of(model: BaseChatModel) -> str | None:
    """Field of the response metadata that every whole answer of a model has, if its provider always tells one."""
    known = (one.end_field for one in PROVIDERS.values() if one.chat_type == model._llm_type)
    return next(known, None)
