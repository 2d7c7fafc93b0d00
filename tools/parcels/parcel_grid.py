"""Polygons burned onto a grid as numbers, window by window; those that overlap lie in layers of their own.

Many polygons are measured in one pass: a window is read once, and `bincount` sums it up by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio.features import rasterize
from shapely.geometry.base import BaseGeometry

from mci_model.prediction import Window

Numbers = npt.NDArray[np.int32]
"""(h, w): 0 where no polygon is, else its place in the sequence from 1."""
Pairs = npt.NDArray[np.int64]
"""(n, 2): places of two polygons from 0, the first the smaller."""
LEAST_SHARED = 0.05
"""Pixels that two polygons must have in common to overlap; of neighbours, rounding makes slivers."""


class ParcelGrid:
    """Polygons in pixels of a grid, drawn where a window needs them."""

    def __init__(self, shapes: Sequence[BaseGeometry]) -> None:
        """Take polygons: x is the column, y the row, as `AreaOfInterest.shape` has them."""
        self._shapes = np.array([None, *shapes], object)[1:]
        self._tree = shapely.STRtree(self._shapes)

    def __len__(self) -> int:
        return len(self._shapes)

    @cached_property
    def overlapping(self) -> Pairs:
        """Polygons that share ground, two by two."""
        first, second = self._tree.query(self._shapes, predicate="intersects")
        first, second = (some[first < second] for some in (first, second))
        bounds = shapely.bounds(self._shapes) if len(self) else np.zeros((0, 4))
        one, other = bounds[first], bounds[second]
        shared = np.minimum(one[:, 2:], other[:, 2:]) - np.maximum(one[:, :2], other[:, :2])
        near = shared.min(axis=1, initial=np.inf) > 0 if len(shared) else np.zeros(0, bool)
        near &= shared.prod(axis=1) > LEAST_SHARED
        first, second = first[near], second[near]
        common = shapely.area(shapely.intersection(self._shapes[first], self._shapes[second])) > LEAST_SHARED
        pairs: Pairs = np.stack([first[common], second[common]], axis=1)
        return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]

    @cached_property
    def layer_of(self) -> npt.NDArray[np.int64]:
        """(n,): the layer of each polygon, from 0, so that no two of a layer overlap."""
        layers = np.zeros(len(self), np.int64)
        before: dict[int, set[int]] = {}
        for first, second in self.overlapping[np.argsort(self.overlapping[:, 1], kind="stable")].tolist():
            before.setdefault(second, set()).add(first)
        for place in sorted(before):
            taken = {int(layers[other]) for other in before[place]}
            layers[place] = next(layer for layer in range(len(taken) + 1) if layer not in taken)
        return layers

    def numbers(self, window: Window) -> Iterator[Numbers]:
        """Layer by layer, the numbers of the polygons whose area holds the centre of each pixel; empty layers not."""
        right, bottom = window.left + window.width, window.top + window.height
        found = np.sort(self._tree.query(shapely.box(window.left, window.top, right, bottom), predicate="intersects"))
        layers = self.layer_of[found]
        for layer in np.unique(layers):
            here = found[layers == layer]
            drawn: Numbers = rasterize(
                zip(self._shapes[here], (here + 1).tolist(), strict=True),
                (window.height, window.width),
                transform=Affine.translation(window.left, window.top),
                dtype="int32",
            )
            yield drawn
