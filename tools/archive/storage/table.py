"""The cells of an archive as columns in files, which a search reads completely. Knows no Chroma and no network.

Chroma's own search takes up to seconds with a filter on places or areas, and is approximate; scanning all vectors takes
a few milliseconds for 100,000, whatever the query. The files are derived from the store, and rebuilt from it where they
are missing or damaged.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
from pydantic import TypeAdapter

from mci_model.errors import JsonFileError
from mci_model.files.json_files import parse_json
from tools.archive.storage.cells import SIDES, Cell, from_metadata, to_metadata
from tools.archive.storage.embedder import Vectors
from tools.archive.storage.embedding_views import VIEW_INDEX, VIEWS_PER_CELL, View, split_views
from tools.archive.storage.words import Tokens, WordIndex, joined, tokenise
from tools.atomic_files import atomic_write
from tools.errors import ArchiveError

FOLDER = "table"
DIGEST = 32
"""Bytes of an id."""
COLUMNS = (*SIDES, "first_day", "last_day", "building_pixels", "road_pixels", "building_m2", "road_m2", "of")
"""Numbers of cells; days are counted from the year 1, and unknown values are NaN."""
NAME = re.compile(r"\d{5}\.npz")
METADATA = TypeAdapter(dict[str, str | int | float])
TEXTS = TypeAdapter(tuple[str, ...])
DAMAGED = (
    JsonFileError, OSError, ValueError, TypeError, LookupError, EOFError, BadZipFile, NotImplementedError, RuntimeError,
    zlib.error,
)  # fmt: skip
"""What NumPy and zipfile raise for files that are cut short or changed: for unknown compression, lengths, headers."""


@dataclass(frozen=True)
class Segment:
    """Some cells, in the order in which they were added."""

    vectors: Vectors
    """(3, n, D), as `tools.archive.storage.embedding_views.apart` lays them."""
    columns: npt.NDArray[np.float64]
    """(n, len(COLUMNS))."""
    ids: npt.NDArray[np.uint8]
    """(n, 32)."""
    pairs: npt.NDArray[np.uint8]
    """(n, 32)."""
    tokens: Tokens
    sensors: tuple[str, ...]
    """One per cell."""
    metadata: bytes
    """Metadata of the cells as JSON, concatenated."""
    ends: npt.NDArray[np.int64]
    """Offset at which each ends."""

    def cell(self, row: int) -> Cell:
        """The cell of a row.

        Raises:
            ArchiveError: its metadata are damaged.
        """
        start = int(self.ends[row - 1]) if row else 0
        try:
            metadata = parse_json(self.metadata[start : int(self.ends[row])], METADATA, "a cell")
            return from_metadata(self.ids[row].tobytes().hex(), str(metadata.pop("caption")), metadata)
        except (JsonFileError, KeyError, TypeError, ValueError, OverflowError) as error:
            raise ArchiveError(
                "The table of the archive is damaged in a cell; delete its folder table, which is then made anew."
            ) from error


def segment(cells: Sequence[Cell], vectors: Vectors) -> Segment:
    """Cells and their rows (n, 3 D) as columns."""
    metadata = [json.dumps({"caption": cell.caption, **to_metadata(cell)}).encode() for cell in cells]
    return Segment(
        vectors=split_views(vectors),
        columns=np.array([_numbers(cell) for cell in cells], np.float64).reshape(len(cells), len(COLUMNS)),
        ids=_digests([cell.id for cell in cells]),
        pairs=_digests([cell.pair for cell in cells]),
        tokens=tokenise([cell.caption for cell in cells]),
        sensors=tuple(cell.sensor for cell in cells),
        metadata=b"".join(metadata),
        ends=np.cumsum([len(one) for one in metadata], dtype=np.int64),
    )


def _digests(hexadecimal: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer(bytes.fromhex("".join(hexadecimal)), np.uint8).reshape(len(hexadecimal), DIGEST)


def _numbers(cell: Cell) -> list[float]:
    days = [float("nan") if day is None else date.fromisoformat(day).toordinal() for day in cell.days]
    areas = [float("nan") if area is None else area for area in (cell.building_m2, cell.road_m2)]
    return [*(cell.bbox or (float("nan"),) * 4), *days, cell.building_pixels, cell.road_pixels, *areas, cell.of]


def write_segment(path: Path, part: Segment) -> None:
    """Write a file that appears whole or not at all."""
    values: dict[str, npt.NDArray[Any]] = {
        "vectors": part.vectors,
        "columns": part.columns,
        "ids": part.ids,
        "pairs": part.pairs,
        "words": _as_bytes(part.tokens.vocabulary),
        "numbers": part.tokens.numbers.astype(np.int32),
        "word_ends": part.tokens.ends,
        "sensors": _as_bytes(part.sensors),
        "told": np.frombuffer(part.metadata, np.uint8),
        "ends": part.ends,
    }

    def write(partial: Path) -> None:
        with partial.open("wb") as file:
            np.savez(file, allow_pickle=False, **values)

    atomic_write(path, write)


def read_segment(path: Path) -> Segment | None:
    """The segment of a file; None where it is missing or damaged."""
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            tokens = Tokens(_as_texts(file["words"]), file["numbers"].astype(np.int64), file["word_ends"])
            metadata = file["told"].tobytes()
            result = Segment(
                file["vectors"], file["columns"], file["ids"], file["pairs"], tokens, _as_texts(file["sensors"]),
                metadata, file["ends"],
            )  # fmt: skip
    except DAMAGED:
        return None
    return result if _is_whole(result) else None


def _is_whole(part: Segment) -> bool:
    """Whether every array has the shape and kind that it was written with."""
    count, tokens = len(part.sensors), part.tokens
    shapes = (
        # earlier versions stored views side by side
        part.vectors.ndim == 3 and part.vectors.shape[:2] == (VIEWS_PER_CELL, count) and part.vectors.dtype.kind == "f",
        part.columns.shape == (count, len(COLUMNS)) and part.columns.dtype.kind == "f",
        part.ids.shape == part.pairs.shape == (count, DIGEST),
        part.ids.dtype == part.pairs.dtype == np.uint8,
        _are_ends(part.ends, count, len(part.metadata)),
        _are_ends(tokens.ends, count, len(tokens.numbers)),
    )
    return all(shapes) and _is_within(tokens.numbers, len(tokens.vocabulary))


def _are_ends(ends: npt.NDArray[np.int64], count: int, last: int) -> bool:
    """Whether offsets rise to the last one, one a cell."""
    if ends.shape != (count,) or ends.dtype.kind != "i":
        return False
    return bool((np.diff(ends, prepend=0) >= 0).all()) and (not count or int(ends[-1]) == last)


def _is_within(numbers: npt.NDArray[np.int64], count: int) -> bool:
    return numbers.ndim == 1 and bool(((numbers >= 0) & (numbers < count)).all())


def _as_bytes(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer(json.dumps(list(texts)).encode(), np.uint8)


def _as_texts(values: npt.NDArray[np.uint8]) -> tuple[str, ...]:
    return parse_json(values.tobytes(), TEXTS, "the texts")


@dataclass(frozen=True)
class Table:
    """All cells of an archive."""

    segments: tuple[Segment, ...]

    def __len__(self) -> int:
        return sum(len(part.ends) for part in self.segments)

    @cached_property
    def _columns(self) -> npt.NDArray[np.float64]:
        """(len(COLUMNS), n), so that each column is contiguous."""
        whole = np.concatenate([np.zeros((0, len(COLUMNS))), *(part.columns for part in self.segments)])
        return np.ascontiguousarray(whole.T)

    def column(self, name: str) -> npt.NDArray[np.float64]:
        """(n,) of one name of COLUMNS."""
        values: npt.NDArray[np.float64] = self._columns[COLUMNS.index(name)]
        return values

    @cached_property
    def sensors(self) -> Counter[str]:
        """How many cells there are of each sensor."""
        return Counter(sensor for part in self.segments for sensor in part.sensors)

    def of_sensor(self, sensor_name: str) -> npt.NDArray[np.bool_]:
        """(n,): cells of a sensor."""
        result: npt.NDArray[np.bool_] = self._sensor_of == self._sensor_numbers.get(sensor_name, -1)
        return result

    @cached_property
    def _sensor_numbers(self) -> dict[str, int]:
        return {sensor: number for number, sensor in enumerate(self.sensors)}

    @cached_property
    def _sensor_of(self) -> npt.NDArray[np.int64]:
        numbers = self._sensor_numbers
        return np.array([numbers[sensor] for part in self.segments for sensor in part.sensors], np.int64)

    @cached_property
    def word_index(self) -> WordIndex:
        """Word index of the captions."""
        return WordIndex(joined([part.tokens for part in self.segments]))

    def similarity(self, vector: Vectors, view: View = "change") -> Vectors:
        """(n,) cosine of the angle between a vector of length 1 and that of each cell; of two dates their difference.

        In one thread: it is bound by memory, and threads of BLAS wait for each other where the cores are busy.
        """
        if view == "became":
            return self.similarity(vector, "after") - self.similarity(vector, "before")
        parts = (np.einsum("ij,j->i", part.vectors[VIEW_INDEX[view]], vector) for part in self.segments)
        return np.concatenate([np.zeros(0, np.float32), *parts])

    def of_pair(self, pair: str) -> npt.NDArray[np.bool_]:
        """(n,): cells of a pair."""
        parts = (_starts_with(part.pairs, pair) for part in self.segments)
        return np.concatenate([np.zeros(0, bool), *parts])

    def rows_of(self, start: str) -> list[int]:
        """Rows of the cells whose ids start with `start`, in hexadecimal."""
        parts = (_starts_with(part.ids, start) for part in self.segments)
        rows: list[int] = np.flatnonzero(np.concatenate([np.zeros(0, bool), *parts])).tolist()
        return rows

    def cell(self, row: int) -> Cell:
        """The cell of a row."""
        part, row_in_part = self._place(row)
        return part.cell(row_in_part)

    def vector(self, row: int) -> Vectors:
        """(D,) of a cell's change."""
        part, row_in_part = self._place(row)
        vector: Vectors = part.vectors[VIEW_INDEX["change"], row_in_part]
        return vector

    def _place(self, row: int) -> tuple[Segment, int]:
        for part in self.segments:
            if row < len(part.ends):
                return part, row
            row -= len(part.ends)
        raise IndexError(row)


def _starts_with(digests: npt.NDArray[np.uint8], start: str) -> npt.NDArray[np.bool_]:
    """(n,): digests that start with `start`; each byte is compared only where all before it match."""
    result = np.zeros(len(digests), bool)
    rows = np.arange(len(digests))
    for place, byte in enumerate(bytes.fromhex(start[: len(start) // 2 * 2])):
        rows = rows[digests[rows, place] == byte]
    if len(start) % 2:
        rows = rows[digests[rows, len(start) // 2] >> 4 == int(start[-1], 16)]
    result[rows] = True
    return result


def segment_path(folder: Path, number: int) -> Path:
    """The file of a segment in an archive's folder."""
    return folder / FOLDER / f"{number:05d}.npz"


def segment_paths(folder: Path) -> list[Path]:
    """The existing files, in order."""
    return sorted(path for path in (folder / FOLDER).glob("*.npz") if NAME.fullmatch(path.name))
