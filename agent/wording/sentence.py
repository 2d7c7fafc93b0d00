"""One result in words: each kind of result registers its own wording here, or brings it along as `in_words`."""

from __future__ import annotations

from functools import singledispatch
from typing import Any, Protocol, runtime_checkable

from agent.wording.words import ENGLISH, Words


@runtime_checkable
class Worded(Protocol):
    """A result that tells itself in words, in English: every number in them must be one of its fields."""

    def in_words(self) -> str:
        """One or more sentences."""


@singledispatch
def sentence(result: Any, words: Words = ENGLISH) -> str:  # noqa: ARG001 - of the wordings that are registered
    """One result in words of a language.

    Raises:
        NotImplementedError: nothing was registered for this kind of result, and it has no `in_words()`.
    """
    if isinstance(result, Worded):
        return result.in_words()
    raise NotImplementedError(f"no wording for {type(result).__name__}")
