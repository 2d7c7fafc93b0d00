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
    return _rise(step, warm_up) * _half_cosine(math.pi * step / max(1, steps), floor)


def warmed_cosine_of_time(step: int, share: float, warm_up: int, floor: float) -> float:
    """As `warmed_cosine`, with a fall that follows the `share` of the time that has passed, 0-1."""
    return _rise(step, warm_up) * _half_cosine(math.pi * share, floor)


def _rise(step: int, warm_up: int) -> float:
    return min(1.0, (step + 1) / warm_up)


def _half_cosine(angle: float, floor: float) -> float:
    return floor + (1 - floor) * 0.5 * (1 + math.cos(angle))
