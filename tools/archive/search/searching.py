"""Search in an archive by a sentence, a pair of images, or another cell. Knows no Chroma."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path

import numpy as np

from mci_model.prediction import Window
from tools.archive.filling.cell_contents import open_to_cut
from tools.archive.filling.cutting import middle_of
from tools.archive.search.filters import NO_FILTER, Filters, Mask, mask
from tools.archive.search.questions import ArchiveQuery, read_question
from tools.archive.search.ranking import Ranked, ranked, word_weight
from tools.archive.storage.archive import Archive, check_embedder
from tools.archive.storage.cells import Cell, Days
from tools.archive.storage.embedder import ChangeEmbedder, Vectors
from tools.archive.storage.embedding_views import View
from tools.archive.storage.store import shell_quoted
from tools.archive.storage.table import Table
from tools.archive.storage.words import words
from tools.errors import ArchiveError
from tools.notices import notice
from tools.rasters.georeference import Bounds

MAX_RESULTS = 1000
MAX_SIDE = 4096
"""Pixels a side of a query pair: a larger one shows many changes at once."""
ID = re.compile(r"[0-9a-f]{8,64}")
ROUGH = notice(
    "rough-search", "What is there at a single date is told roughly: the text model learnt from sentences about change."
)
UNNAMED = notice(
    "vague-search", "The question names no kind of change, so those parts come first of which most changed."
)
UNSPOKEN = notice(
    "unspoken-search",
    "None of these words occurs in a caption here, so only the text model judges, which reads English.",
)


@dataclass(frozen=True, slots=True)
class Found:
    """One matching cell."""

    id: str
    score: float
    """0-1, to be compared within this answer only: the similarity, and more where the caption holds the words."""
    similarity: float
    """Cosine of the angle between the vectors, -1 to 1."""
    caption: str
    changed: float
    """Probability of any change, 0-1."""
    building_m2: float | None
    """Changed area, square metres; None without georeference."""
    road_m2: float | None
    building_pixels: int
    road_pixels: int
    place: tuple[float, float] | None
    """Longitude and latitude of its centre, degrees on WGS 84."""
    bbox: Bounds | None
    """West, south, east, north."""
    days: Days
    sensor: str
    before: Path
    after: Path
    window: Window
    """The part, in pixels of the pair's grid."""
    thumbnail: Path
    """Both dates side by side."""


@dataclass(frozen=True, slots=True)
class ArchiveAnswer:
    """Matching cells, the best first."""

    question: str
    """As normalised."""
    found: tuple[Found, ...]
    searched: int
    """Cells in the archive."""
    matching: int
    """Cells that match the filters."""
    notes: tuple[str, ...] = ()
    """Cautions."""


def search(
    archive: Archive,
    embedder: ChangeEmbedder,
    text: str,
    k: int = 10,
    filters: Filters = NO_FILTER,
    *,
    view: View = "change",
) -> ArchiveAnswer:
    """Find cells that match a sentence: by its vector, and for changes also by the words of captions.

    Args:
        archive: where.
        embedder: the one that made the archive.
        text: in English.
        k: how many.
        filters: conditions on cells.
        view: what the sentence is compared with, of `tools.archive.storage.embedding_views.VIEWS`.

    Raises:
        ArchiveError: the question is blank, the archive is empty, or other weights made it.
    """
    question = read_question(text)
    table = _table(archive, embedder)
    similarity = table.similarity(embedder.embed_text([question.text])[0], view)
    order, word_scores, note = _scores(table, question, similarity, view)
    allowed = mask(table, filters)
    rows = ranked(order, word_scores, allowed, _checked_k(k), word_weight(len(words(question.text))))
    return _answer(archive, table, question.text, similarity, rows, allowed, (*question.notes, *note))


def _scores(
    table: Table, question: ArchiveQuery, similarity: Vectors, view: View
) -> tuple[Vectors, Vectors | None, tuple[str, ...]]:
    """Scores by which cells are ordered, word scores of captions, and cautions."""
    if view != "change":
        return similarity, None, (ROUGH,)
    if question.vague:
        changed = table.column("building_pixels") + table.column("road_pixels")
        return (changed / max(1, changed.max())).astype(np.float32), None, (UNNAMED,)
    word_scores = table.word_index.scores(question.text)
    return similarity, word_scores, () if word_scores is not None else (UNSPOKEN,)


