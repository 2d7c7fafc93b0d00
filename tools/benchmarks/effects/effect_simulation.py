"""Monthly worlds with known effect: controls that wander together, errors of three kinds, a place that follows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from tools.effects.regular_steps import Steps, regular_steps

Errors = Literal["white", "autoregressive", "seasonal"]
ERRORS: tuple[Errors, ...] = ("white", "autoregressive", "seasonal")
FIRST_YEAR = 2013
LEVEL = 0.55


@dataclass(frozen=True)
class World:
    """How a world is drawn; values as of a vegetation index."""

    errors: Errors = "white"
    effect: float = -0.1
    """Units of the outcome, from the event on; 0: a null world."""
    months: int = 84
    after: int = 18
    controls: int = 5
    noise: float = 0.03
    """Standard deviation of the errors of the place and of each control."""
    dependence: float = 0.6
    """Correlation of neighbouring errors that are autoregressive."""
    season: float = 0.08
    """Amplitude of the season that all share; seasonal errors add as much to the place alone."""
    gaps: float = 0.05
    """Share of the months without a value of the place."""


def simulate_world(how: World, seed: int) -> Steps:
    """Draw one world; the same seed gives the same world."""
    dice = np.random.default_rng(seed)
    days = tuple(f"{FIRST_YEAR + month // 12}-{month % 12 + 1:02d}-01" for month in range(how.months))
    turn = 2 * np.pi * np.arange(how.months) / 12
    common = dice.normal(0, how.noise / 3, (how.months, 2)).cumsum(axis=0)
    season = how.season * np.cos(turn + dice.uniform(0, 2 * np.pi))
    shares = dice.uniform(0, 1, (2, how.controls))
    controls = LEVEL + common @ shares + season[:, None] + _errors(how, dice, how.controls)
    place = LEVEL + common @ shares.mean(axis=1) + season + _errors(how, dice, 1)[:, 0]
    if how.errors == "seasonal":
        place += how.season * np.cos(turn + dice.uniform(0, 2 * np.pi))
    place[how.months - how.after :] += how.effect
    open_months = dice.random(how.months) < how.gaps
    values: dict[str, list[float | None]] = {
        "place": [None if gap else float(value) for gap, value in zip(open_months, place, strict=True)]
    }
    values.update({f"control {number + 1}": [*controls[:, number]] for number in range(how.controls)})
    return regular_steps(days, "place", values, days[how.months - how.after])


def _errors(how: World, dice: np.random.Generator, count: int) -> npt.NDArray[np.float64]:
    """(months, count) errors of the same variance, whatever their kind."""
    drawn = dice.normal(0, how.noise, (how.months, count))
    if how.errors == "autoregressive":
        for month in range(1, how.months):
            drawn[month] = how.dependence * drawn[month - 1] + np.sqrt(1 - how.dependence**2) * drawn[month]
    return np.asarray(drawn)
