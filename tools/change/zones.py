"""Change by zone: for each parcel or district how much changed, of what, and how much of it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from mci_model.inference.windows import shared, within
from mci_model.prediction import Window
from tools.change.change_map import ALL_CLASSES, NO_OBJECT, UNKNOWN_OBJECT, ChangeClass, ChangeMap
from tools.pairs.areas import AreaOfInterest
from tools.rasters.blocks import LABEL_BLOCK, blocks


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


def tabulate(found: ChangeMap, areas: Sequence[AreaOfInterest]) -> tuple[ZoneRow, ...]:
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

    def add(self, block: _Block, area: AreaOfInterest) -> None:
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
            if block.found.object_filter.keeps(thing):
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


def _row(found: ChangeMap, area: AreaOfInterest, tally: _Tally, objects: Counter[ChangeClass]) -> ZoneRow:
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
