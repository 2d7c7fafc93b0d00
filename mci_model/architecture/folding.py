"""Folds batch normalisation into the convolutions before it, for faster inference with equal results."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from mci_model.architecture.interaction import GlobalDifferenceFusionAttention, LocalPerceptionEnhancement
from mci_model.architecture.mask_head import LevelFusion


def fold_norms(network: nn.Module) -> nn.Module:
    """Fold every foldable norm of `network`, in place; it can then neither be trained nor saved.

    The network must be in evaluation mode.
    """
    for module in list(network.modules()):
        if isinstance(module, nn.Sequential):
            _fold_sequence(module)
        elif isinstance(module, GlobalDifferenceFusionAttention) and isinstance(module.fuse_norm, nn.BatchNorm2d):
            module.fuse = fuse_conv_bn_eval(module.fuse, module.fuse_norm)
            module.fuse_norm = nn.Identity()  # type: ignore[assignment]
        elif isinstance(module, LocalPerceptionEnhancement) and isinstance(module.norm, nn.BatchNorm2d):
            _fold_neighbourhoods(module)
    for module in list(network.modules()):
        if isinstance(module, LevelFusion) and module.difference is not None:
            _fold_difference(module)
    return network


def _fold_sequence(sequence: nn.Sequential) -> None:
    layers = list(sequence)
    for index in range(len(layers) - 1):
        convolution, norm = layers[index], layers[index + 1]
        if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            sequence[index] = fuse_conv_bn_eval(convolution, norm)
            sequence[index + 1] = nn.Identity()


@torch.no_grad()
def _fold_difference(level: LevelFusion) -> None:
    """The map of the difference is linear in both dates: it is folded into the convolution after it.

    Two channels of it remain: the cosine similarity, which is added to all of its channels, and its bias, as a map of
    ones, so that the padding around the image is unchanged.
    """
    assert level.difference is not None
    convolution, fuse = level.difference[0], level.fuse[0]
    assert isinstance(convolution, nn.Conv2d)
    assert isinstance(fuse, nn.Conv2d)
    assert convolution.bias is not None
    before, difference, after = fuse.weight.chunk(3, dim=1)
    folded_difference = torch.einsum("omhw,mi->oihw", difference, convolution.weight[..., 0, 0])
    similarity = difference.sum(1, keepdim=True)
    bias = torch.einsum("omhw,m->ohw", difference, convolution.bias)[:, None]
    weight = torch.cat([before - folded_difference, after + folded_difference, similarity, bias], dim=1)
    folded = nn.Conv2d(weight.shape[1], weight.shape[0], fuse.kernel_size, padding=fuse.padding)  # type: ignore[arg-type]
    folded.weight.copy_(weight)
    assert folded.bias is not None
    assert fuse.bias is not None
    folded.bias.copy_(fuse.bias)
    level.fuse[0], level.difference = folded, None


@torch.no_grad()
def _fold_neighbourhoods(layer: LocalPerceptionEnhancement) -> None:
    """One norm follows three parallel convolutions: each is folded with its third."""
    norm = layer.norm
    assert norm.running_mean is not None
    assert norm.running_var is not None
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    bias = norm.bias - norm.running_mean * scale
    parts = (layer.square, layer.row, layer.column)
    for convolution, scale_, bias_ in zip(parts, scale.chunk(3), bias.chunk(3), strict=True):
        assert convolution.bias is not None
        convolution.weight.mul_(scale_[:, None, None, None])
        convolution.bias.mul_(scale_).add_(bias_)
    layer.norm = nn.Identity()  # type: ignore[assignment]
