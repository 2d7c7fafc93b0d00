"""Sums of window results over a part of a scene: blended classes, the most changed window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.inference.window_results import WindowResult
from mci_model.inference.windows import Image, blend, shared, windows, within
from mci_model.prediction import Ground, Window, WindowLook
from mci_model.settings import BACKGROUND, CLASS_NAMES

ImagePair = tuple[Image, Image]
Slices = tuple[slice, slice]
Read = Callable[[Window], ImagePair]
"""Reads both dates in a window of a scene."""


@dataclass(slots=True)
class WindowSums:
    """Sums over the windows processed so far that overlap the core of a part."""

    core: Window
    read: Read
    windows: list[Window]
    classes: npt.NDArray[np.float32] = field(init=False)
    appeared: npt.NDArray[np.float32] = field(init=False)
    weight: npt.NDArray[np.float32] = field(init=False)
    ground: GroundSums | None = None
    """None where the network does not tell the ground."""
    looks: list[WindowLook] = field(default_factory=list)
    caches: list[LayerCache] = field(default_factory=list)
    backwards: bool = False
    """Whether the caches tell of the dates in the other order."""

    @property
    def changed(self) -> float:
        """Probability of any change in one of the windows, 0-1."""
        return max((look.changed for look in self.looks), default=0.0)

    @property
    def most_changed(self) -> WindowLook | None:
        """The most changed window, the first of equal ones."""
        return max(self.looks, key=lambda look: look.much, default=None)

    def __post_init__(self) -> None:
        shape = (self.core.height, self.core.width)
        self.classes = np.zeros((len(CLASS_NAMES), *shape), np.float32)
        self.appeared, self.weight = np.zeros(shape, np.float32), np.zeros(shape, np.float32)

    def add(self, window: Window, result: WindowResult) -> None:
        """Add the result of a window to the pixels of the core that it covers."""
        overlap = shared(window, self.core)
        here, there = within(overlap, self.core).slices, within(overlap, window).slices
        weight = blend(window.height, window.width)[there]
        self.classes[:, *here] += result.classes[:, *there] * weight
        self.weight[here] += weight
        if result.appeared is not None:
            self.appeared[here] += result.appeared[there] * weight
        if result.ground is not None:
            self.ground = self.ground or GroundSums.empty(self.weight.shape)
            self.ground.add(result.ground, here, there, weight)

    def mean_classes(self) -> npt.NDArray[np.float32]:
        """(3, h, w) blended probabilities; background where no window was processed. In place: call it once, last."""
        covered = self.weight > 0
        np.divide(self.classes, self.weight, out=self.classes, where=covered)
        self.classes[BACKGROUND][~covered] = 1
        return self.classes

    def mean_appeared(self) -> npt.NDArray[np.float32]:
        """(h, w) blended probability that a change appeared rather than disappeared. In place: call it once, last."""
        return np.divide(self.appeared, self.weight, out=self.appeared, where=self.weight > 0)

    def mean_ground(self) -> Ground | None:
        """The blended ground; unchanged where no window was processed. In place: call it once, last."""
        if self.ground is None:
            return None
        changed = np.divide(self.ground.changed, self.weight, out=self.ground.changed, where=self.weight > 0)
        return Ground(changed, self.ground.cover)


@dataclass(slots=True)
class GroundSums:
    """Probabilities of change are blended; land cover is that of the window which sees the pixel best."""

    changed: npt.NDArray[np.float32]
    cover: npt.NDArray[np.uint8]
    best: npt.NDArray[np.float32]
    """(h, w) weight of the window whose land cover is kept."""

    @classmethod
    def empty(cls, shape: tuple[int, ...]) -> GroundSums:
        """Of a core of this height and width, before any window."""
        return cls(np.zeros(shape, np.float32), np.zeros((2, *shape), np.uint8), np.zeros(shape, np.float32))

    def add(self, ground: Ground, here: Slices, there: Slices, weight: npt.NDArray[np.float32]) -> None:
        """Add the ground of a window, its pixels `there`, to the pixels `here` of the core."""
        self.changed[here] += ground.changed[there] * weight
        better = weight > self.best[here]
        self.best[here] = np.where(better, weight, self.best[here])
        self.cover[:, *here] = np.where(better, ground.cover[:, *there], self.cover[:, *here])


def whole_pair(pair: ImagePair) -> WindowSums:
    """A pair in memory as one part."""
    before, after = pair
    core = Window(0, 0, *before.shape[:2])
    return WindowSums(
        core, lambda window: (before[window.slices], after[window.slices]), list(windows(*before.shape[:2]))
    )
