"""Pairs are added to an archive: what is there is passed over, what is broken is named and holds nothing up."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mci_model.change_predictor import PairPredictor
from tools.archive.filling.cell_contents import SeenCells, contents_id, look, open_to_cut
from tools.archive.filling.listing import ListedPair, list_pairs
from tools.archive.storage.archive import thumbnail_path
from tools.archive.storage.cells import cell_id
from tools.archive.storage.embedder import ChangeEmbedder
from tools.archive.storage.embedding_views import embedded
from tools.archive.storage.notes import all_notes, put_notes
from tools.archive.storage.store import Makers
from tools.archive.storage.table import segment_paths
from tools.archive.storage.writer import Writer, open_writer
from tools.errors import ArchiveError
from tools.rasters.png import write_png
from tools.types import Progress

AT_ONCE = 16
"""Cells that are looked at and added together: so many are lost at most when it is killed."""
Explain = Callable[[BaseException], str]


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of the pairs."""

    added: int
    """Pairs of which something was new."""
    kept: int
    """Pairs that were there already, wherever their files lie."""
    failed: int
    cells: int
    """That were added."""
    failures: tuple[str, ...]
    """One sentence a failed pair."""
    cells_in_archive: int
    seconds: float


@dataclass
class _Tally:
    progress: Progress | None
    total: int
    """Cells of the pairs that have been opened, and one for each other pair."""
    done: int = 0
    added: int = 0
    kept: int = 0
    cells: int = 0
    failures: list[str] = field(default_factory=list)

    @contextmanager
    def pair(self) -> Iterator[None]:
        """Within it a pair is worked on; after it all its cells count as done."""
        first, whole = self.done, self.total
        yield
        self.tell(first + 1 + self.total - whole - self.done)

    def opened(self, cells: int) -> None:
        """A pair has so many cells."""
        self.total += cells - 1

    def tell(self, more: int) -> None:
        """So many more cells are done."""
        self.done += more
        if self.progress:
            self.progress(self.done, self.total)


def makers_of(embedder: ChangeEmbedder, eyes: PairPredictor) -> Makers:
    """Who makes what is added now."""
    return Makers(embedder.name, embedder.sha256, embedder.dimensions, eyes.name, eyes.sha256)


def add_pairs(
    folder: Path,
    source: Path,
    embedder: ChangeEmbedder,
    eyes: PairPredictor,
    explain: Explain,
    *,
    any_resolution: bool = False,
    progress: Progress | None = None,
) -> AddResult:
    """Add the pairs of a folder, a list or another archive; stopped, it goes on where it was.

    Args:
        folder: the archive; made if there is none.
        source: as `list_pairs` reads it.
        embedder: makes the vectors.
        eyes: tells captions and areas.
        explain: turns what went wrong with a pair into a sentence.
        any_resolution: whether to look also where pixels are too coarse for houses.
        progress: told cells done and cells in all, as far as they are known.

    Raises:
        ManifestError: there are no pairs.
        ArchiveError: another one writes, other weights made the archive, or it is damaged.
        OSError: the disk is full; what was added is kept.
    """
    started, listing = time.perf_counter(), list_pairs(source)
    tally = _Tally(progress, len(listing.pairs), failures=list(listing.alone))
    with open_writer(folder, makers_of(embedder, eyes)) as writer:
        adding = _Adding(folder, writer, embedder, eyes, any_resolution, tally)
        for pair in listing.pairs:
            _add_pair(adding, pair, explain)
        if segment_paths(source):
            tally.failures += _carry_notes(source, writer, embedder)
    failures, seconds = tuple(tally.failures), time.perf_counter() - started
    return AddResult(tally.added, tally.kept, len(failures), tally.cells, failures, len(writer), seconds)


def _carry_notes(source: Path, writer: Writer, embedder: ChangeEmbedder) -> list[str]:
    """Take over the notes of another archive; a sentence if its store cannot be read."""
    try:
        notes = all_notes(source)
    except ArchiveError as error:
        return [f"The notes of {source.name} could not be taken over: {error}"]
    if notes:
        put_notes(writer.client, writer.makers, notes, embedder.embed_text([note.text for note in notes]))
    return []


@dataclass(frozen=True)
class _Adding:
    """All that adding a pair takes."""

    folder: Path
    writer: Writer
    embedder: ChangeEmbedder
    eyes: PairPredictor
    any_resolution: bool
    tally: _Tally

    def new_cells(self, pair: ListedPair) -> Generator[SeenCells, None, None]:
        """What is new in a pair, some cells at a time; nothing of what is there is interpreted."""
        if self.writer.has_all_of(contents_id(pair.before, pair.after)):
            return
        given = open_to_cut(pair.before, pair.after, self.folder, any_resolution=self.any_resolution)
        self.tally.opened(len(given.windows))
        left = [window for window in given.windows if cell_id(given.id, window) not in self.writer]
        self.tally.tell(len(given.windows) - len(left))
        with given.pair.reading() as reader:
            for start in range(0, len(left), AT_ONCE):
                some = left[start : start + AT_ONCE]
                yield look(given, reader, some, self.eyes)
                self.tally.tell(len(some))


def _add_pair(adding: _Adding, pair: ListedPair, explain: Explain) -> None:
    """Add what is new of a pair; what cannot be read is told, and what cannot be written ends it all."""
    tally = adding.tally
    with tally.pair(), closing(adding.new_cells(pair)) as found:
        before = tally.cells
        while True:
            try:
                seen = next(found, None)
            except Exception as error:  # noqa: BLE001 - the edge of one pair: it must not take the others along
                tally.failures.append(f"{pair.name}: {explain(error)}")
                return
            if seen is None:
                break
            for cell, picture in zip(seen.cells, seen.thumbnails, strict=True):
                write_png(thumbnail_path(adding.folder, cell.id), picture)
            adding.writer.add(seen.cells, embedded(adding.embedder, seen.pictures))
            tally.cells += len(seen.cells)
    if tally.cells > before:
        tally.added += 1
    else:
        tally.kept += 1
