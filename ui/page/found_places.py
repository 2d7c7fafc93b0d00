"""Where what an archive was found to hold lies, as the map in the page shows it: numbered places, one of them open."""

from __future__ import annotations

import numpy as np

from tools.archive import Found
from tools.archive.filling.cutting import degrees
from tools.catalogue.found_pairs import thumbnail_id
from tools.number_format import plural
from tools.rasters.georeference import Bounds
from tools.tiles.map_layers import MapLayers
from ui.page.map_values import Basemap, FoundPlace, MapView
from ui.page.visiting.visitor import Visitor

CLOSEST = 16
"""Zoom level beyond which a map without images shows nothing new."""


def places(visitor: Visitor) -> tuple[FoundPlace, ...]:
    """Each part that was found and lies on earth: its number, corners, words and picture."""
    found = enumerate(visitor.session.workspace.search.found, 1)
    return tuple(_place(number, one, one.bbox) for number, one in found if one.bbox is not None)


def _place(number: int, one: Found, bbox: Bounds) -> FoundPlace:
    days = " to ".join(day or "day unknown" for day in one.days) if any(one.days) else ""
    shown = picture(thumbnail_id(one)) if one.thumbnail.is_file() else None
    return FoundPlace(number, _unbroken(bbox), one.caption, days, shown)


def picture(artefact_id: str) -> str:
    """The page's own address of a picture of what was found."""
    return f"found/{artefact_id.partition(':')[2]}.png"


def _unbroken(bbox: Bounds) -> Bounds:
    """On a map that goes on beyond the 180th meridian."""
    west, south, east, north = bbox
    return west, south, east + 360 if east < west else east, north


def opened(visitor: Visitor, layers: MapLayers) -> tuple[int, Bounds] | None:
    """Number and corners of the part that was opened of the pair on the map; in pixels if not georeferenced."""
    chosen = visitor.session.workspace.search.opened
    if chosen is None or chosen.pair != layers.pair.id:
        return None
    number, part = chosen.number, chosen.window
    grid = layers.pair.georeference
    if grid is None or not layers.grid.placed:
        return number, (part.left, part.top, part.left + part.width, part.top + part.height)
    corners = degrees(grid.part(*part))
    return None if corners is None else (number, _unbroken(corners))


def marked(visitor: Visitor, layers: MapLayers) -> list[str]:
    """What is marked beside the images, for those who do not see it."""
    count = len(places(visitor)) if layers.grid.placed else 0
    return [f"{count} found {plural('place', count)} {'is' if count == 1 else 'are'} marked."] if count else []


def map_of_places(visitor: Visitor, basemap: Basemap | None) -> MapView | None:
    """A map of what was found while no pair is open; None where nothing lies on earth."""
    found = places(visitor)
    if not found:
        return None
    corners = np.array([one.bbox for one in found])
    west, south = corners[:, :2].min(axis=0).tolist()
    east, north = corners[:, 2:].max(axis=0).tolist()
    count = len(found)
    return MapView(
        bounds=(west, south, east, north),
        zoom=(0, CLOSEST, CLOSEST),
        found=found,
        words=f"Map of {count} {plural('place', count)} that {'was' if count == 1 else 'were'} found. "
        "Open one to see its images.",
        basemap=basemap,
    )
