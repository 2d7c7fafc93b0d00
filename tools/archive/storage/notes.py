"""Notes as the store keeps them."""

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
from tools.archive.storage.store import Makers, anew, collection, opened
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
    """SHA-256 of all it holds: the same note is kept once."""
    text: str
    source: str
    """Where it comes from: a record, a file, a method's paper."""
    bbox: Bounds | None = None
    """West, south, east, north of what it speaks of, degrees on WGS 84."""
    day: str | None = None
    """ISO 8601."""


def put_notes(client: ClientAPI, makers: Makers, notes: Sequence[Note], vectors: Vectors) -> None:
    """Put notes with their vectors, (n, D), into an open store; those that are there stay as they are."""
    shelf = _shelf(client, makers)
    for start in range(0, len(notes), PAGE):
        some = notes[start : start + PAGE]
        told: Any = [_to_metadata(note) for note in some]
        shelf.add([note.id for note in some], vectors[start : start + PAGE], told, [note.text for note in some])


def all_notes(folder: Path) -> tuple[Note, ...]:
    """Every note of an archive, whoever made it.

    Raises:
        ArchiveError: its store is damaged, or gone.
    """
    check_there(folder)
    with opened(folder) as client:
        if NAME not in {found.name for found in client.list_collections()}:
            return ()
        return tuple(_read(client.get_collection(NAME, embedding_function=None), folder)[0])


def _shelf(client: ClientAPI, makers: Makers) -> Collection:
    return collection(client, NAME, makers.to_metadata())


def _to_metadata(note: Note) -> dict[str, Any]:
    told = {"source": note.source, "day": note.day, **dict(zip(SIDES, note.bbox or (None,) * 4, strict=True))}
    return {name: value for name, value in told.items() if value is not None}


def _read(shelf: Collection, folder: Path) -> tuple[Sequence[Note], Vectors]:
    notes, vectors = [], []
    for start in range(0, shelf.count(), PAGE):
        page: Any = shelf.get(limit=PAGE, offset=start, include=["embeddings", "metadatas", "documents"])
        for id_, text, told in zip(page["ids"], page["documents"], page["metadatas"], strict=True):
            try:
                bbox = tuple(float(told[name]) for name in SIDES) if "west" in told else None
                notes.append(Note(id_, str(text), str(told["source"]), bbox, told.get("day")))  # type: ignore[arg-type]
            except (KeyError, TypeError, ValueError) as error:
                raise ArchiveError(f"The store of {folder} holds what is no note. {anew(folder)}") from error
        vectors.append(np.asarray(page["embeddings"], np.float32))
    return notes, np.concatenate(vectors) if vectors else np.zeros((0, 0), np.float32)
