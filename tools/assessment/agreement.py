"""Whether several people label alike: the share of agreement, Cohen's and Fleiss' kappa. Knows no point's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Labels = Mapping[int, str]
"""One person's label of each point that they have labelled, by the point's number."""
COHEN, FLEISS = "Cohen 1960", "Fleiss 1971"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike people label the points that all of them have labelled."""

    labellers: tuple[str, ...]
    points: int
    """That all of them have labelled."""
    agreement_share: float
    """Of pairs of labels of one point, the share that is alike, 0-1."""
    kappa: float | None
    """Agreement beyond chance, at most 1; None where chance alone would give full agreement."""
    method: str
    """Whose kappa."""


def agreement(by_person: Mapping[str, Labels]) -> Agreement | None:
    """How alike people label; None of one person, or where no point has been labelled by all."""
    people = tuple(by_person)
    common = sorted(set.intersection(*(set(labels) for labels in by_person.values()))) if people else []
    if len(people) < 2 or not common:
        return None
    labelled = [[by_person[person][point] for person in people] for point in common]
    classes = sorted({label for labels in labelled for label in labels})
    counts = np.array([[labels.count(name) for name in classes] for labels in labelled], np.float64)
    shared = _agreed(counts)
    chance = (
        _cohen_chance(labelled, classes) if len(people) == 2 else float(((counts.sum(0) / counts.sum()) ** 2).sum())
    )
    kappa = None if chance >= 1 else (shared - chance) / (1 - chance)
    return Agreement(people, len(common), shared, kappa, COHEN if len(people) == 2 else FLEISS)


def _agreed(counts: npt.NDArray[np.float64]) -> float:
    """Of pairs of labels of one point, the share that is alike, from (points, classes) counts."""
    people = counts[0].sum()
    return float(((counts * (counts - 1)).sum(1) / (people * (people - 1))).mean())


def _cohen_chance(labelled: Sequence[Sequence[str]], classes: Sequence[str]) -> float:
    """Agreement of two people by chance: each keeps to their own shares of the classes."""
    shares = [[sum(row[person] == name for row in labelled) / len(labelled) for name in classes] for person in (0, 1)]
    return float(np.asarray(shares[0]) @ np.asarray(shares[1]))


def decided(by_person: Mapping[str, Labels]) -> dict[int, tuple[str, ...]]:
    """The class that most people gave each point; several, in order, where as many say one thing as another.

    Points in dispute must not be left out: they are those where a map is most often wrong, or hard to judge.
    """
    chosen: dict[int, tuple[str, ...]] = {}
    for point in sorted({point for labels in by_person.values() for point in labels}):
        votes = Counter(labels[point] for labels in by_person.values() if point in labels)
        most = max(votes.values())
        chosen[point] = tuple(sorted(name for name, count in votes.items() if count == most))
    return chosen
