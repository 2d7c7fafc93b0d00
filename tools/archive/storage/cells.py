"""Cells of an archive: one part of a pair with its metadata. Knows no store and no network."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mci_model.prediction import Window
from tools.rasters.georeference import Bounds

Value = str | int | float
SIDES = ("west", "south", "east", "north")
WINDOW = ("top", "left", "height", "width")


class Days(NamedTuple):
    """ISO 8601 days of both dates; None where a file has none."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of a pair, at most as large as what the network sees at once."""

    id: str
    """SHA-256 of its pair and its window: the same pixels have the same id, wherever their files are."""
    pair: str
    """SHA-256 of the contents of both files."""
    of: int
    """Cells that the pair is cut into; those without data are counted, but not stored."""
    window: Window
    """In pixels of the pair's grid."""
    caption: str
    changed: float
    """Probability of any change, 0-1."""
    building_pixels: int
    road_pixels: int
    building_m2: float | None
    """Changed area, square metres; None without georeference."""
    road_m2: float | None
    bbox: Bounds | None
    """As `tools.archive.filling.cutting.degrees` gives it."""
    days: Days
    sensor: str
    """By the band names, or the number of bands."""
    before: str
    """File, relative to the archive's folder."""
    after: str


def pair_id(contents: tuple[str, str]) -> str:
    """The id of a pair of files by the SHA-256 of each."""
    return hashlib.sha256(":".join(contents).encode("ascii")).hexdigest()


def cell_id(pair: str, window: Window) -> str:
    """The id of a cell."""
    return hashlib.sha256(f"{pair}:{','.join(map(str, window))}".encode("ascii")).hexdigest()


def day_of(text: str | None) -> str | None:
    """The ISO 8601 day of a text; None where it is none."""
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def to_metadata(cell: Cell) -> dict[str, Value]:
    """All but id and caption, flat; unknown values are left out."""
    metadata: dict[str, Value | None] = {
        "pair": cell.pair,
        "of": cell.of,
        "changed": cell.changed,
        "building_pixels": cell.building_pixels,
        "road_pixels": cell.road_pixels,
        "building_m2": cell.building_m2,
        "road_m2": cell.road_m2,
        "first_day": cell.days.before,
        "last_day": cell.days.after,
        "sensor": cell.sensor,
        "before": cell.before,
        "after": cell.after,
    }
    metadata |= dict(zip(WINDOW, cell.window, strict=True))
    metadata |= dict(zip(SIDES, cell.bbox or (None,) * len(SIDES), strict=True))
    return {name: value for name, value in metadata.items() if value is not None and not _not_finite(value)}


def _not_finite(value: Value) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


def from_metadata(id_: str, caption: str, metadata: dict[str, Value]) -> Cell:
    """The cell of the result of `to_metadata`.

    Raises:
        KeyError, TypeError, ValueError: something is missing, or is not what it should be.
    """

    def real(name: str) -> float | None:
        return float(metadata[name]) if name in metadata else None

    sides = [real(name) for name in SIDES]
    west, south, east, north = (0.0 if side is None else side for side in sides)
    top, left, height, width = (int(metadata[name]) for name in WINDOW)
    return Cell(
        id=id_,
        pair=str(metadata["pair"]),
        of=int(metadata["of"]),
        window=Window(top, left, height, width),
        caption=caption,
        changed=float(metadata["changed"]),
        building_pixels=int(metadata["building_pixels"]),
        road_pixels=int(metadata["road_pixels"]),
        building_m2=real("building_m2"),
        road_m2=real("road_m2"),
        bbox=None if None in sides else (west, south, east, north),
        days=Days(_text(metadata.get("first_day")), _text(metadata.get("last_day"))),
        sensor=str(metadata["sensor"]),
        before=str(metadata["before"]),
        after=str(metadata["after"]),
    )


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
