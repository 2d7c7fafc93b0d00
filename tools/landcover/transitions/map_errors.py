"""What errors of two class maps do to the change between them: the noise floor, and counts with errors taken out.

Errors of the dates are taken to be independent of each other. A map's errors are an (n, n) matrix of rates, column i:
as what a pixel that truly is of class i is mapped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.errors import LegendError
from tools.landcover.transitions.intensity import Counts

Matrix = npt.NDArray[np.float64]
Confusion = tuple[npt.ArrayLike, npt.ArrayLike]
"""Confusion matrices of the earlier and of the later map: rows are mapped classes, columns true ones, in the order of
the legend; counts of reference points, or shares. Where points were drawn by mapped class, shares weighted by area."""
ASSUMED_ACCURACY = 0.95
TELLING = 2.0
"""Change below so many times the noise floor may be errors alone."""
MAX_CONDITION = 1000.0
"""Factor by which taking errors out may multiply a slip of the counts."""


@dataclass(frozen=True, slots=True)
class NoiseFloor:
    """What the comparison of two maps would tell if nothing had changed."""

    accuracy: float | None
    """Of each map, the share of pixels that are right, 0-1; None where confusion matrices tell."""
    assumed: bool
    """Whether nobody told it."""
    agreement_share: float
    """Pixels that are right at both dates: the accuracy to be expected of the comparison, 0-1."""
    changed_share: float
    """Pixels that would seem changed, 0-1."""


@dataclass(frozen=True)
class Corrected:
    """Counts with the errors of both maps taken out."""

    counts: Matrix
    """(n, n) pixels, no whole numbers."""
    clipped_share: float
    """What came out negative and was set to nothing, of all pixels, 0-1."""


def even_errors(classes: int, accuracy: float) -> Matrix:
    """(n, n) rates of a map that is right with a probability, and else takes each other class as often.

    Raises:
        LegendError: no probability.
    """
    if not 0 < accuracy <= 1:
        raise LegendError(f"An accuracy of {accuracy:g} is none; give the share of right pixels, for example 0.9.")
    if classes == 1:
        return np.ones((1, 1))
    wrong = (1 - accuracy) / (classes - 1)
    return np.full((classes, classes), wrong) + np.eye(classes) * (accuracy - wrong)


def noise_floor(before: Counts, first: Matrix, second: Matrix) -> tuple[float, float]:
    """Shares of pixels that are right at both dates, and that seem changed though nothing is.

    With even errors neither depends on the composition, nor on which other class an error takes.

    Args:
        before: (n,) mapped pixels of each class at the earlier date, from which the true composition is estimated.
        first: (n, n) rates of the earlier map.
        second: (n, n) rates of the later map.
    """
    mapped = before / max(1, before.sum())
    true = mapped
    if np.linalg.cond(first) <= MAX_CONDITION:
        true = np.clip(np.linalg.solve(first, mapped), 0, None)
        true = true / true.sum()
    right = float(true @ (np.diag(first) * np.diag(second)))
    same = float(true @ (first * second).sum(0))
    return right, max(0.0, 1 - same)


def corrected(counts: Counts, before: npt.ArrayLike, after: npt.ArrayLike) -> Corrected:
    """Undo the errors of both maps: what is counted is first @ truth @ second.T, so both are divided out.

    Args:
        counts: (n, n) pixels by mapped class before (rows) and after (columns).
        before: confusion matrix of the earlier map, as `Confusion`.
        after: that of the later map.

    Raises:
        LegendError: a matrix has another shape, holds no such numbers, or cannot be undone.
    """
    first, second = error_rates(before, counts.sum(1), "earlier"), error_rates(after, counts.sum(0), "later")
    for rates, date in ((first, "earlier"), (second, "later")):
        if np.linalg.cond(rates) > MAX_CONDITION:
            raise LegendError(
                f"The {date} map's confusion matrix cannot be undone: by it, classes can hardly be told apart. "
                "Merge the classes that are taken for each other, or leave the matrices out."
            )
    estimate = np.linalg.solve(second, np.linalg.solve(first, counts).T).T
    total = float(counts.sum())
    kept = np.clip(estimate, 0, None)
    clipped = float(kept.sum()) - total
    return Corrected(kept * (total / max(float(kept.sum()), 1e-12)), max(0.0, clipped) / max(1.0, total))


def error_rates(confusion: npt.ArrayLike, mapped: Counts, date: str) -> Matrix:
    """(n, n) rates of a confusion matrix, of which each column sums to one.

    A class without reference points that is not mapped either is taken to be always right.

    Raises:
        LegendError: as for `corrected`.
    """
    table = _numbers(confusion, date)
    size = len(mapped)
    if table.shape != (size, size):
        told = " x ".join(map(str, table.shape))
        raise LegendError(
            f"The {date} map's confusion matrix is {told}, but the legend has {size} classes; "
            f"give {size} rows (mapped) and {size} columns (true), in the order of the legend."
        )
    sums = table.sum(0)
    bare = sums == 0
    if (bare & ((mapped > 0) | (table.sum(1) > 0))).any():
        columns = ", ".join(str(1 + place) for place in np.flatnonzero(bare).tolist())
        raise LegendError(f"The {date} map's confusion matrix has no reference point of class {columns}; add some.")
    rates: Matrix = np.where(bare, np.eye(size), table / np.where(bare, 1, sums))
    return rates


def _numbers(confusion: npt.ArrayLike, date: str) -> Matrix:
    try:
        table = np.asarray(confusion, np.float64)
    except (ValueError, TypeError) as error:
        raise LegendError(
            f"The {date} map's confusion matrix is no table of numbers; write rows of one length."
        ) from error
    if not np.isfinite(table).all() or (table < 0).any():
        raise LegendError(f"The {date} map's confusion matrix holds numbers that are no counts; give 0 or more.")
    return table


def noise_warnings(noise: NoiseFloor, changed_share: float) -> Sequence[str]:
    """What the noise floor means for a measured change."""
    known = "" if noise.accuracy is None else f" of which {_percent(noise.accuracy)} of the pixels are right"
    how = " (assumed, as nobody told)" if noise.assumed else ""
    way = "" if not noise.assumed else ", or tell their accuracy with --map-accuracy"
    told = [
        f"Two maps{known}{how} agree with the ground at both dates for about {_percent(noise.agreement_share)} of the "
        f"pixels, if their errors are independent; {_percent(noise.changed_share)} would seem to change where nothing "
        "did."
    ]
    if 0 < changed_share < TELLING * noise.changed_share:
        told.append(
            f"The measured change of {_percent(changed_share)} is below twice that, so it may be errors of the maps "
            f"alone; check it on the images{way}."
        )
    return told


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"
