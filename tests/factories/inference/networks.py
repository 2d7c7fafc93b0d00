"""A small network without training that yet sees all classes, and noise in which it sees them."""

import numpy as np
import torch

from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.inference.predictor import normalise
from mci_model.settings import BACKGROUND

SHARPNESS = 5.0


def patches(dice, height, width):
    """Noise in patches, in which a network without training sees all classes."""
    small = dice.integers(1, 255, (3, height // 30 + 1, width // 30 + 1), dtype=np.uint8)
    return small.repeat(30, axis=1).repeat(30, axis=2)[:, :height, :width].copy()


@torch.inference_mode()
def varied_network(tiny_settings, calm=0.0):
    """Untrained, it would see one class everywhere; with its last layer centred and whitened it sees all of them.

    The larger `calm`, the more rarely it sees a change.
    """
    torch.manual_seed(0)
    network, dice = ChangeInterpretationNetwork(tiny_settings).eval(), np.random.default_rng(0)
    images = torch.from_numpy(np.stack([patches(dice, 256, 256) for _ in range(8)])).float()
    seen = network(*normalise(images, tiny_settings).chunk(2), caption=False)
    logits = torch.cat([seen.class_logits, seen.direction_logits[:, None]], dim=1).transpose(0, 1).flatten(1)
    last, spread = network.mask_head.segment[1], torch.linalg.cholesky(torch.cov(logits))
    last.weight[..., 0, 0] = torch.linalg.solve(spread, last.weight[..., 0, 0])
    last.bias.copy_(torch.linalg.solve(spread, last.bias - logits.mean(1)))
    last.bias[BACKGROUND] += calm
    # Sure of what it sees: what is thin and unsure is no building.
    last.weight *= SHARPNESS
    last.bias *= SHARPNESS
    return network
