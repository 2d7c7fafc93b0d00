"""The effect of classification errors on the change between two maps: noise floor, and corrected counts.

Errors of the dates are assumed to be independent. A map's errors are an (n, n) matrix of rates; column i is the
distribution of mapped classes for true class i.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.errors import LegendError
from tools.landcover.transitions.intensity import Counts
from tools.notices import notice

Matrix = npt.NDArray[np.float64]
Confusion = tuple[npt.ArrayLike, npt.ArrayLike]
"""Confusion matrices of the earlier and of the later map: rows are mapped classes, columns true ones, in the order of
the legend; counts of reference points, or shares. For samples stratified by mapped class, shares weighted by area."""
ASSUMED_ACCURACY = 0.95
ASSUMED = notice("accuracy-assumed", " (assumed, as nobody told)")
MIN_NOISE_RATIO = 2.0
"""Ratio of change to noise floor below which change may be errors alone."""
MAX_CONDITION = 1000.0
"""Largest condition number of an error matrix, the factor by which the correction may amplify noise in counts."""


@dataclass(frozen=True, slots=True)
class NoiseFloor:
    """The apparent change between two maps if nothing had changed."""

    accuracy: float | None
    """Share of correct pixels of each map, 0-1; None where confusion matrices were given."""
    assumed: bool
    """Whether the accuracy is the default."""
    agreement_share: float
    """Share of pixels correct at both dates, the expected accuracy of the comparison, 0-1."""
    changed_share: float
    """Share of pixels that would appear changed, 0-1."""


@dataclass(frozen=True)
class Corrected:
    """Counts corrected for the errors of both maps."""

    counts: Matrix
    """(n, n) pixels, not integers."""
    clipped_share: float
    """Share of all pixels that was negative and set to zero, 0-1."""


def even_errors(classes: int, accuracy: float) -> Matrix:
    """(n, n) error rates of a map with one accuracy and evenly distributed confusion.

    Raises:
        LegendError: the accuracy is not a probability.
    """
    if not 0 < accuracy <= 1:
        raise LegendError(f"An accuracy of {accuracy:g} is none; give the share of right pixels, for example 0.9.")
    if classes == 1:
        return np.ones((1, 1))
    wrong = (1 - accuracy) / (classes - 1)
    return np.full((classes, classes), wrong) + np.eye(classes) * (accuracy - wrong)


def noise_floor(before: Counts, first: Matrix, second: Matrix) -> tuple[float, float]:
    """Shares of pixels that are correct at both dates, and that appear changed if nothing did.

    With even errors neither depends on the class composition.

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
    agreement = float(true @ (first * second).sum(0))
    return right, max(0.0, 1 - agreement)


def corrected(counts: Counts, before: npt.ArrayLike, after: npt.ArrayLike) -> Corrected:
    """Correct for the errors of both maps: counts are first @ truth @ second.T, which is solved for the truth.

    Args:
        counts: (n, n) pixels by mapped class before (rows) and after (columns).
        before: confusion matrix of the earlier map, as `Confusion`.
        after: that of the later map.

    Raises:
        LegendError: a matrix has the wrong shape, invalid values, or is ill-conditioned.
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
    non_negative = np.clip(estimate, 0, None)
    clipped = float(non_negative.sum()) - total
    return Corrected(
        non_negative * (total / max(float(non_negative.sum()), 1e-12)), max(0.0, clipped) / max(1.0, total)
    )


def error_rates(confusion: npt.ArrayLike, mapped: Counts, date: str) -> Matrix:
    """(n, n) error rates of a confusion matrix; each column sums to one.

    A class without reference points that is not mapped either is assumed to be always correct.

    Raises:
        LegendError: as for `corrected`.
    """
    table = _numbers(confusion, date)
    size = len(mapped)
    if table.shape != (size, size):
        dimensions = " x ".join(map(str, table.shape))
        raise LegendError(
            f"The {date} map's confusion matrix is {dimensions}, but the legend has {size} classes; "
            f"give {size} rows (mapped) and {size} columns (true), in the order of the legend."
        )
    sums = table.sum(0)
    unsampled = sums == 0
    if (unsampled & ((mapped > 0) | (table.sum(1) > 0))).any():
        columns = ", ".join(str(1 + place) for place in np.flatnonzero(unsampled).tolist())
        raise LegendError(f"The {date} map's confusion matrix has no reference point of class {columns}; add some.")
    rates: Matrix = np.where(unsampled, np.eye(size), table / np.where(unsampled, 1, sums))
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
    """Warnings that compare a measured change with the noise floor."""
    way = notice("tell-accuracy", ", or tell their accuracy with --map-accuracy") if noise.assumed else ""
    warnings = [
        notice(
            "map-noise",
            "Two maps{known}{how} agree with the ground at both dates for about {agreement:.3g} % of the pixels, if "
            "their errors are independent; {changed:.3g} % would seem to change where nothing did.",
            known=_known(noise),
            how=ASSUMED if noise.assumed else "",
            agreement=100 * noise.agreement_share,
            changed=100 * noise.changed_share,
        )
    ]
    if 0 < changed_share < MIN_NOISE_RATIO * noise.changed_share:
        below = (
            "The measured change of {changed:.3g} % is below twice that, so it may be errors of the maps alone; check "
            "it on the images{way}."
        )
        warnings.append(notice("below-map-noise", below, changed=100 * changed_share, way=way))
    return warnings


def _known(noise: NoiseFloor) -> str:
    if noise.accuracy is None:
        return ""
    text = " of which {right:.3g} % of the pixels are right"
    return notice("map-accuracy", text, right=100 * noise.accuracy)
