"""Shapes of changed objects: centre lines, outlines, and the distance between two. Reads objects part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from skimage.morphology import skeletonize

from mci_model.prediction import Window
from tools.change.change_map import ChangedObject, ChangeMap
from tools.change.shapes.ground_lengths import Points, lengths, nearest
from tools.rasters.blocks import LABEL_BLOCK, blocks

HALO = 128
"""Pixels around a part of a large object that are read with it, so that its centre line goes on across the seam."""
EDGES = (
    ((-1, 0), (0, 0), (1, 0)),
    ((1, 0), (0, 1), (1, 1)),
    ((0, -1), (0, 0), (0, 1)),
    ((0, 1), (1, 0), (1, 1)),
)
"""Of a pixel: (row, column) of the neighbour beyond each edge, and (column, row) of the edge's ends."""
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tile:
    """Part of an object's mask, with a rim, empty beyond the image."""

    mask: Mask
    top: int
    """Row of its first pixel in the image; negative beyond the image."""
    left: int
    rim: int
    """Width of the rim in pixels."""

    @property
    def core(self) -> Mask:
        """Where the tile itself lies, without the rim."""
        inside = np.zeros(self.mask.shape, np.bool_)
        inside[self.rim : -self.rim, self.rim : -self.rim] = True
        return inside

    def places(self, chosen: Mask, corner: tuple[float, float] = (0.0, 0.0)) -> Points:
        """(n, 2) columns and rows in the image of the top left corners of pixels, or of what lies that far off."""
        rows, columns = np.nonzero(chosen)
        return np.stack([columns + self.left + corner[0], rows + self.top + corner[1]], axis=1).astype(np.float64)


def map_of(change_map: ChangeMap, obj: ChangedObject) -> ChangeMap:
    """The map whose raster holds an object: that of other change for what is neither building nor road."""
    apart = obj.object_class == "any" and change_map.seen_by == "network" and change_map.other is not None
    return change_map.other if apart and change_map.other is not None else change_map


def tiles(change_map: ChangeMap, obj: ChangedObject, side: int = LABEL_BLOCK) -> Iterator[Tile]:
    """The parts of an object."""
    top, left, bottom, right = obj.box
    source, (height, width) = map_of(change_map, obj), change_map.size
    rim = 1 if max(bottom - top, right - left) <= side else HALO
    for part in blocks((bottom - top, right - left), side):
        first_row, first_column = top + part.top - rim, left + part.left - rim
        mask = np.zeros((part.height + 2 * rim, part.width + 2 * rim), np.bool_)
        up, start = max(0, first_row), max(0, first_column)
        down, stop = min(height, first_row + len(mask)), min(width, first_column + mask.shape[1])
        here = source.ids(Window(up, start, down - up, stop - start)) == obj.id
        mask[up - first_row : down - first_row, start - first_column : stop - first_column] = here
        yield Tile(mask, first_row, first_column, rim)


def line_length(change_map: ChangeMap, obj: ChangedObject, side: int = LABEL_BLOCK) -> float:
    """Length of the centre line (8-connected, through pixel centres), in metres, or pixels without georeference."""
    return sum(_line_length(change_map, tile) for tile in tiles(change_map, obj, side))


def _line_length(change_map: ChangeMap, tile: Tile) -> float:
    line = skeletonize(tile.mask)
    total = 0.0
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        stepping = line & tile.core & _bare_steps(line, down, right)
        starts, ends = tile.places(stepping, (0.5, 0.5)), tile.places(stepping, (0.5 + right, 0.5 + down))
        total += float(lengths(change_map.georeference, starts, ends).sum())
    return total


def _bare_steps(line: Mask, down: int, right: int) -> Mask:
    """Where the pixel this way is of the line, too; a diagonal only where no way around the corner joins the two."""
    there = _moved(line, down, right)
    if down and right:
        return there & ~_moved(line, down, 0) & ~_moved(line, 0, right)
    return there


def _moved(mask: Mask, down: int, right: int) -> Mask:
    """The mask as seen from pixels this far above and to the left; the rim is empty or beyond the core."""
    return np.roll(mask, (-down, -right), axis=(0, 1))


def outline_length(change_map: ChangeMap, obj: ChangedObject) -> float:
    """Length along the edges of its pixels, holes included, in metres, or pixels without georeference."""
    total = 0.0
    for tile in tiles(change_map, obj):
        own = tile.mask & tile.core
        for (down, right), start, end in EDGES:
            bare = own & ~_moved(tile.mask, down, right)
            total += float(lengths(change_map.georeference, tile.places(bare, start), tile.places(bare, end)).sum())
    return total


def corners(change_map: ChangeMap, obj: ChangedObject) -> Points:
    """The corners of the pixels along its outline."""
    found = []
    for tile in tiles(change_map, obj):
        inner = np.logical_and.reduce([_moved(tile.mask, *neighbour) for neighbour, _, _ in EDGES])
        outermost = tile.mask & tile.core & ~inner
        found += [tile.places(outermost, corner) for corner in ((0, 0), (0, 1), (1, 0), (1, 1))]
    points: Points = np.unique(np.concatenate(found), axis=0)
    return points


def gap(change_map: ChangeMap, first: ChangedObject, second: ChangedObject) -> float:
    """Distance between the outlines of two objects: of pixels on one grid, that of their nearest corners."""
    one, other = corners(change_map, first), corners(change_map, second)
    return float(nearest(change_map.georeference, one, other).min())


def centre_distance(change_map: ChangeMap, first: ChangedObject, second: ChangedObject) -> float:
    """Distance between the centres of two objects."""
    return float(lengths(change_map.georeference, np.array([first.centre]), np.array([second.centre]))[0])
