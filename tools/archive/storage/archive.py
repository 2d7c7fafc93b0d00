"""An archive opened for searching: its table, thumbnails and makers. Knows no network and no Chroma.

ARCHIVE/chroma/          the store, from which the rest can be rebuilt
ARCHIVE/table/           columns for searching
ARCHIVE/thumbnails/      both dates of each cell, scaled down
"""

from __future__ import annotations

from pathlib import Path

from tools.archive.storage.store import Makers, check_whole, exists, is_writable, rebuild_advice, shell_quoted
from tools.archive.storage.table import Segment, Table, read_segment, segment_paths
from tools.archive.storage.upkeep import is_behind, made_by, repaired
from tools.errors import ArchiveError

Stamp = tuple[int, int]


class Archive:
    """An archive to be searched; it picks up cells that other processes add."""

    def __init__(self, folder: Path, makers: Makers) -> None:
        self.folder, self.makers = folder, makers
        self._parts: dict[Path, tuple[Stamp, Segment]] = {}
        self._table = Table(())

    @property
    def table(self) -> Table:
        """The cells as they are now; files that have not changed are not read again.

        Raises:
            ArchiveError: a file of the table is damaged, and cannot be rebuilt.
        """
        stamps = {path: _stamp(path) for path in segment_paths(self.folder)}
        if stamps != {path: stamp for path, (stamp, _) in self._parts.items()}:
            self._parts = {path: self._part(path, stamp) for path, stamp in stamps.items()}
            self._table = Table(tuple(part for _, part in self._parts.values()))
        return self._table

    def _part(self, path: Path, stamp: Stamp) -> tuple[Stamp, Segment]:
        cached = self._parts.get(path)
        if cached is not None and cached[0] == stamp:
            return cached
        part = read_segment(path) or (repaired(self.folder) and read_segment(path)) or None
        if part is None:
            raise ArchiveError(f"{path} is damaged. {rebuild_advice(self.folder)}")
        return stamp, part

    def thumbnail(self, cell: str) -> Path:
        """The thumbnail of the cell of an id."""
        return thumbnail_path(self.folder, cell)


def _stamp(path: Path) -> Stamp:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def thumbnail_path(folder: Path, cell: str) -> Path:
    """Path of the thumbnail of a cell."""
    return folder / "thumbnails" / cell[:2] / f"{cell}.png"


def open_archive(folder: Path) -> Archive:
    """Open an archive to search it.

    Raises:
        ArchiveError: there is none, or it is damaged.
    """
    check_there(folder)
    if not exists(folder):
        raise ArchiveError(
            f"{folder} is no archive of pairs; make one: terradelta index add {shell_quoted(folder)} FOLDER"
        )
    check_whole(folder)
    makers = made_by(folder)
    if makers is None or (is_behind(folder) and is_writable(folder)):
        repaired(folder)  # while another process writes, only the cells in the table can be searched
        makers = made_by(folder)
    if makers is None:
        raise ArchiveError(f"{folder} holds no pair yet; add some: terradelta index add {shell_quoted(folder)} FOLDER")
    return Archive(folder, makers)


def check_there(folder: Path) -> None:
    """Check that an archive has its store.

    Raises:
        ArchiveError: there is a table without a store.
    """
    if not exists(folder) and segment_paths(folder):
        raise ArchiveError(f"The store of {folder} is gone. {rebuild_advice(folder)}")


def check_makers(folder: Path, made: Makers, now: Makers) -> None:
    """Check that the archive was made by these networks.

    Raises:
        ArchiveError: other weights made the archive.
    """
    check_embedder(folder, made, now.embedder, now.embedder_sha256)
    if made.eyes_sha256 != now.eyes_sha256:
        raise ArchiveError(
            f"{folder} holds captions and areas of {made.eyes} (SHA-256 {made.eyes_sha256[:12]}), and these are the "
            f"weights {now.eyes} ({now.eyes_sha256[:12]}). {rebuild_advice(folder)}"
        )


def check_embedder(folder: Path, made: Makers, name: str, sha256: str) -> None:
    """Check that vectors can be compared.

    Raises:
        ArchiveError: other weights made the archive's.
    """
    if made.embedder_sha256 != sha256:
        raise ArchiveError(
            f"{folder} holds vectors of {made.embedder} (SHA-256 {made.embedder_sha256[:12]}), which those of {name} "
            f"({sha256[:12]}) cannot be compared with. {rebuild_advice(folder)}"
        )
