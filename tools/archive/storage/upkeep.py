"""The table of an archive follows from its store: what is missing, damaged or behind is written again.

`behind` lies beside the table while the store holds more than it does.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tools.archive.storage.shards import makers_in, open_shard, read_cells, shard_numbers
from tools.archive.storage.store import Makers, opened, trying_to_write
from tools.archive.storage.table import FOLDER, Segment, read_segment, segment, segment_path, write_segment
from tools.atomic_files import atomic_write

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

MADE_BY, BEHIND = "made-by.json", "behind"


def mended(folder: Path) -> bool:
    """Let the table follow from the store again, unless another one writes; whether that was done."""
    with trying_to_write(folder) as mine:
        if mine:
            with opened(folder) as client:
                makers = makers_in(client, folder)
                if makers is not None:
                    catch_up(folder, client, makers)
        return mine


def made_by(folder: Path) -> Makers | None:
    """Whose cells the table holds; None where it is not there.

    Raises:
        ArchiveError: another version made it.
    """
    try:
        told = json.loads((folder / FOLDER / MADE_BY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Makers.from_metadata(folder, told)


def is_behind(folder: Path) -> bool:
    """Whether the store holds more than the table."""
    return (folder / FOLDER / BEHIND).exists()


def mark_behind(folder: Path) -> None:
    """Say so, before the store is written."""
    (folder / FOLDER / BEHIND).touch()


def mark_even(folder: Path) -> None:
    """Say that the table holds all."""
    (folder / FOLDER / BEHIND).unlink(missing_ok=True)


def catch_up(folder: Path, client: ClientAPI, makers: Makers) -> list[Segment]:
    """Write what of the table is missing, damaged or behind, and give all of it.

    Only the last collection can hold more than its file: whoever writes begins no other before the file is there.
    """
    for leftover in folder.rglob(".*.partial.*"):  # of one that was killed: only this one writes now
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
    told = json.dumps(makers.to_metadata())
    atomic_write(folder / FOLDER / MADE_BY, lambda partial: partial.write_text(told, encoding="utf-8"))
    mark_even(folder)
    return parts
