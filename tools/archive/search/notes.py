"""Notes on answers and methods, stored beside the cells and searched, each with its source.

Notes are few, so each search reads them from the store. Knows no images.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.archive.search.filters import NO_FILTER, Filters, touching
from tools.archive.search.questions import read_question
from tools.archive.search.ranking import ranked
from tools.archive.storage.archive import Archive, check_embedder
from tools.archive.storage.embedder import ChangeEmbedder
from tools.archive.storage.notes import Note, open_notes, put_notes, read_notes
from tools.archive.storage.store import opened, opened_to_read, writing
from tools.archive.storage.words import WordIndex, tokenise
from tools.errors import ArchiveError
from tools.notices import notice
from tools.rasters.georeference import Bounds

MAX_NOTE_CHARS, MAX_SOURCE_CHARS = 4000, 500
"""Maximal characters of a note, and of its source."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that answers a question."""

    note: Note
    score: float
    """0-1 in this answer."""
    similarity: float
    """Cosine of the angle between the vectors, -1 to 1."""


@dataclass(frozen=True, slots=True)
class NotesAnswer:
    """Matching notes, the best first."""

    question: str
    found: tuple[FoundNote, ...]
    searched: int
    notes: tuple[str, ...] = ()
    """Cautions."""


def add_note(
    archive: Archive,
    embedder: ChangeEmbedder,
    text: str,
    source: str,
    bbox: Bounds | None = None,
    day: date | None = None,
) -> Note:
    """Store a note; the same one again changes nothing.

    Args:
        archive: where.
        embedder: the one that made the archive.
        text: of the note.
        source: where it comes from.
        bbox: place that it is about, if any.
        day: when it was found or made.

    Raises:
        ArchiveError: text or source is blank or too long, another process writes, or other weights made the archive.
        AreaError: the bounding box is invalid.
    """
    Filters(bbox=bbox)  # which checks the box
    note = _note(text, source, bbox, day)
    check_embedder(archive.folder, archive.makers, embedder.name, embedder.sha256)
    vectors = embedder.embed_text([note.text])
    with writing(archive.folder), opened(archive.folder) as client:
        put_notes(client, archive.makers, [note], vectors)
    return note


def search_notes(
    archive: Archive, embedder: ChangeEmbedder, text: str, k: int = 5, filters: Filters = NO_FILTER
) -> NotesAnswer:
    """Find notes: earlier results here, or how something is measured.

    Args:
        archive: where.
        embedder: the one that made the archive.
        text: in English.
        k: how many.
        filters: only place and days apply to notes.

    Raises:
        ArchiveError: the question is blank, or other weights made the archive.
    """
    question = read_question(text)
    check_embedder(archive.folder, archive.makers, embedder.name, embedder.sha256)
    with opened_to_read(archive.folder) as client:
        notes, vectors = read_notes(open_notes(client, archive.makers), archive.folder)
    if not notes:
        empty = notice("no-notes", "{folder} holds no notes yet.", folder=str(archive.folder))
        return NotesAnswer(question.text, (), 0, (*question.notes, empty))
    similarity = (vectors @ embedder.embed_text([question.text])[0]).astype(np.float32)
    word_scores = WordIndex(tokenise([f"{note.text} {note.source}" for note in notes])).scores(question.text)
    rows = ranked(similarity, word_scores, np.array([_fits(note, filters) for note in notes]), k)
    found = tuple(FoundNote(notes[one.row], one.score, float(similarity[one.row])) for one in rows)
    return NotesAnswer(question.text, found, len(notes), question.notes)


def _note(text: str, source: str, bbox: Bounds | None, day: date | None) -> Note:
    text, source = _plain(text), _plain(source)
    for stated, what, max_chars in ((text, "note", MAX_NOTE_CHARS), (source, "source of a note", MAX_SOURCE_CHARS)):
        if not stated:
            raise ArchiveError(f"The {what} is blank; say what to keep, and where it comes from.")
        if len(stated) > max_chars:
            raise ArchiveError(f"The {what} has {len(stated):,} letters; give at most {max_chars:,}, or several notes.")
    day_text = None if day is None else day.isoformat()
    content = json.dumps([text, source, bbox, day_text])
    return Note(hashlib.sha256(content.encode()).hexdigest(), text, source, bbox, day_text)


def _plain(text: str) -> str:
    """Text without unprintable characters but for line breaks and tabs."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t").strip()


def _fits(note: Note, wanted: Filters) -> bool:
    """Whether place and day of a note match the filters."""
    return _is_there(note.bbox, wanted.bbox) and _is_then(note.day, wanted)


def _is_there(bbox: Bounds | None, wanted: Bounds | None) -> bool:
    if wanted is None:
        return True
    if bbox is None:
        return False
    west, south, east, north = (np.array([side]) for side in bbox)
    return bool(touching((west, south, east, north), wanted)[0])


def _is_then(stated: str | None, wanted: Filters) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    if stated is None:
        return False
    day = date.fromisoformat(stated)
    return (wanted.since is None or day >= wanted.since) and (wanted.until is None or day <= wanted.until)
