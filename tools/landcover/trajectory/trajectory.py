"""Land cover at several dates as one trajectory, from the changes between neighbouring dates and maps of one class.

from-to counts of neighbouring dates -> shares of classes -> path on the simplex
                                     -> transition rates beside those of label errors alone -> years until an end
maps of the class that changed most at the first and the last date -> patches, percolation, box-counting dimension
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.errors import NoAbsorptionError
from tools.landcover.trajectory.absorbing_chain import Matrix, absorption, rates_a_step
from tools.landcover.trajectory.box_counting import BoxCount, box_count
from tools.landcover.trajectory.patches import Patches, patches
from tools.landcover.trajectory.percolation import Percolation, percolation
from tools.landcover.trajectory.simplex_path import SimplexPath, simplex_path
from tools.landcover.transitions.map_errors import even_errors

Counts = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
MOST_RATES = 6
"""Transitions that are told, the fastest first."""


@dataclass(frozen=True, slots=True)
class ClassShares:
    """One class over the dates."""

    name: str
    shares: tuple[float, ...]
    """Of the known ground at each date, 0-1."""


@dataclass(frozen=True, slots=True)
class TransitionRate:
    """How fast one class becomes another."""

    before: str
    after: str
    yearly_share: float
    """Of all known ground, a year, 0-1."""
    noise_share: float
    """Of all known ground, a year, that label errors alone would show, 0-1."""


@dataclass(frozen=True, slots=True)
class YearsUntil:
    """How long ground of a class takes on average until it is another one, if rates stay and that is never left."""

    before: str
    after: str
    years: float
    deviation: float
    """Standard deviation over pixels, years."""
    noise_years: float
    """The same where nothing changes and labels err."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one class lies on a date."""

    day: str
    patches: Patches
    percolation: Percolation | None
    """Its largest patch beside surrogates of the same amount and autocorrelation."""
    boxes: BoxCount


@dataclass(frozen=True, slots=True)
class CoverTrajectory:
    """Land cover over several dates."""

    days: tuple[str, ...]
    classes: tuple[ClassShares, ...]
    """Those that occur, the one whose share changed most first."""
    path: SimplexPath
    rates: tuple[TransitionRate, ...]
    """The fastest first."""
    until: tuple[YearsUntil, ...]
    """To the class that gained most, from the others; empty where none gained."""
    accuracy: float
    """Share of right pixels of each map that noise rates suppose, 0-1."""
    assumed: bool
    """Whether nobody told it."""
    cover: str
    """The class whose pattern is told."""
    patterns: tuple[Pattern, ...]
    """At the first and the last date; empty where maps are too large."""
    years: float
    """From the first date to the last."""
    method: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What was counted between neighbouring dates."""

    names: tuple[str, ...]
    """Of the classes."""
    counts: tuple[Counts, ...]
    """(n, n) pixels from class to class between each date and the next."""
    years: tuple[float, ...]
    """Between each date and the next."""

    def occurring(self) -> Steps:
        """The same with the classes alone that occur, among which labels are confused."""
        found = np.flatnonzero(self.all.sum(0) + self.all.sum(1))
        counts = tuple(count[np.ix_(found, found)] for count in self.counts)
        return Steps(tuple(self.names[at] for at in found), counts, self.years)

    @property
    def all(self) -> Matrix:
        """(n, n) of all steps together."""
        return np.asarray(np.sum(self.counts, 0), np.float64)

    @property
    def shares(self) -> list[npt.NDArray[np.float64]]:
        """(n,) of the known ground at each date."""
        sides = [count.sum(1) for count in self.counts] + [self.counts[-1].sum(0)]
        return [side / max(1, side.sum()) for side in sides]


def class_shares(steps: Steps) -> tuple[ClassShares, ...]:
    """Classes that occur, the one whose share changed most first."""
    table = np.array(steps.shares)
    rows = [ClassShares(name, tuple(map(float, table[:, at]))) for at, name in enumerate(steps.names)]
    moved = {row.name: abs(row.shares[-1] - row.shares[0]) for row in rows}
    return tuple(sorted((row for row in rows if any(row.shares)), key=lambda row: -moved[row.name]))


def path_of(steps: Steps) -> SimplexPath:
    """The path of the shares on the simplex."""
    return simplex_path(steps.shares)


def transition_rates(steps: Steps, accuracy: float) -> tuple[TransitionRate, ...]:
    """The fastest transitions, each beside what label errors alone would show in a step of the same length."""
    years, total = sum(steps.years), max(1.0, float(steps.all.sum()) / len(steps.counts))
    noise = _apparent(steps, accuracy) * len(steps.counts) / years
    told = [
        TransitionRate(before, after, float(steps.all[i, j]) / total / years, float(noise[i, j]))
        for i, before in enumerate(steps.names)
        for j, after in enumerate(steps.names)
        if i != j and steps.all[i, j]
    ]
    return tuple(sorted(told, key=lambda one: -one.yearly_share)[:MOST_RATES])


def years_until(steps: Steps, accuracy: float) -> tuple[YearsUntil, ...]:
    """Years until the class that gained most, from each other class that lost to it; none where none gained."""
    gain = steps.shares[-1] - steps.shares[0]
    end = int(gain.argmax())
    if gain[end] <= 0:
        return ()
    lives = _leading_to(end, steps.all)
    if steps.all[np.ix_(lives, _others(end, lives, len(steps.names)))].any():
        return ()  # ground also ends elsewhere
    step = sum(steps.years) / len(steps.years)
    try:
        told = _until(rates_a_step(steps.all), lives, end)
        alone = _until(rates_a_step(_apparent(steps, accuracy)), lives, end)
    except NoAbsorptionError:
        return ()
    return tuple(
        YearsUntil(steps.names[at], steps.names[end], step * years, step * spread, step * noise)
        for at, years, spread, noise in zip(lives, told[0], told[1], alone[0], strict=True)
        if steps.all[at, end]
    )


def _leading_to(end: int, counts: Matrix) -> list[int]:
    """Classes whose ground becomes a class in any number of steps."""
    found, front = {end}, [end]
    while front:
        to = front.pop()
        new = [at for at in np.flatnonzero(counts[:, to]).tolist() if at not in found]
        found.update(new)
        front += new
    return sorted(found - {end})


def _others(end: int, lives: Sequence[int], count: int) -> list[int]:
    return [at for at in range(count) if at != end and at not in lives]


def _until(rates: Matrix, lives: Sequence[int], end: int) -> tuple[list[float], list[float]]:
    found = absorption(rates[np.ix_(lives, lives)], rates[np.ix_(lives, [end])])
    return list(map(float, found.steps)), list(map(float, found.deviation))


def _apparent(steps: Steps, accuracy: float) -> Matrix:
    """(n, n) shares of the ground from class to class between two maps whose labels err, where nothing changes."""
    errors = even_errors(len(steps.names), accuracy)
    true = np.mean(steps.shares, 0)
    return np.asarray(np.einsum("ik,jk,k->ij", errors, errors, true), np.float64)


def pattern(mask: Mask, known: Mask, day: str) -> Pattern:
    """How a class lies on a date."""
    return Pattern(day, patches(mask, known), percolation(mask), box_count(mask))
