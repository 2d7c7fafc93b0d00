"""Positions of changed pixels: over the nine fields of an image, and in parts of it.

Only objects that cross a border are read pixel by pixel; the others lie where any of their pixels lies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from mci_model.prediction import Window
from tools.change.change_map import ChangedObject, ChangeMap
from tools.change.places import Compass, FieldShare, Part

Sorter = Callable[[npt.NDArray[Any], npt.NDArray[Any]], npt.NDArray[Any]]
"""Columns and rows of pixel centres -> the number of the region in which each lies."""


def spread(change_map: ChangeMap, objects: Sequence[ChangedObject]) -> tuple[FieldShare, ...]:
    """Share of the changed pixels in each of the nine fields, largest first; empty fields are left out."""
    compass = Compass.of(change_map)
    pixels = counted(change_map, objects, compass.fields, 9).sum(0).tolist()
    shares = [FieldShare(compass.name(field), here / sum(pixels)) for field, here in enumerate(pixels) if here]
    return tuple(sorted(shares, key=lambda one: -one.share))


def inside(change_map: ChangeMap, objects: Sequence[ChangedObject], part: Part) -> npt.NDArray[np.int64]:
    """(objects,): pixels of each object in a part of the image."""
    compass = Compass.of(change_map)
    return counted(change_map, objects, lambda columns, rows: compass.within(columns, rows, part), 2)[:, 1]


def counted(
    change_map: ChangeMap, objects: Sequence[ChangedObject], sort: Sorter, regions: int
) -> npt.NDArray[np.int64]:
    """(objects, regions): pixels of each object in each region."""
    table = np.zeros((len(objects), regions), np.int64)
    for row, obj in enumerate(objects):
        at_rim = sort(*_rim(obj, change_map.size)).astype(np.int64)
        if (at_rim == at_rim[0]).all():
            table[row, at_rim[0]] = obj.pixels
            continue
        rows, columns = np.nonzero(change_map.ids(_window(obj)) == obj.id)
        region_of = sort(columns + obj.box[1] + 0.5, rows + obj.box[0] + 0.5).astype(np.int64)
        table[row] = np.bincount(region_of, minlength=regions)
    return table


def _window(obj: ChangedObject) -> Window:
    top, left, bottom, right = obj.box
    return Window(top, left, bottom - top, right - left)


def _rim(obj: ChangedObject, size: tuple[int, int]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Columns and rows of the outermost pixel centres of an object's box, and the image's middle if it lies within.

    Regions are convex or reach the image's rim, but for the middle ninth; so a box whose rim lies in one region lies
    in it as a whole, unless it holds the middle.
    """
    top, left, bottom, right = obj.box
    columns, rows = np.arange(left, right) + 0.5, np.arange(top, bottom) + 0.5
    xs = [columns, columns, np.full(len(rows), columns[0]), np.full(len(rows), columns[-1])]
    ys = [np.full(len(columns), rows[0]), np.full(len(columns), rows[-1]), rows, rows]
    if left <= size[1] / 2 <= right and top <= size[0] / 2 <= bottom:
        xs, ys = [*xs, np.array([size[1] / 2])], [*ys, np.array([size[0] / 2])]
    return np.concatenate(xs), np.concatenate(ys)