def similar(
    archive: Archive,
    embedder: ChangeEmbedder,
    before: Path,
    after: Path,
    k: int = 10,
    filters: Filters = NO_FILTER,
    *,
    any_resolution: bool = False,
) -> ArchiveAnswer:
    """Find cells that changed as a pair of images did, in the same direction of time; its own cells are left out.

    Args:
        archive: where.
        embedder: the one that made the archive.
        before: the earlier date.
        after: the later date.
        k: how many.
        filters: conditions on cells.
        any_resolution: whether to accept pixels too coarse for houses.

    Raises:
        ArchiveError: the pair is too large, the archive is empty, or other weights made it.
        RasterError, PairError, ResolutionError: as for `open_to_cut`.
    """
    table = _table(archive, embedder)
    cut_pair = open_to_cut(before, after, archive.folder, any_resolution=any_resolution)
    if max(cut_pair.pair.size) > MAX_SIDE:
        raise ArchiveError(
            f"{after.name} is {cut_pair.pair.size[1]} x {cut_pair.pair.size[0]} px, more than one change; "
            f"cut out what is meant, at most {MAX_SIDE} px a side: gdal_translate -srcwin."
        )
    vector = embedder.embed_pair(cut_pair.pair.before, cut_pair.pair.after)
    question_text = f"{cut_pair.pair.sources[0].name} and {cut_pair.pair.sources[1].name}"
    return _similar_to_vector(archive, table, question_text, vector, cut_pair.id, k, filters)


def similar_to_cell(archive: Archive, start: str, k: int = 10, filters: Filters = NO_FILTER) -> ArchiveAnswer:
    """Find cells that changed as another one of the archive did; those of its own pair are left out.

    Args:
        archive: where.
        start: id of a cell, or its first eight letters or more.
        k: how many.
        filters: conditions on cells.

    Raises:
        ArchiveError: there is no such cell, or there are several.
    """
    table = archive.table
    rows = table.rows_of(start.lower()) if ID.fullmatch(start.lower()) else []
    if len(rows) != 1:
        raise ArchiveError(_no_cell(archive, start, several=bool(rows)))
    cell = table.cell(rows[0])
    return _similar_to_vector(archive, table, cell.id, table.vector(rows[0]), cell.pair, k, filters)


def _no_cell(archive: Archive, start: str, *, several: bool) -> str:
    if several:
        text = "Several cells have ids that begin with {start}; give more of the id."
        return notice("several-cells", text, start=start)
    text = "{folder} holds no cell {start}; give an id that a search has told, or two images."
    return notice("no-cell", text, folder=str(archive.folder), start=repr(start))


def _similar_to_vector(
    archive: Archive, table: Table, question_text: str, vector: Vectors, own_pair: str, k: int, filters: Filters
) -> ArchiveAnswer:
    chosen, other = mask(table, filters), ~table.of_pair(own_pair)
    allowed = other if chosen is None else other & chosen
    similarity = table.similarity(vector)
    return _answer(
        archive, table, question_text, similarity, ranked(similarity, None, allowed, _checked_k(k)), allowed, ()
    )


def _table(archive: Archive, embedder: ChangeEmbedder) -> Table:
    check_embedder(archive.folder, archive.makers, embedder.name, embedder.sha256)
    table = archive.table
    if not len(table):
        text = "{folder} holds no pair yet; add some: terradelta index add {quoted} FOLDER"
        quoted = shell_quoted(archive.folder)
        raise ArchiveError(notice("archive-empty", text, folder=str(archive.folder), quoted=str(quoted)))
    return table


def _checked_k(k: int) -> int:
    if not 1 <= k <= MAX_RESULTS:
        text = "{asked} results cannot be given; ask for 1 to {most}."
        raise ArchiveError(notice("too-many-results", text, asked=str(k), most=str(MAX_RESULTS)))
    return k


def _answer(
    archive: Archive,
    table: Table,
    question_text: str,
    similarity: Vectors,
    rows: Iterable[Ranked],
    allowed: Mask | None,
    notes: Iterable[str],
) -> ArchiveAnswer:
    found = tuple(_found(archive, table.cell(one.row), one.score, float(similarity[one.row])) for one in rows)
    matching = len(table) if allowed is None else int(np.count_nonzero(allowed))
    return ArchiveAnswer(question_text, found, len(table), matching, tuple(notes))


def _found(archive: Archive, cell: Cell, score: float, similarity: float) -> Found:
    before, after = (Path(normpath(archive.folder / file)) for file in (cell.before, cell.after))
    return Found(
        id=cell.id,
        score=score,
        similarity=similarity,
        caption=cell.caption,
        changed=cell.changed,
        building_m2=cell.building_m2,
        road_m2=cell.road_m2,
        building_pixels=cell.building_pixels,
        road_pixels=cell.road_pixels,
        place=None if cell.bbox is None else middle_of(cell.bbox),
        bbox=cell.bbox,
        days=cell.days,
        sensor=cell.sensor,
        before=before,
        after=after,
        window=cell.window,
        thumbnail=archive.thumbnail(cell.id),
    )
