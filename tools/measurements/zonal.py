"""Changed area by zone, for the pair of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd

from tools.change.change_map import ChangeMap
from tools.change.summary import area_method
from tools.change.zones import ZoneRow, tabulate
from tools.outputs.vectors import as_drawn, write_csv, write_gpkg
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import ImagePair
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

    @property
    def tells_of_roads(self) -> bool:
        """Whether changed roads are part of it, so that the road caution applies."""
        return any(cell.object_class == "road" and cell.pixels > 0 for row in self.rows for cell in row.classes)


def zonal_change(workspace: Workspace, pair: ImagePair, zones: str | None = None) -> ZonalChange:
    """Tabulate the change of a pair by zones, and write the table and the zones with their areas.

    Raises:
        NoZonesError, UnknownZonesError, AreaError: there are no such zones, or they are invalid.
    """
    change_map = workspace.change(pair)
    artefact, areas = workspace.zones(pair, zones)
    rows = tabulate(change_map, areas)
    stem = artefact.path.stem
    table = _table(rows, areas, change_map)
    store = workspace.artefacts
    stored = store.keep(pair.id, "zone_table", f"zones-{stem}.csv", lambda path: write_csv(path, table))
    store.keep(pair.id, "zone_map", f"zones-{stem}.gpkg", lambda path: write_gpkg(path, table, "zones"))
    return ZonalChange(pair.id, artefact.id, rows, f"{area_method(change_map)}; {COUNTED}", stored.id)


def _table(rows: Sequence[ZoneRow], areas: Sequence[AreaOfInterest], change_map: ChangeMap) -> gpd.GeoDataFrame:
    """One row per zone, with its outline in the pair's CRS."""
    lines = []
    for row in rows:
        line: dict[str, object] = {"zone": row.zone, "valid_area_m2": row.valid_area_m2}
        line |= {"valid_pixels": row.valid_pixels, "unknown_pixels": row.unknown_pixels, "inside": row.inside_share}
        for cell in row.classes:
            name = cell.object_class
            line |= {f"{name}_m2": cell.area_m2, f"{name}_pixels": cell.pixels, f"{name}_objects": cell.objects}
        lines.append(line)
    return as_drawn(gpd.GeoDataFrame(lines, geometry=[area.shape for area in areas]), change_map.georeference)
