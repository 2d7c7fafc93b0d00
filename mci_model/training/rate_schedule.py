"""Learning-rate schedule."""

from __future__ import annotations

import math


def warmed_cosine(step: int, steps: int, warm_up: int, floor: float) -> float:
    """Factor of the maximal rate: a linear rise, times half a cosine down to `floor` (Loshchilov and Hutter 2017).

    Args:
        step: current step, from 0.
        steps: total number.
        warm_up: number of steps of the rise.
        floor: final factor, 0-1.
    """
    decay = floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * step / max(1, steps)))
    return min(1.0, (step + 1) / warm_up) * decay
