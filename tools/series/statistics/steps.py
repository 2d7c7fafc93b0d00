"""Steps in the level of many series: where one more step explains more than chance would, after season and trend.

For every clear date the gain of a step that begins there is an F statistic (Chow 1960; the largest over all dates is
Andrews' sup-F, 1993); the error rate is divided by the number of dates at which a step could begin (Bonferroni). Steps
are taken in one by one, the largest first, and the earlier ones are placed anew beside each later one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy.stats import f as f_distribution

from tools.series.statistics.least_squares import Fit, Reals, fit

MAX_STEPS = 4
MIN_SEGMENT = 3
"""Clear dates that must lie on either side of a step, so that no single date makes one."""
MAX_DEPENDENCE = 0.6
"""Correlation of neighbours up to which the noise is believed to depend on itself."""
NONE = -1
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Steps:
    """Steps of n series."""

    place: Places
    """(n, MAX_STEPS): number of the first value of the new level, in the order in which they were found; -1: none."""
    size: Reals
    """(n, MAX_STEPS): later level less earlier one; 0 where there is no step."""
    base: Reals
    """(n, columns): coefficients of what is fitted beside the steps."""


def find_steps(values: Reals, known: Reals, columns: Reals, alpha: float) -> Steps:
    """The steps of series whose clear values stand in front.

    Args:
        values: (n, dates), 0 behind the clear ones.
        known: (n, dates), 1 for clear values, else 0.
        columns: (n, dates, columns) of level, trend and season, in the order of the values.
        alpha: probability that a series without any step is given one, where its noise is normal.
    """
    count, _, width = columns.shape
    place = np.full((count, MAX_STEPS), NONE)
    active = np.arange(count)
    for number in range(MAX_STEPS):
        if not len(active):
            break
        given = _Series(values[active], known[active], columns[active])
        best, sure = given.search(place[active, :number], alpha)
        active = active[sure]
        place[active, number] = best[sure]
        if number and len(active):
            again = _Series(values[active], known[active], columns[active])
            place[active, : number + 1] = again.placed_anew(place[active, : number + 1], number)
    last = fit(values, known, _with_steps(columns, place))
    size = np.where(place != NONE, last.coefficients[:, width:], 0.0)
    return Steps(place, size, last.coefficients[:, :width])


@dataclass(frozen=True)
class _Series:
    """Series of which steps are sought."""

    values: Reals
    known: Reals
    columns: Reals

    def search(self, place: Places, alpha: float) -> tuple[Places, npt.NDArray[np.bool_]]:
        """(n,) where one more step gains most, and whether it gains more than chance would."""
        used = _with_steps(self.columns, place)
        found = fit(self.values, self.known, used)
        gain = self._gains(found, used)
        best = np.argmax(gain, axis=1)
        most = gain[np.arange(len(gain)), best]
        clear = self.known.sum(axis=1)
        free = clear - self.columns.shape[2] - (place != NONE).sum(axis=1) - 1
        rest = np.maximum(found.squares - most, 0)
        variance = rest / np.maximum(free, 1) * _inflation(found.residuals, self.known, best, most)
        critical = _critical(alpha, np.maximum(clear - 2 * MIN_SEGMENT + 1, 1), free)
        sure = (free > 0) & (most > 0) & (most > critical * np.maximum(variance, 1e-15))
        return best, sure

    def placed_anew(self, place: Places, last: int) -> Places:
        """The places with each of the earlier steps where it gains most beside the others."""
        moved = place.copy()
        for number in range(last):
            without = moved.copy()
            without[:, number] = NONE
            used = _with_steps(self.columns, without)
            gain = self._gains(fit(self.values, self.known, used), used)
            better = np.argmax(gain, axis=1)
            moved[:, number] = np.where(gain.max(axis=1) > 0, better, moved[:, number])
        return moved

    def _gains(self, found: Fit, used: Reals) -> Reals:
        """(n, dates): by how much a step that begins there lessens the sum of squares; 0 where none may begin."""
        later = _from_here(found.residuals)
        shared = _from_here(used * self.known[..., None])
        clear = shared[..., 0]
        own = clear - ((shared @ found.inverse) * shared).sum(axis=2)
        total = self.known.sum(axis=1, keepdims=True)
        may = (self.known > 0) & (clear >= MIN_SEGMENT) & (total - clear >= MIN_SEGMENT)
        may &= own > 1e-6 * np.maximum(total, 1)
        return np.where(may, later**2 / np.where(may, own, 1.0), 0.0)


def _from_here(values: Reals) -> Reals:
    """Sums over each date and all later ones, along the second axis."""
    return np.asarray(np.cumsum(values[:, ::-1], axis=1)[:, ::-1])


def _with_steps(columns: Reals, place: Places) -> Reals:
    """The columns, and one that is 1 from a step on for each step; all 0 for one that there is not."""
    dates = np.arange(columns.shape[1])
    steps = (dates[None, :, None] >= place[:, None, :]) & (place[:, None, :] != NONE)
    return np.concatenate([columns, steps.astype(np.float64)], axis=2)


def _inflation(residuals: Reals, known: Reals, place: Places, gain: Reals) -> Reals:
    """(n,) by how much noise that depends on the value before makes levels less sure than white noise would.

    The correlation is that of residuals within the levels on either side of the step that is judged.
    """
    dates = np.arange(residuals.shape[1])
    later = (dates[None] >= place[:, None]) & (known > 0)
    earlier = (dates[None] < place[:, None]) & (known > 0)
    centred = residuals.copy()
    for side in (earlier, later):
        mean = (residuals * side).sum(axis=1) / np.maximum(side.sum(axis=1), 1)
        centred -= np.where(side, mean[:, None], 0.0)
    same = known[:, 1:] * known[:, :-1] * (dates[1:][None] != place[:, None])
    above = (centred[:, 1:] * centred[:, :-1] * same).sum(axis=1)
    below = (centred**2 * known).sum(axis=1)
    clear = known.sum(axis=1)
    # Fitted residuals are correlated by about -columns / dates, and a guess has an error of 1 / sqrt(dates).
    guess = above / np.maximum(below, 1e-12) - 1 / np.sqrt(np.maximum(clear, 1))
    rho = np.clip(np.where(gain > 0, guess, 0.0), 0.0, MAX_DEPENDENCE)
    return np.asarray((1 + rho) / (1 - rho))


def _critical(alpha: float, candidates: Reals, free: Reals) -> Reals:
    """(n,) of F with one and `free` degrees of freedom, at the error rate divided by the candidates."""
    pairs, where = np.unique(np.stack([candidates, free], axis=1), axis=0, return_inverse=True)
    told = np.array([_quantile(alpha, int(one), int(dof)) for one, dof in pairs])
    return np.asarray(told[where.reshape(-1)])


@lru_cache(maxsize=4096)
def _quantile(alpha: float, candidates: int, free: int) -> float:
    return float(f_distribution.isf(alpha / candidates, 1, free)) if free > 0 else float("inf")
