"""Pieces of the class building, split into the buildings that touch, in whatever blocks a scene is labelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt
import pandas as pd

from mci_model.inference.instances import Instances, Mask, split_piece
from mci_model.inference.windows import shared, within
from mci_model.prediction import Window
from mci_model.settings import BUILDING
from tools.change.pieces.labelling import BlockLayers, Labels
from tools.inference.parts import STEPS

MAX_SIDE = 4096
"""Pixels; a piece that is longer stays one: it would not fit into memory."""
Layers = npt.NDArray[np.uint8]
ReadLayers = Callable[[Window], tuple[Layers, Layers]]
Place = tuple[int, int]


@dataclass
class SingleBuildings:
    """Labels of whole pieces become labels of single buildings; each piece is split once, and kept if it is several."""

    table: pd.DataFrame
    """Of the pieces, as `PieceTally.pieces` gives it."""
    numbers: npt.NDArray[np.uint32]
    """Number of the piece for each label of the blocks."""
    width: int
    """Of the scene, pixels."""
    read: ReadLayers
    """Class ids of the scene in a window, 0 where nothing counts, and probabilities of buildings, in steps."""
    _boxes: dict[int, tuple[Window, Place]] = field(init=False)
    """Of the pieces of the class building: the box, and the first pixel."""
    _parts: dict[int, Instances] = field(default_factory=dict)
    """Of pieces that are several buildings."""
    _first: npt.NDArray[np.int64] = field(init=False)
    """(pieces + 1,) label of the first building of a piece; -1 before it was split, 0 where it is none."""
    _last: int = 0

    def __post_init__(self) -> None:
        self._first = np.full(len(self.table) + 1, -1, np.int64)
        self._first[0] = 0
        buildings = self.table[self.table["class_id"] == BUILDING]
        columns = (buildings[name].astype(int).tolist() for name in ("top", "left", "bottom", "right", "first"))
        self._boxes = {
            number: (Window(top, left, bottom - top, right - left), divmod(first, self.width))
            for number, top, left, bottom, right, first in zip(buildings.index.tolist(), *columns, strict=True)
        }

    def __call__(self, block: BlockLayers, labels: Labels) -> Labels:
        """(h, w) labels of a block, from 1 on, in which each building of the scene has one of its own."""
        pieces = self.numbers[np.where(labels < len(self.numbers), labels, 0)]
        present = np.unique(pieces).tolist()
        for piece in present:
            if self._first[piece] < 0:
                self._split(piece, block, pieces)
        result = self._first[pieces]
        for piece in present:
            if piece in self._parts:
                self._number(piece, block.window, result)
        return result

    def _split(self, piece: int, block: BlockLayers, pieces: npt.NDArray[np.uint32]) -> None:
        count = 1
        if piece in self._boxes and max(self._boxes[piece][0][2:]) <= MAX_SIDE:
            region, steps = self._region(piece, block, pieces)
            parts = split_piece(region, (steps / STEPS).astype(np.float32))
            count = int(parts.max())
            if count > 1 or (count == 1 and (parts > 0).sum() < region.sum()):
                self._parts[piece] = parts
        self._first[piece] = self._last + 1 if count else 0
        self._last += count

    def _region(self, piece: int, block: BlockLayers, pieces: npt.NDArray[np.uint32]) -> tuple[Mask, Layers]:
        """The pixels of a piece in its box, and how sure they are; read where it goes beyond its block."""
        box, (row, column) = self._boxes[piece]
        if shared(box, block.window) == box:
            inner = within(box, block.window).slices
            return pieces[inner] == piece, block.probability[inner]
        classes, steps = self.read(box)
        components = cv2.connectedComponents((classes == BUILDING).astype(np.uint8), connectivity=8)[1]
        region: Mask = components == components[row - box.top, column - box.left]
        return region, steps

    def _number(self, piece: int, window: Window, result: Labels) -> None:
        """Write the labels of the buildings of one piece into those of a block, which hold the first of them."""
        box = self._boxes[piece][0]
        overlap = shared(box, window)
        parts = self._parts[piece][within(overlap, box).slices]
        here = result[within(overlap, window).slices]
        own = here == self._first[piece]
        here[own] = np.where(parts > 0, parts + self._first[piece] - 1, 0)[own]
