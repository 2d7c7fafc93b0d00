"""Areas of interest and zones on the grids of a conversation's pairs, cached until their files change."""

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
class _CachedFile:
    stamp: Stamp
    areas: Areas


class PolygonFiles:
    """Polygons by pair and file. Of a file that was deleted meanwhile the cached polygons are used."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """Read nothing yet; `changed` is called when a file that was read before has changed."""
        self._changed = changed
        self._readings: dict[tuple[str, str, str], _CachedFile] = {}

    def area_of_interest(self, text: str, pair: ImagePair) -> AreaOfInterest:
        """One area, as `tools.pairs.areas.read_area_of_interest`, with its errors."""
        stamp = _stamp(Path(text)) if is_polygon_file(text) else ((0, 0),)
        return self._read(("area", pair.id, text), stamp, lambda: (read_area_of_interest(text, pair),))[0]

    def zones(self, path: Path, pair: ImagePair) -> Areas:
        """All polygons of a file, as `tools.pairs.areas.read_areas`, with its errors."""
        return self._read(("zones", pair.id, str(path)), _stamp(path), lambda: read_areas(path, pair))

    def _read(self, key: tuple[str, str, str], stamp: Stamp, read: Callable[[], Areas]) -> Areas:
        cached = self._readings.get(key)
        if cached is not None and stamp in (cached.stamp, ()):
            return cached.areas
        reading = _CachedFile(stamp, read())
        self._readings[key] = reading
        if cached is not None:
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
