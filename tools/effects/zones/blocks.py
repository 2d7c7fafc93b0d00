"""Spatial blocks of zones, and two folds of them: what is near each other is on one side. Knows no effect."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tools.effects.zones.zone_table import ZoneTable

Labels = npt.NDArray[np.int64]
ZONES_A_BLOCK = 8
"""On average."""
MOST_BLOCKS = 60


def blocks_of(table: ZoneTable, seed: int) -> Labels:
    """(zones,) number of each zone's block: as stated, else by nearness (k-means); each by itself without places."""
    if table.blocks is not None:
        return np.unique(np.array(table.blocks), return_inverse=True)[1].astype(np.int64)
    if table.places is None:
        return np.arange(len(table.names))
    from sklearn.cluster import KMeans

    count = int(min(MOST_BLOCKS, max(8, len(table.names) // ZONES_A_BLOCK)))
    count = min(count, len(np.unique(table.places, axis=0)))
    spread = table.places.std(0)
    scaled = (table.places - table.places.mean(0)) / np.where(spread > 0, spread, 1)
    return np.asarray(KMeans(count, n_init=3, random_state=seed).fit_predict(scaled), np.int64)


def two_folds(blocks: Labels, treated: npt.NDArray[np.bool_], seed: int) -> npt.NDArray[np.bool_]:
    """(zones,) which of two folds each zone is in: whole blocks, with as many treated and untreated zones in each.

    Blocks are dealt in a random order, large ones first, each to the fold that it makes more even.
    """
    dice = np.random.default_rng(seed)
    numbers = np.unique(blocks)
    sizes = np.array([[(treated[blocks == one]).sum(), (~treated[blocks == one]).sum()] for one in numbers])
    order = np.lexsort((dice.random(len(numbers)), -sizes.sum(1)))
    dealt, second = np.zeros((2, 2)), np.zeros(len(blocks), bool)
    for place in order:
        uneven = [np.abs(dealt[fold] + sizes[place] - dealt[1 - fold]).sum() for fold in (0, 1)]
        fold = int(uneven[1] < uneven[0])
        dealt[fold] += sizes[place]
        second[blocks == numbers[place]] = bool(fold)
    return second
