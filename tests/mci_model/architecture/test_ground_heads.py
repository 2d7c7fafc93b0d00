from dataclasses import replace

import pytest
import torch

from mci_model.architecture.folding import fold_norms
from mci_model.architecture.ground_heads import AnyChangeHead, DateHead
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.checkpoints.weights import load_network, save_weights
from mci_model.settings import COVER_NAMES

WIDTHS = (24, 40, 112)


def levels(dates, seed=0):
    chance = torch.Generator().manual_seed(seed)
    sides = zip((64, 32, 16), WIDTHS, strict=True)
    return [torch.randn(dates, width, side, side, generator=chance) for side, width in sides]


def test_change_of_swapped_dates_is_the_same_bit_by_bit():
    head = AnyChangeHead(WIDTHS).eval()
    given = levels(6)
    swapped = [torch.cat(level.chunk(2)[::-1]) for level in given]
    with torch.inference_mode():
        assert torch.equal(head(given), head(swapped))
        assert head(given).shape == (3, 64, 64)


def test_cover_is_told_for_each_date_alone():
    head = DateHead(WIDTHS, len(COVER_NAMES)).eval()
    given = levels(2)
    with torch.inference_mode():
        both, first = head(given), head([level[:1] for level in given])
    assert both.shape == (2, len(COVER_NAMES), 64, 64)
    assert torch.allclose(both[:1], first, atol=1e-5)


@pytest.mark.parametrize("sees_ground", [True, False])
def test_heads_are_saved_and_folded_and_used_only_when_asked(tiny_settings, tiny_vocabulary, tmp_path, sees_ground):
    network = ChangeInterpretationNetwork(replace(tiny_settings, sees_ground=sees_ground)).eval()
    loaded, _ = load_network(save_weights(network, tiny_vocabulary, tmp_path / "w.safetensors"))
    images = torch.randn(1, 3, 64, 64), torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        maps = loaded.trunk(torch.cat(images))
        told = loaded.interpret(maps, caption=False, ground=True)
        assert (told.any_logits is not None) == (told.cover_logits is not None) == sees_ground
        assert loaded.interpret(maps, caption=False).any_logits is None
        fold_norms(loaded)
        folded = loaded.interpret(loaded.trunk(torch.cat(images)), caption=False, ground=True)
        if sees_ground:
            assert torch.allclose(told.any_logits, folded.any_logits, atol=1e-4)
            assert told.any_logits.shape == (1, 16, 16)
            assert told.cover_logits.shape == (2, len(COVER_NAMES), 16, 16)
