"""Results as plain JSON values, for logs, models and `--json`. Knows no particular result."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

DIGITS = 9
"""Significant digits of real numbers: beyond them is noise of the arithmetic."""


def to_json(value: Any, *, most: int | None = None) -> Any:
    """Dataclasses as objects, tuples as lists, reals rounded; lists of objects cut to `most` where it is given."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name), most=most) for f in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        objects = bool(value) and dataclasses.is_dataclass(value[0])
        return [to_json(entry, most=most) for entry in (value[:most] if objects else value)]
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    return value
