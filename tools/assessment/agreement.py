"""Whether several people label alike: the share of agreement, Cohen's and Fleiss' kappa. Knows no point's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

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
    two = len(people) == 2
    return Agreement(people, len(common), _agreed(labelled), _kappa(labelled), COHEN if two else FLEISS)


def _agreed(labelled: Sequence[Sequence[str]]) -> float:
    """Of pairs of labels of one point, the share that is alike, from the labels of each point."""
    pairs = [one == other for labels in labelled for one, other in combinations(labels, 2)]
    return sum(pairs) / len(pairs)


def _kappa(labelled: Sequence[Sequence[str]]) -> float | None:
    """Cohen's kappa of two people, Fleiss' of more; None where all of them name one class alone."""
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    if len({label for labels in labelled for label in labels}) == 1:
        return None
    if len(labelled[0]) == 2:
        return float(cohen_kappa_score(*zip(*labelled, strict=True)))
    return float(fleiss_kappa(aggregate_raters(np.asarray(labelled))[0]))


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
