"""Losses of the change embedding, as functions of scores."""

from __future__ import annotations

import torch


def attracting_loss(scores: torch.Tensor, positive: torch.Tensor, masked: torch.Tensor | None = None) -> torch.Tensor:
    """InfoNCE of rows against columns in which false negatives attract, as far as they are alike.

    RSICRC (arXiv 2406.13424): every positive has a denominator of its own, with the row's negatives and not its other
    positives; a negative with the same caption becomes a positive. Here it does so softly: with weight w of 0-1 it is a
    positive by w and a negative by 1 - w.

    Args:
        scores: (R, C) cosines by temperature.
        positive: (R, C) weights w; rows without any positive do not count.
        masked: (R, C), true where a column is neither for this row.

    Returns:
        A scalar.
    """
    negative = 1 - positive if masked is None else (1 - positive).masked_fill(masked, 0)
    against = torch.logsumexp(scores + negative.clamp_min(1e-9).log(), dim=1, keepdim=True)
    losses = torch.logaddexp(scores, against) - scores
    weights = positive if masked is None else positive.masked_fill(masked, 0)
    sums = weights.sum(1)
    rows = (losses * weights).sum(1)[sums > 0] / sums[sums > 0]
    return rows.mean() if len(rows) else scores.sum() * 0


def likeness(similarity: torch.Tensor, least: float) -> torch.Tensor:
    """How far cosines of captions make two of them positives of each other: 0 up to `least`, 1 for equal captions."""
    return ((similarity - least) / (1 - least)).clamp(0, 1)


def listwise_loss(scores: torch.Tensor, similarity: torch.Tensor, sharpness: float) -> torch.Tensor:
    """Rows' scores (R, C) over the columns should be spread as the captions' similarities are; cross-entropy."""
    wanted = (similarity / sharpness).softmax(1)
    return -(wanted * scores.log_softmax(1)).sum(1).mean()
