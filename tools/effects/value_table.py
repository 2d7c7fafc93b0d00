"""Series read from a CSV file: a column of dates and columns of values, or a row a place and date."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tools.errors import EffectError

DATES = ("date", "day", "time", "month")
"""Names that a column of dates may have, in any case; else the first column is one."""
LARGEST_FILE = 50_000_000
UNKNOWN = frozenset({"", "na", "nan", "null", "none", "-"})


@dataclass(frozen=True)
class ValueTable:
    """Columns of values by name, one for each day."""

    days: tuple[str, ...]
    """ISO 8601."""
    values: dict[str, tuple[float | None, ...]]


def read_values(path: Path) -> ValueTable:
    """Read a CSV file of a column of dates and a column for each place.

    A table with the columns place, date and value, as `terradelta series` writes it, is turned into that form.

    Raises:
        EffectError: it is no such table.
    """
    rows = _rows(path)
    head = [name.strip() for name in rows[0]]
    lower = [name.lower() for name in head]
    if len(set(head)) != len(head):
        raise EffectError(f"{path.name} has two columns of one name; give each place a name of its own.")
    if {"place", "value"} <= set(lower) and "date" in lower:
        return _long(path, rows[1:], *(lower.index(name) for name in ("place", "date", "value")))
    at = next((lower.index(name) for name in DATES if name in lower), 0)
    days = tuple(_day(path, row[at]) for row in rows[1:])
    columns = [number for number in range(len(head)) if number != at and _is_numeric(rows[1:], number)]
    if not columns:
        raise EffectError(f"{path.name} has no column of numbers beside its dates.")
    return ValueTable(days, {head[number]: tuple(_value(row[number]) for row in rows[1:]) for number in columns})


def _rows(path: Path) -> list[list[str]]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise EffectError(f"{path.name} is larger than {LARGEST_FILE:,} bytes; give a table of one place's series.")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EffectError(f"{path.name} cannot be read as a CSV file in UTF-8.") from error
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    rows = [row for row in csv.reader(text.splitlines(), delimiter=separator) if any(cell.strip() for cell in row)]
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        raise EffectError(f"{path.name} is no table of a row of names and rows of as many values, with a date in each.")
    return rows


def _day(path: Path, text: str) -> str:
    text = text.strip()
    parts = text[:10].replace("/", "-").split("-")
    try:
        return date(*(int(part) for part in (*parts, "1", "1")[:3])).isoformat()
    except (ValueError, TypeError) as error:
        raise EffectError(f"{path.name}: {text[:20]!r} is no date; write 2021-06-30, 2021-06 or 2021.") from error


def _value(text: str) -> float | None:
    if text.strip().lower() in UNKNOWN:
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def _is_numeric(rows: Sequence[Sequence[str]], column: int) -> bool:
    try:
        return any(_value(row[column]) is not None for row in rows)
    except ValueError:
        return False


def _long(path: Path, rows: Sequence[Sequence[str]], place: int, day: int, value: int) -> ValueTable:
    found: dict[str, dict[str, float | None]] = {}
    for row in rows:
        try:
            found.setdefault(row[place].strip(), {})[_day(path, row[day])] = _value(row[value])
        except ValueError as error:
            raise EffectError(f"{path.name}: {row[value][:20]!r} is no number.") from error
    days = tuple(sorted({one for values in found.values() for one in values}))
    return ValueTable(days, {name: tuple(values.get(one) for one in days) for name, values in found.items()})
