"""What is known of a maker or server of language models, in one declaration. Knows no single one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from langchain_core.language_models import BaseChatModel


def by_langchain(name: str) -> BaseChatModel:
    """The model "provider:model", as LangChain makes it."""
    from langchain.chat_models import init_chat_model

    return init_chat_model(name)


@dataclass(frozen=True, slots=True)
class Provider:
    """A maker or server of language models."""

    id: str
    """What stands before the colon of a model's name."""
    extra: str
    """The extra of this package that installs its client."""
    example: str
    """One of its models."""
    keys: tuple[str, ...] = ()
    """Environment variables that hold its key, the usual one first; none where it needs no key."""
    errors: tuple[tuple[str, str], ...] = ()
    """(module, class) of what its client raises; looked up only where the module has been loaded."""
    chat_type: str | None = None
    """What LangChain calls its chat models; None where nothing else here depends on it."""
    end_field: str | None = None
    """Field of the response metadata that every whole answer of it has; None: it does not always tell one."""
    open: Callable[[str], BaseChatModel] = by_langchain
    """Makes the model of a name "provider:model"."""
    rank: int = 1000
    """Its place in lists: the lowest comes first."""
