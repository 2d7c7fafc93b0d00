"""Cached, batched decoding equals uncached decoding of one pair at a time."""

import copy

import pytest
import torch

from mci_model.architecture.caption_decoder import causal_mask
from mci_model.inference.decoding import beam, greedy
from mci_model.text.vocabulary import END, START


@pytest.fixture
def interpreted(tiny_network):
    torch.manual_seed(1)
    before, after = torch.randn(2, 3, 3, 64, 64)
    with torch.inference_mode():
        return tiny_network.caption_decoder, tiny_network(before, after).caption_caches


def fresh(caches, row=None):
    rows = torch.arange(caches[0].memory[0].shape[0]) if row is None else torch.tensor([row])
    return [copy.copy(cache.select(rows)) for cache in caches]


@torch.inference_mode()
def test_the_cache_changes_no_score(interpreted):
    decoder, caches = interpreted
    ids = torch.randint(4, 12, (3, 6))
    whole = decoder(ids, fresh(caches), causal_mask(6, ids.device))
    stepwise, cached = [], fresh(caches)
    for step in range(6):
        mask = torch.ones(1, 1, 1, step + 1, dtype=torch.bool)
        stepwise.append(decoder(ids[:, step : step + 1], cached, mask, start=step))
    assert torch.allclose(whole, torch.cat(stepwise, dim=1), atol=1e-5)


@pytest.mark.parametrize("search", [greedy, lambda d, c, n: beam(d, c, n, 3)], ids=["greedy", "beam"])
@torch.inference_mode()
def test_a_batch_is_decoded_as_each_pair_alone(interpreted, search):
    decoder, caches = interpreted
    together = search(decoder, fresh(caches), 3)
    assert together == [search(decoder, fresh(caches, row), 1)[0] for row in range(3)]
    assert all(ids[0] == START and (END not in ids or ids[-1] == END) for ids in together)


@torch.inference_mode()
def test_a_beam_of_one_is_greedy(interpreted):
    decoder, caches = interpreted
    assert beam(decoder, fresh(caches), 3, 1) == greedy(decoder, fresh(caches), 3)


@torch.inference_mode()
def test_a_wider_beam_never_finds_a_less_likely_finished_sentence(interpreted):
    decoder, caches = interpreted
    decoder.scores.bias[END] += 1.5

    def likelihood(ids, row):
        given = torch.tensor([ids])
        scores = decoder(given[:, :-1], fresh(caches, row), causal_mask(len(ids) - 1, given.device)).log_softmax(-1)
        return float(scores.gather(2, given[:, 1:, None]).sum())

    for row in range(3):
        narrow, wide = (beam(decoder, fresh(caches, row), 1, width)[0] for width in (1, 12))
        if narrow[-1] == wide[-1] == END:
            assert likelihood(wide, row) >= likelihood(narrow, row) - 1e-5
