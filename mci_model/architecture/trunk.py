"""The interface of trunks, and their declaration. Knows no concrete trunk."""

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
        """Load the initial weights of a training.

        Args:
            source: of the weights; empty: the default of the trunk, if any.

        Raises:
            WeightsError, MissingPartError: they cannot be loaded, or are not installed.
        """

    def first_stages(self, count: int) -> list[nn.Module]:  # noqa: ARG002 - for trunks that can be frozen in part
        """The modules to freeze for this many frozen stages; none if the trunk cannot be frozen."""
        return []


@dataclass(frozen=True, slots=True)
class TrunkKind:
    """A trunk and the network that is trained on it."""

    name: str
    """Name in the settings of networks."""
    build: Callable[[], Trunk]
    """Makes one with random weights."""
    network: str
    """Name of the network that a recipe trains on it."""
    settings: NetworkSettings
    """Of that network."""
