"""BI3, the bi-temporal iterative interaction layer: one date's features attend to their difference from the other's.

Source: Liu et al., "Change-Agent" (arXiv 2403.19646), section III: local perception enhancement (LPE) and global
difference fusion attention (GDFA).
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional


class LocalPerceptionEnhancement(nn.Module):
    """LPE: square, row and column neighbourhoods of each channel, mixed and added to the input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.square = nn.Conv2d(width, width, 3, padding=1, groups=width)
        self.row = nn.Conv2d(width, width, (1, 5), padding=(0, 2), groups=width)
        self.column = nn.Conv2d(width, width, (5, 1), padding=(2, 0), groups=width)
        self.norm = nn.BatchNorm2d(3 * width)
        self.mix = nn.Conv2d(3 * width, width, 1)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) -> (B, C, H, W)."""
        around = torch.cat([self.square(features), self.row(features), self.column(features)], dim=1)
        enhanced: torch.Tensor = self.mix(functional.gelu(self.norm(around)))
        return features + enhanced


class GlobalDifferenceFusionAttention(nn.Module):
    """GDFA: queries from one date, keys and values from the difference weighted by that date."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.fuse = nn.Conv2d(width, width, 1)
        self.fuse_norm = nn.BatchNorm2d(width)
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def forward(self, here: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Two (B, C, H, W) maps -> tokens (B, H * W, C)."""
        difference = functional.relu(self.fuse_norm(self.fuse(here * (there - here))))
        query, source = to_tokens(here), to_tokens(difference)
        parts = (self.query(query), self.key(source), self.value(source))
        batch, length, width = query.shape
        split = [part.view(batch, length, self.heads, width // self.heads).transpose(1, 2) for part in parts]
        attended = functional.scaled_dot_product_attention(*split)
        merged: torch.Tensor = self.out(attended.transpose(1, 2).flatten(2))
        return merged


class InteractionBlock(nn.Module):
    """One BI3 block: (here, there) -> here, aware of what differs there."""

    def __init__(self, width: int, heads: int, feedforward: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.enhance_here = LocalPerceptionEnhancement(width)
        self.enhance_there = LocalPerceptionEnhancement(width)
        self.attention = GlobalDifferenceFusionAttention(width, heads)
        self.norm1 = nn.LayerNorm(width)
        self.norm2 = nn.LayerNorm(width)
        self.feedforward = nn.Sequential(
            nn.Linear(width, feedforward), nn.ReLU(), nn.Dropout(dropout), nn.Linear(feedforward, width)
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, here: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Two (B, C, H, W) maps -> one map of the same shape."""
        here, there = self.enhance_here(here), self.enhance_there(there)
        tokens = self.norm1(self.dropout(self.attention(here, there)) + to_tokens(here))
        tokens = self.norm2(self.dropout(self.feedforward(tokens)) + tokens)
        return to_map(tokens, here)


def to_tokens(features: torch.Tensor) -> torch.Tensor:
    """(B, C, H, W) -> (B, H * W, C), row by row."""
    return features.flatten(2).transpose(1, 2)


def to_map(tokens: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """(B, H * W, C) -> (B, C, H, W) with the height and width of `like`."""
    return tokens.transpose(1, 2).reshape(like.shape)
