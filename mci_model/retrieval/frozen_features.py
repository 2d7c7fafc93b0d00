"""Features of a pair from the frozen network, as the change embedding takes them. Knows no text and no vector."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional

from mci_model.architecture.mask_head import EVIDENCE_CHANNELS, mask_evidence
from mci_model.architecture.network import ChangeInterpretationNetwork

CELLS = 8
"""Rows and columns of the feature grid of a window of 256 pixels."""


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """Features of B pairs."""

    dates: torch.Tensor
    """(B, 2, C, 8, 8): both dates' features at strides 32 and 16, before any neck."""
    evidence: torch.Tensor
    """(B, ways, 5, 8, 8): mask evidence of the pair (see `mask_head.mask_evidence`) [and of its reversed copy]."""
    changed: torch.Tensor
    """(B,) probability of any change, 0-1; from the mask where the network has no gate."""


def feature_width(network: ChangeInterpretationNetwork) -> int:
    """Feature channels C of one date."""
    return network.settings.widths[-1] + network.settings.widths[-2]


@torch.inference_mode()
def pair_features(
    network: ChangeInterpretationNetwork, before: torch.Tensor, after: torch.Tensor, *, both_ways: bool
) -> PairFeatures:
    """Extract features of normalised images (B, 3, 256, 256); the trunk runs once, also for both ways.

    Args:
        network: in evaluation mode, folded or not.
        before: the earlier date.
        after: the later date.
        both_ways: whether to give the evidence of the reversed pair, too.
    """
    levels = network.trunk(torch.cat([before, after]))
    sixteenth, last = network.lateral[-2](levels[-2]), network.lateral[-1](levels[-1])
    features = torch.cat([last, functional.adaptive_avg_pool2d(sixteenth, last.shape[-2:])], dim=1)
    dates = torch.stack(features.chunk(2), dim=1)
    evidence, changed = _evidence(network, levels)
    ways = [evidence]
    if both_ways:
        ways.append(_evidence(network, [torch.cat(level.chunk(2)[::-1]) for level in levels])[0])
    return PairFeatures(dates, torch.stack(ways, dim=1), changed)


@torch.inference_mode()
def date_features(network: ChangeInterpretationNetwork, image: torch.Tensor) -> torch.Tensor:
    """Features of one date: normalised images (B, 3, 256, 256) -> (B, C, 8, 8)."""
    levels = network.trunk(image)
    sixteenth, last = network.lateral[-2](levels[-2]), network.lateral[-1](levels[-1])
    return torch.cat([last, functional.adaptive_avg_pool2d(sixteenth, last.shape[-2:])], dim=1)


def _evidence(network: ChangeInterpretationNetwork, levels: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    interpretation = network.interpret(levels, caption=False)
    assert interpretation.class_logits is not None
    cells = (levels[-1].shape[-2], levels[-1].shape[-1])
    evidence = mask_evidence(interpretation.class_logits, interpretation.direction_logits, cells)
    assert evidence.shape[1] == EVIDENCE_CHANNELS
    if interpretation.gate_logits is not None:
        return evidence, interpretation.gate_logits.float().sigmoid()
    return evidence, 1 - interpretation.class_logits.float().softmax(1)[:, 0].flatten(1).amin(1)
