"""Expected time until ground ends in a class that it does not leave: an absorbing Markov chain (Kemeny, Snell 1960).

Where nothing changes but labels err, such a chain reports an end, too; it is told only beside that of errors alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.errors import NoAbsorptionError
from tools.notices import notice

Matrix = npt.NDArray[np.float64]
SINGULAR = 1e-12
"""Determinant of I - Q below which no absorbing class is reached."""


@dataclass(frozen=True, slots=True)
class Absorption:
    """How long it takes from each transient class, in steps of the chain, and where it ends."""

    visits: Matrix
    """(transient, transient) expected visits before the end, the fundamental matrix."""
    steps: Matrix
    """(transient,) expected steps until the end."""
    deviation: Matrix
    """(transient,) their standard deviation."""
    ends: Matrix
    """(transient, absorbing) probability of each end."""


def absorption(transient: Matrix, absorbing: Matrix) -> Absorption:
    """The end of a chain.

    Args:
        transient: (n, n) probabilities of a step from transient class to transient class.
        absorbing: (n, m) from transient class to absorbing class; rows of both sum to 1.

    Raises:
        NoAbsorptionError: an absorbing class is not reached from every transient one.
    """
    count = len(transient)
    left = np.eye(count) - transient
    if count == 0 or abs(float(np.linalg.det(left))) < SINGULAR:
        raise NoAbsorptionError(
            notice(
                "no-absorption",
                "No class takes up ground without giving any back, so that no time until an end can be told.",
            )
        )
    visits: Matrix = np.linalg.inv(left).astype(np.float64)
    steps = visits @ np.ones(count)
    variance = (2 * visits - np.eye(count)) @ steps - steps**2
    return Absorption(visits, steps, np.sqrt(np.maximum(variance, 0.0)), visits @ absorbing)


def rates_a_step(counts: Matrix) -> Matrix:
    """(n, n) transition probabilities of from-to pixel counts or shares; a class that never was stays what it is."""
    totals = counts.sum(1, keepdims=True)
    return np.where(totals > 0, counts / np.where(totals > 0, totals, 1.0), np.eye(len(counts)))
