"""Legends of class maps: a published one, named or recognised from files, a user's own table, or plain numbers.

Knows no pixels; `tools.landcover.class_rasters` reads maps with them.
"""

from __future__ import annotations

import colorsys
import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from mci_model.errors import JsonFileError
from mci_model.files.json_files import plain_json
from tools.errors import LegendError
from tools.landcover.land_cover import CoverClass, Legend
from tools.landcover.published_legends import COLOURS, PUBLISHED, Coding
from tools.paths import is_file
from tools.rasters.gdal_errors import shown
from tools.types import Colour

MAX_CLASSES = 255
"""Limit of 8-bit codes."""
MAX_BYTES = 1_000_000
"""Limit for a user's table."""
MAX_NAME_CHARS = 60
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,15}")
GOLDEN = 0.618034
"""Hue step, in turns, between unnamed classes: few classes get distinct hues, and many still differ."""


FILES = (".json", ".csv")
"""Extensions of a user's own legend."""


def is_legend_file(text: str) -> bool:
    """Whether a legend is given as a file and not by its name."""
    return Path(text).suffix.lower() in FILES


def coding_of(text: str) -> Coding:
    """The legend that a user names: a published one, or their own table.

    Args:
        text: one of `PUBLISHED`, or a file: JSON such as {"1": "water", "2": "forest"}, or CSV with value,name in
            each row. Values with one name are one class; those without a name are unknown.

    Raises:
        LegendError: it is neither, or the table is invalid.
    """
    name = re.sub(r"[\s_]+", "-", text.strip().lower())
    if name in PUBLISHED:
        return PUBLISHED[name]
    path = Path(text)
    if not is_legend_file(text):
        raise LegendError(
            f"{shown(path)} is no known legend; take one of {', '.join(PUBLISHED)}, or a JSON or CSV file."
        )
    rows = _json_rows(path) if path.suffix.lower() == ".json" else _csv_rows(path)
    return _own(path, rows)


def recognised(values: Iterable[int], colours: Mapping[int, Colour], names: Sequence[str]) -> tuple[Coding, str] | None:
    """The published legend of files, and how it was recognised; None where that is not certain.

    Values alone are weak evidence: GlobeLand30 uses those of ESA WorldCover for other classes.

    Args:
        values: that occur.
        colours: of values, in the files' colour tables.
        names: of the files.
    """
    present = frozenset(values)
    for coding in PUBLISHED.values():
        if not coding.covers(present):
            continue
        if all(re.search(coding.file_name, name, re.IGNORECASE) for name in names):
            return coding, "file names"
        classified = present - coding.unknown
        if classified and all(colours.get(value) == _colour_of(coding, value) for value in classified):
            return coding, "colour tables"
        if present & coding.alone:
            return coding, "numbers"
    return None


def numbered(values: Iterable[int], colours: Mapping[int, Colour]) -> Coding:
    """A legend of classes that are named by their values."""
    ordered = sorted(values)
    classes = tuple(
        CoverClass(f"class {value}", colours.get(value, _hue(place))) for place, value in enumerate(ordered)
    )
    legend = Legend("numbers of the files", classes, "the files' own numbers")
    return Coding(legend, {value: code for code, value in enumerate(ordered, start=1)})


def _colour_of(coding: Coding, value: int) -> Colour:
    return coding.legend.classes[coding.values[value] - 1].colour


def _hue(place: int) -> Colour:
    """A colour for the class at a position: neighbours differ strongly."""
    red, green, blue = colorsys.hls_to_rgb(place * GOLDEN % 1, (0.45, 0.62, 0.35)[place % 3], 0.55)
    return round(255 * red), round(255 * green), round(255 * blue)


def _own(path: Path, rows: Iterable[tuple[object, object]]) -> Coding:
    values: dict[int, str | None] = {}
    for value, name in rows:
        number = _value(path, value)
        if number in values:
            raise LegendError(f"{shown(path)} names the value {number} twice; keep one row for each value.")
        values[number] = _name(path, number, name)
    names = tuple(dict.fromkeys(name for name in values.values() if name))
    if not 0 < len(names) <= MAX_CLASSES:
        raise LegendError(f"{shown(path)} names {len(names)} classes; name 1 to {MAX_CLASSES}.")
    classes = tuple(CoverClass(name, COLOURS.get(name.lower(), _hue(place))) for place, name in enumerate(names))
    codes = {value: 1 + names.index(name) for value, name in values.items() if name}
    return Coding(Legend(shown(path), classes, "a person's own table"), codes, frozenset(values) - frozenset(codes))


def _value(path: Path, value: object) -> int:
    text = str(value).strip()
    if not WHOLE_NUMBER.fullmatch(text):
        quoted = ascii(text[:MAX_NAME_CHARS])
        raise LegendError(f"{shown(path)}: {quoted} is no value of a class map; write whole numbers.")
    return int(text)


def _name(path: Path, number: int, name: object) -> str | None:
    if name is not None and not isinstance(name, str):
        raise LegendError(f'{shown(path)}: the name of {number} is no text; write for example "water".')
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in name or "").split())
    if len(plain) > MAX_NAME_CHARS:
        raise LegendError(f"{shown(path)}: the name of {number} is longer than {MAX_NAME_CHARS} letters; shorten it.")
    return plain or None


def _text(path: Path) -> str:
    try:
        if not is_file(path):
            raise LegendError(f"{shown(path)} was not found; check the path and the spelling.")
        if path.stat().st_size > MAX_BYTES:
            raise LegendError(f"{shown(path)} is larger than a legend is; give a table of values and names.")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise LegendError(f"{shown(path)} cannot be read; give a JSON or CSV file in UTF-8.") from error


def _json_rows(path: Path) -> list[tuple[object, object]]:
    try:
        table = plain_json(_text(path).encode(), path.name, list)
    except JsonFileError as error:
        raise LegendError(f'{shown(path)} is no JSON; write for example {{"1": "water"}}.') from error
    if not isinstance(table, list) or not all(isinstance(row, tuple) for row in table):
        raise LegendError(f'{shown(path)} is no table of values and names; write for example {{"1": "water"}}.')
    return table


def _csv_rows(path: Path) -> list[tuple[object, object]]:
    try:
        rows = [row for row in csv.reader(StringIO(_text(path))) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise LegendError(f"{shown(path)} is no CSV; write value,name in each row.") from error
    if rows and not rows[0][0].strip().lstrip("+-").isdigit():
        rows = rows[1:]  # the header
    if any(len(row) < 2 for row in rows):
        raise LegendError(f"{shown(path)} has a row without a name; write value,name in each.")
    return [(row[0], row[1]) for row in rows]
