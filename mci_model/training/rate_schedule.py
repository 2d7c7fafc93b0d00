"""How fast to learn, by the step."""

from __future__ import annotations

import math


def warmed_cosine(step: int, steps: int, warm_up: int, floor: float) -> float:
    """Share of the highest rate: a linear rise, times half a cosine down to `floor` (Loshchilov and Hutter 2017).

    Args:
        step: from 0.
        steps: in all.
        warm_up: steps of the rise.
        floor: where the cosine ends, 0-1.
    """
    fallen = floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * step / max(1, steps)))
    return min(1.0, (step + 1) / warm_up) * fallen
