"""Cells are written to an archive by one at a time: first the store, then the table. Knows no images."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tools.archive.storage.archive import Archive, check_makers, check_there, open_archive
from tools.archive.storage.cells import Cell
from tools.archive.storage.embedder import Vectors
from tools.archive.storage.embedding_views import together
from tools.archive.storage.shards import SHARD, add_cells, makers_in, open_shard, shard_numbers
from tools.archive.storage.store import Makers, opened, writing
from tools.archive.storage.table import COLUMNS, Segment, segment, segment_path, write_segment
from tools.archive.storage.upkeep import catch_up, mark_behind, mark_even

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

FLUSH = 200
"""Cells that are added before the table is written again."""


class Writer:
    """Adds cells; made by `open_writer`."""

    def __init__(self, folder: Path, client: ClientAPI, makers: Makers, parts: Sequence[Segment]) -> None:
        self.folder, self.client, self.makers = folder, client, makers
        self._shards: dict[int, Collection] = {}
        self._known = {bytes(digest).hex() for part in parts for digest in part.ids}
        self._missing: dict[str, int] = {}
        for part in parts:
            for digest, of in zip(part.pairs, part.columns[:, COLUMNS.index("of")], strict=True):
                self._count(bytes(digest).hex(), int(of))
        self._number = max(0, len(parts) - 1)
        last = parts[-1] if parts else None
        self._cells = [last.cell(row) for row in range(len(last.ends))] if last else []
        self._vectors: list[Vectors] = [together(last.vectors)] if last else []
        self._waiting, self._sound = 0, True
        self._turn_over()

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, cell: object) -> bool:
        return cell in self._known

    def has_all_of(self, pair: str) -> bool:
        """Whether every cell of a pair is there; one that holds no data is never there."""
        return self._missing.get(pair) == 0

    def _count(self, pair: str, of: int) -> None:
        self._missing[pair] = self._missing.get(pair, of) - 1

    def add(self, cells: Sequence[Cell], vectors: Vectors) -> None:
        """Add cells that are not there yet: all of up to a thousand, or none.

        Args:
            cells: what is told of them.
            vectors: (n, D).

        Raises:
            ArchiveError: the store cannot be written.
            OSError: a file cannot be written.
        """
        if not cells:
            return
        mark_behind(self.folder)
        self._sound = False  # Chroma must not be asked again once it could not write
        add_cells(self._shard(), cells, vectors)
        self._sound = True
        self._known.update(cell.id for cell in cells)
        for cell in cells:
            self._count(cell.pair, cell.of)
        self._cells += cells
        self._vectors.append(vectors)
        self._waiting += len(cells)
        if self._waiting >= FLUSH or len(self._cells) >= SHARD:
            self.flush()

    def flush(self) -> None:
        """Let the table hold what the store holds."""
        if self._waiting:
            write_segment(segment_path(self.folder, self._number), segment(self._cells, np.concatenate(self._vectors)))
            self._waiting = 0
        if self._sound:
            mark_even(self.folder)
        self._turn_over()

    def _shard(self) -> Collection:
        if self._number not in self._shards:
            self._shards = {self._number: open_shard(self.client, self._number, self.makers)}
        return self._shards[self._number]

    def _turn_over(self) -> None:
        """Begin another collection where this one is full."""
        if len(self._cells) >= SHARD:
            self._number, self._cells, self._vectors = self._number + 1, [], []


@contextmanager
def open_writer(folder: Path, makers: Makers) -> Iterator[Writer]:
    """Write to an archive, which is made if there is none; the table follows in the end, whatever ends it.

    Raises:
        ArchiveError: another one writes, others made it, or the store is damaged or cannot be written.
    """
    check_there(folder)
    with writing(folder), opened(folder) as client:
        check_makers(folder, makers_in(client, folder) or makers, makers)
        open_shard(client, max(shard_numbers(client), default=0), makers)
        writer = Writer(folder, client, makers, catch_up(folder, client, makers))
        try:
            yield writer
        except BaseException:
            with suppress(OSError):  # a full disk has been told already
                writer.flush()
            raise
        writer.flush()


def make_archive(folder: Path, makers: Makers) -> Archive:
    """Open an archive, which is made if there is none.

    Raises:
        ArchiveError: as for `open_writer`.
    """
    with open_writer(folder, makers):
        pass
    return open_archive(folder)
