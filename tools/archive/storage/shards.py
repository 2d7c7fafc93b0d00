"""Cells in Chroma, in collections of 5,000 that are filled one after the other. Knows no images and no table.

Collections are small because Chroma scans a whole collection when it is first opened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.archive.storage.cells import Cell, from_metadata, to_metadata
from tools.archive.storage.embedder import Vectors
from tools.archive.storage.embedding_views import width
from tools.archive.storage.store import Makers, collection, rebuild_advice
from tools.errors import ArchiveError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

SHARD = 5000
"""Cells in a collection, and in a file of the table."""
PAGE = 1000
"""Rows that are read or written at once: Chroma accepts 5,461, and returns at most 32,766."""
NAME = re.compile(r"cells-(\d{5})")


def shard_numbers(client: ClientAPI) -> list[int]:
    """Numbers of the existing collections, in order."""
    names = (NAME.fullmatch(found.name) for found in client.list_collections())
    return sorted(int(name[1]) for name in names if name)


def makers_in(client: ClientAPI, folder: Path) -> Makers | None:
    """The networks that made the cells; None without cells.

    Raises:
        ArchiveError: it is not an archive, or one of another version.
    """
    numbers = shard_numbers(client)
    if not numbers:
        return None
    return Makers.from_metadata(folder, client.get_collection(_name(numbers[0]), embedding_function=None).metadata)


def open_shard(client: ClientAPI, number: int, makers: Makers) -> Collection:
    """A collection of cells, made if there is none."""
    return collection(client, _name(number), makers.to_metadata())


def _name(number: int) -> str:
    return f"cells-{number:05d}"


def add_cells(shard: Collection, cells: Sequence[Cell], vectors: Vectors) -> None:
    """Add cells, all of a page or none of it; existing ones stay as they are."""
    for start in range(0, len(cells), PAGE):
        page_cells = cells[start : start + PAGE]
        metadata: Any = [to_metadata(cell) for cell in page_cells]
        captions = [cell.caption for cell in page_cells]
        shard.add([cell.id for cell in page_cells], vectors[start : start + PAGE], metadata, captions)


def read_cells(shard: Collection, folder: Path) -> tuple[list[Cell], Vectors]:
    """All cells of a collection, in the order in which they were added.

    Raises:
        ArchiveError: its rows are no cells.
    """
    cells: list[Cell] = []
    vectors = []
    for start in range(0, shard.count(), PAGE):
        page: Any = shard.get(limit=PAGE, offset=start, include=["embeddings", "metadatas", "documents"])
        rows = zip(page["ids"], page["documents"], page["metadatas"], strict=True)
        try:
            cells += [from_metadata(id_, caption, metadata) for id_, caption, metadata in rows]
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise ArchiveError(
                f"The store of {folder} holds what is no part of a pair. {rebuild_advice(folder)}"
            ) from error
        vectors.append(np.asarray(page["embeddings"], np.float32))
    dimensions = int((shard.metadata or {}).get("dimensions", 0))
    return cells, np.concatenate([np.zeros((0, width(dimensions)), np.float32), *vectors])
