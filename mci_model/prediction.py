"""The results of interpreting a pair or a part of a scene. Knows no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""(H, W, 3) RGB 0-255, or (H, W) class ids."""

ANY_CHANGE_FROM = 0.5
"""Probability of change of any kind from which a pixel counts."""
MIN_REGION_PIXELS = 100
"""Smaller regions of change that is neither building nor road are mostly shadows and cars."""
SLIVER_PX = 5
"""Narrower strips are outlines of what did not change, seen from another angle."""
CHANGED_FROM = 0.5
"""Probability of any change from which a pair counts as changed."""


class Window(NamedTuple):
    """A rectangle of pixels: first row and column, height and width."""

    top: int
    left: int
    height: int
    width: int

    @property
    def slices(self) -> tuple[slice, slice]:
        """For indexing (H, W) arrays."""
        return slice(self.top, self.top + self.height), slice(self.left, self.left + self.width)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the ground looks like, and where it changed at all."""

    changed: npt.NDArray[np.float32]
    """(H, W) probability of change of any kind, buildings and roads among it."""
    cover: npt.NDArray[np.uint8]
    """(2, H, W) land cover at either date, as numbers of `mci_model.settings.COVER_NAMES`."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The interpretation of one pair of (H, W) images."""

    mask: npt.NDArray[np.uint8]
    """(H, W) class ids: 0 background, 1 road, 2 building."""
    probabilities: npt.NDArray[np.float32]
    """(3, H, W), softmax over classes."""
    appeared: npt.NDArray[np.float32] | None
    """(H, W) probability that a changed pixel appeared rather than disappeared; None if unknown."""
    caption: str
    caption_ids: list[int]
    """Word ids with START and, if it was reached, END."""
    caption_window: Window
    """The part of the image that the caption describes: all of it, or its most changed window."""
    changed: float
    """Probability of any change, 0-1."""
    ground: Ground | None = None
    """None where the network does not tell it."""


class WindowLook(NamedTuple):
    """How much one window of a scene changed."""

    window: Window
    """In pixels of the scene."""
    changed: float
    """Probability of any change in it, 0-1."""
    much: float
    """Amount of change in it: the window where it is highest is captioned."""


@dataclass(frozen=True, slots=True)
class PartPrediction:
    """The interpretation of a part of a scene."""

    core: Window
    """The part, in pixels of the scene; (h, w) below."""
    probabilities: npt.NDArray[np.float32]
    """(3, h, w), softmax over classes."""
    appeared: npt.NDArray[np.float32] | None
    """(h, w), as for `Prediction`."""
    looks: tuple[WindowLook, ...]
    """The windows that overlap the part and hold data, row by row."""
    ground: Ground | None = None
    """(h, w), as for `Prediction`."""
