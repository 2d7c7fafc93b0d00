"""An adapter as llama.cpp reads it: names, shapes, and the order of rotary pairs."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from agent.planning.learned.adapter_file import write_adapter

gguf = pytest.importorskip("gguf", reason="needs the extra [train]")
HEADS = SimpleNamespace(num_attention_heads=3, num_key_value_heads=1)


def named(part, factor):
    """As peft names it."""
    return f"base_model.model.model.layers.7.{part}.lora_{factor}.default.weight"


def test_factors_are_found_under_llamas_names_and_in_its_order(tmp_path):
    rank, width, side = 2, 12, 4
    outputs = {"self_attn.q_proj": 12, "self_attn.k_proj": 4, "mlp.down_proj": 12}
    rng = torch.Generator().manual_seed(0)
    weights = {}
    for part, size in outputs.items():
        weights[f"base_model.model.model.layers.7.{part}.lora_A.default.weight"] = torch.rand(
            rank, width, generator=rng
        )
        weights[f"base_model.model.model.layers.7.{part}.lora_B.default.weight"] = torch.rand(size, rank, generator=rng)
    path = write_adapter(tmp_path / "a.gguf", weights, rank, 4.0, HEADS)
    read = {tensor.name: tensor.data for tensor in gguf.GGUFReader(path).tensors}
    assert set(read) == {
        f"blk.7.{name}.weight.lora_{factor}" for name in ("attn_q", "attn_k", "ffn_down") for factor in "ab"
    }
    key = weights[named("self_attn.k_proj", "B")].numpy()
    assert np.allclose(read["blk.7.attn_k.weight.lora_b"], key[[0, 2, 1, 3]], atol=1e-3), "halves become pairs"
    query = weights[named("self_attn.q_proj", "B")].numpy()
    order = [head * side + place for head in range(3) for place in (0, 2, 1, 3)]
    assert np.allclose(read["blk.7.attn_q.weight.lora_b"], query[order], atol=1e-3)
    assert not list(tmp_path.glob("*.partial"))


def test_what_is_no_factor_is_refused(tmp_path):
    with pytest.raises(AssertionError, match=r"embed_tokens\.weight"):
        write_adapter(tmp_path / "a.gguf", {"embed_tokens.weight": torch.zeros(2, 2)}, 2, 4.0, HEADS)
    assert not (tmp_path / "a.gguf").exists()
