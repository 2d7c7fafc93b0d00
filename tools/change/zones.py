"""Change by zone: for each parcel or district how much changed, by class, and how much of it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely

from mci_model.inference.windows import shared, within
from mci_model.prediction import Window
from tools.change.change_map import ALL_CLASSES, NO_OBJECT, UNKNOWN_OBJECT, ChangeMap, ObjectClass
from tools.pairs.areas import AreaOfInterest
from tools.polygons.features import Attribute
from tools.rasters.blocks import LABEL_BLOCK, blocks


@dataclass(frozen=True, slots=True)
class ZoneClass:
    """One class in one zone."""

    object_class: ObjectClass
    pixels: int
    share: float
    """Of the zone's valid pixels, 0-1."""
    area_m2: float | None
    objects: int
    """Those of which this zone holds the most pixels."""


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
    """Share of the zone's area that lies within the images, 0-1."""
    attributes: dict[str, Attribute] = field(default_factory=dict)
    """As the file of the zones has them."""


def tabulate(change_map: ChangeMap, areas: Sequence[AreaOfInterest]) -> tuple[ZoneRow, ...]:
    """One row per zone, in their order. Zones may overlap; each is measured on its own."""
    tallies = [_Tally() for _ in areas]
    tree = shapely.STRtree([area.shape for area in areas])
    for window in blocks(change_map.size, LABEL_BLOCK):
        box = shapely.box(window.left, window.top, window.left + window.width, window.top + window.height)
        touching = sorted(tree.query(box, predicate="intersects"))
        block = _Block(change_map, window) if touching else None
        for zone in touching:
            assert block is not None
            tallies[zone].add(block, areas[zone])
    assigned = _assigned_ids([tally.pixels for tally in tallies])
    return tuple(
        _row(change_map, area, tally, Counter(change_map.found[object_id - 1].object_class for object_id in ids))
        for area, tally, ids in zip(areas, tallies, assigned, strict=True)
    )


class _Block:
    """A block of the map, read once for all zones in it."""

    def __init__(self, change_map: ChangeMap, window: Window) -> None:
        self.change_map, self.window, self.ids = change_map, window, change_map.ids(window)
        grid = change_map.georeference
        # Without georeference pixels stand in for square metres, and are not reported as areas.
        side = change_map.pixel_size_m or 1.0
        self.areas = np.full(self.ids.shape, side**2) if grid is None else grid.part(*window).pixel_areas


class _Tally:
    """Adds up one zone over blocks."""

    def __init__(self) -> None:
        self.valid = self.unknown = 0
        self.area_m2 = 0.0
        self.pixels: Counter[int] = Counter()
        self.of_class: Counter[ObjectClass] = Counter()
        self.area_of: Counter[ObjectClass] = Counter()

    def add(self, block: _Block, area: AreaOfInterest) -> None:
        """Add the part of a zone that lies in a block."""
        window = shared(block.window, area.box)
        if min(window.height, window.width) <= 0:
            return
        inner = within(window, block.window).slices
        ids, pixel_areas, inside = block.ids[inner], block.areas[inner], area.inside(window)
        known = inside & (ids != UNKNOWN_OBJECT)
        self.valid, self.unknown = self.valid + int(known.sum()), self.unknown + int((inside & ~known).sum())
        self.area_m2 += float(pixel_areas[known].sum())
        changed = known & (ids != NO_OBJECT)
        object_ids, row_of, counts = np.unique(ids[changed], return_inverse=True, return_counts=True)
        areas_m2 = np.bincount(row_of, pixel_areas[changed], minlength=len(object_ids))
        for object_id, count, area_m2 in zip(object_ids.tolist(), counts.tolist(), areas_m2.tolist(), strict=True):
            obj = block.change_map.found[object_id - 1]
            if block.change_map.object_filter.keeps(obj):
                self.pixels[object_id] += count
                self.of_class[obj.object_class] += count
                self.area_of[obj.object_class] += area_m2


def _assigned_ids(pixels: Sequence[Counter[int]]) -> Iterator[list[int]]:
    """For each zone the ids of the objects of which it holds the most pixels; of equal zones the first."""
    best: dict[int, tuple[int, int]] = {}
    for zone, counts in enumerate(pixels):
        for object_id, count in counts.items():
            if object_id not in best or count > best[object_id][0]:
                best[object_id] = (count, zone)
    for zone, counts in enumerate(pixels):
        yield [object_id for object_id in counts if best[object_id][1] == zone]


def _row(change_map: ChangeMap, area: AreaOfInterest, tally: _Tally, objects: Counter[ObjectClass]) -> ZoneRow:
    has_areas = change_map.has_areas
    cells = tuple(
        ZoneClass(
            name,
            tally.of_class[name],
            tally.of_class[name] / max(1, tally.valid),
            float(tally.area_of[name]) if has_areas else None,
            objects[name],
        )
        for name in (change_map.classes_told if change_map.seen_by == "bands" else ALL_CLASSES)
    )
    whole = shapely.box(0, 0, change_map.size[1], change_map.size[0])
    inside = area.shape.intersection(whole).area / area.shape.area if area.shape.area else 0.0
    valid_m2 = tally.area_m2 if has_areas else None
    return ZoneRow(area.name, cells, tally.valid, valid_m2, tally.unknown, inside, dict(area.attributes))
