"""Losses of an interpreted batch; unlabelled classes contribute nothing. Knows no optimiser."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch.nn import functional

from mci_model.architecture.network import Interpretation
from mci_model.settings import BACKGROUND, BUILDING, ROAD
from mci_model.text.vocabulary import NULL
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.samples import Batch

LEAST_BALANCED = 1e-6
"""Loss below which balancing weighs a part no higher."""


@dataclass(frozen=True, slots=True)
class Losses:
    """The parts, each a scalar, and their weighted sum."""

    mask: torch.Tensor
    caption: torch.Tensor
    gate: torch.Tensor
    direction: torch.Tensor
    total: torch.Tensor


def mask_loss(logits: torch.Tensor, label: torch.Tensor, has_roads: torch.Tensor, doubt: float = 1.0) -> torch.Tensor:
    """Cross-entropy plus the Dice losses of buildings and, where they are labelled, roads (Milletari et al. 2016).

    Where roads are not labelled, background means "background or road": the two probabilities are added before the
    logarithm (the marginal loss for partial labels of Fang and Yan 2020), the road's times `doubt`. With a
    `doubt` of 1 nothing penalises roads there and they cover all changed ground; below 1, only confident roads remain.

    Args:
        logits: (B, 3, H, W).
        label: (B, H, W) class ids.
        has_roads: (B,) whether roads are labelled.
        doubt: weight of the road probability where the label is background but roads are not labelled.
    """
    log_probabilities = logits.float().log_softmax(1)
    background_or_road = torch.logaddexp(
        log_probabilities[:, BACKGROUND], log_probabilities[:, ROAD] + math.log(max(doubt, 1e-6))
    )
    labelled = has_roads[:, None, None]
    ambiguous = (label == BACKGROUND) & ~labelled
    picked = log_probabilities.gather(1, label[:, None]).squeeze(1)
    entropy = -torch.where(ambiguous, background_or_road, picked).mean()
    buildings = _dice_loss(log_probabilities[:, BUILDING].exp(), label == BUILDING)
    roads = _dice_loss(log_probabilities[:, ROAD].exp() * labelled, (label == ROAD) & labelled)
    return entropy + 0.5 * buildings + 0.25 * roads


def _dice_loss(probability: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    overlap = (probability * truth).sum()
    return 1 - (2 * overlap + 1) / (probability.sum() + truth.sum() + 1)


def caption_loss(scores: torch.Tensor, captions: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of each next word, without padding; zero where no pair of the batch has a caption."""
    targets = captions[:, 1:]
    if not (targets != NULL).any():
        return scores.sum() * 0
    return functional.cross_entropy(scores.float().transpose(1, 2), targets, ignore_index=NULL, label_smoothing=0.05)


def binary_loss(logits: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy over the entries whose truth is known (not -1); zero where none is."""
    known = truth >= 0
    if not known.any():
        return logits.sum() * 0
    return functional.binary_cross_entropy_with_logits(logits.float()[known], truth[known].float())


def all_losses(interpretation: Interpretation, scores: torch.Tensor, batch: Batch, recipe: TrainingRecipe) -> Losses:
    """Every loss of one interpreted batch; parts that the network lacks are zero."""
    assert interpretation.class_logits is not None
    mask = mask_loss(interpretation.class_logits, batch.label, batch.has_roads, recipe.road_doubt)
    zero = mask.new_zeros(())
    caption = caption_loss(scores, batch.captions)
    gate = zero if interpretation.gate_logits is None else binary_loss(interpretation.gate_logits, batch.changed)
    direction = (
        zero
        if interpretation.direction_logits is None
        else binary_loss(interpretation.direction_logits, batch.appeared)
    )
    if recipe.balanced:
        total = torch.stack([_balanced(part) for part in (mask, caption, gate, direction)]).sum()
    else:
        total = mask + recipe.caption_weight * caption + recipe.gate_weight * gate
        total = total + recipe.direction_weight * direction
    return Losses(mask, caption, gate, direction, total)


def _balanced(part: torch.Tensor) -> torch.Tensor:
    """A loss divided by its own value, so that each part counts as 1.

    One that is next to zero would have a gradient without bound, infinite where it is below the normal numbers: it
    keeps the factor of `LEAST_BALANCED`. One that is zero, as that of a part the network lacks, gives nothing.
    """
    return part / part.detach().clamp_min(LEAST_BALANCED)
