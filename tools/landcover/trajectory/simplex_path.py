"""The path of class shares on the simplex, by the Fisher-Rao distance.

Shares of classes are a point of the simplex; its natural distance is that of the information metric, under which the
square roots of the shares lie on a sphere (Rao 1945; Atkinson and Mitchell 1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SimplexPath:
    """How far class shares moved, step by step and in all. Lengths are radians on a sphere of radius 2, up to pi."""

    steps: tuple[float, ...]
    """From each date to the next."""
    arc: float
    """All steps together."""
    chord: float
    """From the first date to the last."""
    sinuosity: float | None
    """Arc by chord, from 1 for a straight path; None where the last shares are the first."""


def fisher_rao(first: Shares, second: Shares) -> float:
    """Distance of two (classes,) vectors of shares, 0 to pi; exactly 0 for equal ones.

    4 arcsin(|sqrt p - sqrt q| / 2) equals 2 arccos(sum sqrt(p q)), whose rounding makes equal shares differ by 3e-8.
    """
    apart = float(np.linalg.norm(np.sqrt(first) - np.sqrt(second)))
    return 4.0 * float(np.arcsin(min(1.0, apart / 2.0)))


def simplex_path(shares: Sequence[Shares]) -> SimplexPath:
    """The path of two or more vectors of shares, each summing to 1."""
    steps = tuple(fisher_rao(one, other) for one, other in pairwise(shares))
    arc, chord = float(sum(steps)), fisher_rao(shares[0], shares[-1])
    return SimplexPath(steps, arc, chord, arc / chord if chord else None)
