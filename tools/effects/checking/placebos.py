"""Effects where none can be: at dates before the event, and in places that it did not reach."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.effects.estimate import Effect, estimate
from tools.effects.regular_steps import LEAST_AFTER, Steps

MOST_WINDOWS = 8
OVERLAP = 3
"""Windows that each step lies in."""
POWER_95_80 = 2.80
"""Standard deviations of a null that an effect must have to be found at 5 % in 80 of 100 cases."""


@dataclass(frozen=True, slots=True)
class Placebo:
    """An effect that should be none."""

    name: str
    """Day from which on, or name of the control."""
    effect: Effect


@dataclass(frozen=True, slots=True)
class PlacebosInTime:
    """Windows before the event, as long as the one after it."""

    windows: tuple[Placebo, ...]
    skipped: tuple[str, ...]
    """First days of windows with too little history before them."""


def placebos_in_time(steps: Steps) -> PlacebosInTime:
    """The effects of events that never were, each with as much history before as its window is long, or more."""
    length = len(steps.outcome) - steps.event
    stride = max(1, length // OVERLAP)
    windows, skipped = list[Placebo](), list[str]()
    for start in range(steps.event - length, 0, -stride):
        cut = steps.cut(start, start + length)
        if start < length or cut.before < cut.least_before or cut.after < LEAST_AFTER:
            skipped.append(steps.days[start])
        elif len(windows) < MOST_WINDOWS:
            windows.append(Placebo(steps.days[start], estimate(cut).effect))
    return PlacebosInTime(tuple(windows), tuple(skipped))


def placebos_in_space(steps: Steps) -> tuple[Placebo, ...]:
    """The effect of the event on each control, held against the other controls; the place itself stays out."""
    if len(steps.controls) < 2:
        return ()
    return tuple(Placebo(name, estimate(steps.as_if_treated(name)).effect) for name in steps.controls)


def without_each(steps: Steps) -> tuple[Placebo, ...]:
    """The effect with one control left out after the other."""
    if len(steps.controls) < 2:
        return ()
    return tuple(Placebo(name, estimate(steps.without(name)).effect) for name in steps.controls)


def detectable_effect(placebos: tuple[Placebo, ...]) -> float | None:
    """The smallest mean effect that would be found in 80 of 100 cases, by the spread of placebos about 0."""
    if len(placebos) < 2:
        return None
    sizes = np.array([one.effect.mean for one in placebos])
    return float(POWER_95_80 * np.sqrt(np.mean(sizes**2)))


def rank_p(effect: Effect, placebos: tuple[Placebo, ...]) -> float:
    """(r + 1) / (m + 1): r of the m placebos are as strong, by size over width of the interval."""
    stronger = sum(one.effect.strength >= effect.strength for one in placebos)
    return (stronger + 1) / (len(placebos) + 1)
