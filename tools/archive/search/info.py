"""What an archive holds, in numbers. Knows no pixels and no vectors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools.archive.storage.archive import Archive
from tools.archive.storage.cells import SIDES, Days
from tools.archive.storage.notes import all_notes
from tools.archive.storage.store import Makers
from tools.rasters.georeference import Bounds


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """An archive as a whole."""

    folder: Path
    pairs: int
    cells: int
    notes: int
    placed: int
    """Georeferenced cells."""
    bbox: Bounds | None
    """Around those that do not cross the 180th meridian: west, south, east, north."""
    days: Days
    """The earliest and the latest."""
    sensors: dict[str, int]
    """Number of cells of each, the most frequent first."""
    made_by: Makers
    megabytes: float
    """On disk."""


def inform(archive: Archive) -> ArchiveInfo:
    """Summarise an archive.

    Raises:
        ArchiveError: it is damaged.
    """
    table = archive.table
    notes = len(all_notes(archive.folder))
    sides = np.stack([table.column(name) for name in SIDES])
    pairs = {bytes(digest) for part in table.segments for digest in part.pairs}
    size = sum(path.stat().st_size for path in archive.folder.rglob("*") if path.is_file())
    return ArchiveInfo(
        folder=archive.folder,
        pairs=len(pairs),
        cells=len(table),
        notes=notes,
        placed=int(np.isfinite(sides[0]).sum()),
        bbox=_around(sides[:, sides[0] <= sides[2]]),
        days=Days(_day(table.column("first_day"), last=False), _day(table.column("last_day"), last=True)),
        sensors=dict(table.sensors.most_common()),
        made_by=archive.makers,
        megabytes=size / 1e6,
    )


def _around(sides: npt.NDArray[np.float64]) -> Bounds | None:
    if not sides.size:
        return None
    west, south, east, north = sides
    return float(west.min()), float(south.min()), float(east.max()), float(north.max())


def _day(days: npt.NDArray[np.float64], *, last: bool) -> str | None:
    known = days[np.isfinite(days)]
    if not known.size:
        return None
    return date.fromordinal(int(known.max() if last else known.min())).isoformat()
