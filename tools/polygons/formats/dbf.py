"""Rows of a dBASE table, as they lie beside a Shapefile."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from tools.polygons.features import MAX_FEATURES, Attribute, DamagedFileError, attribute

HEADER, FIELD, END = 32, 32, b"\r"
DELETED = b"*"
CODE_PAGES = {0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x57: "cp1252", 0x64: "cp852", 0x65: "cp866"}
CODE_PAGES |= {0x4D: "cp936", 0x7B: "cp932", 0xC8: "cp1250", 0xC9: "cp1251"}
"""Encodings by the byte for them in the header; where it is another and nothing is told, UTF-8, else Windows' own."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    kind: str
    start: int
    length: int


def read_rows(data: bytes, encoding: str) -> list[Mapping[str, Attribute] | None]:
    """The rows in order, None for those marked as deleted.

    Args:
        data: all of the file.
        encoding: as the .cpg beside it tells; empty where there is none.

    Raises:
        DamagedFileError: its header is damaged.
    """
    try:
        count, header, length = struct.unpack_from("<IHH", data, 4)
        codec = _codec(encoding, data[29])
    except (struct.error, IndexError) as error:
        raise DamagedFileError(
            "the table beside it (.dbf) is damaged; copy all files of the same name again"
        ) from error
    fields = _fields(data[HEADER:header], codec)
    if length < 1:
        return []
    starts = range(header, min(len(data), header + length * min(count, MAX_FEATURES)), length)
    return [_row(data[start : start + length], fields, codec) for start in starts]


def _codec(encoding: str, mark: int) -> str:
    digits = "".join(character for character in encoding if character.isdigit())
    for name in (
        encoding,
        f"cp{digits}",
        f"iso8859-{digits[4:]}" if digits.startswith("8859") else "",
        CODE_PAGES.get(mark, ""),
    ):
        try:
            if name and codecs.lookup(name)._is_text_encoding:  # such as zip are none of text
                return name
        except (LookupError, ValueError):
            continue
    return ""


def _fields(descriptions: bytes, codec: str) -> list[_Field]:
    fields, start = [], 1
    for at in range(0, len(descriptions) - FIELD + 1, FIELD):
        one = descriptions[at : at + FIELD]
        if one[:1] == END:
            break
        name = str(attribute(_decoded(one[:11].split(b"\0")[0], codec)))
        fields.append(_Field(name, chr(one[11]), start, one[16]))
        start += one[16]
    return fields


def _row(row: bytes, fields: list[_Field], codec: str) -> Mapping[str, Attribute] | None:
    if row[:1] == DELETED:
        return None
    return {field.name: _value(row[field.start : field.start + field.length], field.kind, codec) for field in fields}


def _value(cell: bytes, kind: str, codec: str) -> Attribute:
    if kind == "L":
        return {b"T": True, b"Y": True, b"F": False, b"N": False}.get(cell.strip().upper())
    written = _decoded(cell, codec).strip("\0 ")
    if kind in "NF":
        try:
            return attribute(float(written) if set(written) & set(".eE") else int(written))
        except ValueError:
            return None
    if kind == "D" and len(written) == len("YYYYMMDD") and written.isdigit():
        return f"{written[:4]}-{written[4:6]}-{written[6:]}"
    return attribute(written) or None


def _decoded(data: bytes, codec: str) -> str:
    if codec:
        return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
