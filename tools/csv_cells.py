"""Cells of CSV files that spreadsheets open: names that others gave are text there, never formulas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets read the wide ones, too
"""Of cells that are computed when the file is opened (OWASP, CSV injection)."""


def cell(value: Any) -> Any:
    """A value for a CSV file; text that a spreadsheet would compute gets an apostrophe in front of it."""
    text = str(value) if isinstance(value, (str, Path)) else ""
    return f"'{text}" if text.lstrip(" ").startswith(BEGINNINGS) and not _is_number(text) else value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
