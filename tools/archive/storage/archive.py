"""An archive as it is read: its table, its thumbnails, who made it. Knows no network and no Chroma.

ARCHIVE/chroma/          the store: whatever else is lost follows from it
ARCHIVE/table/           columns for searching
ARCHIVE/thumbnails/      both dates of each cell, small
"""

from __future__ import annotations

from pathlib import Path

from tools.archive.storage.store import Makers, anew, check_whole, exists, typed
from tools.archive.storage.table import Segment, Table, read_segment, segment_paths
from tools.archive.storage.upkeep import is_behind, made_by, mended
from tools.errors import ArchiveError

Stamp = tuple[int, int]


class Archive:
    """An archive to be searched; it follows what others add to it."""

    def __init__(self, folder: Path, makers: Makers) -> None:
        self.folder, self.makers = folder, makers
        self._parts: dict[Path, tuple[Stamp, Segment]] = {}
        self._table = Table(())

    @property
    def table(self) -> Table:
        """The cells as they are now; files that have not changed are not read again.

        Raises:
            ArchiveError: a file of the table is damaged, and cannot be made anew.
        """
        stamps = {path: _stamp(path) for path in segment_paths(self.folder)}
        if stamps != {path: stamp for path, (stamp, _) in self._parts.items()}:
            self._parts = {path: self._part(path, stamp) for path, stamp in stamps.items()}
            self._table = Table(tuple(part for _, part in self._parts.values()))
        return self._table

    def _part(self, path: Path, stamp: Stamp) -> tuple[Stamp, Segment]:
        kept = self._parts.get(path)
        if kept is not None and kept[0] == stamp:
            return kept
        part = read_segment(path) or (mended(self.folder) and read_segment(path)) or None
        if part is None:
            raise ArchiveError(f"{path} is damaged. {anew(self.folder)}")
        return stamp, part

    def thumbnail(self, cell: str) -> Path:
        """The picture of the cell of an id."""
        return thumbnail_path(self.folder, cell)


def _stamp(path: Path) -> Stamp:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def thumbnail_path(folder: Path, cell: str) -> Path:
    """Where the picture of a cell lies."""
    return folder / "thumbnails" / cell[:2] / f"{cell}.png"


def open_archive(folder: Path) -> Archive:
    """Open an archive to search it.

    Raises:
        ArchiveError: there is none, or it is damaged.
    """
    check_there(folder)
    if not exists(folder):
        raise ArchiveError(f"{folder} is no archive of pairs; make one: terradelta index add {typed(folder)} FOLDER")
    check_whole(folder)
    makers = made_by(folder)
    if makers is None or is_behind(folder):
        mended(folder)  # while another one writes, what is in the table is what can be searched
        makers = made_by(folder)
    if makers is None:
        raise ArchiveError(f"{folder} holds no pair yet; add some: terradelta index add {typed(folder)} FOLDER")
    return Archive(folder, makers)


def check_there(folder: Path) -> None:
    """See that an archive has not lost its store.

    Raises:
        ArchiveError: only the rest of it is there.
    """
    if not exists(folder) and segment_paths(folder):
        raise ArchiveError(f"The store of {folder} is gone. {anew(folder)}")


def check_makers(folder: Path, made: Makers, now: Makers) -> None:
    """See that what would be compared can be.

    Raises:
        ArchiveError: other weights made the archive.
    """
    check_embedder(folder, made, now.embedder, now.embedder_sha256)
    if made.eyes_sha256 != now.eyes_sha256:
        raise ArchiveError(
            f"{folder} holds captions and areas of {made.eyes} (SHA-256 {made.eyes_sha256[:12]}), and these are the "
            f"weights {now.eyes} ({now.eyes_sha256[:12]}). {anew(folder)}"
        )


def check_embedder(folder: Path, made: Makers, name: str, sha256: str) -> None:
    """See that vectors can be compared.

    Raises:
        ArchiveError: other weights made the archive's.
    """
    if made.embedder_sha256 != sha256:
        raise ArchiveError(
            f"{folder} holds vectors of {made.embedder} (SHA-256 {made.embedder_sha256[:12]}), which those of {name} "
            f"({sha256[:12]}) cannot be compared with. {anew(folder)}"
        )
