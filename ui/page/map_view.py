"""What the map in the page is told of a pair: one JSON object, and the words that stand for it where it cannot be seen.

static/map.js draws it. Layers are named, never a path; tiles come from ui/page/routes.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import shapely

from tools.change.change_map import ALL_CLASSES, ChangedObject, ChangeMap
from tools.change.places import Compass
from tools.number_format import plural, quantity
from tools.outputs.artefacts import Artefact
from tools.outputs.overlay import PALETTE, UNKNOWN
from tools.outputs.vectors import outline
from tools.rasters.georeference import Georeference
from tools.tiles.map_layers import MAX_ZOOMED, SHADES, MapLayers, index_reach
from ui.page.found_places import map_of_places, marked, opened, places
from ui.page.visitors import Visitor

EMPTY: dict[str, Any] = {"empty": True}


@dataclass(frozen=True)
class Basemap:
    """A map of others below ours, where the operator sets one."""

    url: str
    """With {z}, {x} and {y}."""
    attribution: str = ""


def map_view(visitor: Visitor, basemap: Basemap | None = None) -> dict[str, Any]:
    """All that the map needs to draw the current pair."""
    workspace = visitor.session.workspace
    shown = None if basemap is None else vars(basemap)
    if workspace.current is None:
        return map_of_places(visitor, shown) or EMPTY
    layers = visitor.layers()
    found, grid = workspace.known_change(layers.pair), layers.grid
    asked, made = workspace.settings.area_of_interest, layers.measured
    names = [one.path.stem for one in made]
    chosen = None if found is None else next((one for one in found.objects if one.id == visitor.selected), None)
    return {
        "pair": layers.pair.id,
        "placed": grid.placed,
        "bounds": grid.bounds,
        "zoom": [grid.least_zoom, grid.zoom, grid.zoom + MAX_ZOOMED],
        "version": f"{visitor.version}",
        "names": [source.name for source in layers.pair.sources],
        "layers": ["before", "after", *names, *([] if found is None else [*ALL_CLASSES, "unknown"])],
        "legend": [*([] if found is None else _legend(found)), *map(_of_measured, made)],
        "area": None if asked is None else _area(visitor, layers),
        "selected": None if found is None or chosen is None else thing_view(found, chosen, layers),
        "found": places(visitor) if grid.placed else [],
        "opened": opened(visitor, layers),
        "words": " ".join([words(layers, found), *marked(visitor, layers)]),
        "basemap": shown if grid.placed else None,
    }


def words(layers: MapLayers, found: ChangeMap | None) -> str:
    """What the map shows, for those who do not see it."""
    names = " and ".join(source.name for source in layers.pair.sources)
    if found is None:
        return f"Map of {names}. Ask what changed, and it is shown here."
    counts = [f"{len(found.of(name))} changed {plural(name, len(found.of(name)))}" for name in ALL_CLASSES]
    where = ", in the area of interest" if found.area_of_interest else ""
    return f"Map of {names}: {' and '.join(counts)}{where}. The tab Objects lists them."


def thing_view(found: ChangeMap, thing: ChangedObject, layers: MapLayers) -> dict[str, Any]:
    """An object with its outline, as the map shows it."""
    shape = outline(found, thing)
    if found.georeference is not None and not layers.grid.placed:
        shape = None  # its outline is in degrees, which a map in pixels cannot show
    return {
        "id": thing.id,
        "outline": None if shape is None else shapely.geometry.mapping(shape),
        "attributes": attributes(found, thing),
    }


def attributes(found: ChangeMap, thing: ChangedObject) -> dict[str, str]:
    """What is told of an object, in words."""
    told = {"object": f"{thing.object_class} {thing.id}", "place": Compass.of(found).place(thing)}
    if thing.status != "any":
        told["status"] = thing.status
    if thing.area_m2 is not None:
        told["area"] = f"{quantity(thing.area_m2)} m2"
    told["pixels"] = quantity(thing.pixels)
    told["probability"] = f"{100 * thing.probability:.0f} %"
    if thing.lonlat is not None:
        told["longitude, latitude"] = f"{thing.lonlat[0]:.6f}, {thing.lonlat[1]:.6f}"
    if thing.touches_edge:
        told["edge"] = "reaches the image's edge"
    return told


def _legend(found: ChangeMap) -> list[dict[str, str]]:
    entries = [{"layer": name, "label": f"changed {name}", "colour": _colour(PALETTE[name])} for name in ALL_CLASSES]
    if found.unknown_pixels or found.area_of_interest:
        label = "not asked for, or no data" if found.area_of_interest else "no data"
        entries.append({"layer": "unknown", "label": label, "colour": _colour(UNKNOWN)})
    return entries


def _of_measured(made: Artefact) -> dict[str, Any]:
    """What was measured, in the legend: an index from below 0 to above, or the classes of land cover."""
    name = made.path.stem
    if made.kind == "index":
        return _of_index(name) | {"measured": True}
    classes = [{"label": one.label, "colour": _colour(one.colour)} for one in made.legend]
    return {"layer": name, "label": name.replace("-", " "), "classes": classes, "measured": True}


def _of_index(name: str) -> dict[str, Any]:
    reach = index_reach(name)
    shades = ", ".join(_colour(shade) for shade in SHADES)
    label = f"{name.replace('-', ' ')}, {-reach:g} to {reach:g}"
    return {"layer": name, "label": label, "colour": f"linear-gradient(90deg, {shades})"}


def _colour(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _area(visitor: Visitor, layers: MapLayers) -> dict[str, Any] | None:
    """The area of interest on the map."""
    asked = visitor.session.workspace.area_of_interest(layers.pair)
    if asked is None:
        return None
    shape, grid = asked.shape, layers.pair.georeference
    if grid is not None and layers.grid.placed:
        shape = shapely.transform(shape, lambda places: _degrees(grid, places))
    return dict(shapely.geometry.mapping(shape))


def _degrees(grid: Georeference, places: Any) -> Any:
    longitudes, latitudes = grid.lonlats(places[:, 0], places[:, 1])
    return shapely.get_coordinates(shapely.points(longitudes, latitudes))
