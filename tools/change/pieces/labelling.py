"""Connected pieces of change in a scene of any size: labelled by block, merged across block borders, counted once.

Blocks do not depend on the parts in which the scene was interpreted, so sums are always added in one order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from mci_model.prediction import Window
from mci_model.settings import BUILDING, ROAD
from tools.change.change_map import ANY_ID
from tools.rasters.georeference import Georeference

CLASSES = (ROAD, BUILDING, ANY_ID)
SUMS = ("pixels", "row", "column", "probability", "appeared", "area")
LOWEST, HIGHEST = ("top", "left", "first"), ("bottom", "right")

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True)
class BlockLayers:
    """The layers of one block of the scene."""

    window: Window
    classes: npt.NDArray[np.uint8]
    """(h, w) class ids; 0 for no change, no data, or outside the area of interest."""
    probability: npt.NDArray[np.uint8]
    """(h, w) probability of the class at the pixel, in steps."""
    appeared: npt.NDArray[np.uint8]
    """(h, w) probability that it appeared, in steps."""


def labelled(blocks: Iterator[BlockLayers]) -> Iterator[tuple[BlockLayers, Labels]]:
    """Each block with (h, w) labels from 1 on, which go on from block to block; touching pixels of a class share one.

    Pieces that cross a block border have several labels; the same blocks always get the same labels.
    """
    last = 0
    for block in blocks:
        labels = np.zeros(block.classes.shape, np.int64)
        for class_id in CLASSES:
            region = block.classes == class_id
            count, components = cv2.connectedComponents(region.astype(np.uint8), connectivity=8)
            labels[region] = components[region] + last
            last += count - 1
        yield block, labels


@dataclass
class PieceTally:
    """Accumulates statistics of the labels of all blocks, and which labels touch across block borders."""

    width: int
    """Of the scene, pixels."""
    georeference: Georeference | None
    crosses: bool = True
    """Whether a piece has another label beyond a block's border; else pieces that touch there stay apart."""
    _tables: list[pd.DataFrame] = field(default_factory=list)
    _touching: list[Labels] = field(default_factory=list)
    _above: Labels = field(init=False)
    _below: Labels = field(init=False)
    _left: Labels = field(init=False)

    def __post_init__(self) -> None:
        # An empty column at either side, so that corners need no special case.
        self._above, self._below = np.zeros((2, self.width + 2), np.int64)
        self._left = np.zeros(0, np.int64)

    def add(self, block: BlockLayers, labels: Labels) -> None:
        """Add one block; blocks come row by row."""
        left, (height, width) = block.window.left, labels.shape
        if left == 0:
            self._above, self._below = self._below, np.zeros(self.width + 2, np.int64)
            self._left = np.zeros(height, np.int64)
        self._join(labels[0], self._above[left : left + width + 2])
        self._join(labels[:, 0], np.pad(self._left, 1))
        self._below[left + 1 : left + width + 1] = labels[-1]
        self._left = labels[:, -1]
        if labels.any():
            self._tables.append(self._summed(block, labels))

    def _join(self, here: Labels, there: Labels) -> None:
        """Note which labels along a block border touch those beyond it, 8-connected."""
        for step in range(3):
            beyond = there[step : step + len(here)]
            both = (here > 0) & (beyond > 0)
            if both.any():
                self._touching.append(np.unique(np.stack([here[both], beyond[both]], axis=1), axis=0))

    def _summed(self, block: BlockLayers, labels: Labels) -> pd.DataFrame:
        """One row per label of the block."""
        changed = np.nonzero(labels)
        rows, columns = changed[0] + block.window.top, changed[1] + block.window.left
        areas = np.ones(len(rows)) if self.georeference is None else self.georeference.areas_at(rows, columns)
        pixels = pd.DataFrame(
            {
                "label": labels[changed],
                "class_id": block.classes[changed].astype(np.int64),
                "pixels": 1,
                "row": rows,
                "column": columns,
                "probability": block.probability[changed].astype(np.int64),
                "appeared": block.appeared[changed].astype(np.int64),
                "area": areas,
                "top": rows,
                "left": columns,
                "first": rows * self.width + columns,
                "bottom": rows + 1,
                "right": columns + 1,
            }
        )
        return _grouped(pixels, "label").reset_index()

    def pieces(self, min_pixels: int) -> tuple[pd.DataFrame, npt.NDArray[np.uint32]]:
        """All pieces of at least `smallest` pixels, and the number of the piece for each label.

        Returns:
            One row per piece, numbered from 1 (the index) by size, the largest first, and then by its first pixel:
            class_id, pixels, row and column (centre, pixel indices), probability and appeared (means, in steps), area
            (square metres; pixels without georeference), top, left, bottom and right (the last two
            exclusive). And (labels + 1,) numbers, 0 for smaller pieces.
        """
        if not self._tables:
            return pd.DataFrame(columns=["class_id", *SUMS, *LOWEST, *HIGHEST]), np.zeros(1, np.uint32)
        parts = pd.concat(self._tables, ignore_index=True)
        parts["piece"] = self._joined(parts)
        whole = _grouped(parts.drop(columns="label"), "piece")
        whole = whole[whole["pixels"] >= min_pixels].sort_values(["pixels", "first"], ascending=[False, True])
        for name in ("row", "column", "probability", "appeared"):
            whole[name] /= whole["pixels"]
        number_of = pd.Series(np.arange(1, len(whole) + 1), index=whole.index)
        numbers = np.zeros(int(parts["label"].max()) + 1, np.uint32)
        numbers[parts["label"]] = number_of.reindex(parts["piece"], fill_value=0)
        whole.index = pd.Index(number_of, name="id")
        return whole, numbers

    def _joined(self, parts: pd.DataFrame) -> npt.NDArray[np.int32]:
        """The piece of each label."""
        label_count = int(parts["label"].max()) + 1
        class_of = np.zeros(label_count, np.int64)
        class_of[parts["label"]] = parts["class_id"]
        pairs = np.concatenate([np.zeros((0, 2), np.int64), *(self._touching if self.crosses else ())])
        pairs = pairs[class_of[pairs[:, 0]] == class_of[pairs[:, 1]]]
        graph = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(label_count, label_count))
        component: npt.NDArray[np.int32] = connected_components(graph, directed=False)[1]
        return np.asarray(component[parts["label"]], np.int32)


def _grouped(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    kinds = {"class_id": "first"} | dict.fromkeys(SUMS, "sum") | dict.fromkeys(LOWEST, "min")
    return rows.groupby(key).agg(kinds | dict.fromkeys(HIGHEST, "max"))
