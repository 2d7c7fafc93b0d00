"""How well classes predicted for images agree with the true ones: accuracy, F1, and a row a class. Knows no images.

An image of a single class is answered rightly only by that one class: an answer of several, or of none, names no class.
A class outside the data set is a wrong one: it lowers accuracy and micro F1. Macro F1 is the mean over the classes that
occur, in truth or in answers, as scikit-learn has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """Of one class, 0-1."""

    precision: float
    recall: float
    f1: float
    support: int
    """Images that truly have it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of all images, 0-1."""

    accuracy: float
    """Share of the images whose classes are predicted exactly."""
    macro_f1: float
    micro_f1: float
    per_class: dict[str, ClassFigures]


def figures(truths: Sequence[Names], answers: Sequence[Names], classes: Names, *, single: bool) -> Figures:
    """Compare answers with true classes, image by image.

    Args:
        truths: true classes of each image; at least one image.
        answers: the classes answered for it.
        classes: all of the data set.
        single: whether each image has exactly one class.
    """
    from sklearn.metrics import f1_score, precision_recall_fscore_support

    counted = [answer if len(set(answer)) == 1 or not single else () for answer in answers]
    true, predicted = indicators(truths, classes), indicators(counted, classes)
    occur = np.flatnonzero((true | predicted)[:, : len(classes)].any(axis=0))
    columns = precision_recall_fscore_support(true, predicted, labels=occur, average=None, zero_division=0)
    rows = {
        classes[place]: ClassFigures(float(precision), float(recall), float(f1), int(support))
        for place, precision, recall, f1, support in zip(occur, *columns, strict=True)
    }
    return Figures(
        accuracy=float((true == predicted).all(axis=1).mean()),
        macro_f1=float(np.mean([row.f1 for row in rows.values()])),
        micro_f1=float(f1_score(true, predicted, average="micro", zero_division=0)),
        per_class=rows,
    )


def indicators(names_of_images: Sequence[Names], classes: Names) -> npt.NDArray[np.bool_]:
    """(images, classes + 1): which image has which class; the last column is for all other names."""
    places = {name: place for place, name in enumerate(classes)}
    table = np.zeros((len(names_of_images), len(classes) + 1), np.bool_)
    for row, names in zip(table, names_of_images, strict=True):
        row[[places.get(name, len(classes)) for name in names]] = True
    return table
