"""Two layers of parcels of different years: which stayed, were split or merged, came or went, by shared ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry.base import BaseGeometry

Fate = Literal["unchanged", "reshaped", "split", "merged", "rearranged", "added", "gone"]
SAME = 0.95
"""Shared ground over the ground of both together (IoU) from which two parcels are one that did not change."""
PART = 0.5
"""Share of the smaller of two parcels that must lie in the other for them to belong together."""


@dataclass(frozen=True, slots=True)
class ParcelFate:
    """Parcels of both years that belong together."""

    fate: Fate
    before: tuple[int, ...]
    """Places in the earlier layer, from 0."""
    after: tuple[int, ...]
    overlap: float
    """Shared ground over the ground of both together, 0-1."""


def compared(before: Sequence[BaseGeometry], after: Sequence[BaseGeometry]) -> tuple[ParcelFate, ...]:
    """What became of parcels; both layers in one projected CRS, each shape valid.

    Every parcel stands in one group: those that share at least `PART` of the smaller one, directly or by others.
    """
    old, new = (np.array([None, *shapes], object)[1:] for shapes in (before, after))
    first, second = shapely.STRtree(new).query(old, predicate="intersects")
    shared = shapely.area(shapely.intersection(old[first], new[second]))
    smaller = np.minimum(shapely.area(old[first]), shapely.area(new[second]))
    linked = shared >= np.maximum(PART * smaller, np.finfo(float).tiny)
    first, second, shared = first[linked], second[linked], shared[linked]
    count = len(old) + len(new)
    links = coo_array((np.ones(len(first), bool), (first, len(old) + second)), shape=(count, count))
    groups, group_of = connected_components(links, directed=False)
    common = np.bincount(group_of[first], shared, groups)
    grounds = np.bincount(group_of, np.concatenate([shapely.area(old), shapely.area(new)]), groups)
    members: list[tuple[list[int], list[int]]] = [([], []) for _ in range(groups)]
    for place, group in enumerate(group_of.tolist()):
        is_new = place >= len(old)
        members[group][is_new].append(place - len(old) if is_new else place)
    return tuple(
        _fate(tuple(olds), tuple(news), float(common[group] / max(grounds[group] - common[group], 1e-300)))
        for group, (olds, news) in enumerate(members)
    )


def _fate(before: tuple[int, ...], after: tuple[int, ...], overlap: float) -> ParcelFate:
    fate: Fate
    if not before or not after:
        fate = "added" if after else "gone"
    elif len(before) == len(after) == 1:
        fate = "unchanged" if overlap >= SAME else "reshaped"
    elif len(before) == 1 or len(after) == 1:
        fate = "split" if len(before) == 1 else "merged"
    else:
        fate = "rearranged"
    return ParcelFate(fate, before, after, overlap)
