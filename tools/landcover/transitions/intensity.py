"""Analysis of a change table: intensities, targets, quantity, exchange and shift. Knows no georeference.

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
    """Gain or loss of a class, compared with uniform intensity."""

    share: float
    """Gain as a share of its later pixels, loss as a share of its earlier ones, 0-1."""
    uniform_share: float
    """Share of all known pixels that changed, 0-1."""
    active: bool
    """Whether it exceeds the uniform share; else the class is dormant."""


@dataclass(frozen=True, slots=True)
class Components:
    """Components of change, as shares of the known pixels, 0-1."""

    quantity_share: float
    """Net change: gain and loss do not balance."""
    exchange_share: float
    """Swaps between pairs of classes."""
    shift_share: float
    """Change that balances over three or more classes."""


@dataclass(frozen=True, slots=True)
class Target:
    """A transition above the uniform intensity of the later class's gain."""

    before: str
    after: str
    share: float
    """Share of the earlier class that became the later one, 0-1."""
    uniform_share: float
    """Share of all pixels not of the later class that became it, 0-1."""


def gains(counts: Counts) -> Counts:
    """(n,) pixels that each class gained."""
    gained: Counts = counts.sum(0) - np.diag(counts)
    return gained


def losses(counts: Counts) -> Counts:
    """(n,) pixels that each class lost."""
    lost: Counts = counts.sum(1) - np.diag(counts)
    return lost


def intensities(counts: Counts) -> tuple[tuple[Intensity, Intensity], ...]:
    """For each class, the intensities of its gain and of its loss."""
    total, changed = int(counts.sum()), int(gains(counts).sum())
    after = zip(gains(counts).tolist(), counts.sum(0).tolist(), strict=True)
    before = zip(losses(counts).tolist(), counts.sum(1).tolist(), strict=True)
    return tuple(
        (_intensity(*gained, changed, total), _intensity(*lost, changed, total))
        for gained, lost in zip(after, before, strict=True)
    )


def _intensity(part: int, whole: int, changed: int, total: int) -> Intensity:
    # Integers are compared, so that rounding never makes a uniform intensity active.
    return Intensity(part / max(1, whole), changed / max(1, total), part * total > changed * whole)


def targets(counts: Counts, names: tuple[str, ...]) -> tuple[Target, ...]:
    """Transitions above the uniform share of their later class, the largest first."""
    before, gained, total = counts.sum(1), gains(counts), int(counts.sum())
    ranked: list[tuple[int, Target]] = []
    for row, column in np.argwhere(counts).tolist():
        pixels, start = int(counts[row, column]), int(before[row])
        others, gain = total - int(before[column]), int(gained[column])
        if row != column and pixels * others > gain * start:
            ranked.append((pixels, Target(names[row], names[column], pixels / start, gain / others)))
    return tuple(target for _, target in sorted(ranked, key=lambda one: -one[0]))


def parts(counts: Counts) -> tuple[Counts, Counts, Counts]:
    """(n,) pixels of quantity, exchange and shift of each class; half the sum of each is the total."""
    gained, lost = gains(counts), losses(counts)
    shared = np.minimum(counts, counts.T)
    quantity = np.abs(gained - lost)
    exchange = 2 * (shared.sum(1) - np.diag(shared))
    return quantity, exchange, 2 * np.minimum(gained, lost) - exchange


def components(counts: Counts) -> tuple[tuple[Components, ...], Components]:
    """The components of each class, and in total."""
    total, by_class = max(1, int(counts.sum())), parts(counts)
    classes = tuple(Components(*(int(part) / total for part in one)) for one in zip(*by_class, strict=True))
    return classes, Components(*(int(one.sum()) / 2 / total for one in by_class))
