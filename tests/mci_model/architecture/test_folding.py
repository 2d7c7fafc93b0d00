import copy

import torch
from torch import nn

from mci_model.architecture.folding import fold_norms
from mci_model.architecture.network import ChangeInterpretationNetwork


def shaken(network):
    """The network with norms that have seen something: fresh ones would fold to nothing."""
    torch.manual_seed(2)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 2)
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, 0, 0.3)
    return network.eval()


@torch.inference_mode()
def test_a_folded_network_has_equal_outputs_without_any_norm(tiny_settings):
    network = shaken(ChangeInterpretationNetwork(tiny_settings))
    folded = fold_norms(copy.deepcopy(network))
    assert any(isinstance(module, nn.BatchNorm2d) for module in network.modules())
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    before, after = torch.randn(2, 2, 3, 64, 64)
    here, there = network(before, after), folded(before, after)
    assert torch.allclose(here.class_logits, there.class_logits, atol=1e-3, rtol=1e-3)
    assert torch.allclose(here.gate_logits, there.gate_logits, atol=1e-3, rtol=1e-3)
    assert torch.allclose(here.caption_caches[0].memory[0], there.caption_caches[0].memory[0], atol=1e-3, rtol=1e-3)
