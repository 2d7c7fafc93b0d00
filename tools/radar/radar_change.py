"""What changed between radar images, as a value: areas with their direction, likely open water, and how it was found.

Knows no pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tools.landcover.transitions.cover_change import Ground

MapName = Literal["direction", "first_change", "last_change", "count", "water", "picture"]
RadarAbout = Literal["change", "flood", "water", "certainty"]
"""What is asked of it: all change, new open water, open water at either date, how sure it is."""
MAP_FILES: dict[MapName, str] = {
    "direction": "radar-direction.tif",
    "first_change": "radar-first-change.tif",
    "last_change": "radar-last-change.tif",
    "count": "radar-count.tif",
    "water": "radar-water.tif",
    "picture": "radar-change.png",
}


@dataclass(frozen=True, slots=True)
class RadarInterval:
    """Ground that changed for the first time between two neighbouring dates."""

    before: str
    """Day, ISO 8601, or the number of the date where days are unknown."""
    after: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class OpenWater:
    """Ground as dark as smooth water: likely open water."""

    before: Ground
    """At the first date."""
    after: Ground
    """At the last date."""
    appeared: Ground
    """Changed, and dark like water at the last date alone."""
    gone: Ground
    """Changed, and dark like water at the first date alone."""
    passed: Ground
    """Changed, and dark like water at a date between the first and the last alone."""
    on_flat_ground: bool
    """Whether elevations were given and only flat ground counts; else nobody knows whether it is flat."""
    rule: str


@dataclass(frozen=True, slots=True)
class RadarChange:
    """What changed between radar images of one place."""

    pair: str
    """Id of the pair; of files without one, a word for them."""
    dates: tuple[str | None, ...]
    """ISO 8601 days."""
    polarisations: tuple[str, ...]
    looks: float
    looks_stated: bool
    """Whether a person stated them; else they were estimated."""
    alpha: float
    """Share of unchanged pixels that the test flags by chance, 0-1."""
    flagged_share: float
    """Share of the known pixels that the test flags, before the minimum mapping unit."""
    changed: Ground
    """Mapped as changed: flagged pixels with the holes between them, in pieces of at least the minimum mapping unit."""
    brighter: Ground
    darker: Ground
    mixed: Ground
    """One polarisation brighter, another darker."""
    intervals: tuple[RadarInterval, ...]
    """One between each two neighbouring dates."""
    water: OpenWater | None
    """None where the images are not calibrated, or have neither VV nor VH."""
    min_pixels: int
    """Minimum mapping unit: smaller pieces do not count."""
    min_m2: float | None
    unknown_share: float
    """Share of the pixels asked for that are unknown, 0-1."""
    method: str
    area_method: str
    maps: tuple[tuple[MapName, str], ...]
    """Kind and artefact id of each file; its path where files were compared without a conversation."""
    warnings: tuple[str, ...]
    part: str | None = None
    """The part of the images that holds four fifths of what changed, such as "the eastern half"; None: no such part."""
    about: RadarAbout = "change"
    """What was asked."""

    @property
    def layers(self) -> tuple[str, ...]:
        """Artefact ids of the files that show it, the picture first."""
        return tuple(layer for _, layer in sorted(self.maps, key=lambda one: one[0] != "picture"))

    @property
    def map_layers(self) -> dict[MapName, str]:
        """Artefact ids of the map files by their kinds."""
        return {name: layer for name, layer in self.maps if name != "picture"}
