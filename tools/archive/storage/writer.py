"""Writes cells to an archive, one process at a time: first the store, then the table. Knows no images."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tools.archive.storage.archive import Archive, check_makers, check_there, open_archive
from tools.archive.storage.cells import Cell
from tools.archive.storage.embedder import Vectors
from tools.archive.storage.embedding_views import join_views
from tools.archive.storage.shards import SHARD, add_cells, makers_in, open_shard, shard_numbers
from tools.archive.storage.store import Makers, opened, writing
from tools.archive.storage.table import COLUMNS, Segment, segment, segment_path, write_segment
from tools.archive.storage.upkeep import catch_up, mark_behind, mark_current

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
        self._ids = {bytes(digest).hex() for part in parts for digest in part.ids}
        self._missing: dict[str, int] = {}
        for part in parts:
            for digest, of in zip(part.pairs, part.columns[:, COLUMNS.index("of")], strict=True):
                self._count(bytes(digest).hex(), int(of))
        self._number = max(0, len(parts) - 1)
        last = parts[-1] if parts else None
        self._cells = [last.cell(row) for row in range(len(last.ends))] if last else []
        self._vectors: list[Vectors] = [join_views(last.vectors)] if last else []
        self._unflushed, self._store_ok = 0, True
        self._next_shard_if_full()

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, cell: object) -> bool:
        return cell in self._ids

    def has_all_of(self, pair: str) -> bool:
        """Whether the archive holds every cell of a pair; cells without data are never in it."""
        return self._missing.get(pair) == 0

    def _count(self, pair: str, of: int) -> None:
        self._missing[pair] = self._missing.get(pair, of) - 1

    def add(self, cells: Sequence[Cell], vectors: Vectors) -> None:
        """Add new cells: all of up to a thousand, or none.

        Args:
            cells: with their metadata.
            vectors: (n, D).

        Raises:
            ArchiveError: the store cannot be written.
            OSError: a file cannot be written.
        """
        if not cells:
            return
        mark_behind(self.folder)
        self._store_ok = False  # Chroma must not be used again after a failed write
        add_cells(self._shard(), cells, vectors)
        self._store_ok = True
        self._ids.update(cell.id for cell in cells)
        for cell in cells:
            self._count(cell.pair, cell.of)
        self._cells += cells
        self._vectors.append(vectors)
        self._unflushed += len(cells)
        if self._unflushed >= FLUSH or len(self._cells) >= SHARD:
            self.flush()

    def flush(self) -> None:
        """Write the cells of the store to the table."""
        if self._unflushed:
            write_segment(segment_path(self.folder, self._number), segment(self._cells, np.concatenate(self._vectors)))
            self._unflushed = 0
        if self._store_ok:
            mark_current(self.folder)
        self._next_shard_if_full()

    def _shard(self) -> Collection:
        if self._number not in self._shards:
            self._shards = {self._number: open_shard(self.client, self._number, self.makers)}
        return self._shards[self._number]

    def _next_shard_if_full(self) -> None:
        """Start the next collection where this one is full."""
        if len(self._cells) >= SHARD:
            self._number, self._cells, self._vectors = self._number + 1, [], []


@contextmanager
def open_writer(folder: Path, makers: Makers) -> Iterator[Writer]:
    """Write to an archive, which is created if there is none; the table is written at the end, even after an exception.

    Raises:
        ArchiveError: another process writes, other networks made it, or the store is damaged or cannot be written.
    """
    check_there(folder)
    with writing(folder), opened(folder) as client:
        check_makers(folder, makers_in(client, folder) or makers, makers)
        open_shard(client, max(shard_numbers(client), default=0), makers)
        writer = Writer(folder, client, makers, catch_up(folder, client, makers))
        try:
            yield writer
        except BaseException:
            with suppress(OSError):  # a full disk has been reported already
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
