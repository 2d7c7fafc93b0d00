"""Areas of interest and zones on the grids of a conversation's pairs, read once while their files stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.pairs.areas import AreaOfInterest, is_polygon_file, read_area_of_interest, read_areas
from tools.pairs.pair import ImagePair

SIDECARS = (".shx", ".dbf", ".prj", ".cpg")
"""Files beside a Shapefile that belong to it."""
Areas = tuple[AreaOfInterest, ...]
Stamp = tuple[tuple[int, int], ...]
"""Time of change, nanoseconds, and size, bytes, of each file; empty where the polygon file is gone."""


@dataclass(frozen=True, slots=True)
class _Reading:
    stamp: Stamp
    areas: Areas


class PolygonFiles:
    """What polygon files hold, by pair and file. Of a file that is gone meanwhile stands what was read of it."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """Have read nothing yet; `changed` is called when a file that was read before holds something else now."""
        self._changed = changed
        self._readings: dict[tuple[str, str, str], _Reading] = {}

    def area_of_interest(self, text: str, pair: ImagePair) -> AreaOfInterest:
        """One area, as `tools.pairs.areas.read_area_of_interest`, with its errors."""
        stamp = _stamp(Path(text)) if is_polygon_file(text) else ((0, 0),)
        return self._read(("area", pair.id, text), stamp, lambda: (read_area_of_interest(text, pair),))[0]

    def zones(self, path: Path, pair: ImagePair) -> Areas:
        """All polygons of a file, as `tools.pairs.areas.read_areas`, with its errors."""
        return self._read(("zones", pair.id, str(path)), _stamp(path), lambda: read_areas(path, pair))

    def _read(self, key: tuple[str, str, str], stamp: Stamp, read: Callable[[], Areas]) -> Areas:
        known = self._readings.get(key)
        if known is not None and stamp in (known.stamp, ()):
            return known.areas
        reading = _Reading(stamp, read())
        self._readings[key] = reading
        if known is not None:
            self._changed()
        return reading.areas


def _stamp(path: Path) -> Stamp:
    sidecars = SIDECARS if path.suffix.lower() == ".shp" else ()
    try:
        first = path.stat()
    except OSError:
        return ()
    others = [beside.stat() for end in sidecars if (beside := path.with_suffix(end)).is_file()]
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in (first, *others))
