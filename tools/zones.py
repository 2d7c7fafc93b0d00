"""Change by zone: for each parcel or district how much changed, of what, and how much of it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from mci_model.prediction import Window
from mci_model.windows import shared, within
from tools.areas import AskedArea
from tools.change import area_method
from tools.change_map import ALL_CLASSES, NO_OBJECT, UNKNOWN_OBJECT, ChangeClass, ChangeMap
from tools.pairs import ImagePair
from tools.rasters.blocks import LABEL_BLOCK, blocks
from tools.vectors import as_drawn, write_csv, write_gpkg
from tools.workspace import Workspace

COUNTED = "an object counts once, in the zone that holds most of its pixels"


@dataclass(frozen=True, slots=True)
class ZoneClass:
    """One class in one zone."""

    object_class: ChangeClass
    pixels: int
    share: float
    """Of the zone's valid pixels, 0-1."""
    area_m2: float | None
    objects: int
    """Those of which this zone holds most."""


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """One zone."""

    zone: str
    classes: tuple[ZoneClass, ...]
    valid_pixels: int
    valid_area_m2: float | None
    unknown_pixels: int
    """Within the images, but without data at one date or both."""
    inside_share: float
    """Share of the zone's area that lies within the images, 0-1; of the rest nothing is told."""


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


def zonal_change(workspace: Workspace, pair: ImagePair, zones: str | None = None) -> ZonalChange:
    """Tabulate the change of a pair by zones, and write the table and the zones with their numbers.

    Raises:
        NoZonesError, UnknownZonesError, AreaError: there are no such zones, or they cannot be used.
    """
    found = workspace.change(pair)
    artefact, areas = workspace.zones(pair, zones)
    rows = tabulate(found, areas)
    stem = artefact.path.stem
    table = _table(rows, areas, found)
    shelf = workspace.artefacts
    kept = shelf.keep(pair.id, "zone_table", f"zones-{stem}.csv", lambda path: write_csv(path, table))
    shelf.keep(pair.id, "zone_map", f"zones-{stem}.gpkg", lambda path: write_gpkg(path, table, "zones"))
    return ZonalChange(pair.id, artefact.id, rows, f"{area_method(found)}; {COUNTED}", kept.id)


def tabulate(found: ChangeMap, areas: Sequence[AskedArea]) -> tuple[ZoneRow, ...]:
    """One row a zone, in their order. Zones may overlap; each is measured on its own."""
    tallies = [_Tally() for _ in areas]
    tree = shapely.STRtree([area.shape for area in areas])
    for window in blocks(found.size, LABEL_BLOCK):
        box = shapely.box(window.left, window.top, window.left + window.width, window.top + window.height)
        here = sorted(tree.query(box, predicate="intersects"))
        block = _Block(found, window) if here else None
        for place in here:
            assert block is not None
            tallies[place].add(block, areas[place])
    homes = _homes([tally.pixels for tally in tallies])
    return tuple(
        _row(found, area, tally, Counter(found.found[thing - 1].object_class for thing in home))
        for area, tally, home in zip(areas, tallies, homes, strict=True)
    )


class _Block:
    """A block of the map, read once for all zones in it."""

    def __init__(self, found: ChangeMap, window: Window) -> None:
        self.found, self.window, self.ids = found, window, found.ids(window)
        grid = found.georeference
        # Without a place on earth pixels stand in for square metres, and are not told as such.
        self.areas = np.ones(self.ids.shape) if grid is None else grid.part(*window).pixel_areas


class _Tally:
    """Adds up one zone over blocks."""

    def __init__(self) -> None:
        self.valid = self.unknown = 0
        self.ground = 0.0
        self.pixels: Counter[int] = Counter()
        self.of_class: Counter[ChangeClass] = Counter()
        self.area_of: Counter[ChangeClass] = Counter()

    def add(self, block: _Block, area: AskedArea) -> None:
        """Take in what of a zone lies in a block."""
        window = shared(block.window, area.box)
        if min(window.height, window.width) <= 0:
            return
        place = within(window, block.window).slices
        ids, sizes, inside = block.ids[place], block.areas[place], area.inside(window)
        known = inside & (ids != UNKNOWN_OBJECT)
        self.valid, self.unknown = self.valid + int(known.sum()), self.unknown + int((inside & ~known).sum())
        self.ground += float(sizes[known].sum())
        changed = known & (ids != NO_OBJECT)
        numbers, which, counts = np.unique(ids[changed], return_inverse=True, return_counts=True)
        grounds = np.bincount(which, sizes[changed], minlength=len(numbers))
        for number, count, ground in zip(numbers.tolist(), counts.tolist(), grounds.tolist(), strict=True):
            thing = block.found.found[number - 1]
            if block.found.choice.keeps(thing):
                self.pixels[number] += count
                self.of_class[thing.object_class] += count
                self.area_of[thing.object_class] += ground


def _homes(pixels: Sequence[Counter[int]]) -> Iterator[list[int]]:
    """For each zone the objects of which it holds most; of equal zones the first."""
    best: dict[int, tuple[int, int]] = {}
    for place, held in enumerate(pixels):
        for number, count in held.items():
            if number not in best or count > best[number][0]:
                best[number] = (count, place)
    for place, held in enumerate(pixels):
        yield [number for number in held if best[number][1] == place]


def _row(found: ChangeMap, area: AskedArea, tally: _Tally, objects: Counter[ChangeClass]) -> ZoneRow:
    ground = found.georeference is not None
    cells = tuple(
        ZoneClass(
            name,
            tally.of_class[name],
            tally.of_class[name] / max(1, tally.valid),
            float(tally.area_of[name]) if ground else None,
            objects[name],
        )
        for name in ALL_CLASSES
    )
    whole = shapely.box(0, 0, found.size[1], found.size[0])
    inside = area.shape.intersection(whole).area / area.shape.area if area.shape.area else 0.0
    return ZoneRow(area.name, cells, tally.valid, tally.ground if ground else None, tally.unknown, inside)


def _table(rows: Sequence[ZoneRow], areas: Sequence[AskedArea], found: ChangeMap) -> gpd.GeoDataFrame:
    """One line a zone, with its outline in the pair's CRS."""
    lines = []
    for row in rows:
        line: dict[str, object] = {"zone": row.zone, "valid_area_m2": row.valid_area_m2}
        line |= {"valid_pixels": row.valid_pixels, "unknown_pixels": row.unknown_pixels, "inside": row.inside_share}
        for cell in row.classes:
            name = cell.object_class
            line |= {f"{name}_m2": cell.area_m2, f"{name}_pixels": cell.pixels, f"{name}_objects": cell.objects}
        lines.append(line)
    return as_drawn(gpd.GeoDataFrame(lines, geometry=[area.shape for area in areas]), found.georeference)
