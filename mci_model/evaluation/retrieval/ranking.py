"""Ranking metrics by RSICRC's protocol, and nDCG with graded gains. Knows no image, no text and no network.

For one query whose gallery is ranked by score, with R relevant items, of which h are among the first k:

    P@k = h / k      R@k = h / R      MRR@k = 1 / rank of the first relevant item if it is <= k, else 0

(Ferrod, Di Caro, Ienco, arXiv 2406.13424), and beside them, with gains g in 0-1 by rank r,

    nDCG@k = DCG / the DCG of the best possible order,    DCG = sum over r <= k of g / log2(r + 1)

(Jaervelin and Kekaelaeinen 2002). All are means over queries; `median_rank` is of the query's own partner, from 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
CUTOFFS = (1, 3, 5, 10)
NDCG_CUTOFF = 10
BOOTSTRAP_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Relevance:
    """Ground truth: queries in rows, gallery in columns; item i is the partner of query i."""

    relevant: npt.NDArray[np.bool_]
    """(N, N)."""
    gains: Floats
    """(N, N), 0-1."""

    def subset(self, chosen: npt.NDArray[np.intp]) -> Relevance:
        """The same for a subset of the queries, with the gallery restricted to it."""
        rows = np.ix_(chosen, chosen)
        return Relevance(self.relevant[rows], self.gains[rows])

    @property
    def transposed(self) -> Relevance:
        """The same with queries and gallery swapped."""
        return Relevance(self.relevant.T, self.gains.T)


def rank_scores(scores: Floats, relevance: Relevance) -> dict[str, float]:
    """All metrics of the ranking by `scores` (N, N); ties are broken at random, with a fixed seed."""
    order = _order(scores)
    hits = np.take_along_axis(relevance.relevant, order, axis=1)
    gains: Floats = np.take_along_axis(relevance.gains, order, axis=1)
    best: Floats = -np.sort(-relevance.gains, axis=1)
    partner_ranks = (order == np.arange(len(order))[:, None]).argmax(1) + 1
    result: dict[str, float] = {}
    for cutoff in CUTOFFS:
        result |= {
            f"p@{cutoff}": _precision(hits, cutoff),
            f"r@{cutoff}": _recall(hits, cutoff),
            f"mrr@{cutoff}": _mrr(hits, cutoff),
        }
    graded = _ndcg(gains, best, NDCG_CUTOFF)
    return result | {f"ndcg@{NDCG_CUTOFF}": graded, "median_rank": float(np.median(partner_ranks))}


def recall_interval(scores: Floats, relevance: Relevance, cutoff: int = NDCG_CUTOFF) -> tuple[float, float]:
    """95 % confidence interval of R@cutoff: bootstrap over queries (Efron 1979), 2,000 resamples, fixed seed."""
    hits = np.take_along_axis(relevance.relevant, _order(scores), axis=1)
    recalls = hits[:, :cutoff].sum(1) / hits.sum(1)
    resamples = np.random.default_rng(0).integers(0, len(recalls), (BOOTSTRAP_RESAMPLES, len(recalls)))
    low, high = np.percentile(recalls[resamples].mean(1), [2.5, 97.5])
    return float(low), float(high)


def chance(relevance: Relevance) -> dict[str, float]:
    """Expected metrics of random rankings, in closed form; the median rank is the middle one."""
    size = relevance.gains.shape[1]
    relevant = relevance.relevant.sum(1)
    result: dict[str, float] = {}
    for cutoff in CUTOFFS:
        share = min(cutoff, size) / size
        result |= {f"p@{cutoff}": float(relevant.mean() * share / cutoff), f"r@{cutoff}": share}
        result[f"mrr@{cutoff}"] = float(_expected_mrr(relevant, size, cutoff).mean())
    mean: Floats = np.repeat(relevance.gains.mean(1, keepdims=True), size, axis=1)
    best: Floats = -np.sort(-relevance.gains, axis=1)
    return result | {f"ndcg@{NDCG_CUTOFF}": _ndcg(mean, best, NDCG_CUTOFF), "median_rank": (size + 1) / 2}


def _expected_mrr(relevant: npt.NDArray[np.intp], size: int, cutoff: int) -> Floats:
    """By number of relevant items: the sum over ranks of 1 / rank times the probability of the first hit there."""
    total, missed = np.zeros(len(relevant)), np.ones(len(relevant))
    for rank in range(1, min(cutoff, size) + 1):
        hit = np.minimum(1, relevant / (size - rank + 1))
        total += missed * hit / rank
        missed *= 1 - hit
    return total


def _order(scores: Floats) -> npt.NDArray[np.intp]:
    """(N, N) gallery indices, best first."""
    # Shuffled first: otherwise equal scores would rank in the order of the files.
    shuffled = np.random.default_rng(0).permutation(scores.shape[1])
    order: npt.NDArray[np.intp] = shuffled[np.argsort(-scores[:, shuffled], axis=1, kind="stable")]
    return order


def _precision(hits: npt.NDArray[np.bool_], cutoff: int) -> float:
    return float(hits[:, :cutoff].sum(1).mean() / cutoff)


def _recall(hits: npt.NDArray[np.bool_], cutoff: int) -> float:
    return float((hits[:, :cutoff].sum(1) / hits.sum(1)).mean())


def _mrr(hits: npt.NDArray[np.bool_], cutoff: int) -> float:
    first = hits[:, :cutoff].argmax(1) + 1
    return float(np.where(hits[:, :cutoff].any(1), 1 / first, 0).mean())


def _ndcg(gains: Floats, best: Floats, cutoff: int) -> float:
    discount = 1 / np.log2(np.arange(2, min(cutoff, gains.shape[1]) + 2))
    achieved, possible = (values[:, : len(discount)] @ discount for values in (gains, best))
    return float((achieved / possible).mean())
