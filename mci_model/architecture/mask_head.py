"""From both dates' features at four levels to class logits at full resolution. Knows no words."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional

from mci_model.settings import CLASS_NAMES, NetworkSettings


class LevelFusion(nn.Module):
    """Difference, cosine similarity and both dates of one level, fused: two (B, C, H, W) maps -> (B, 2C, H, W)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        # None once it has been folded into the convolution after it (see `folding`).
        self.difference: nn.Sequential | None = nn.Sequential(nn.Conv2d(width, width, 1), nn.BatchNorm2d(width))
        self.fuse = nn.Sequential(
            nn.Conv2d(3 * width, 2 * width, 3, padding=1),
            nn.BatchNorm2d(2 * width),
            nn.ReLU(inplace=True),
            nn.Conv2d(2 * width, 2 * width, 1),
        )

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
        """Fuse the two dates of this level."""
        similarity = functional.cosine_similarity(before, after, dim=1, eps=1e-8).unsqueeze(1)
        if self.difference is None:
            parts = [before, after, similarity, torch.ones_like(similarity)]
        else:
            parts = [before, self.difference(after - before) + similarity, after]
        fused: torch.Tensor = self.fuse(torch.cat(parts, dim=1))
        return fused


def _double(inputs: int, outputs: int) -> nn.Sequential:
    """A step up the pyramid: (B, inputs, H, W) -> (B, outputs, 2H, 2W)."""
    return nn.Sequential(
        nn.Conv2d(inputs, inputs, 1),
        nn.BatchNorm2d(inputs),
        nn.ReLU(inplace=True),
        nn.ConvTranspose2d(inputs, outputs, 4, stride=2, padding=1),
    )


class Detail(nn.Module):
    """Adds the finest maps of both dates to the top of the pyramid: two (B, 16, H, W) maps -> (B, outputs, H, W)."""

    def __init__(self, inputs: int, width: int, outputs: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(3 * inputs, width, 3, padding=1),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, outputs, 1),
        )
        # Zero at first, so that it can extend a network that was trained without it.
        nn.init.zeros_(self.layers[3].weight)  # type: ignore[arg-type]
        nn.init.zeros_(self.layers[3].bias)  # type: ignore[arg-type]

    def forward(self, before: torch.Tensor, after: torch.Tensor) -> torch.Tensor:
        """Edges of either date and of the difference."""
        added: torch.Tensor = self.layers(torch.cat([before, (after - before).abs(), after], dim=1))
        return added


class Segment(nn.Sequential):
    """A 4 x 4 convolution that doubles the size and a 1 x 1 one after it, merged into one linear map.

    The feature map between them would be the largest of the network; it is never computed.
    """

    def forward(self, pyramid: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) -> (B, outputs, 2H, 2W)."""
        enlarge, classify = self
        assert isinstance(enlarge, nn.ConvTranspose2d)
        assert isinstance(classify, nn.Conv2d)
        assert enlarge.bias is not None
        assert classify.bias is not None
        class_weights = classify.weight[..., 0, 0]
        weight = torch.einsum("iomn,co->icmn", enlarge.weight, class_weights)
        bias = class_weights @ enlarge.bias + classify.bias
        return functional.conv_transpose2d(pyramid, weight, bias, stride=2, padding=1)


class MaskHead(nn.Module):
    """Top-down pyramid over the fused levels; logits (B, classes [+ 1 direction], H, W) at the images' resolution."""

    def __init__(self, settings: NetworkSettings, detail_inputs: int = 0) -> None:
        super().__init__()
        doubled = [2 * width for width in settings.widths]
        finer = [doubled[0], *doubled[:-1]]
        outputs = len(CLASS_NAMES) + int(settings.tells_direction)
        self.levels = nn.ModuleList(LevelFusion(width) for width in settings.widths)
        self.steps = nn.ModuleList(_double(width, out) for width, out in zip(doubled, finer, strict=True))
        width = settings.detail_width
        self.detail = Detail(detail_inputs, width, doubled[0]) if width and detail_inputs else None
        self.segment: nn.Sequential = Segment(
            nn.ConvTranspose2d(doubled[0], settings.segment_width, 4, stride=2, padding=1),
            nn.Conv2d(settings.segment_width, outputs, 1),
        )

    def forward(
        self,
        before: Sequence[torch.Tensor],
        after: Sequence[torch.Tensor],
        fine: tuple[torch.Tensor, ...] = (),
    ) -> torch.Tensor:
        """Two lists of maps, fine to coarse -> logits at four times the first map's size.

        `fine` holds both dates' maps at twice the first map's size, where the trunk has them.
        """
        fused = [level(b, a) for level, b, a in zip(self.levels, before, after, strict=True)]
        pyramid = self.steps[-1](fused[-1])
        for level in reversed(range(len(fused) - 1)):
            pyramid = self.steps[level](fused[level] + pyramid)
        if self.detail is not None:
            pyramid = pyramid + self.detail(*fine)
        logits: torch.Tensor = self.segment(pyramid)
        return logits


EVIDENCE_CHANNELS = 2 * (len(CLASS_NAMES) - 1) + 1


def mask_evidence(logits: torch.Tensor, direction: torch.Tensor | None, cells: tuple[int, int]) -> torch.Tensor:
    """Summary of the mask in each cell of a coarse grid, an input of captions and gate.

    Args:
        logits: (B, 3, H, W).
        direction: (B, H, W), or None where it is unknown.
        cells: rows and columns of the grid.

    Returns:
        (B, 5, rows, columns): mean and maximal probability of road and building, and the mean signed change, above 0
        where objects appeared.
    """
    change = logits.float().softmax(1)[:, 1:]
    direction_sign = 2 * direction.float().sigmoid() - 1 if direction is not None else torch.zeros_like(change[:, 0])
    signed = (change.sum(1) * direction_sign)[:, None]
    means = functional.adaptive_avg_pool2d(torch.cat([change, signed], dim=1), cells)
    return torch.cat([means[:, :-1], functional.adaptive_max_pool2d(change, cells), means[:, -1:]], dim=1)
