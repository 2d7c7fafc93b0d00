"""Text that file names, tags and captions brought along, made plain before a language model reads it. Knows no tool."""

from __future__ import annotations

import re
from typing import Any

MAX_TEXT_CHARS = 500
"""Characters of one text: more than any sentence of a tool has, too few for a letter to the model."""
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: they count as printable, but are invisible, and can carry text of any length."""


def plain(text: str, most: int = MAX_TEXT_CHARS) -> str:
    """One line of at most `most` characters, without marks that break, turn or hide text."""
    visible = "".join(char if char.isprintable() else " " * char.isspace() for char in _VARIANTS.sub("", text))
    line = " ".join(visible.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def plain_values(value: Any, most: int = MAX_TEXT_CHARS) -> Any:
    """JSON values with every text in them plain."""
    if isinstance(value, str):
        return plain(value, most)
    if isinstance(value, dict):
        return {plain_values(name, most): plain_values(entry, most) for name, entry in value.items()}
    if isinstance(value, list):
        return [plain_values(entry, most) for entry in value]
    return value
