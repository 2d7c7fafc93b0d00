"""Notes in the Chroma store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.archive.storage.archive import check_there
from tools.archive.storage.cells import SIDES
from tools.archive.storage.embedder import Vectors
from tools.archive.storage.shards import PAGE
from tools.archive.storage.store import Makers, collection, opened_to_read, rebuild_advice
from tools.errors import ArchiveError
from tools.rasters.georeference import Bounds

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection


NAME = "notes"


@dataclass(frozen=True, slots=True)
class Note:
    """One note."""

    id: str
    """SHA-256 of its content: the same note is stored once."""
    text: str
    source: str
    """Where it comes from: a record, a file, a method's paper."""
    bbox: Bounds | None = None
    """West, south, east, north of its place, degrees on WGS 84."""
    day: str | None = None
    """ISO 8601."""


def put_notes(client: ClientAPI, makers: Makers, notes: Sequence[Note], vectors: Vectors) -> None:
    """Put notes with their vectors, (n, D), into an open store; existing ones stay as they are."""
    notes_collection = open_notes(client, makers)
    for start in range(0, len(notes), PAGE):
        page_notes = notes[start : start + PAGE]
        metadata: Any = [_to_metadata(note) for note in page_notes]
        notes_collection.add(
            [note.id for note in page_notes],
            vectors[start : start + PAGE],
            metadata,
            [note.text for note in page_notes],
        )


def all_notes(folder: Path) -> tuple[Note, ...]:
    """Every note of an archive.

    Raises:
        ArchiveError: its store is damaged, or missing.
    """
    check_there(folder)
    with opened_to_read(folder) as client:
        if NAME not in {found.name for found in client.list_collections()}:
            return ()
        return tuple(read_notes(client.get_collection(NAME, embedding_function=None), folder)[0])


def open_notes(client: ClientAPI, makers: Makers) -> Collection:
    """The collection of notes, created if there is none."""
    return collection(client, NAME, makers.to_metadata())


def _to_metadata(note: Note) -> dict[str, Any]:
    metadata = {"source": note.source, "day": note.day, **dict(zip(SIDES, note.bbox or (None,) * 4, strict=True))}
    return {name: value for name, value in metadata.items() if value is not None}


def read_notes(notes_collection: Collection, folder: Path) -> tuple[Sequence[Note], Vectors]:
    """All notes of a collection with their vectors, (n, D).

    Raises:
        ArchiveError: its rows are no notes.
    """
    notes, vectors = [], []
    for start in range(0, notes_collection.count(), PAGE):
        page: Any = notes_collection.get(limit=PAGE, offset=start, include=["embeddings", "metadatas", "documents"])
        for id_, text, metadata in zip(page["ids"], page["documents"], page["metadatas"], strict=True):
            try:
                bbox = tuple(float(metadata[name]) for name in SIDES) if "west" in metadata else None
                notes.append(Note(id_, str(text), str(metadata["source"]), bbox, metadata.get("day")))  # type: ignore[arg-type]
            except (KeyError, TypeError, ValueError, OverflowError) as error:
                raise ArchiveError(f"The store of {folder} holds what is no note. {rebuild_advice(folder)}") from error
        vectors.append(np.asarray(page["embeddings"], np.float32))
    return notes, np.concatenate(vectors) if vectors else np.zeros((0, 0), np.float32)
