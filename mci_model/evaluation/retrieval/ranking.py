"""Scores of rankings by RSICRC's protocol, with graded gains beside it. Knows no image, no text and no network.

For one query whose gallery is ranked by score, with R relevant ones, of which h are among the first k:

    P@k = h / k      R@k = h / R      MRR@k = 1 / rank of the first relevant one if it is <= k, else 0

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
CUTS = (1, 3, 5, 10)
GRADED_CUT = 10
DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Truth:
    """What ought to be found: queries in rows, gallery in columns, one partner each, at the same place."""

    relevant: npt.NDArray[np.bool_]
    """(N, N)."""
    gains: Floats
    """(N, N), 0-1."""

    def among(self, chosen: npt.NDArray[np.intp]) -> Truth:
        """The same for some of the queries, with the gallery shrunk to them."""
        rows = np.ix_(chosen, chosen)
        return Truth(self.relevant[rows], self.gains[rows])

    @property
    def turned(self) -> Truth:
        """The same with queries and gallery in each other's place."""
        return Truth(self.relevant.T, self.gains.T)


def rank_scores(scores: Floats, truth: Truth) -> dict[str, float]:
    """All measures of the ranking that `scores` (N, N) give; ties fall as by dice, the same at every call."""
    order = _order(scores)
    hits = np.take_along_axis(truth.relevant, order, axis=1)
    gains: Floats = np.take_along_axis(truth.gains, order, axis=1)
    best: Floats = -np.sort(-truth.gains, axis=1)
    own = (order == np.arange(len(order))[:, None]).argmax(1) + 1
    result: dict[str, float] = {}
    for cut in CUTS:
        result |= {f"p@{cut}": _precision(hits, cut), f"r@{cut}": _recall(hits, cut), f"mrr@{cut}": _mrr(hits, cut)}
    graded = _ndcg(gains, best, GRADED_CUT)
    return result | {f"ndcg@{GRADED_CUT}": graded, "median_rank": float(np.median(own))}


def recall_interval(scores: Floats, truth: Truth, cut: int = GRADED_CUT) -> tuple[float, float]:
    """Between which R@cut lies by 95 %: bootstrap over queries (Efron 1979), 2,000 draws, the same at every call."""
    hits = np.take_along_axis(truth.relevant, _order(scores), axis=1)
    each = hits[:, :cut].sum(1) / hits.sum(1)
    drawn = np.random.default_rng(0).integers(0, len(each), (DRAWS, len(each)))
    low, high = np.percentile(each[drawn].mean(1), [2.5, 97.5])
    return float(low), float(high)


def chance(truth: Truth) -> dict[str, float]:
    """What rankings by dice reach on average, reckoned, not thrown; the median rank is the middle one."""
    size = truth.gains.shape[1]
    relevant = truth.relevant.sum(1)
    result: dict[str, float] = {}
    for cut in CUTS:
        share = min(cut, size) / size
        result |= {f"p@{cut}": float(relevant.mean() * share / cut), f"r@{cut}": share}
        result[f"mrr@{cut}"] = float(_mrr_by_dice(relevant, size, cut).mean())
    mean: Floats = np.repeat(truth.gains.mean(1, keepdims=True), size, axis=1)
    best: Floats = -np.sort(-truth.gains, axis=1)
    return result | {f"ndcg@{GRADED_CUT}": _ndcg(mean, best, GRADED_CUT), "median_rank": (size + 1) / 2}


def _mrr_by_dice(relevant: npt.NDArray[np.intp], size: int, cut: int) -> Floats:
    """By numbers of relevant ones: the sum over ranks of 1 / rank times the chance that the first hit is there."""
    total, missed = np.zeros(len(relevant)), np.ones(len(relevant))
    for rank in range(1, min(cut, size) + 1):
        hit = np.minimum(1, relevant / (size - rank + 1))
        total += missed * hit / rank
        missed *= 1 - hit
    return total


def _order(scores: Floats) -> npt.NDArray[np.intp]:
    """(N, N) places in the gallery, best first."""
    # Shuffled first: else whatever scores the same everywhere would rank in the order of the files.
    shuffled = np.random.default_rng(0).permutation(scores.shape[1])
    order: npt.NDArray[np.intp] = shuffled[np.argsort(-scores[:, shuffled], axis=1, kind="stable")]
    return order


def _precision(hits: npt.NDArray[np.bool_], cut: int) -> float:
    return float(hits[:, :cut].sum(1).mean() / cut)


def _recall(hits: npt.NDArray[np.bool_], cut: int) -> float:
    return float((hits[:, :cut].sum(1) / hits.sum(1)).mean())


def _mrr(hits: npt.NDArray[np.bool_], cut: int) -> float:
    first = hits[:, :cut].argmax(1) + 1
    return float(np.where(hits[:, :cut].any(1), 1 / first, 0).mean())


def _ndcg(gains: Floats, best: Floats, cut: int) -> float:
    discount = 1 / np.log2(np.arange(2, min(cut, gains.shape[1]) + 2))
    found, possible = (values[:, : len(discount)] @ discount for values in (gains, best))
    return float((found / possible).mean())
