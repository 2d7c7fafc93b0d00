"""What is unusual in a table of change: intensities, targets, quantity, exchange and shift. Knows no place on earth.

Aldwaik and Pontius 2012 (intensity analysis) and Pontius and Santacruz 2014 (quantity, exchange, shift), on counts of
pixels by class before (rows) and after (columns).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]
"""(n, n) pixels: of class i at the earlier date, of class j at the later one; or (n,) of each class."""
SOURCE = "intensities by Aldwaik and Pontius 2012; quantity, exchange and shift by Pontius and Santacruz 2014"


@dataclass(frozen=True, slots=True)
class Intensity:
    """How much of a class was gained or lost, beside what it would be if change were spread evenly."""

    share: float
    """Gained: of its later pixels, lost: of its earlier ones, 0-1."""
    uniform_share: float
    """Of all known pixels, those that changed, 0-1."""
    active: bool
    """Whether it exceeds the even share; else the class is dormant."""


@dataclass(frozen=True, slots=True)
class Components:
    """Parts of change, as shares of the known pixels, 0-1."""

    quantity_share: float
    """Amounts that differ: gain and loss do not balance."""
    exchange_share: float
    """Pixels of two classes that changed places."""
    shift_share: float
    """What balances over three classes or more."""


@dataclass(frozen=True, slots=True)
class Target:
    """A transition that happens more than if the later class took from all others evenly."""

    before: str
    after: str
    share: float
    """Of the earlier class, what became the later one, 0-1."""
    uniform_share: float
    """Of all ground that was not of the later class, what became it, 0-1."""


def gains(counts: Counts) -> Counts:
    """(n,) pixels that each class gained."""
    gained: Counts = counts.sum(0) - np.diag(counts)
    return gained


def losses(counts: Counts) -> Counts:
    """(n,) pixels that each class lost."""
    lost: Counts = counts.sum(1) - np.diag(counts)
    return lost


def intensities(counts: Counts) -> tuple[tuple[Intensity, Intensity], ...]:
    """Of each class, the intensity of its gain and that of its loss."""
    total, changed = int(counts.sum()), int(gains(counts).sum())
    after = zip(gains(counts).tolist(), counts.sum(0).tolist(), strict=True)
    before = zip(losses(counts).tolist(), counts.sum(1).tolist(), strict=True)
    return tuple(
        (_intensity(*gained, changed, total), _intensity(*lost, changed, total))
        for gained, lost in zip(after, before, strict=True)
    )


def _intensity(part: int, whole: int, changed: int, total: int) -> Intensity:
    # Whole numbers are compared, so that what is even is never called active by a rounding.
    return Intensity(part / max(1, whole), changed / max(1, total), part * total > changed * whole)


def targets(counts: Counts, names: tuple[str, ...]) -> tuple[Target, ...]:
    """Transitions above the even share of their later class, those of the most pixels first."""
    before, gained, total = counts.sum(1), gains(counts), int(counts.sum())
    found: list[tuple[int, Target]] = []
    for row, column in np.argwhere(counts).tolist():
        pixels, start = int(counts[row, column]), int(before[row])
        others, gain = total - int(before[column]), int(gained[column])
        if row != column and pixels * others > gain * start:
            found.append((pixels, Target(names[row], names[column], pixels / start, gain / others)))
    return tuple(target for _, target in sorted(found, key=lambda one: -one[0]))


def parts(counts: Counts) -> tuple[Counts, Counts, Counts]:
    """(n,) pixels of quantity, exchange and shift of each class; half the sum of each is that of the whole."""
    gained, lost = gains(counts), losses(counts)
    shared = np.minimum(counts, counts.T)
    quantity = np.abs(gained - lost)
    exchange = 2 * (shared.sum(1) - np.diag(shared))
    return quantity, exchange, 2 * np.minimum(gained, lost) - exchange


def components(counts: Counts) -> tuple[tuple[Components, ...], Components]:
    """Of each class, and of the whole."""
    total, told = max(1, int(counts.sum())), parts(counts)
    classes = tuple(Components(*(int(part) / total for part in one)) for one in zip(*told, strict=True))
    return classes, Components(*(int(one.sum()) / 2 / total for one in told))
