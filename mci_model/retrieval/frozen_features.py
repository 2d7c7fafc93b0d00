"""What the frozen eyes see of a pair, as the change embedding takes it in. Knows no text and no vector."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional

from mci_model.architecture.mask_head import EVIDENCE_CHANNELS, mask_evidence
from mci_model.architecture.network import ChangeInterpretationNetwork

CELLS = 8
"""Rows and columns of the grid on which a window of 256 pixels is seen."""


@dataclass(frozen=True, slots=True)
class Glance:
    """B pairs as the eyes see them."""

    dates: torch.Tensor
    """(B, 2, C, 8, 8): both dates' features at strides 32 and 16, before any neck."""
    evidence: torch.Tensor
    """(B, ways, 5, 8, 8): what the mask says of the pair (see `mask_head.mask_evidence`) [and of its reversed copy]."""
    changed: torch.Tensor
    """(B,) probability of any change, 0-1; by the mask where the eyes have no gate."""


def width(network: ChangeInterpretationNetwork) -> int:
    """Channels C of one date in a glance."""
    return network.settings.widths[-1] + network.settings.widths[-2]


@torch.inference_mode()
def glance(
    network: ChangeInterpretationNetwork, before: torch.Tensor, after: torch.Tensor, *, both_ways: bool
) -> Glance:
    """Look at normalised images (B, 3, 256, 256); the trunk runs once, also where both ways are asked for.

    Args:
        network: in evaluation mode, folded or not.
        before: the earlier date.
        after: the later date.
        both_ways: whether to tell the evidence of the reversed pair, too.
    """
    levels = network.trunk(torch.cat([before, after]))
    sixteenth, last = network.lateral[-2](levels[-2]), network.lateral[-1](levels[-1])
    features = torch.cat([last, functional.adaptive_avg_pool2d(sixteenth, last.shape[-2:])], dim=1)
    dates = torch.stack(features.chunk(2), dim=1)
    evidence, changed = _evidence(network, levels)
    ways = [evidence]
    if both_ways:
        ways.append(_evidence(network, [torch.cat(level.chunk(2)[::-1]) for level in levels])[0])
    return Glance(dates, torch.stack(ways, dim=1), changed)


@torch.inference_mode()
def look_once(network: ChangeInterpretationNetwork, image: torch.Tensor) -> torch.Tensor:
    """One date alone: normalised images (B, 3, 256, 256) -> its features (B, C, 8, 8)."""
    levels = network.trunk(image)
    sixteenth, last = network.lateral[-2](levels[-2]), network.lateral[-1](levels[-1])
    return torch.cat([last, functional.adaptive_avg_pool2d(sixteenth, last.shape[-2:])], dim=1)


def _evidence(network: ChangeInterpretationNetwork, levels: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    seen = network.interpret(levels, caption=False)
    assert seen.class_logits is not None
    cells = (levels[-1].shape[-2], levels[-1].shape[-1])
    evidence = mask_evidence(seen.class_logits, seen.direction_logits, cells)
    assert evidence.shape[1] == EVIDENCE_CHANNELS
    if seen.gate_logits is not None:
        return evidence, seen.gate_logits.float().sigmoid()
    return evidence, 1 - seen.class_logits.float().softmax(1)[:, 0].flatten(1).amin(1)
