"""Losses of the change embedding, as functions of scores."""

from __future__ import annotations

import torch


def attracting_loss(scores: torch.Tensor, positive: torch.Tensor, masked: torch.Tensor | None = None) -> torch.Tensor:
    """InfoNCE of rows against columns that attracts false negatives in proportion to their similarity.

    RSICRC (arXiv 2406.13424): every positive has its own denominator, with the row's negatives and not its other
    positives; a negative with the same caption becomes a positive. Here this is soft: with weight w of 0-1 it is a
    positive by w and a negative by 1 - w.

    Args:
        scores: (R, C) cosines by temperature.
        positive: (R, C) weights w; rows without any positive are ignored.
        masked: (R, C), true where a column is neither positive nor negative for the row.

    Returns:
        A scalar.
    """
    negative = 1 - positive if masked is None else (1 - positive).masked_fill(masked, 0)
    negatives = torch.logsumexp(scores + negative.clamp_min(1e-9).log(), dim=1, keepdim=True)
    losses = torch.logaddexp(scores, negatives) - scores
    weights = positive if masked is None else positive.masked_fill(masked, 0)
    totals = weights.sum(1)
    rows = (losses * weights).sum(1)[totals > 0] / totals[totals > 0]
    return rows.mean() if len(rows) else scores.sum() * 0


def soft_positive(similarity: torch.Tensor, threshold: float) -> torch.Tensor:
    """Weight 0-1 of two captions as positives, from their cosine: 0 up to `threshold`, 1 for equal captions."""
    return ((similarity - threshold) / (1 - threshold)).clamp(0, 1)


def listwise_loss(scores: torch.Tensor, similarity: torch.Tensor, sharpness: float) -> torch.Tensor:
    """Cross-entropy of the rows' scores (R, C) against the softmax of the captions' similarities."""
    target = (similarity / sharpness).softmax(1)
    return -(target * scores.log_softmax(1)).sum(1).mean()
