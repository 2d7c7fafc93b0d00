"""The one reader of JSON that people give: limits of size and depth, encodings, and typed values. Knows no meaning."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from mci_model.errors import JsonFileError, MissingJsonError

Value = TypeVar("Value")

MAX_BYTES = 64_000_000
"""Bytes of one file; nothing that this program writes comes near it."""
MAX_SHOWN = 80
"""Characters that are shown of a name or a text of the file."""
SETTINGS = TypeAdapter(dict[str, Any])
"""Settings by name; whoever reads them knows which there are."""
CAPTIONS = TypeAdapter(dict[str, tuple[str, ...]])
"""Sentences by the names of pairs."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_json(path: Path, kind: TypeAdapter[Value], most_bytes: int = MAX_BYTES) -> Value:
    """The value of a file, of one kind.

    Args:
        path: UTF-8, with or without a byte-order mark.
        kind: what it must hold, checked strictly: no text for a number, no number for a text.
        most_bytes: of the file.

    Raises:
        JsonFileError: it is missing, too large, no JSON in UTF-8, nested too deeply, or holds other kinds.
    """
    return parse_json(json_bytes(path, most_bytes), kind, path.name)


def read_json_lines(path: Path, kind: TypeAdapter[Value]) -> list[Value]:
    """The values of a file with one of them a line; blank lines are left out.

    Raises:
        JsonFileError: as for `read_json`, of the file or of a line.
    """
    lines = _without_mark(json_bytes(path)).splitlines()
    return [parse_json(line, kind, f"line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def parse_json(content: bytes, kind: TypeAdapter[Value], name: str) -> Value:
    """The value of some JSON, as `read_json` reads it; `name` tells where it comes from in the error.

    Raises:
        JsonFileError: as for `read_json`.
    """
    plain_json(content, name)
    try:
        return kind.validate_json(_without_mark(content), strict=True)
    except ValidationError as error:
        raise JsonFileError(name, first_fault(error)) from error


def plain_json(content: bytes, name: str, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """The plain value of some JSON; what is nested deeper than 200 levels, or holds half a character, is none.

    Args:
        content: UTF-8.
        name: tells where it comes from in the error.
        pairs: makes a value of the pairs of each object, so that names that stand twice can be told.

    Raises:
        JsonFileError: it is no JSON, not UTF-8, or nested too deeply.
    """
    unmarked = _without_mark(content)
    try:
        value = from_json(unmarked)  # stops at a depth of 200 and at lone surrogates, as Python's own does not
        return value if pairs is None else json.loads(unmarked, object_pairs_hook=pairs)
    except ValueError as error:
        raise JsonFileError(name, _reason(unmarked, error)) from error


def json_bytes(path: Path, most_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a file of bounded size.

    Raises:
        MissingJsonError: it is not there, or no file.
        JsonFileError: it is too large, or cannot be read.
    """
    try:
        if not path.is_file():
            raise MissingJsonError(path.name, "it was not found, check the path and the spelling")
        if path.stat().st_size > most_bytes:
            raise JsonFileError(path.name, f"it is larger than the {most_bytes / 1e6:g} MB that such a file may have")
        return path.read_bytes()
    except OSError as error:
        raise JsonFileError(path.name, f"the system says {error.strerror}") from error


def _without_mark(content: bytes) -> bytes:
    return content.removeprefix(BYTE_ORDER_MARK)


def _reason(content: bytes, error: ValueError) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "it is not written in UTF-8"
    if "recursion" in str(error):
        return "it is nested more than 200 levels deep"
    return f"it is no JSON ({error})"


def first_fault(error: ValidationError) -> str:
    """The first thing that is wrong, by its place."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(_plain(str(part)) for part in first["loc"])
    return f"{f'at {place}: ' if place else ''}{_plain(first['msg'])}"


def _plain(text: str) -> str:
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return shown if len(shown) <= MAX_SHOWN else f"{shown[: MAX_SHOWN - 1]}…"
