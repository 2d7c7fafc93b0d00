"""The backend that is always there: the network itself, in torch."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import torch

from mci_model.architecture.caption_decoder import LayerCache
from mci_model.architecture.network import ChangeInterpretationNetwork, Interpretation
from mci_model.inference.backends.backend import TORCH, identity

Precision = Literal["float32", "bfloat16"]


class TorchBackend:
    """Runs a network where it lies."""

    def __init__(
        self, network: ChangeInterpretationNetwork, device: torch.device, precision: Precision = "float32"
    ) -> None:
        self.network, self.device, self.precision = network, device, precision
        self.identity = identity(TORCH, torch.__version__, device)

    @torch.inference_mode()
    def interpret(self, before: torch.Tensor, after: torch.Tensor, *, caption: bool) -> Interpretation:
        """Interpret normalised images in this backend's precision.

        Depth-wise convolutions are slower in bfloat16 on processors, so the embedded trunk stays in float32.
        """
        half = self.precision == "bfloat16"
        dense = self.network.trunk.fast_in_bfloat16 or self.device.type != "cpu"
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half and dense):
            levels = self.network.trunk(torch.cat([before, after]))
        with torch.autocast(self.device.type, torch.bfloat16, enabled=half):
            interpretation = self.network.interpret_symmetrically(levels, caption=caption, ground=True)
        # Words are decoded in float32: it costs little, and near ties do not flip.
        caches = [LayerCache((c.memory[0].float(), c.memory[1].float())) for c in interpretation.caption_caches or []]
        return replace(interpretation, caption_caches=caches if caption else None)
