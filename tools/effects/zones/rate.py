"""Whether priorities find where an effect is larger: the rank-weighted average treatment effect. Knows no zone.

Yadlowsky et al. 2024 (JASA), as the R package grf defines it: TOC(q) is the mean score of the share q of highest
priority, less the mean of all; AUTOC is the mean of TOC(i/n), QINI that of (i/n) TOC(i/n); ties take the mean of their
group.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Z_95 = 1.96
DRAWS = 200
"""Half-samples of blocks."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its uncertainty."""

    value: float
    deviation: float
    """Standard error, by half-samples of blocks."""

    @property
    def low(self) -> float:
        """Lower end of the 95 % interval."""
        return self.value - Z_95 * self.deviation

    @property
    def high(self) -> float:
        """Upper end of it."""
        return self.value + Z_95 * self.deviation


def toc(scores: Numbers, priorities: Numbers) -> Numbers:
    """(n,) TOC(i/n) for i from 1 to n.

    Args:
        scores: (n,) doubly robust scores of the effect.
        priorities: (n,) higher is earlier; from other data than the scores.
    """
    order = np.argsort(-priorities, kind="stable")
    _, groups = np.unique(-priorities[order], return_inverse=True)
    sums = np.bincount(groups, scores[order])
    means = (sums / np.bincount(groups))[groups]
    count = len(scores)
    curve: Numbers = np.cumsum(means) / np.arange(1, count + 1) - scores.mean()
    return curve


def autoc(scores: Numbers, priorities: Numbers) -> float:
    """Area under TOC: gives most weight to the zones of highest priority."""
    return float(toc(scores, priorities).mean())


def qini(scores: Numbers, priorities: Numbers) -> float:
    """Area under TOC weighted by the share: gives even weight."""
    curve = toc(scores, priorities)
    return float((curve * np.arange(1, len(curve) + 1)).mean() / len(curve))


@dataclass(frozen=True)
class Folds:
    """What is evaluated within folds, whose priorities come from models of the other one."""

    second: npt.NDArray[np.bool_]
    blocks: npt.NDArray[np.int64]

    def estimate(self, measure: Callable[[npt.NDArray[np.int64]], float], seed: int) -> Estimate:
        """A measure, averaged over folds by their size, with its standard error by half-samples of their blocks.

        Args:
            measure: of the zones of these places, all of one fold.
            seed: of the dice.
        """
        dice = np.random.default_rng(seed)
        parts = [np.flatnonzero(self.second == fold) for fold in (False, True)]
        shares = np.array([len(part) for part in parts]) / len(self.second)
        whole = float(shares @ [measure(part) for part in parts])
        drawn = [shares @ [measure(self._half(part, dice)) for part in parts] for _ in range(DRAWS)]
        return Estimate(whole, float(np.std(drawn, ddof=1)))

    def _half(self, part: npt.NDArray[np.int64], dice: np.random.Generator) -> npt.NDArray[np.int64]:
        """The zones of a random half of the blocks of a fold."""
        own = np.unique(self.blocks[part])
        half = dice.choice(own, max(1, len(own) // 2), replace=False)
        return part[np.isin(self.blocks[part], half)]


def in_thirds(priorities: Numbers, second: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """(n,) 0 for the third of lowest priority within its fold, 2 for that of highest."""
    thirds = np.zeros(len(priorities), np.int64)
    for fold in (False, True):
        part = np.flatnonzero(second == fold)
        ranks = np.argsort(np.argsort(priorities[part], kind="stable"), kind="stable")
        thirds[part] = np.minimum(2, 3 * ranks // max(1, len(part)))
    return thirds
