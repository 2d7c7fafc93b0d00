"""Areas of interest and zones on the grids of a conversation's pairs, cached until their files change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from tools.pairs.areas import AreaOfInterest, Zones, read_area_of_interest, read_zones
from tools.pairs.pair import ImagePair
from tools.polygons.polygon_source import PolygonSource, is_polygon_file

SIDECARS = (".shx", ".dbf", ".prj", ".cpg")
"""Files beside a Shapefile that belong to it."""
Read = TypeVar("Read")
Stamp = tuple[tuple[int, int], ...]
"""Time of change, nanoseconds, and size, bytes, of each file; empty where the polygon file is gone."""


class _CachedFiles(Generic[Read]):
    """What was read of files on the grids of pairs, and when. Of a file that was deleted meanwhile that is used."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._readings: dict[tuple[str, str], tuple[Stamp, Read]] = {}

    def read(self, key: tuple[str, str], stamp: Stamp, read: Callable[[], Read]) -> Read:
        cached = self._readings.get(key)
        if cached is not None and stamp in (cached[0], ()):
            return cached[1]
        reading = read()
        self._readings[key] = stamp, reading
        if cached is not None:
            self._changed()
        return reading


class PolygonFiles:
    """Polygons by pair and file."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """Read nothing yet; `changed` is called when a file that was read before has changed."""
        self._areas = _CachedFiles[AreaOfInterest](changed)
        self._zones = _CachedFiles[Zones](changed)

    def area_of_interest(self, text: str, pair: ImagePair) -> AreaOfInterest:
        """One area, as `tools.pairs.areas.read_area_of_interest`, with its errors."""
        stamp = _stamp(PolygonSource.named(text).path) if is_polygon_file(text) else ((0, 0),)
        return self._areas.read((pair.id, text), stamp, lambda: read_area_of_interest(text, pair))

    def zones(self, source: PolygonSource, pair: ImagePair) -> Zones:
        """All zones of a file, as `tools.pairs.areas.read_zones`, with its errors."""
        return self._zones.read((pair.id, repr(source)), _stamp(source.path), lambda: read_zones(source, pair))


def _stamp(path: Path) -> Stamp:
    sidecars = SIDECARS if path.suffix.lower() == ".shp" else ()
    try:
        first = path.stat()
    except (OSError, ValueError):  # not there, or no path at all: reading it tells
        return ()
    others = [beside.stat() for end in sidecars if (beside := path.with_suffix(end)).is_file()]
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in (first, *others))
