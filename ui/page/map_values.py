"""What the map in the page shows, as values; `MapView.to_json` gives the object that static/map.js reads."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from tools.rasters.georeference import Bounds


@dataclass(frozen=True)
class Basemap:
    """A map of others below ours, where the operator sets one."""

    url: str
    """With {z}, {x} and {y}."""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A part of an archive's pair that was found."""

    number: int
    bbox: Bounds
    """(west, south, east, north) in degrees; east may lie beyond 180."""
    caption: str
    days: str
    picture: str | None
    """The page's own address of it."""


@dataclass(frozen=True, slots=True)
class LegendClass:
    """A class of a layer of several classes."""

    label: str
    colour: str
    """As CSS writes it."""


@dataclass(frozen=True, slots=True)
class MapLegend:
    """A layer that can be shown and hidden, and its colours."""

    layer: str
    label: str
    colour: str | None = None
    """As CSS writes it; None where `classes` have theirs."""
    classes: tuple[LegendClass, ...] | None = None
    """Of land cover; None where the layer is of one colour."""
    measured: bool = False
    """Whether it was measured on bands; of such layers one is shown at a time."""


@dataclass(frozen=True, slots=True)
class ThingView:
    """A changed object."""

    id: int
    outline: dict[str, Any] | None
    """GeoJSON in the map's coordinates; None where it cannot be shown there."""
    attributes: dict[str, str]
    """Its properties in words."""

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """All that the map needs to draw."""

    words: str
    """What it shows, for those who do not see it."""
    bounds: Bounds
    """(west, south, east, north) in degrees; (left, bottom, right, top) in pixels where nothing is placed."""
    zoom: tuple[int, int, int]
    """Least level, level at which a pixel of a tile is one of the images, and most."""
    placed: bool = True
    """Whether it lies on earth; else it is in the images' own pixels."""
    pair: str = ""
    """Id; empty where no pair is open."""
    version: str = ""
    """Another one where tiles of change have to be read anew."""
    names: tuple[str, ...] = ()
    """Of both files."""
    layers: tuple[str, ...] = ()
    legend: tuple[MapLegend, ...] = ()
    area: dict[str, Any] | None = None
    """The area of interest, as GeoJSON in the map's coordinates."""
    selected: ThingView | None = None
    found: tuple[FoundPlace, ...] = ()
    opened: tuple[int, Bounds] | None = None
    """Number and corners of the part that was opened of what was found."""
    basemap: Basemap | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)


def map_json(view: MapView | None) -> dict[str, Any]:
    """What static/map.js reads; an empty map says so."""
    return {"empty": True} if view is None else view.to_json()
