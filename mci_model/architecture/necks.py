"""The two necks on the coarsest level: one prepares the mask, one the caption. Knows neither mask nor words."""

from __future__ import annotations

import torch
from torch import nn

from mci_model.architecture.interaction import InteractionBlock
from mci_model.settings import NetworkSettings


class GridPosition(nn.Module):
    """Learned tables: half of the channels encode the column, half the row. Covers maps up to `rows` on a side."""

    def __init__(self, width: int, rows: int) -> None:
        super().__init__()
        self.column = nn.Embedding(rows, width // 2)
        self.row = nn.Embedding(rows, width // 2)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) -> the same with each cell's position added."""
        height, width = features.shape[-2:]
        columns = self.column.weight[:width].T[:, None, :].expand(-1, height, -1)
        rows = self.row.weight[:height].T[:, :, None].expand(-1, -1, width)
        return features + torch.cat([columns, rows])


class _Neck(nn.Module):
    def __init__(self, settings: NetworkSettings) -> None:
        super().__init__()
        width, shape = settings.widths[-1], (settings.neck_heads, settings.neck_feedforward)
        self.position = GridPosition(width, settings.position_rows)
        self.before = nn.ModuleList(InteractionBlock(width, *shape) for _ in range(settings.neck_layers))
        self.after = nn.ModuleList(InteractionBlock(width, *shape) for _ in range(settings.neck_layers))


class DetectionNeck(_Neck):
    """Sequential interaction with outer residuals: the second date attends to the first date's updated features."""

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Two (B, C, H, W) maps -> two maps of the same shape."""
        before, after = self.position(before), self.position(after)
        for update_before, update_after in zip(self.before, self.after, strict=True):
            before = update_before(before, after) + before
            after = update_after(after, before) + after
        return before, after


class CaptionNeck(_Neck):
    """Parallel interaction without outer residuals: both dates attend to each other's previous features."""

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Two (B, C, H, W) maps -> two maps of the same shape."""
        before, after = self.position(before), self.position(after)
        for update_before, update_after in zip(self.before, self.after, strict=True):
            before, after = update_before(before, after), update_after(after, before)
        return before, after
