"""What a network asks of its trunk, and how a kind of trunk is declared. Knows no single one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn

from mci_model.settings import NetworkSettings


class Trunk(nn.Module, ABC):
    """Features of one date at a time.

    A base class rather than a protocol: networks hold it as a part, with its weights, so it must be a module of torch.
    """

    widths: tuple[int, int, int, int]
    """Channels of the maps at strides 4, 8, 16 and 32."""
    detail_width: int = 0
    """Channels of the map at stride 2, which comes before those of `widths`; 0: there is none."""
    fast_in_bfloat16: bool = True
    """Whether it is faster in bfloat16 on processors, too; depth-wise convolutions are not."""

    @abstractmethod
    def forward(self, images: torch.Tensor) -> list[torch.Tensor]:
        """Features of normalised images (B, 3, H, W), fine to coarse."""

    @abstractmethod
    def start(self, source: str) -> None:
        """Take over the weights from which training starts.

        Args:
            source: which ones; empty: those that the trunk knows by itself, if any.

        Raises:
            WeightsError, MissingPartError: they cannot be loaded, or are not installed.
        """

    def first_stages(self, count: int) -> list[nn.Module]:  # noqa: ARG002 - for trunks that can be frozen in part
        """The parts that stay as they are where a recipe freezes so many stages; none if it cannot be frozen."""
        return []


@dataclass(frozen=True, slots=True)
class TrunkKind:
    """A trunk and the network that is trained on it."""

    name: str
    """As the settings of networks name it."""
    build: Callable[[], Trunk]
    """Makes one with weights at random."""
    network: str
    """Name of the network that a recipe trains on it."""
    settings: NetworkSettings
    """Of that network."""
