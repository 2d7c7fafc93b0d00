"""From both dates' features at four levels to class logits at full resolution. Knows no words."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional

from mci_model.settings import CLASS_NAMES, NetworkSettings


class LevelFusion(nn.Module):
    """Difference, likeness and both dates of one level, fused: two (B, C, H, W) maps -> (B, 2C, H, W)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.difference = nn.Sequential(nn.Conv2d(width, width, 1), nn.BatchNorm2d(width))
        self.fuse = nn.Sequential(
            nn.Conv2d(3 * width, 2 * width, 3, padding=1),
            nn.BatchNorm2d(2 * width),
            nn.ReLU(inplace=True),
            nn.Conv2d(2 * width, 2 * width, 1),
        )

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
        """Fuse the two dates of this level."""
        likeness = functional.cosine_similarity(before, after, dim=1, eps=1e-8).unsqueeze(1)
        difference = self.difference(after - before) + likeness
        fused: torch.Tensor = self.fuse(torch.cat([before, difference, after], dim=1))
        return fused


def _double(inputs: int, outputs: int) -> nn.Sequential:
    """A step up the pyramid: (B, inputs, H, W) -> (B, outputs, 2H, 2W)."""
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 1),
        nn.BatchNorm2d(inputs),
        nn.ReLU(inplace=True),
        nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1),
    )


class MaskHead(nn.Module):
    """Top-down pyramid over the fused levels; logits (B, classes [+ 1 direction], H, W) at the images' resolution."""

    def __init__(self, settings: NetworkSettings) -> None:
        super().__init__()
        doubled = [2 * width for width in settings.widths]
        finer = [doubled[0], *doubled[:-1]]
        outputs = len(CLASS_NAMES) + int(settings.tells_direction)
        self.levels = nn.ModuleList(LevelFusion(width) for width in settings.widths)
        self.steps = nn.ModuleList(_double(width, out) for width, out in zip(doubled, finer, strict=True))
        self.segment = nn.Sequential(
            nn.ConvTranspose2d(doubled[0], settings.segment_width, 4, stride=2, padding=1),
            nn.Conv2d(settings.segment_width, outputs, 1),
        )

    def forward(self, before: Sequence[torch.Tensor], after: Sequence[torch.Tensor]) -> torch.Tensor:
        """Two lists of maps, fine to coarse -> logits at four times the finest map's size."""
        fused = [level(b, a) for level, b, a in zip(self.levels, before, after, strict=True)]
        pyramid = self.steps[-1](fused[-1])
        for level in reversed(range(len(fused) - 1)):
            pyramid = self.steps[level](fused[level] + pyramid)
        logits: torch.Tensor = self.segment(pyramid)
        return logits
