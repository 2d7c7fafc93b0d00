"""Simple baselines of land-cover classification: one answer for all images, and the nearest mean of simple statistics.

The statistics are mean and standard deviation of every band, standardised; distances are Euclidean, as those of
scikit-learn's NearestCentroid. Without images to learn from, each one is classified by the means of all the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from agent.evaluation.landcover.metrics import Names, figures, indicators

Spread = dict[str, tuple[float, float]]
"""Mean and standard deviation by band."""
Table = npt.NDArray[np.float64]
"""(images, statistics)."""
Groups = npt.NDArray[np.int64]
"""(images,) of which group each is, from 0."""
NOISE = 1e-6
"""Deviation of a statistic below which it is the same for all images, but for rounding."""


@dataclass(frozen=True, slots=True)
class Described:
    """Images by their statistics and true classes."""

    spreads: Sequence[Spread]
    truths: Sequence[Names]


@dataclass(frozen=True, slots=True)
class BaselineFigures:
    """Of one way without any understanding, 0-1."""

    accuracy: float
    macro_f1: float
    micro_f1: float
    from_what: str
    """What it answers, or what its means were taken from."""


def baselines(images: Described, training: Described, classes: Names, *, single: bool) -> dict[str, BaselineFigures]:
    """Score both on images.

    Args:
        images: those to classify; at least one.
        training: those to learn from; where there are none, each image is classified by the others.
        classes: all of the data set.
        single: whether each image has exactly one class.
    """
    commonest = max(sorted(Counter(images.truths).items()), key=lambda item: item[1])[0]
    from_what = f"{len(training.truths)} images of the train split" if training.truths else "all the other images"
    answers = {
        "constant": ([commonest] * len(images.truths), ", ".join(commonest)),
        "nearest_centroid": (_nearest(images, training, classes, single=single), from_what),
    }
    return {
        name: _figures(images.truths, predicted, classes, why, single=single)
        for name, (predicted, why) in answers.items()
    }


def _figures(
    truths: Sequence[Names], answers: Sequence[Names], classes: Names, why: str, *, single: bool
) -> BaselineFigures:
    agreement = figures(truths, answers, classes, single=single)
    return BaselineFigures(agreement.accuracy, agreement.macro_f1, agreement.micro_f1, why)


def _nearest(images: Described, training: Described, classes: Names, *, single: bool) -> list[Names]:
    """The class whose mean is nearest; of several classes each whose mean is nearer than that of images without it."""
    table, learnt = _standardised(images.spreads, training.spreads)
    true = indicators(images.truths, classes)[:, :-1]
    known = indicators(training.truths, classes)[:, :-1] if training.truths else None
    if single:
        training_groups = (learnt, known.argmax(axis=1)) if known is not None else None
        nearest = nearest_group(table, true.argmax(axis=1), training_groups, len(classes))
        return [(classes[place],) for place in nearest]
    predicted = np.zeros_like(true)
    for place in range(len(classes)):
        training_groups = (learnt, known[:, place].astype(np.int64)) if known is not None else None
        predicted[:, place] = nearest_group(table, true[:, place].astype(np.int64), training_groups, 2) == 1
    return [tuple(classes[place] for place in np.flatnonzero(row)) for row in predicted]


def _standardised(spreads: Sequence[Spread], training: Sequence[Spread]) -> tuple[Table, Table]:
    """Statistics of both, less the mean and by the deviation of those to learn from; of the bands that all have."""
    keys = sorted(set.intersection(*(set(spread) for spread in (*spreads, *training))))
    table, learnt = (
        np.array([[number for key in keys for number in spread[key]] for spread in some]).reshape(-1, 2 * len(keys))
        for some in (spreads, training)
    )
    base = learnt if len(learnt) else table
    deviation = base.std(axis=0)
    deviation[deviation < NOISE] = 1
    return (table - base.mean(axis=0)) / deviation, (learnt - base.mean(axis=0)) / deviation


def nearest_group(table: Table, groups: Groups, training_groups: tuple[Table, Groups] | None, count: int) -> Groups:
    """The group with the nearest mean, for each row.

    Args:
        table: rows to classify.
        groups: their true groups, of use only where rows are classified by each other.
        training_groups: rows to take means of, and their groups; None: all of `table` but the row itself.
        count: how many groups there may be.
    """
    rows, of = (table, groups) if training_groups is None else training_groups
    distances = np.full((len(table), count), np.inf)
    for group in np.unique(of):
        distances[:, group] = ((table - rows[of == group].mean(axis=0)) ** 2).sum(axis=1)
    if training_groups is None:
        # A mean of n rows without one of them is n / (n - 1) times as far from it; of one row nothing is left.
        sizes, row = np.bincount(groups, minlength=count)[groups], np.arange(len(table))
        distances[row, groups] *= (sizes / np.maximum(sizes - 1, 1)) ** 2
        distances[row[sizes == 1], groups[sizes == 1]] = np.inf
    return np.asarray(distances.argmin(axis=1), np.int64)
