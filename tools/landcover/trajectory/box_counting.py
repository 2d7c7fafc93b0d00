"""The box-counting dimension of a pattern, with boxes of powers of two (Falconer 2003).

Boxes whose sides do not divide each other are biased: a filled square would get 1.98 with log-spaced sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
LEAST_BOXES = 3
"""Sizes below which no line is fitted."""


@dataclass(frozen=True, slots=True)
class BoxCount:
    """Boxes that a pattern needs, by their side, and the slope of both in logarithms."""

    sides: tuple[int, ...]
    """Pixels."""
    counts: tuple[int, ...]
    dimension: float | None
    """0 to 2; None where there is nothing, or too few sizes."""
    r_squared: float | None
    """Of the fit, 0-1; None where every size needs as many boxes: a single point has no dimension to speak of."""


def box_count(mask: Mask, sides: Sequence[int] | None = None) -> BoxCount:
    """Count boxes of a grid that begins in the top left corner.

    Args:
        mask: (h, w) where the pattern is.
        sides: of the boxes in pixels; None: powers of two up to the shorter side.
    """
    chosen = tuple(sides) if sides is not None else _powers(min(mask.shape))
    counts = tuple(_boxes(mask, side) for side in chosen)
    if len(chosen) < LEAST_BOXES or not counts[0]:
        return BoxCount(chosen, counts, None, None)
    across, down = np.log(np.array(chosen, float)), np.log(np.array(counts, float))
    slope, offset = np.polyfit(across, down, 1)
    scatter = float(((down - down.mean()) ** 2).sum())
    left = float(((down - (slope * across + offset)) ** 2).sum())
    return BoxCount(chosen, counts, -float(slope) + 0.0, 1 - left / scatter if scatter else None)


def _powers(side: int) -> tuple[int, ...]:
    return tuple(2**power for power in range(int(np.log2(side)) + 1)) if side else ()


def _boxes(mask: Mask, side: int) -> int:
    """Boxes of a side that hold any of the pattern."""
    height, width = (-size % side for size in mask.shape)
    padded = np.pad(mask, ((0, height), (0, width)))
    tall, wide = padded.shape[0] // side, padded.shape[1] // side
    return int(padded.reshape(tall, side, wide, side).any((1, 3)).sum())
