"""Tables of FlatBuffers, field by field (https://flatbuffers.dev); `struct` and slices check every offset."""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAX_ENTRIES = 5_000_000


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table within a buffer. Reading raises `struct.error` or `ValueError` where the buffer is damaged."""

    data: bytes
    at: int

    @classmethod
    def root(cls, data: bytes, start: int) -> FlatTable:
        """The table that a buffer is, of which the first number tells where it begins."""
        return cls(data, start + struct.unpack_from("<I", data, start)[0])

    def number(self, field: int, code: str, default: int = 0) -> int:
        """A whole number."""
        place = self._place(field)
        return default if place is None else int(struct.unpack_from(code, self.data, place)[0])

    def text(self, field: int) -> str:
        """A text; empty where there is none."""
        return self.bytes(field).decode("utf-8", "replace")

    def bytes(self, field: int, size: int = 1) -> bytes:
        """A vector of values of so many bytes each."""
        start, count = self._vector(field)
        part = self.data[start : start + count * size]
        if len(part) != count * size:
            raise ValueError("a vector reaches beyond the buffer")
        return part

    def table(self, field: int) -> FlatTable | None:
        """A table within this one."""
        place = self._place(field)
        return None if place is None else self._behind(place)

    def tables(self, field: int) -> list[FlatTable]:
        """A vector of tables."""
        start, count = self._vector(field)
        return [self._behind(start + 4 * number) for number in range(count)]

    def _behind(self, place: int) -> FlatTable:
        return FlatTable(self.data, place + struct.unpack_from("<I", self.data, place)[0])

    def _vector(self, field: int) -> tuple[int, int]:
        """Where a vector begins, and how many entries it has."""
        place = self._place(field)
        if place is None:
            return 0, 0
        start = place + struct.unpack_from("<I", self.data, place)[0]
        (count,) = struct.unpack_from("<I", self.data, start)
        if count > min(MAX_ENTRIES, len(self.data) - start):
            raise ValueError("a vector reaches beyond the buffer")
        return start + 4, count

    def _place(self, field: int) -> int | None:
        """Where a field lies; None where the table has its default."""
        directory = self.at - struct.unpack_from("<i", self.data, self.at)[0]
        (size,) = struct.unpack_from("<H", self.data, directory)
        entry = 4 + 2 * field
        if directory < 0 or entry + 2 > size:
            return None
        offset: int = struct.unpack_from("<H", self.data, directory + entry)[0]
        return self.at + offset if offset else None
