"""Changed pixels by where they lie themselves: over the nine fields of an image, and in parts of it.

Only objects that reach over a border are read pixel by pixel; the others lie where any of their pixels lies.
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


def spread(found: ChangeMap, things: Sequence[ChangedObject]) -> tuple[FieldShare, ...]:
    """How a change is spread over the nine fields, the most first; fields without any are left out."""
    compass = Compass.of(found)
    pixels = counted(found, things, compass.fields, 9).sum(0).tolist()
    shares = [FieldShare(compass.name(field), here / sum(pixels)) for field, here in enumerate(pixels) if here]
    return tuple(sorted(shares, key=lambda one: -one.share))


def inside(found: ChangeMap, things: Sequence[ChangedObject], part: Part) -> npt.NDArray[np.int64]:
    """(objects,): pixels of each object in a part of the image."""
    compass = Compass.of(found)
    return counted(found, things, lambda columns, rows: compass.within(columns, rows, part), 2)[:, 1]


def counted(found: ChangeMap, things: Sequence[ChangedObject], sort: Sorter, regions: int) -> npt.NDArray[np.int64]:
    """(objects, regions): pixels of each object in each region."""
    table = np.zeros((len(things), regions), np.int64)
    for place, thing in enumerate(things):
        at_rim = sort(*_rim(thing, found.size)).astype(np.int64)
        if (at_rim == at_rim[0]).all():
            table[place, at_rim[0]] = thing.pixels
            continue
        rows, columns = np.nonzero(found.ids(_window(thing)) == thing.id)
        lies = sort(columns + thing.box[1] + 0.5, rows + thing.box[0] + 0.5).astype(np.int64)
        table[place] = np.bincount(lies, minlength=regions)
    return table


def _window(thing: ChangedObject) -> Window:
    top, left, bottom, right = thing.box
    return Window(top, left, bottom - top, right - left)


def _rim(thing: ChangedObject, size: tuple[int, int]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Columns and rows of the outermost pixel centres of an object's box, and the image's middle if it lies within.

    Regions are convex or reach the image's rim, but for the middle ninth; so a box whose rim lies in one region lies
    in it as a whole, unless it holds the middle.
    """
    top, left, bottom, right = thing.box
    columns, rows = np.arange(left, right) + 0.5, np.arange(top, bottom) + 0.5
    xs = [columns, columns, np.full(len(rows), columns[0]), np.full(len(rows), columns[-1])]
    ys = [np.full(len(columns), rows[0]), np.full(len(columns), rows[-1]), rows, rows]
    if left <= size[1] / 2 <= right and top <= size[0] / 2 <= bottom:
        xs, ys = [*xs, np.array([size[1] / 2])], [*ys, np.array([size[0] / 2])]
    return np.concatenate(xs), np.concatenate(ys)
