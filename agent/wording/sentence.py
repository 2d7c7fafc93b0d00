"""One result in words: each kind of result registers its own wording here."""

from __future__ import annotations

from functools import singledispatch
from typing import Any


@singledispatch
def sentence(result: Any) -> str:
    """One result in words."""
    raise NotImplementedError(f"no wording for {type(result).__name__}")
