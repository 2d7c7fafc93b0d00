"""Fetched imagery as values. Uses no network."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsedScene:
    """A scene's contribution to an image."""

    id: str
    date: str
    """ISO 8601 solar day."""
    cloud: float | None
    """Percent of the whole scene, from the catalogue."""
    share: float
    """Share of the image's pixels, 0-1."""


@dataclass(frozen=True, slots=True)
class FetchedImage:
    """One date, written."""

    path: str
    date: str
    """ISO 8601 solar day of the scene that contributed most."""
    clear: float
    """Share of pixels that show the ground, 0-1; the others hold no data."""
    scenes: tuple[UsedScene, ...]


@dataclass(frozen=True, slots=True)
class FetchedPair:
    """Both dates, written on one grid."""

    before: FetchedImage
    after: FetchedImage
    crs: str
    height: int
    width: int
    masked_by: str | None
    """The product's cloud mask band; None where there is none."""
    notes: tuple[str, ...]
