"""The official trunk: SegFormer MiT-b1 of `transformers`, giving four levels of features. Knows one date at a time."""

from __future__ import annotations

import torch

from mci_model.architecture.trunk import Trunk, TrunkKind
from mci_model.errors import WeightsError
from mci_model.settings import OFFICIAL

BLOCK_NORM_EPS = 1e-6
"""The official trunk norms blocks and stages with 1e-6, but patch embeddings and key reduction with torch's 1e-5."""


class SegformerTrunk(Trunk):
    """MiT-b1 (Xie et al. 2021, arXiv 2105.15203): (B, 3, H, W) -> maps at strides 4, 8, 16, 32."""

    widths = (64, 128, 320, 512)

    def __init__(self) -> None:
        # Seconds to import, and nothing that the embedded network needs.
        from transformers import SegformerConfig, SegformerModel

        super().__init__()
        self.model = SegformerModel(SegformerConfig(hidden_sizes=list(self.widths), depths=[2, 2, 2, 2]))
        for stage in self.model.stages:
            stage.layer_norm.eps = BLOCK_NORM_EPS
            for block in stage.blocks:
                block.layernorm_before.eps = BLOCK_NORM_EPS
                block.layernorm_after.eps = BLOCK_NORM_EPS

    def forward(self, images: torch.Tensor) -> list[torch.Tensor]:
        """Features of normalised images (B, 3, H, W), fine to coarse."""
        levels, features = [], images
        for stage in self.model.stages:
            features = stage(features)
            levels.append(features)
        return levels

    def start(self, source: str) -> None:
        """Take over a pre-trained MiT-b1, where one is named; see `Trunk`."""
        if source:
            self.model.load_state_dict(_segformer_tensors(source))


def _segformer_tensors(source: str) -> dict[str, torch.Tensor]:
    """Pre-trained weights of MiT-b1: a folder, or the name of a model on the Hugging Face hub."""
    from transformers import SegformerModel

    try:
        model = SegformerModel.from_pretrained(source, use_safetensors=True)
    except (OSError, ValueError) as error:
        raise WeightsError(f"The trunk {source} could not be loaded: {error}") from error
    tensors: dict[str, torch.Tensor] = model.state_dict()
    return tensors


TRUNK = TrunkKind("mit-b1", SegformerTrunk, "official", OFFICIAL)
