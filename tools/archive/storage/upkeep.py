"""Rebuilds the table of an archive from its store where it is missing, damaged or outdated.

The file `behind` lies beside the table while the store holds more cells than the table.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from mci_model.errors import JsonFileError
from mci_model.files.json_files import SETTINGS, read_json
from tools.archive.storage.shards import makers_in, open_shard, read_cells, shard_numbers
from tools.archive.storage.store import Makers, opened, trying_to_write
from tools.archive.storage.table import FOLDER, Segment, read_segment, segment, segment_path, write_segment
from tools.atomic_files import atomic_write

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

MADE_BY, BEHIND = "made-by.json", "behind"


def repaired(folder: Path) -> bool:
    """Rebuild the table from the store, unless another process writes; return whether that was done."""
    with trying_to_write(folder) as acquired:
        if acquired:
            with opened(folder) as client:
                makers = makers_in(client, folder)
                if makers is not None:
                    catch_up(folder, client, makers)
        return acquired


def made_by(folder: Path) -> Makers | None:
    """The makers of the cells in the table; None without a table.

    Raises:
        ArchiveError: another version made it.
    """
    try:
        metadata = read_json(folder / FOLDER / MADE_BY, SETTINGS)
    except JsonFileError:
        return None
    return Makers.from_metadata(folder, metadata)


def is_behind(folder: Path) -> bool:
    """Whether the store holds more than the table."""
    return (folder / FOLDER / BEHIND).exists()


def mark_behind(folder: Path) -> None:
    """Mark the table as outdated, before the store is written."""
    (folder / FOLDER / BEHIND).touch()


def mark_current(folder: Path) -> None:
    """Mark the table as complete."""
    (folder / FOLDER / BEHIND).unlink(missing_ok=True)


def catch_up(folder: Path, client: ClientAPI, makers: Makers) -> list[Segment]:
    """Write missing, damaged or outdated files of the table, and return all segments.

    Only the last collection can hold more than its file: a writer starts the next one after the file is written.
    """
    for leftover in folder.rglob(".*.partial.*"):  # of a killed process: only this process writes now
        leftover.unlink(missing_ok=True)
    numbers, parts = shard_numbers(client), []
    for number in numbers:
        path = segment_path(folder, number)
        part = read_segment(path)
        shard = open_shard(client, number, makers)
        if part is None or (number == numbers[-1] and shard.count() != len(part.ends)):
            part = segment(*read_cells(shard, folder))
            write_segment(path, part)
        parts.append(part)
    metadata = json.dumps(makers.to_metadata())
    atomic_write(folder / FOLDER / MADE_BY, lambda partial: partial.write_text(metadata, encoding="utf-8"))
    mark_current(folder)
    return parts
