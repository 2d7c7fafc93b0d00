"""Pairs are added to an archive: known cells are skipped, and failures are reported without stopping the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mci_model.change_predictor import PairPredictor
from tools.archive.filling.cell_contents import CellContents, contents_id, describe_cells, open_to_cut
from tools.archive.filling.listing import ListedPair, list_pairs
from tools.archive.storage.archive import thumbnail_path
from tools.archive.storage.cells import cell_id
from tools.archive.storage.embedder import ChangeEmbedder
from tools.archive.storage.embedding_views import embed_cells
from tools.archive.storage.notes import all_notes, put_notes
from tools.archive.storage.store import Makers
from tools.archive.storage.table import segment_paths
from tools.archive.storage.writer import Writer, open_writer
from tools.errors import ArchiveError
from tools.rasters.png import write_png
from tools.types import Progress

CELLS_PER_BATCH = 16
"""Cells that are interpreted and added together: at most so many are lost when the process is killed."""
Explain = Callable[[BaseException], str]


@dataclass(frozen=True, slots=True)
class AddResult:
    """Result of adding pairs."""

    added: int
    """Pairs with new cells."""
    kept: int
    """Pairs whose cells were all in the archive, wherever their files are."""
    failed: int
    cells: int
    """Cells that were added."""
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
        """Context in which one pair is added; after it all its cells count as done."""
        first, whole = self.done, self.total
        yield
        self.report(first + 1 + self.total - whole - self.done)

    def opened(self, cells: int) -> None:
        """Replace the estimate of one cell by the number of cells of a pair."""
        self.total += cells - 1

    def report(self, more: int) -> None:
        """Report that `more` cells are done."""
        self.done += more
        if self.progress:
            self.progress(self.done, self.total)


def makers_of(embedder: ChangeEmbedder, predictor: PairPredictor) -> Makers:
    """The networks that make what is added now."""
    return Makers(embedder.name, embedder.sha256, embedder.dimensions, predictor.name, predictor.sha256)


def add_pairs(
    folder: Path,
    source: Path,
    embedder: ChangeEmbedder,
    predictor: PairPredictor,
    explain: Explain,
    *,
    any_resolution: bool = False,
    progress: Progress | None = None,
) -> AddResult:
    """Add the pairs of a folder, a list or another archive; after an interruption it resumes.

    Args:
        folder: the archive; made if there is none.
        source: as `list_pairs` reads it.
        embedder: makes the vectors.
        predictor: makes captions and areas.
        explain: turns an exception into a sentence.
        any_resolution: whether to add also pairs whose pixels are too coarse for houses.
        progress: called with cells done and cells in all, as far as they are known.

    Raises:
        ManifestError: there are no pairs.
        ArchiveError: another one writes, other weights made the archive, or it is damaged.
        OSError: the disk is full; cells added so far stay.
    """
    started, listing = time.perf_counter(), list_pairs(source)
    tally = _Tally(progress, len(listing.pairs), failures=list(listing.alone))
    with open_writer(folder, makers_of(embedder, predictor)) as writer:
        adding = _Adding(folder, writer, embedder, predictor, any_resolution, tally)
        for pair in listing.pairs:
            _add_pair(adding, pair, explain)
        if segment_paths(source):
            tally.failures += _carry_notes(source, writer, embedder)
    failures, seconds = tuple(tally.failures), time.perf_counter() - started
    return AddResult(tally.added, tally.kept, len(failures), tally.cells, failures, len(writer), seconds)


def _carry_notes(source: Path, writer: Writer, embedder: ChangeEmbedder) -> list[str]:
    """Copy the notes of another archive; return a sentence if its store cannot be read."""
    try:
        notes = all_notes(source)
    except ArchiveError as error:
        return [f"The notes of {source.name} could not be taken over: {error}"]
    if notes:
        put_notes(writer.client, writer.makers, notes, embedder.embed_text([note.text for note in notes]))
    return []


@dataclass(frozen=True)
class _Adding:
    """Context of adding pairs."""

    folder: Path
    writer: Writer
    embedder: ChangeEmbedder
    predictor: PairPredictor
    any_resolution: bool
    tally: _Tally

    def new_cells(self, pair: ListedPair) -> Generator[CellContents, None, None]:
        """New cells of a pair, in batches; cells in the archive are not interpreted again."""
        if self.writer.has_all_of(contents_id(pair.before, pair.after)):
            return
        cut_pair = open_to_cut(pair.before, pair.after, self.folder, any_resolution=self.any_resolution)
        self.tally.opened(len(cut_pair.windows))
        remaining = [window for window in cut_pair.windows if cell_id(cut_pair.id, window) not in self.writer]
        self.tally.report(len(cut_pair.windows) - len(remaining))
        with cut_pair.pair.reading() as reader:
            for start in range(0, len(remaining), CELLS_PER_BATCH):
                batch = remaining[start : start + CELLS_PER_BATCH]
                yield describe_cells(cut_pair, reader, batch, self.predictor)
                self.tally.report(len(batch))


def _add_pair(adding: _Adding, pair: ListedPair, explain: Explain) -> None:
    """Add the new cells of a pair; read errors are reported, write errors end the run."""
    tally = adding.tally
    with tally.pair(), closing(adding.new_cells(pair)) as new_cells:
        before = tally.cells
        while True:
            try:
                contents = next(new_cells, None)
            except Exception as error:  # noqa: BLE001 - one pair must not stop the others
                tally.failures.append(f"{pair.name}: {explain(error)}")
                return
            if contents is None:
                break
            for cell, picture in zip(contents.cells, contents.thumbnails, strict=True):
                write_png(thumbnail_path(adding.folder, cell.id), picture)
            adding.writer.add(contents.cells, embed_cells(adding.embedder, contents.pictures))
            tally.cells += len(contents.cells)
    if tally.cells > before:
        tally.added += 1
    else:
        tally.kept += 1
