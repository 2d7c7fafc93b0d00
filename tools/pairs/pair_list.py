"""A manifest of pairs: a CSV file with one pair per row. Knows no images and no run."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.errors import ManifestError

STATED_COLUMNS = ("sensor", "scale", "offset", "baseline", "date_before", "date_after", "pixel_size_m")
"""Columns that state what the files of a row do not tell, named as the settings."""
ID_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One pair of the list."""

    line: int
    """Line number in the file, the header being 1."""
    id: str
    """Name of its output folder."""
    before: Path
    after: Path
    stated: tuple[tuple[str, str], ...] = ()
    """What its row states about the files, by the names of the settings."""


def read_manifest(path: Path) -> tuple[ManifestRow, ...]:
    """Rows of a CSV file with the columns `before` and `after`, and optionally `id` for the names of output folders.

    Further columns may state what the files of a row do not tell: see `STATED_COLUMNS`.

    Relative paths are resolved against the folder of the file.

    Raises:
        ManifestError: it cannot be read, a column or a path is missing, or two different pairs have one id.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = {"before", "after"} - set(table.fieldnames or ())
            if missing:
                lacking = " or ".join(sorted(missing))
                raise ManifestError(f"{path.name} has no column {lacking}; its first line names the columns.")
            rows = tuple(_row(path, table.line_num, number, cells) for number, cells in enumerate(table, 1))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"{path} cannot be read as a CSV file in UTF-8; check the path and the file.") from error
    if not rows:
        raise ManifestError(f"{path.name} lists no pair; write one a line below the header before,after.")
    _check_ids(path, rows)
    return rows


def _row(path: Path, line: int, number: int, cells: dict[str, str | None]) -> ManifestRow:
    paths = [(cells.get(name) or "").strip() for name in ("before", "after")]
    if not all(paths):
        raise ManifestError(f"Line {line} of {path.name} names no {'before' if not paths[0] else 'after'} image.")
    name = (cells.get("id") or "").strip() or f"{number:06d}"
    if not ID_PATTERN.fullmatch(name):
        raise ManifestError(
            f"Line {line} of {path.name} has the id {name!r}; use letters, digits, dot, dash and underscore."
        )
    before, after = (path.parent / image for image in paths)
    stated = tuple((column, text) for column in STATED_COLUMNS if (text := (cells.get(column) or "").strip()))
    return ManifestRow(line, name, before, after, stated)


def _check_ids(path: Path, rows: Sequence[ManifestRow]) -> None:
    first: dict[str, ManifestRow] = {}
    for row in rows:
        other = first.setdefault(row.id, row)
        if other is not row and (other.before, other.after) != (row.before, row.after):
            raise ManifestError(
                f"Lines {other.line} and {row.line} of {path.name} have the id {row.id!r}; give each its own."
            )
