"""What the map in the page shows of a pair, and the words that stand for it where it cannot be seen.

static/map.js draws it. Layers are named, never a path; tiles come from ui/page/routes.py.
"""

from __future__ import annotations

from typing import Any

import shapely

from tools.change.change_map import ALL_CLASSES, ChangedObject, ChangeMap
from tools.change.places import Compass
from tools.number_format import counted, plural, quantity
from tools.outputs.artefacts import Artefact
from tools.outputs.overlay import OTHER, PALETTE, UNKNOWN
from tools.outputs.vectors import outline
from tools.rasters.georeference import Georeference
from tools.tiles.map_layers import MAX_ZOOMED, SHADES, MapLayers, index_reach
from ui.page.found_places import map_of_places, marked, opened, places
from ui.page.map_values import Basemap, LegendClass, MapLegend, MapView, ThingView
from ui.page.visiting.visitor import Visitor


def map_view(visitor: Visitor, basemap: Basemap | None = None) -> MapView | None:
    """All that the map needs to draw the current pair; None where there is nothing to draw."""
    workspace = visitor.session.workspace
    if workspace.current is None:
        return map_of_places(visitor, basemap)
    layers = visitor.layers()
    found, grid, made = workspace.known_change(layers.pair), layers.grid, layers.measured
    names = [one.path.stem for one in made]
    chosen = None if found is None else next((one for one in found.objects if one.id == visitor.selected), None)
    return MapView(
        pair=layers.pair.id,
        placed=grid.placed,
        bounds=grid.bounds,
        zoom=(grid.least_zoom, grid.zoom, grid.zoom + MAX_ZOOMED),
        version=f"{visitor.version}",
        names=tuple(source.name for source in layers.pair.sources),
        layers=("before", "after", *names, *(() if found is None else _shown(found))),
        legend=(*(() if found is None else _legend(found)), *map(_of_measured, made)),
        area=_area(visitor, layers),
        selected=None if found is None or chosen is None else thing_view(found, chosen, layers),
        found=places(visitor) if grid.placed else (),
        opened=opened(visitor, layers),
        words=" ".join([words(layers, found), *marked(visitor, layers)]),
        basemap=basemap if grid.placed else None,
    )


def _shown(found: ChangeMap) -> tuple[str, ...]:
    """Layers of a change map, the topmost last."""
    classes = () if found.seen_by == "bands" else ALL_CLASSES
    return (*(() if found.other is None else ("any",)), *classes, "unknown")


def words(layers: MapLayers, found: ChangeMap | None) -> str:
    """What the map shows, for those who do not see it."""
    names = " and ".join(source.name for source in layers.pair.sources)
    if found is None:
        return f"Map of {names}. Ask what changed, and it is shown here."
    counts = [f"{len(found.of(name))} changed {plural(name, len(found.of(name)))}" for name in ALL_CLASSES]
    where = ", in the area of interest" if found.area_of_interest else ""
    if found.seen_by == "bands":
        places = counted(len(found.objects), "place")
        return f"Map of {names}: {places} of change by the bands{where}. The tab Objects lists them."
    regions = () if found.other is None else found.other.objects
    other = f" Beside them {counted(len(regions), 'place')} of other change." if regions else ""
    return f"Map of {names}: {' and '.join(counts)}{where}. The tab Objects lists them.{other}"


def thing_view(found: ChangeMap, thing: ChangedObject, layers: MapLayers) -> ThingView:
    """An object with its outline, as the map shows it."""
    shape = outline(found, thing)
    if found.georeference is not None and not layers.grid.placed:
        shape = None  # its outline is in degrees, which a map in pixels cannot show
    outline_json = None if shape is None else dict(shapely.geometry.mapping(shape))
    return ThingView(thing.id, outline_json, attributes(found, thing))


def attributes(found: ChangeMap, thing: ChangedObject) -> dict[str, str]:
    """Properties of an object, in words."""
    properties = {"object": f"{thing.object_class} {thing.id}", "place": Compass.of(found).place(thing)}
    if thing.cover is not None:
        properties["ground"] = f"{thing.cover[0]}, then {thing.cover[1]}"
    if thing.status != "any":
        properties["status"] = thing.status
    if thing.area_m2 is not None:
        properties["area"] = f"{quantity(thing.area_m2)} m²"
    properties["pixels"] = quantity(thing.pixels)
    properties["probability"] = f"{100 * thing.probability:.0f} %"
    if thing.lonlat is not None:
        properties["longitude, latitude"] = f"{thing.lonlat[0]:.6f}, {thing.lonlat[1]:.6f}"
    if thing.touches_edge:
        properties["edge"] = "reaches the image's edge"
    return properties


def _legend(found: ChangeMap) -> list[MapLegend]:
    by_bands = found.seen_by == "bands"
    classes = () if by_bands else ALL_CLASSES
    entries = [MapLegend(name, f"changed {name}", _colour(PALETTE[name])) for name in classes]
    if found.other is not None:
        entries.append(MapLegend("any", "change" if by_bands else "other change", _colour(OTHER)))
    if found.unknown_pixels or found.area_of_interest:
        label = "not asked for, or no data" if found.area_of_interest else "no data"
        entries.append(MapLegend("unknown", label, _colour(UNKNOWN)))
    return entries


def _of_measured(made: Artefact) -> MapLegend:
    """What was measured, in the legend: an index from below 0 to above, or the classes of land cover."""
    name = made.path.stem
    label = name.replace("-", " ")
    if made.kind == "index":
        reach = index_reach(name)
        shades = ", ".join(_colour(shade) for shade in SHADES)
        label = f"{label}, {-reach:g} to {reach:g}"
        return MapLegend(name, label, f"linear-gradient(90deg, {shades})", measured=True)
    classes = tuple(LegendClass(one.label, _colour(one.colour)) for one in made.legend)
    return MapLegend(name, label, classes=classes, measured=True)


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
