"""Changed area by zone, for the pair of a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd

from tools.change.change_map import ChangeMap
from tools.change.summary import area_method
from tools.change.zones import ZoneRow, tabulate
from tools.outputs.vectors import as_drawn, write_csv, write_gpkg
from tools.pairs.areas import AreaOfInterest, LeftOut
from tools.pairs.pair import ImagePair
from tools.polygons.features import Attribute
from tools.workspace.workspace import Workspace

COUNTED = "an object counts once, in the zone that holds most of its pixels"


@dataclass(frozen=True, slots=True)
class ZonalChange:
    """Changed area by class and zone."""

    pair: str
    zones: str
    """Artefact id of the zones."""
    rows: tuple[ZoneRow, ...]
    method: str
    table: str
    """Artefact id of the table."""
    left_out: tuple[LeftOut, ...] = ()
    """Features of the zones' file that became no zones."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about features that became no zones."""
        return tuple(one.told("zone") for one in self.left_out)

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads are part of it, so that the road caution applies."""
        return any(cell.object_class == "road" and cell.pixels > 0 for row in self.rows for cell in row.classes)


def zonal_change(workspace: Workspace, pair: ImagePair, zones: str | None = None) -> ZonalChange:
    """Tabulate the change of a pair by zones, and write the table and the zones with their areas.

    Raises:
        NoZonesError, UnknownZonesError, AreaError: there are no such zones, or they are invalid.
    """
    change_map = workspace.told_change(pair)
    artefact, given = workspace.zones(pair, zones)
    areas, stem = given.areas, artefact.id.partition(":")[2]
    rows = tabulate(change_map, areas)
    table = _table(rows, areas, change_map)
    store = workspace.artefacts
    stored = store.keep(pair.id, "zone_table", f"zones-{stem}.csv", lambda path: write_csv(path, table))
    store.keep(pair.id, "zone_map", f"zones-{stem}.gpkg", lambda path: write_gpkg(path, table, "zones"))
    return ZonalChange(pair.id, artefact.id, rows, f"{area_method(change_map)}; {COUNTED}", stored.id, given.left_out)


def _table(rows: Sequence[ZoneRow], areas: Sequence[AreaOfInterest], change_map: ChangeMap) -> gpd.GeoDataFrame:
    """One row per zone, with its outline in the pair's CRS and its attributes behind what was measured."""
    lines = []
    for row in rows:
        line: dict[str, object] = {"zone": row.zone, "valid_area_m2": row.valid_area_m2}
        line |= {"valid_pixels": row.valid_pixels, "unknown_pixels": row.unknown_pixels, "inside": row.inside_share}
        for cell in row.classes:
            name = cell.object_class
            line |= {f"{name}_m2": cell.area_m2, f"{name}_pixels": cell.pixels, f"{name}_objects": cell.objects}
        lines.append(line)
    table = gpd.GeoDataFrame(lines, geometry=[area.shape for area in areas])
    for attribute, column in columns_of_attributes([row.attributes for row in rows], table.columns).items():
        table[column] = alike([row.attributes.get(attribute) for row in rows])
    return as_drawn(table, change_map.georeference)


def columns_of_attributes(rows: Sequence[Mapping[str, Attribute]], measured: Iterable[str]) -> dict[str, str]:
    """Attributes and their columns; none is called as another column, nor as GeoPackages call their own."""
    taken = {"fid", "geom", *(name.lower() for name in measured)}
    columns: dict[str, str] = {}
    for attribute in dict.fromkeys(name for row in rows for name in row):
        column = attribute or "column"
        while column.lower() in taken:
            column += "_given"
        taken.add(column.lower())
        columns[attribute] = column
    return columns


def alike(values: Sequence[Attribute]) -> list[Attribute]:
    """Values of one column as they are where they are of one kind, else as text."""
    kinds = {type(value) for value in values if value is not None}
    is_plain = kinds <= {int, float} or (kinds == {bool} and None not in values)
    return list(values) if is_plain else [None if value is None else str(value) for value in values]
