"""What the ground looks like at either date, and where it changed at all, from the trunk's features. Knows no words.

Small heads beside the mask head: they are trained on the finished trunk and leave the rest of the network as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional

from mci_model.settings import COVER_NAMES

STRIDE = 4
"""Pixels a side of a cell of either head's map."""
WIDTH = 32


def _step() -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(WIDTH, WIDTH, 3, padding=1), nn.BatchNorm2d(WIDTH), nn.ReLU())


def _norms(widths: Sequence[int]) -> nn.ModuleList:
    """Trunks differ in the scale of their features."""
    return nn.ModuleList(nn.BatchNorm2d(width, affine=False) for width in widths)


def _enlarged(coarse: torch.Tensor) -> torch.Tensor:
    return functional.interpolate(coarse, scale_factor=2, mode="bilinear", align_corners=False)


class AnyChangeHead(nn.Module):
    """Change of any kind, whatever it is of; the same, bit by bit, when the dates are swapped.

    It sees the dates' absolute difference, their sum and their cosine similarity alone.
    """

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self.norms = _norms(widths)
        self.difference = nn.ModuleList(nn.Conv2d(width, WIDTH, 1) for width in widths)
        self.surroundings = nn.ModuleList(nn.Conv2d(width, WIDTH // 2, 1) for width in widths)
        mixed = WIDTH + WIDTH // 2 + 1
        self.mix = nn.ModuleList(
            nn.Sequential(nn.Conv2d(mixed, WIDTH, 1), nn.BatchNorm2d(WIDTH), nn.ReLU()) for _ in widths
        )
        self.steps = nn.ModuleList(_step() for _ in widths)
        self.judge = nn.Conv2d(WIDTH, 1, 1)

    def forward(self, levels: Sequence[torch.Tensor]) -> torch.Tensor:
        """Maps (2B, C, H, W) of strides 4, 8 and 16, the earlier dates first -> logits (B, H, W) at stride 4."""
        features: torch.Tensor | None = None
        for level in reversed(range(len(levels))):
            before, after = self.norms[level](levels[level]).chunk(2)
            parts = [
                self.difference[level]((before - after).abs()),
                self.surroundings[level](before + after),
                functional.cosine_similarity(before, after, dim=1).unsqueeze(1),
            ]
            mixed = self.mix[level](torch.cat(parts, dim=1))
            features = self.steps[level](mixed if features is None else mixed + _enlarged(features))
        logits: torch.Tensor = self.judge(features)
        return logits[:, 0]


class DateHead(nn.Module):
    """What one date shows: logits of several classes."""

    def __init__(self, widths: Sequence[int], classes: int) -> None:
        super().__init__()
        self.norms = _norms(widths)
        self.lateral = nn.ModuleList(nn.Conv2d(width, WIDTH, 1) for width in widths)
        self.steps = nn.ModuleList(_step() for _ in widths)
        self.classify = nn.Conv2d(WIDTH, classes, 1)

    def forward(self, levels: Sequence[torch.Tensor]) -> torch.Tensor:
        """Maps (B, C, H, W) of strides 4, 8 and 16 -> logits (B, classes, H, W) at stride 4."""
        features: torch.Tensor | None = None
        for level in reversed(range(len(levels))):
            lateral = self.lateral[level](self.norms[level](levels[level]))
            features = self.steps[level](lateral if features is None else lateral + _enlarged(features))
        logits: torch.Tensor = self.classify(features)
        return logits


class GroundHeads(nn.Module):
    """The heads of a network: change of any kind, land cover, roads; on the trunk's maps at strides 4, 8 and 16."""

    def __init__(self, widths: Sequence[int]) -> None:
        """Random weights.

        Args:
            widths: channels of the three maps.
        """
        super().__init__()
        self.change = AnyChangeHead(widths)
        self.cover, self.road = DateHead(widths, len(COVER_NAMES)), DateHead(widths, 1)
